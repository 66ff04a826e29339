using Inox.Core;

namespace Inox.Css;

/// <summary>
/// Adds the rules that lowered declarations need beside their own: by direction of the text, told by its language, since <c>:dir()</c> is newer than logical
/// properties; with <c>@supports</c> where a value with variables has no fallback of its own; and for dark schemes, where <c>color-scheme</c> leaves the
/// choice to the reader.
/// </summary>
internal static class AddLowered
{
    private static readonly string[] s_rightToLeft =
        ["ae", "ar", "arc", "bcc", "bqi", "ckb", "dv", "fa", "glk", "he", "ku", "mzn", "nqo", "pnb", "ps", "sd", "ug", "ur", "yi"];

    public static void Run(StyleModel style, LoweredRules normal, LoweredRules important, TargetSet targets, bool minify, List<RuleModel> result)
    {
        if (normal.IsEmpty && important.IsEmpty) return;
        AddSupports(style, [.. normal.Supports, .. important.Supports], result);
        AddDark(style, [.. normal.Dark, .. important.Dark], minify, result);
        List<TypedDeclaration> leftToRight = [.. normal.LeftToRight, .. important.LeftToRight], rightToLeft = [.. normal.RightToLeft, .. important.RightToLeft];
        if (leftToRight.Count == 0) return;
        List<string> languages = Languages(targets, minify);
        foreach (string language in languages) Add(style, $":not({language})", leftToRight, targets, result);
        foreach (string language in languages) Add(style, language, rightToLeft, targets, result);
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

    private static void Add(StyleModel style, string suffix, List<TypedDeclaration> declarations, TargetSet targets, List<RuleModel> result)
    {
        List<string> selectors = style.Selectors.ConvertAll(selector => SelectorFeatures.WithPseudoClass(selector, suffix));
        result.Add(new StyleModel(style.Span, selectors, new OptimizeDeclarations(targets).Run(declarations), []));
    }

    private static List<string> Languages(TargetSet targets, bool minify)
    {
        string comma = minify ? "," : ", ";
        if (targets.Supports(CssFeature.LangSelectorList)) return [$":lang({string.Join(comma, s_rightToLeft)})"];
        string list = string.Join(comma, s_rightToLeft.Select(language => $":lang({language})"));
        List<string> names = [];
        VendorPrefix prefixes = SelectorFeatures.AnyPrefixes(targets);
        if ((prefixes & VendorPrefix.Webkit) != 0) names.Add("-webkit-any");
        if ((prefixes & VendorPrefix.Moz) != 0) names.Add("-moz-any");
        names.Add("is");
        return names.ConvertAll(name => $":{name}({list})");
    }
}
