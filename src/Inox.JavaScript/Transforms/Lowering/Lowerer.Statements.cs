using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Lists of statements, declarations and what stands where one statement becomes several.
internal sealed partial class Lowerer
{
    private int _blockDepth;

    // Functions declared in the list at hand that must be marked as generators before anything in it runs.
    private List<FunctionDeclaration> _generatorMarks = [];

    protected override Statement[] VisitStatements(Statement[] statements)
    {
        List<FunctionDeclaration> outerMarks = _generatorMarks;
        _generatorMarks = [];
        _blockDepth++;
        Statement[] result = LowersUsing(statements) ? LowerUsing(statements) : VisitEach(statements);
        _blockDepth--;
        foreach (FunctionDeclaration function in _generatorMarks)
            result = WithHead(result, [Make.Statement(CallRuntime(function.Id!.Span, "__generatorFunction", Own(function.Id.Span, function.Id.Name)))], skipsImports: true);
        _generatorMarks = outerMarks;
        return result;
    }

    private Statement[] VisitEach(Statement[] statements)
    {
        bool isBlock = _isBlock;
        _isBlock = false;
        List<Statement> output = new(statements.Length);
        int functions = 0;
        foreach (Statement statement in statements)
        {
            if (isBlock && statement is FunctionDeclaration function && Lowers(SyntaxFeature.Let) && AsValue(function) is { } value) output.Insert(functions++, value);
            else VisitListedStatement(statement, output);
        }
        return [.. output];
    }

    // The list about to be visited is that of a block.
    private bool _isBlock;

    protected override Node? VisitBlockStatement(BlockStatement node)
    {
        _isBlock = true;
        node.Body = VisitStatements(node.Body);
        return node;
    }

    // { function f() {} } -> { var f = function () {}; }: a block of its own has the function, and ES5 has no functions in blocks. In sloppy code that the
    // function around sees it is left, unless a loop would hide it.
    private Statement? AsValue(FunctionDeclaration node)
    {
        int symbol = node.Id!.SymbolId;
        bool isOfBlock = symbol >= 0 && Model.Scopes[Model.Symbols[symbol].Scope].Kind is ScopeKind.Block or ScopeKind.Catch;
        if (!isOfBlock && _frame.Kind != FrameKind.LoopBody) return null;
        TextSpan span = node.Span;
        string sourceName = node.Id.Name;
        FunctionExpression function = new(span, null, null, node.Parameters, null, node.Body, node.IsAsync, node.IsGenerator) { ScopeId = node.ScopeId };
        BindingIdentifier id = VisitRequired(node.Id);
        Expression value = VisitNamed(function, new IdentifierName(span, sourceName));
        if (id.Name != sourceName) value = Named(value, new IdentifierReference(span, sourceName));
        if (isOfBlock) return Make.Variable(span, VariableKind.Var, id, value);
        HoistOutOfLoops(id.Name);
        return Make.AssignStatement(span, Make.Reference(id), value);
    }

    protected override void VisitListedStatement(Statement statement, List<Statement> output)
    {
        switch (statement)
        {
            case ClassDeclaration declaration:
                LowerClassDeclaration(declaration, declaration, output);
                break;
            case ExportNamedDeclaration { Declaration: ClassDeclaration declaration }:
                LowerClassDeclaration(declaration, statement, output);
                break;
            case ExportDefaultDeclaration { Declaration: ClassDeclaration declaration }:
                LowerClassDeclaration(declaration, statement, output);
                break;
            case ExportAllDeclaration { Exported: { } name } all when Lowers(SyntaxFeature.ExportNamespace):
                string space = NewName("_ns");
                output.Add(new ImportDeclaration(all.Span, [new ImportNamespaceSpecifier(name.Span, Make.Binding(name.Span, space))], all.Source, all.Attributes));
                output.Add(new ExportNamedDeclaration(all.Span, null, [new ExportSpecifier(name.Span, Own(name.Span, space), name)], null, []));
                break;
            case ExportDefaultDeclaration byDefault:
                VisitDefault(byDefault);
                output.Add(byDefault);
                break;
            default:
                base.VisitListedStatement(statement, output);
                if (_plainSupers.TryGetValue(statement, out ClassPlan? plan)) output.AddRange(plan.Initializers);
                break;
        }
    }

    private void VisitDefault(ExportDefaultDeclaration node)
    {
        switch (node.Declaration)
        {
            case FunctionDeclaration { Id: null, IsGenerator: true } function when Lowers(SyntaxFeature.Generator):
                function.Id = Make.Binding(function.Span, NewName("_default"));
                goto default;
            case Expression expression:
                node.Declaration = VisitNamed(expression, new IdentifierName(expression.Span, "default"));
                break;
            default:
                node.Declaration = VisitRequired(node.Declaration);
                break;
        }
    }

