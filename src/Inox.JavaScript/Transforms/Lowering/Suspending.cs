using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>Whether `await` or `yield` of the function around stand in a node.</summary>
internal sealed class Suspending : SyntaxVisitor
{
    private bool _found;

    public static bool IsIn(Node node)
    {
        Suspending search = new();
        search.Visit(node);
        return search._found;
    }

    protected override void VisitAwaitExpression(AwaitExpression node) => _found = true;

    protected override void VisitYieldExpression(YieldExpression node) => _found = true;

    protected override void VisitForOfStatement(ForOfStatement node)
    {
        _found |= node.IsAwait;
        base.VisitForOfStatement(node);
    }

    protected override void VisitFunctionExpression(FunctionExpression node) { }

    protected override void VisitFunctionDeclaration(FunctionDeclaration node) { }

    protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) { }

    protected override void VisitStaticBlock(StaticBlock node) { }

    protected override void VisitPropertyDefinition(PropertyDefinition node)
    {
        if (node.IsComputed) Visit(node.Key);
    }
}
