using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.Lowering;

namespace Inox.JavaScript.Transforms.Decorators;

/// <summary>
/// Lowers decorators of the proposal at stage 3 (2023-11) to classes of ES2022, whose members <see cref="LowerSyntax"/> lowers further where the
/// target asks for it. A list of decorators is evaluated where it stands, as part of a computed key; a static block at the head of the class, which runs
/// when all keys are evaluated, applies them.
/// </summary>
internal sealed class LowerDecorators : TransformPass
{
    public override bool Applies(TransformContext context) => (context.Features & ProgramFeatures.Decorators) != 0 && !context.UsesLegacyDecorators
        // a decorated field that is assigned is none any more
        && (!context.Options.Target.Supports(SyntaxFeature.Decorator) || (context.IsTypeScript && !context.Options.TypeScript.UseDefineForClassFields));

    public override void Run(TransformContext context)
    {
        new DecoratorRewriter(context).Visit(context.Program);
        context.IsModelStale = true;
    }
}