    protected override Node? VisitExportSpecifier(ExportSpecifier node)
    {
        // export { x } of a name that was changed
        if (node.Local is IdentifierReference local)
        {
            if (ReferenceEquals(node.Local, node.Exported) || node.Exported is not (IdentifierName or StringLiteral)) node.Exported = new IdentifierName(local.Span, local.Name);
            node.Local = VisitRequired(local);
        }
        return node;
    }

    protected override Node? VisitVariableDeclaration(VariableDeclaration node)
    {
        List<VariableDeclarator> declarators = [];
        List<Expression>? assignments = null;
        VariableKind kind = node.DeclarationKind;
        bool isLexical = kind != VariableKind.Var;
        foreach (VariableDeclarator declarator in node.Declarations)
        {
            Pattern id = (Pattern)VisitTarget(declarator.Id);
            Expression? init = declarator.Init is null ? null : VisitInitializer(declarator.Init, id, isLexical);
            if (init is null && isLexical && Lowers(SyntaxFeature.Let) && _loopDepth > 0 && !_isForHead) init = Make.Undefined(declarator.Span);
            if (init is not null && NeedsLowering(id)) AddDeclarators(declarators, id, init);
            else
            {
                (declarator.Id, declarator.Init) = (id, init);
                declarators.Add(declarator);
            }
        }
        if (isLexical && Lowers(SyntaxFeature.Let)) node.DeclarationKind = kind = VariableKind.Var;
        if (kind == VariableKind.Var) assignments = AssignShared(declarators, leavesLoop: !isLexical && _frame.Kind == FrameKind.LoopBody);
        node.Declarations = [.. declarators];
        if (assignments is null) return node;
        if (assignments.Count == 0) return new EmptyStatement(node.Span);
        return new ExpressionStatement(node.Span, assignments.Count == 1 ? assignments[0] : new SequenceExpression(node.Span, [.. assignments]));
    }

    private Expression VisitInitializer(Expression init, Pattern id, bool isLexical)
    {
        if (!isLexical || !_checksOrder) return VisitNamed(init, id);
        List<BindingIdentifier> names = BoundNamesOf(id);
        foreach (BindingIdentifier name in names) _declaring.TryAdd(name.SymbolId, _frame);
        Expression result = VisitNamed(init, id);
        foreach (BindingIdentifier name in names) _declaring.Remove(name.SymbolId);
        return result;
    }

    // async function f(a) { var a = 1 }: the body moves into a function in which such a `var` would be another variable
    private List<Expression>? AssignShared(List<VariableDeclarator> declarators, bool leavesLoop)
    {
        List<BindingIdentifier>? parameters = _parameterNames.Count > 0 ? _parameterNames.Peek() : null;
        if (!leavesLoop && (parameters is null || !declarators.Exists(declarator => parameters.Exists(parameter => NameOfTarget(declarator.Id) == parameter.Name)))) return null;
        List<Expression> assignments = [];
        foreach (VariableDeclarator declarator in declarators)
        {
            foreach (BindingIdentifier id in BoundNamesOf(declarator.Id))
                if (parameters is null || !parameters.Exists(parameter => parameter.Name == id.Name)) HoistOutOfLoops(id.Name);
            if (declarator.Init is not null) assignments.Add(Make.Assign(declarator.Span, AsTarget(declarator.Id), declarator.Init));
        }
        return assignments;
    }

    private static List<BindingIdentifier> BoundNamesOf(Node pattern) => Parsing.BoundNames.Of(pattern).Items;

    private static Node AsTarget(Node pattern)
    {
        switch (pattern)
        {
            case BindingIdentifier binding: return Make.Reference(binding);
            case ObjectPattern obj: foreach (Node property in obj.Properties) AsTarget(property); break;
            case PatternProperty property: property.Value = AsTarget(property.Value); break;
            case ArrayPattern array: for (int i = 0; i < array.Elements.Length; i++) if (array.Elements[i] is { } element) array.Elements[i] = AsTarget(element); break;
            case AssignmentPattern assignment: assignment.Left = AsTarget(assignment.Left); break;
            case RestElement rest: rest.Argument = AsTarget(rest.Argument); break;
        }
        return pattern;
    }

    private void HoistOutOfLoops(string name)
    {
        Frame frame = _frame;
        while (frame.Kind == FrameKind.LoopBody) frame = frame.Outer!;
        if (!frame.Variables.Contains(name)) frame.Variables.Add(name);
    }

    // A declaration that became assignments, where a loop has its head.
    private Node? VisitHead(Node? head, bool startsEmpty = false)
    {
        if (head is null) return null;
        bool outer = _isForHead;
        _isForHead = !startsEmpty;
        Node result = head is Expression expression ? VisitUnused(expression) : VisitRequired(head);
        _isForHead = outer;
        return result switch { ExpressionStatement statement => statement.Expression, EmptyStatement => null, _ => result };
    }

    private bool _isForHead;

    private Expression VisitUnused(Expression expression) =>
        expression is AssignmentExpression { Operator: AssignmentOperator.Assign, Left: ObjectPattern or ArrayPattern } assignment
            ? AssignPattern(assignment, isUnused: true)
            : VisitRequired(expression);
}
