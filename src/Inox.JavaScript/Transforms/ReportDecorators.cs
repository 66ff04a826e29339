using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>Says that decorators are not lowered, at the first of each class.</summary>
internal sealed class ReportDecorators : TransformPass
{
    public override bool NeedsModel => false;

    public override bool Applies(TransformContext context) => (context.Features & ProgramFeatures.Decorators) != 0;

    public override void Run(TransformContext context) => new Search(context).Visit(context.Program);

    private sealed class Search(TransformContext context) : SyntaxVisitor
    {
        private bool _isReported;

        protected override void VisitDecorator(Decorator node)
        {
            if (!_isReported) context.Report(TransformDiagnostics.DecoratorsNotLowered, node.Span);
            _isReported = true;
        }

        protected override void VisitClassDeclaration(ClassDeclaration node)
        {
            bool outer = _isReported;
            _isReported = node.IsDeclare;
            base.VisitClassDeclaration(node);
            _isReported = outer;
        }

        protected override void VisitClassExpression(ClassExpression node)
        {
            bool outer = _isReported;
            _isReported = false;
            base.VisitClassExpression(node);
            _isReported = outer;
        }
    }
}
