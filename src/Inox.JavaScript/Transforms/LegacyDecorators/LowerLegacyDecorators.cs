using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.LegacyDecorators;

/// <summary>
/// Lowers decorators as TypeScript meant them before there were standard ones: behind the class, members of instances first, each is called with the
/// target, the key and the descriptor, and the class is a variable that its decorators may replace.
/// </summary>
internal sealed class LowerLegacyDecorators : TransformPass
{
    public const string Decorate = "__decorate", Parameter = "__param", Metadata = "__metadata";

    public override bool Applies(TransformContext context) => context.UsesLegacyDecorators && (context.Features & ProgramFeatures.Decorators) != 0;

    public override void Run(TransformContext context)
    {
        new LegacyDecoratorRewriter(context).Visit(context.Program);
        context.IsModelStale = true;
    }
}
