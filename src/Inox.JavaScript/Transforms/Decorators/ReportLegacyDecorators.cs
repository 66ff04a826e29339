using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Decorators;

/// <summary>
/// Says where decorators are not the standard ones: under <c>experimentalDecorators</c>, and on parameters. It comes before types are removed, as
/// parameters lose their decorators with their types.
/// </summary>
internal sealed class ReportLegacyDecorators : TransformPass
{
    public override bool NeedsModel => false;

    public override bool Applies(TransformContext context) => (context.Features & ProgramFeatures.Decorators) != 0;

    public override void Run(TransformContext context) => new Search(context).Visit(context.Program);

    private sealed class Search(TransformContext context) : SyntaxVisitor
    {
        private readonly bool _isLegacy = context.IsTypeScript && context.Options.TypeScript.ExperimentalDecorators;
        private bool _isReported;

        protected override void VisitDecorator(Decorator node)
        {
            if (_isLegacy && !_isReported) context.Report(TransformDiagnostics.LegacyDecorators, node.Span);
            _isReported |= _isLegacy;
            base.VisitDecorator(node);
        }

        protected override void VisitFormalParameter(FormalParameter node)
        {
            if (!_isLegacy && node.Decorators.Length > 0) context.Report(TransformDiagnostics.LegacyParameterDecorator, node.Decorators[0].Span);
            base.VisitFormalParameter(node);
        }

        protected override void VisitClassDeclaration(ClassDeclaration node)
        {
            if (!node.IsDeclare) base.VisitClassDeclaration(node);
        }
    }
}
