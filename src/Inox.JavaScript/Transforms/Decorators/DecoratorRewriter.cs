using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.Lowering;

namespace Inox.JavaScript.Transforms.Decorators;

/// <summary>The walk of <see cref="LowerDecorators"/>: finds classes with decorators, inner ones first, and puts what they become in their place.</summary>
internal sealed class DecoratorRewriter(TransformContext context) : SyntaxRewriter
{
    // The names that anonymous classes get from where they stand.
    private readonly Dictionary<ClassExpression, Expression> _names = new(ReferenceEqualityComparer.Instance);

    // Variables that must stand before the statement the walk is in.
    private List<VariableDeclarator> _before = [];

    protected override void VisitListedStatement(Statement statement, List<Statement> output)
    {
        List<VariableDeclarator> outer = _before;
        _before = [];
        List<Statement> rewritten = [];
        switch (statement)
        {
            case ClassDeclaration node when ClassDecorators.AreIn(node): LowerDeclaration(node, statement, rewritten); break;
            case ExportNamedDeclaration { Declaration: ClassDeclaration node } when ClassDecorators.AreIn(node): LowerDeclaration(node, statement, rewritten); break;
            case ExportDefaultDeclaration { Declaration: ClassDeclaration node } when ClassDecorators.AreIn(node): LowerDeclaration(node, statement, rewritten); break;
            default: base.VisitListedStatement(statement, rewritten); break;
        }
        if (_before.Count > 0) output.Add(new VariableDeclaration(TextSpan.At(statement.Start), VariableKind.Let, [.. _before]));
        output.AddRange(rewritten);
        _before = outer;
    }

    private void LowerDeclaration(ClassDeclaration node, Statement holder, List<Statement> output)
    {
        bool isDefault = holder is ExportDefaultDeclaration;
        TextSpan span = node.Span;
        Expression name = Make.String(span, node.Id?.Name ?? (isDefault ? "default" : ""));
        bool isReplaced = node.Decorators.Length > 0;
        base.VisitClassDeclaration(node);
        DecoratedClass lowered = new(context, node, name);
        lowered.Lower();
        _before.AddRange(lowered.Variables);
        if (!isReplaced)
        {
            output.Add(holder);
            return;
        }
        // `export { C as default }` is live, as the declaration was
        BindingIdentifier binding = node.Id is { } id ? new(id.Span, id.Name) { SymbolId = id.SymbolId } : Make.Binding(span, context.NewName("_default"));
        VariableDeclaration variable = Make.Variable(span, VariableKind.Let, binding, lowered.Expression(AsExpression(node)));
        if (holder is ExportNamedDeclaration export) export.Declaration = variable;
        output.Add(holder is ExportNamedDeclaration ? holder : variable);
        if (isDefault) output.Add(new ExportNamedDeclaration(span, null, [new ExportSpecifier(span, Make.Reference(binding), new IdentifierName(span, "default"))], null, []));
    }

    private static ClassExpression AsExpression(ClassDeclaration node) =>
        new(node.Span, [], node.Id, null, node.SuperClass, null, [], node.Body) { ScopeId = node.ScopeId };

    protected override Node? VisitClassExpression(ClassExpression node)
    {
        if (!ClassDecorators.AreIn(node)) return base.VisitClassExpression(node);
        Expression name = node.Id is { } id ? Make.String(id.Span, id.Name) : _names.GetValueOrDefault(node) ?? Make.String(node.Span, "");
        bool suspends = Suspending.IsIn(node);
        List<VariableDeclarator> outer = _before;
        // with `await` or `yield` in it the class cannot go into a function of its own
        if (!suspends) _before = [];
        base.VisitClassExpression(node);
        DecoratedClass lowered = new(context, node, name);
        lowered.Lower();
        Expression result = lowered.Expression(node);
        _before.AddRange(lowered.Variables);
        if (suspends) return result;
        List<VariableDeclarator> variables = _before;
        _before = outer;
        if (variables.Count == 0) return result;
        BlockStatement body = new(node.Span, [new VariableDeclaration(TextSpan.At(node.Start), VariableKind.Let, [.. variables]), Make.Return(node.Span, result)]);
        return Make.Call(node.Span, new ArrowFunctionExpression(node.Span, null, [], null, body));
    }

    private void Name(Node? value, Node? target)
    {
        if (value is not ClassExpression { Id: null } anonymous) return;
        Expression? name = target switch
        {
            BindingIdentifier binding => Make.String(binding.Span, binding.Name),
            IdentifierReference reference => Make.String(reference.Span, reference.Name),
            IdentifierName key => Make.String(key.Span, key.Name),
            StringLiteral text => Make.String(text.Span, text.Value),
            NumericLiteral number => Make.String(number.Span, NumberOperations.ToText(number.Value)),
            PrivateIdentifier key => Make.String(key.Span, "#" + key.Name),
            _ => null,
        };
        if (name is not null) _names[anonymous] = name;
    }

    protected override Node? VisitVariableDeclarator(VariableDeclarator node)
    {
        Name(node.Init, node.Id);
        return base.VisitVariableDeclarator(node);
    }

    protected override Node? VisitAssignmentExpression(AssignmentExpression node)
    {
        if (node.Operator is AssignmentOperator.Assign or AssignmentOperator.And or AssignmentOperator.Or or AssignmentOperator.Coalesce) Name(node.Right, node.Left);
        return base.VisitAssignmentExpression(node);
    }

    protected override Node? VisitAssignmentPattern(AssignmentPattern node)
    {
        Name(node.Right, node.Left);
        return base.VisitAssignmentPattern(node);
    }

    protected override Node? VisitFormalParameter(FormalParameter node)
    {
        Name(node.Initializer, node.Pattern);
        return base.VisitFormalParameter(node);
    }

    protected override Node? VisitProperty(Property node)
    {
        if (!(node is { IsComputed: false, Key: IdentifierName { Name: "__proto__" } or StringLiteral { Value: "__proto__" } })) Name(node.Value, node.Key);
        return base.VisitProperty(node);
    }

    protected override Node? VisitPropertyDefinition(PropertyDefinition node)
    {
        Name(node.Value, node.Key);
        return base.VisitPropertyDefinition(node);
    }

    protected override Node? VisitExportDefaultDeclaration(ExportDefaultDeclaration node)
    {
        if (node.Declaration is ClassExpression { Id: null } anonymous) _names[anonymous] = Make.String(anonymous.Span, "default");
        return base.VisitExportDefaultDeclaration(node);
    }

    // () => @a class {}: each call makes variables of its own, so the body becomes a block only where it has to
    protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        List<VariableDeclarator> outer = _before;
        _before = [];
        base.VisitArrowFunctionExpression(node);
        if (_before.Count > 0)
        {
            VariableDeclaration variables = new(TextSpan.At(node.Body.Start), VariableKind.Let, [.. _before]);
            node.Body = new BlockStatement(node.Body.Span, node.Body is Expression value ? [variables, Make.Return(value.Span, value)] : [variables, .. ((BlockStatement)node.Body).Body]);
        }
        _before = outer;
        return node;
    }
}
