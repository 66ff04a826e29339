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
        List<Statement> output = new(statements.Length);
        foreach (Statement statement in statements) VisitListedStatement(statement, output);
        return [.. output];
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
            Expression? init = declarator.Init is null ? null : VisitNamed(declarator.Init, id);
            if (init is null && isLexical && Lowers(SyntaxFeature.Let) && _loops.IsInLoop && !_isForHead) init = Make.Undefined(declarator.Span);
            if (init is not null && NeedsLowering(id)) AddDeclarators(declarators, id, init);
            else
            {
                (declarator.Id, declarator.Init) = (id, init);
                declarators.Add(declarator);
            }
        }
        if (isLexical && Lowers(SyntaxFeature.Let)) node.DeclarationKind = kind = VariableKind.Var;
        if (kind == VariableKind.Var) assignments = AssignShared(declarators);
        node.Declarations = [.. declarators];
        if (assignments is null) return node;
        return new ExpressionStatement(node.Span, assignments.Count == 1 ? assignments[0] : new SequenceExpression(node.Span, [.. assignments]));
    }

    // async function f(a) { var a = 1 }: the body moves into a function in which such a `var` would be another variable
    private List<Expression>? AssignShared(List<VariableDeclarator> declarators)
    {
        List<BindingIdentifier>? parameters = _parameterNames.Count > 0 ? _parameterNames.Peek() : null;
        if (parameters is null || !declarators.Exists(declarator => parameters.Exists(parameter => NameOfTarget(declarator.Id) == parameter.Name))) return null;
        List<Expression> assignments = [];
        foreach (VariableDeclarator declarator in declarators)
        {
            BindingIdentifier id = (BindingIdentifier)declarator.Id;
            if (!parameters.Exists(parameter => parameter.Name == id.Name)) VariableOwner().Variables.Add(id.Name);
            if (declarator.Init is not null) assignments.Add(Make.Assign(declarator.Span, Own(id.Span, id.Name), declarator.Init));
        }
        if (assignments.Count == 0) assignments.Add(Make.Undefined(TextSpan.At(0)));
        return assignments;
    }

    // A declaration that became assignments, where a loop has its head.
    private Node? VisitHead(Node? head)
    {
        if (head is null) return null;
        bool outer = _isForHead;
        _isForHead = true;
        Node result = head is Expression expression ? VisitUnused(expression) : VisitRequired(head);
        _isForHead = outer;
        return result is ExpressionStatement statement ? statement.Expression : result;
    }

    private bool _isForHead;

    private Expression VisitUnused(Expression expression) =>
        expression is AssignmentExpression { Operator: AssignmentOperator.Assign, Left: ObjectPattern or ArrayPattern } assignment
            ? AssignPattern(assignment, isUnused: true)
            : VisitRequired(expression);
}
