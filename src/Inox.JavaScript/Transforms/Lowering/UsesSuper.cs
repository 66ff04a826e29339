using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>Whether the methods of an object literal use `super`, arrows in them included.</summary>
internal sealed class UsesSuper : SyntaxVisitor
{
    private bool _found;

    public static bool In(ObjectExpression node)
    {
        UsesSuper search = new();
        foreach (Node property in node.Properties)
            if (property is Property { Value: FunctionExpression function } method && (method.IsMethod || method.PropertyKind != PropertyKind.Init)) search.VisitParts(function);
        return search._found;
    }

    private void VisitParts(FunctionExpression function)
    {
        foreach (FormalParameter parameter in function.Parameters) Visit(parameter);
        if (function.Body is not null) Visit(function.Body);
    }

    protected override void VisitSuper(Super node) => _found = true;

    protected override void VisitFunctionExpression(FunctionExpression node) { }

    protected override void VisitFunctionDeclaration(FunctionDeclaration node) { }

    // `super` in the keys and the heritage of a class belongs to what is around it
    protected override void VisitMethodDefinition(MethodDefinition node)
    {
        if (node.IsComputed) Visit(node.Key);
    }

    protected override void VisitPropertyDefinition(PropertyDefinition node)
    {
        if (node.IsComputed) Visit(node.Key);
    }

    protected override void VisitStaticBlock(StaticBlock node) { }

    protected override void VisitObjectExpression(ObjectExpression node)
    {
        foreach (Node property in node.Properties)
        {
            bool isMethod = property is Property method && (method.IsMethod || method.PropertyKind != PropertyKind.Init);
            if (!isMethod) Visit(property);
            else if (((Property)property).IsComputed) Visit(((Property)property).Key);
        }
    }
}
