using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Decorators;

/// <summary>Gives uses of a class by its own name, inside of it, what its decorators made of it. Writes stay: the name is constant there.</summary>
internal sealed class InnerNames(int symbol, string name, string alias, bool asksFirst) : SyntaxRewriter
{
    public Expression Rewrite(Expression expression) => VisitRequired(expression);

    protected override Node? VisitIdentifierReference(IdentifierReference node)
    {
        if (node.SymbolId != symbol) return node;
        IdentifierReference stand = Make.Reference(node.Span, alias);
        return asksFirst ? Make.Sequence(node.Span, Make.Reference(node.Span, name), stand) : stand;
    }

    protected override Node? VisitAssignmentExpression(AssignmentExpression node)
    {
        if (node.Left is not IdentifierReference) return base.VisitAssignmentExpression(node);
        node.Right = VisitRequired(node.Right);
        return node;
    }

    protected override Node? VisitUpdateExpression(UpdateExpression node) => node.Argument is IdentifierReference ? node : base.VisitUpdateExpression(node);

    protected override Node? VisitProperty(Property node)
    {
        Expression before = node.Value;
        base.VisitProperty(node);
        if (!ReferenceEquals(before, node.Value)) node.IsShorthand = false;
        return node;
    }
}

/// <summary>Gives `this` of a static field or block a name, as far as it is the same `this`.</summary>
internal sealed class InnerThis(string alias) : SyntaxRewriter
{
    protected override Node? VisitThisExpression(ThisExpression node) => Make.Reference(node.Span, alias);

    protected override Node? VisitFunctionExpression(FunctionExpression node) => node;

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node) => node;

    protected override Node? VisitClassDeclaration(ClassDeclaration node) => VisitInner(node);

    protected override Node? VisitClassExpression(ClassExpression node) => VisitInner(node);

    // Only what is evaluated around an inner class has the same `this`.
    private Node VisitInner(IClass node)
    {
        if (node.SuperClass is { } heritage) node.SuperClass = VisitRequired(heritage);
        foreach (ClassElement element in node.Body.Body)
        {
            if (element is MethodDefinition { IsComputed: true } method) method.Key = VisitRequired(method.Key);
            else if (element is PropertyDefinition { IsComputed: true } field) field.Key = VisitRequired(field.Key);
        }
        return (Node)node;
    }
}
