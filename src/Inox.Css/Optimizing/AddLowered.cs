using Inox.Core;

namespace Inox.Css;

/// <summary>
/// Adds the rules that lowered declarations need beside their own: by direction of the text, told by its language where <c>:dir()</c> is not known; with <c>@supports</c> where a value with variables has no fallback of its own; and for dark schemes, where <c>color-scheme</c> leaves the
/// choice to the reader.
/// </summary>
internal static class AddLowered
{
    public static void Run(StyleModel style, LoweredRules normal, LoweredRules important, TargetSet targets, bool minify, List<RuleModel> result)
    {
        if (normal.IsEmpty && important.IsEmpty) return;
        AddSupports(style, [.. normal.Supports, .. important.Supports], result);
        AddDark(style, [.. normal.Dark, .. important.Dark], minify, result);
        List<TypedDeclaration> leftToRight = [.. normal.LeftToRight, .. important.LeftToRight], rightToLeft = [.. normal.RightToLeft, .. important.RightToLeft];
        if (leftToRight.Count == 0) return;
        AddByDirection(style, ":dir(ltr)", leftToRight, targets, minify, result);
        AddByDirection(style, ":dir(rtl)", rightToLeft, targets, minify, result);
    }

    private static void AddSupports(StyleModel style, List<(string Condition, TypedDeclaration Declaration)> entries, List<RuleModel> result)
    {
        foreach (IGrouping<string, (string Condition, TypedDeclaration Declaration)> group in entries.GroupBy(entry => entry.Condition))
        {
            StyleModel inner = new(style.Span, [.. style.Selectors], [.. group.Select(entry => entry.Declaration)], []);
            result.Add(new AtModel(style.Span, AtRuleName.Supports, "supports", group.Key, [inner]));
        }
    }

    private static void AddDark(StyleModel style, List<TypedDeclaration> declarations, bool minify, List<RuleModel> result)
    {
        if (declarations.Count == 0) return;
        StyleModel inner = new(style.Span, [.. style.Selectors], declarations, []);
        result.Add(new AtModel(style.Span, AtRuleName.Media, "media", minify ? "(prefers-color-scheme:dark)" : "(prefers-color-scheme: dark)", [inner]));
    }

    // Rules for one direction, and with them those that their own declarations need.
    private static void AddByDirection(StyleModel style, string suffix, List<TypedDeclaration> declarations, TargetSet targets, bool minify, List<RuleModel> result)
    {
        declarations = new OptimizeDeclarations(targets).Run(declarations, out LoweredRules normal, out LoweredRules important);
        List<string> selectors = style.Selectors.ConvertAll(selector => SelectorFeatures.WithPseudoClass(selector, suffix));
        List<List<string>> variants = new LowerSelectors(targets, minify).Variants(selectors);
        foreach (List<string> own in variants) result.Add(new StyleModel(style.Span, own, [.. declarations], []));
        AddSupports(new(style.Span, variants[^1], [], []), [.. normal.Supports, .. important.Supports], result);
    }
}
