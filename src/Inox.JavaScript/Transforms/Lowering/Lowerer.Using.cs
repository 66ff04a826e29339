using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// `using`: the rest of the block stands in a `try`, and what was taken is given back in the `finally`, last first, an error of giving back on top of
// the one before as a SuppressedError.
internal sealed partial class Lowerer
{
    private bool LowersUsing(Statement[] statements)
    {
        if (!Lowers(SyntaxFeature.Using) && !Lowers(SyntaxFeature.AwaitUsing)) return false;
        return Array.Exists(statements, static statement => statement is VariableDeclaration { DeclarationKind: VariableKind.Using or VariableKind.AwaitUsing });
    }

    private Statement[] LowerUsing(Statement[] statements)
    {
        bool isProgram = _frame.Kind == FrameKind.Program && _blockDepth == 1;
        string stack = NewName("_stack");
        bool isAsync = Array.Exists(statements, static statement => statement is VariableDeclaration { DeclarationKind: VariableKind.AwaitUsing });
        List<Statement> before = [], inside = [], behind = [];
        foreach (Statement statement in statements)
        {
            if (statement is Directive or ImportDeclaration or ExportAllDeclaration or FunctionDeclaration || statement is ExportNamedDeclaration { Declaration: null or FunctionDeclaration }
                || statement is ExportDefaultDeclaration { Declaration: FunctionDeclaration }) before.Add(statement);
            else AddInside(statement, stack, isProgram, inside, behind);
        }
        TextSpan at = TextSpan.At(statements[0].Start);
        Statement[] head = VisitEach([.. before]);
        Statement[] body = VisitEach([.. inside]);
        Statement made = Make.Variable(at, Lowers(SyntaxFeature.Let) ? VariableKind.Var : VariableKind.Let, Make.Binding(at, stack), new ArrayExpression(at, []));
        return [.. head, made, Disposing(at, stack, body, isAsync), .. behind];
    }

    private TryStatement Disposing(TextSpan at, string stack, Statement[] body, bool isAsync)
    {
        string error = NewName("_error");
        Expression disposed = CallRuntime(at, "__dispose", Own(at, stack));
        List<Statement> last = [];
        if (!isAsync) last.Add(Make.Statement(disposed));
        else
        {
            string promise = NewVariable();
            last.Add(new IfStatement(at, Make.Assign(at, Own(at, promise), disposed), Make.Statement(AwaitValue(at, Own(at, promise))), null));
        }
        Statement keep = Make.AssignStatement(at, Make.Member(at, Own(at, stack), "failure"), new ArrayExpression(at, [Own(at, error)]));
        return new(at, new BlockStatement(at, body), new CatchClause(at, Make.Binding(at, error), null, new BlockStatement(at, [keep])), new BlockStatement(at, [.. last]));
    }

    // What the program declares or exports must be seen outside of the `try`.
    private void AddInside(Statement statement, string stack, bool isProgram, List<Statement> inside, List<Statement> behind)
    {
        switch (statement)
        {
            case VariableDeclaration { DeclarationKind: VariableKind.Using or VariableKind.AwaitUsing } resource:
                bool isAwait = resource.DeclarationKind == VariableKind.AwaitUsing;
                foreach (VariableDeclarator declarator in resource.Declarations)
                {
                    TextSpan span = declarator.Span;
                    Expression value = declarator.Init is { } init ? NameAhead(init, declarator.Id) : Make.Undefined(span);
                    declarator.Init = isAwait
                        ? CallRuntime(span, "__using", Own(span, stack), value, Make.Boolean(span, true))
                        : CallRuntime(span, "__using", Own(span, stack), value);
                }
                resource.DeclarationKind = isProgram ? VariableKind.Var : VariableKind.Const;
                inside.Add(resource);
                break;
            case VariableDeclaration declaration when isProgram:
                declaration.DeclarationKind = VariableKind.Var;
                inside.Add(declaration);
                break;
            case ClassDeclaration declaration when isProgram:
                inside.Add(AsVariable(declaration));
                break;
            case ExportNamedDeclaration { Declaration: { } declared } when isProgram:
                AddExported(declared, stack, inside, behind);
                break;
            case ExportDefaultDeclaration { Declaration: { } value } when isProgram:
                AddDefault(value, stack, inside, behind);
                break;
            default:
                inside.Add(statement);
                break;
        }
    }

    // The call around it takes the name a function would get from the declaration.
    private Expression NameAhead(Expression value, Node target) =>
        IsAnonymousFunction(value) && target is BindingIdentifier binding ? CallRuntime(value.Span, "__name", value, Make.String(value.Span, binding.Name)) : value;

    private void AddExported(Statement declared, string stack, List<Statement> inside, List<Statement> behind)
    {
        List<ExportSpecifier> specifiers = [];
        List<BindingIdentifier> names = declared is ClassDeclaration { Id: { } id } ? [id] : [];
        if (declared is VariableDeclaration variables) foreach (VariableDeclarator declarator in variables.Declarations) names.AddRange(Parsing.BoundNames.Of(declarator.Id).Items);
        foreach (BindingIdentifier name in names) specifiers.Add(new ExportSpecifier(name.Span, Make.Reference(name), new IdentifierName(name.Span, name.Name)));
        AddInside(declared, stack, isProgram: true, inside, behind);
        behind.Add(new ExportNamedDeclaration(declared.Span, null, [.. specifiers], null, []));
    }

    private void AddDefault(Node value, string stack, List<Statement> inside, List<Statement> behind)
    {
        TextSpan span = value.Span;
        string local;
        if (value is ClassDeclaration { Id: { } id } named)
        {
            local = id.Name;
            inside.Add(AsVariable(named));
        }
        else
        {
            local = NewName("_default");
            Expression expression = value is ClassDeclaration anonymous ? AsExpression(anonymous) : (Expression)value;
            if (IsAnonymousFunction(expression)) expression = CallRuntime(span, "__name", expression, Make.String(span, "default"));
            inside.Add(Make.Variable(span, VariableKind.Var, Make.Binding(span, local), expression));
        }
        behind.Add(new ExportNamedDeclaration(span, null, [new ExportSpecifier(span, Own(span, local), new IdentifierName(span, "default"))], null, []));
    }

    private static VariableDeclaration AsVariable(ClassDeclaration node)
    {
        BindingIdentifier id = node.Id!;
        ClassExpression value = AsExpression(node);
        return Make.Variable(node.Span, VariableKind.Var, new BindingIdentifier(id.Span, id.Name) { SymbolId = id.SymbolId }, value);
    }

    private static ClassExpression AsExpression(ClassDeclaration node) =>
        new(node.Span, node.Decorators, node.Id, node.TypeParameters, node.SuperClass, node.SuperTypeArguments, node.Implements, node.Body) { ScopeId = node.ScopeId };
}
