using Inox.JavaScript.Minification;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Drops what a release shall not have: calls of <c>console</c> with their arguments, <c>debugger</c>, statements with certain labels; and marks the calls
/// that shall count as pure.
/// </summary>
internal sealed class DropCode : TransformPass
{
    public override bool Applies(TransformContext context) => !context.Options.Drop.IsEmpty;

    public override void Run(TransformContext context)
    {
        Rewriter rewriter = new(context);
        rewriter.Visit(context.Program);
        context.IsModelStale |= rewriter.HasDropped;
    }

    private sealed class Rewriter(TransformContext context) : SyntaxRewriter
    {
        private readonly DropOptions _options = context.Options.Drop;
        private readonly HashSet<string> _labels = [.. context.Options.Drop.Labels], _pure = [.. context.Options.Drop.Pure];

        public bool HasDropped { get; private set; }

        protected override Node? VisitDebuggerStatement(DebuggerStatement node)
        {
            HasDropped |= _options.Debugger;
            return _options.Debugger ? null : node;
        }

        // DEV: { var x }: the name is still declared
        protected override Node? VisitLabeledStatement(LabeledStatement node)
        {
            if (!_labels.Contains(node.Label.Name)) return base.VisitLabeledStatement(node);
            HasDropped = true;
            return HoistedNames.Declare(node.Body, context.Program.SourceType != SourceType.Module);
        }

        protected override Node? VisitExpressionStatement(ExpressionStatement node)
        {
            if (!IsConsole(node.Expression)) return base.VisitExpressionStatement(node);
            HasDropped = true;
            return null;
        }

        protected override Node? VisitCallExpression(CallExpression node)
        {
            if (IsConsole(node)) return Undefined(node);
            node.IsPure |= IsPure(node.Callee);
            return base.VisitCallExpression(node);
        }

        protected override Node? VisitNewExpression(NewExpression node)
        {
            node.IsPure |= IsPure(node.Callee);
            return base.VisitNewExpression(node);
        }

        // console?.log?.(x)
        protected override Node? VisitChainExpression(ChainExpression node) => IsConsole(node.Expression) ? Undefined(node) : base.VisitChainExpression(node);

        private UnaryExpression Undefined(Expression node)
        {
            HasDropped = true;
            return Make.Undefined(node.Span);
        }

        private bool IsConsole(Expression expression)
        {
            if (!_options.Console) return false;
            Node node = expression is ChainExpression chain ? chain.Expression : expression;
            if (node is not CallExpression { Callee: MemberExpression } call) return false;
            node = call.Callee;
            // console.log.call(console, x) too
            while (node is MemberExpression member) node = member.Object;
            return node is IdentifierReference { SymbolId: < 0, Name: "console" };
        }

        private bool IsPure(Expression callee) =>
            _pure.Count > 0 && DottedName.RootOf(callee) is IdentifierReference { SymbolId: < 0 } && DottedName.Of(callee) is { } name && _pure.Contains(name);
    }
}
