using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>The optimized sheet, and what was found wrong on the way.</summary>
public sealed record CssOptimizeResult(StyleSheet StyleSheet, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Makes style sheets shorter without changing what they mean, and lowers what targeted browsers do not know: values are parsed, declarations of a
/// family merged, rules that say the same joined. What is not understood stays as it was written. Print the result with
/// <see cref="CssPrinter"/> and the same <see cref="CssOptimizeOptions.Minify"/>.
/// </summary>
public static class CssOptimizer
{
    public static StyleSheet Optimize(StyleSheet sheet, CssOptimizeOptions options) => Run(sheet, options).StyleSheet;

    /// <summary>As <see cref="Optimize"/>, with what was found wrong on the way.</summary>
    public static CssOptimizeResult Run(StyleSheet sheet, CssOptimizeOptions options)
    {
        List<Diagnostic> diagnostics = [];
        TargetSet targets = TargetSet.Of(options);
        CustomMedia? custom = options.CustomMedia ? new() : null;
        if (custom is not null) DefineCustomMedia(sheet.Children, custom);
        RuleReader reader = new(options.Minify, targets, custom, sheet.Source, diagnostics);
        List<RuleModel> rules = reader.ReadRules(sheet.Children, nested: false);
        if (custom is { HasFailed: true }) diagnostics.Add(new Diagnostic { Descriptor = CssDiagnostics.InvalidCustomMedia, Source = sheet.Source });
        if (!targets.Supports(CssFeature.Nesting)) rules = new LowerNesting(targets, options.Minify).Lower(rules, null);
        OptimizeRules pass = new(targets, options);
        pass.Run(rules);
        return new(sheet.With(new RuleEmitter(targets, options.Minify).Emit(rules)), diagnostics);
    }

    // A query may stand before the definition that it names.
    private static void DefineCustomMedia(ImmutableArray<CssNode> nodes, CustomMedia custom)
    {
        foreach (CssNode node in nodes)
        {
            if (node is AtRule { Known: AtRuleName.CustomMedia } rule) custom.Define(rule.Prelude);
        }
    }
}
