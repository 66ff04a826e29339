using Inox.JavaScript.Minification;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms.Decorators;
using Inox.JavaScript.Transforms.LegacyDecorators;
using Inox.JavaScript.Transforms.Lowering;
using Inox.JavaScript.Transforms.Modules;
using Inox.JavaScript.Transforms.Runtime;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Turns the tree of a file as it was written into JavaScript: drops what is asked to go, replaces defines and drops branches that never run, lowers enums and
/// namespaces, removes types and decorators of TypeScript, lowers JSX and decorators, gives modules another format, lowers syntax that the target lacks, and, where asked to, compresses the syntax. The passes run in
/// the order of one array, each only over files it has something to do in; the tree is changed in place.
/// </summary>
public static class JsTransformer
{
    private static readonly TransformPass[] s_passes =
    [
        new CheckDecoratorPlaces(),
        new EmitDecoratorMetadata(),
        new DropCode(),
        new ReplaceDefines(),
        new FoldConstants(),
        new LowerEnums(),
        new LowerNamespaces(),
        new LowerLegacyDecorators(),
        new RemoveTypes(),
        new LowerJsx(),
        new LowerDecorators(),
        new LowerModules(),
        new LowerSyntax(),
        new AddRuntime(),
        new CompressSyntax(),
        new HintExports(),
    ];

    public static TransformResult Transform(ParseResult parsed, TransformOptions options)
    {
        TransformContext context = new(parsed, options);
        context.Diagnostics.AddRange(context.Model.Diagnostics);
        foreach (TransformPass pass in s_passes)
        {
            if (!pass.Applies(context)) continue;
            if (pass.NeedsModel) context.RefreshModel();
            pass.Run(context);
        }
        context.RefreshModel();
        context.Model.SettleTables();
        return new(parsed.Program, context.Model, [.. context.Diagnostics], context.Enums) { SharedHelpers = context.SharedHelpers, PossibleTypes = context.PossibleTypes };
    }
}

/// <summary>One step of <see cref="JsTransformer"/>. It has no state: what it needs for a file it makes in <see cref="Run"/>.</summary>
internal abstract class TransformPass
{
    /// <summary>Whether it looks at symbols, so that the model must fit the tree.</summary>
    public virtual bool NeedsModel => true;

    public abstract bool Applies(TransformContext context);

    /// <summary>Changes the tree, and says through <see cref="TransformContext.IsModelStale"/> whether the model still fits.</summary>
    public abstract void Run(TransformContext context);
}
