using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>
/// Writes what the linker and the runtime made in the syntax of ES5. The code of modules was lowered before, so that every arrow function
/// left is one of ours: none of them uses <c>this</c> or <c>arguments</c>. Those with `await` stay; that it has no older form was reported.
/// </summary>
internal sealed class LowerOwnCode : SyntaxRewriter
{
    public static Statement Run(Statement statement) => new LowerOwnCode().VisitStatement(statement);

    protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        base.VisitArrowFunctionExpression(node);
        if (node.IsAsync) return node;
        BlockStatement body = node.Body as BlockStatement ?? new(node.Body.Span, [new ReturnStatement(node.Body.Span, (Expression)node.Body)]);
        return new FunctionExpression(node.Span, null, null, node.Parameters, null, body) { ScopeId = node.ScopeId };
    }

    protected override Node? VisitProperty(Property node)
    {
        base.VisitProperty(node);
        node.IsShorthand = false;
        return node;
    }
}
