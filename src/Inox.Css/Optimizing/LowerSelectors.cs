using System.Text;

namespace Inox.Css;

/// <summary>
/// Writes selectors as targets read them: <c>:dir()</c> by languages, lists of <c>:lang()</c> and <c>:not()</c> with <c>:is()</c>, and that and other
/// names under the prefixes that targets know them by. A browser drops a rule with a name that it does not know, so each prefix makes a rule of its own.
/// </summary>
internal sealed class LowerSelectors(TargetSet targets, bool minify)
{
    private static readonly string[] s_rightToLeft =
        ["ae", "ar", "arc", "bcc", "bqi", "ckb", "dv", "fa", "glk", "he", "ku", "mzn", "nqo", "pnb", "ps", "sd", "ug", "ur", "yi"];

    private readonly string _comma = minify ? "," : ", ";

    /// <summary>The selector lists of the rules that must stand in place of one, the standard last.</summary>
    public List<List<string>> Variants(List<string> selectors)
    {
        if (targets.Browsers is null || !selectors.Exists(static selector => selector.Contains(':'))) return [selectors];
        List<string> standard = selectors.ConvertAll(selector => Rewrite(selector, Lower));
        VendorPrefix prefixes = VendorPrefix.Empty;
        foreach (string selector in standard) prefixes |= PrefixesOf(selector);
        List<List<string>> variants = [];
        foreach (VendorPrefix prefix in VendorPrefixes.Order)
        {
            if (prefix == VendorPrefix.None) variants.Add(standard);
            else if ((prefixes & prefix) != 0) variants.Add(standard.ConvertAll(selector => Under(prefix, selector)));
        }

        return variants;
    }

    /// <summary>The selector with standard names for those of vendors.</summary>
    public static string Normalize(string selector) => !HasVendorName(selector) ? selector : Rewrite(selector, static (name, isElement, _) => VendorPseudos.Standard(name, isElement) is { } standard ? new(standard, null) : default);

    public static bool HasVendorName(string selector) => selector.Contains(":-", StringComparison.Ordinal);

    private static string Under(VendorPrefix prefix, string selector) => Rewrite(selector, (name, isElement, _) => new(VendorPseudos.Under(prefix, name, isElement), null));

    private VendorPrefix PrefixesOf(string selector)
    {
        VendorPrefix prefixes = VendorPrefix.Empty;
        Rewrite(selector, (name, isElement, arguments) =>
        {
            // :-webkit-any(a > b) is no selector
            if (name != "is" || Array.TrueForAll(arguments, SelectorFeatures.IsCompound)) prefixes |= VendorPseudos.Needed(name, isElement, targets);
            return default;
        });
        return prefixes;
    }

    // What a pseudo-class becomes: another name, or other text as a whole.
    private readonly record struct Replacement(string? Name, string? Whole);

    private delegate Replacement Replace(string name, bool isElement, string[] arguments);

    private Replacement Lower(string name, bool isElement, string[] arguments)
    {
        if (isElement) return default;
        switch (name)
        {
            case "dir" when arguments is [var direction] && !targets.Supports(CssFeature.DirSelector):
                return new(null, direction == "rtl" ? RightToLeft() : direction == "ltr" ? Not(RightToLeft()) : null);
            case "lang" when arguments.Length > 1 && !targets.Supports(CssFeature.LangSelectorList):
                return new(null, Languages(arguments));
            case "not" when arguments.Length > 1 && !targets.Supports(CssFeature.NotSelectorList):
                return new(null, $":not(:is({string.Join(_comma, arguments)}))");
            default:
                return default;
        }
    }

    private string RightToLeft() => targets.Supports(CssFeature.LangSelectorList) ? $":lang({string.Join(_comma, s_rightToLeft)})" : Languages(s_rightToLeft);

    private string Languages(string[] languages) => $":is({string.Join(_comma, Array.ConvertAll(languages, static language => $":lang({language})"))})";

    // :not(:is(a, b)) is :not(a, b) where lists are known.
    private string Not(string selector)
    {
        const string list = ":is(";
        bool unwraps = selector.StartsWith(list, StringComparison.Ordinal) && targets.Supports(CssFeature.NotSelectorList) && targets.Supports(CssFeature.IsSelector);
        return unwraps ? $":not({selector[list.Length..]}" : $":not({selector})";
    }

    private static string Rewrite(string selector, Replace replace)
    {
        SelectorList list = SelectorParser.Parse(new(selector));
        StringBuilder text = new();
        Write(list, selector, replace, 0, selector.Length, text);
        return text.ToString();
    }

    // Copies from start to end, pseudo-classes and pseudo-elements replaced.
    private static void Write(SelectorList list, string source, Replace replace, int start, int end, StringBuilder text)
    {
        foreach (ComplexSelector selector in list.Selectors)
        {
            foreach (SelectorPart part in selector.Parts)
            {
                if (part is not PseudoSelector pseudo) continue;
                text.Append(source, start, pseudo.Span.Start - start);
                Write(pseudo, source, replace, text);
                start = pseudo.Span.End;
            }
        }

        text.Append(source, start, end - start);
    }

    private static void Write(PseudoSelector pseudo, string source, Replace replace, StringBuilder text)
    {
        string name = source.Substring(pseudo.NameSpan.Start, pseudo.NameSpan.Length).ToLowerInvariant();
        StringBuilder? inner = null;
        if (pseudo.ArgumentSpan is { } argument)
        {
            inner = new();
            if (pseudo.Selectors is { } own) Write(own, source, replace, argument.Start, argument.End, inner);
            else inner.Append(source, argument.Start, argument.Length);
        }

        Replacement replacement = replace(name, pseudo.Kind == SelectorKind.PseudoElement, inner is null ? [] : Arguments(inner.ToString(), isList: pseudo.Selectors is not null));
        if (replacement.Whole is { } whole)
        {
            text.Append(whole);
            return;
        }

        text.Append(source, pseudo.Span.Start, pseudo.NameSpan.Start - pseudo.Span.Start);
        text.Append(replacement.Name ?? source.Substring(pseudo.NameSpan.Start, pseudo.NameSpan.Length));
        if (inner is not null) text.Append('(').Append(inner).Append(')');
    }

    private static string[] Arguments(string text, bool isList)
    {
        if (!isList) return text.Split(',', StringSplitOptions.TrimEntries);
        List<string> arguments = [];
        foreach (ComplexSelector selector in SelectorParser.Parse(new(text)).Selectors) arguments.Add(text.Substring(selector.Span.Start, selector.Span.Length));
        return [.. arguments];
    }
}
