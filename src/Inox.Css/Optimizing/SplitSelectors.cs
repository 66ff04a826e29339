namespace Inox.Css;

/// <summary>
/// A browser that does not know one selector of a list drops the rule. Where some target does not know one, the list goes into a forgiving <c>:is()</c> where that
/// weighs the same and is known, else each such selector into a rule of its own behind the others.
/// </summary>
internal static class SplitSelectors
{
    public static List<StyleModel> Split(StyleModel style, TargetSet targets, bool minify)
    {
        if (targets.Browsers is null || style.Selectors.Count < 2 || style.Children.Count > 0) return [style];
        List<string> unknown = style.Selectors.FindAll(selector => !SelectorFeatures.IsSupported(selector, targets));
        if (unknown.Count == 0) return [style];
        if (CanWrap(style.Selectors, targets)) return [With(style, [$":is({string.Join(minify ? "," : ", ", style.Selectors)})"])];
        List<StyleModel> parts = [];
        if (unknown.Count < style.Selectors.Count) parts.Add(With(style, style.Selectors.FindAll(selector => !unknown.Contains(selector))));
        foreach (string selector in unknown) parts.Add(With(style, [selector]));
        return parts;
    }

    private static StyleModel With(StyleModel style, List<string> selectors) => new(style.Span, selectors, [.. style.Declarations], []) { IsNest = style.IsNest };

    private static bool CanWrap(List<string> selectors, TargetSet targets)
    {
        if (!targets.Supports(CssFeature.IsSelector) || selectors.Exists(SelectorFeatures.HasPseudoElement)) return false;
        SelectorSpecificity first = SelectorSpecificity.Of(selectors[0]);
        return selectors.TrueForAll(selector => SelectorSpecificity.Of(selector) == first);
    }
}
