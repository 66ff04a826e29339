namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>
/// Rewrites syntax that the target lacks into what it has, in one walk with a mask of what to lower (<see cref="Lowerer"/>), and reports what
/// has no older form.
/// </summary>
internal sealed class LowerSyntax : TransformPass
{
    public override bool NeedsModel => true;

    public override bool Applies(TransformContext context) => (context.Options.Target.Unsupported & ~Absent(context)) != 0;

    // what the parser would have told of, and decorators, which have a pass of their own
    private static ulong Absent(TransformContext context)
    {
        ulong absent = SyntaxFeatures.Bit(SyntaxFeature.Decorator);
        // `accessor @d x` may come from lowering a decorator
        if ((context.Features & (ProgramFeatures.Accessor | ProgramFeatures.Decorators)) == 0) absent |= SyntaxFeatures.Bit(SyntaxFeature.Accessor);
        return absent;
    }

    public override void Run(TransformContext context)
    {
        SyntaxScan scan = new(context);
        scan.Visit(context.Program);
        scan.Report(~SyntaxFeatures.Lowerable);
        if ((scan.Found & SyntaxFeatures.Lowerable) == 0) return;
        new Lowerer(context, SyntaxFeatures.WithImplied(context.Options.Target.Unsupported)).Run();
        context.IsModelStale = true;
    }
}
