namespace Inox.Css;

/// <summary>What the text of selectors tells: whether every browser reads them, so that a list with them is safe.</summary>
internal static class SelectorFeatures
{
    public static bool AreSafe(List<string> selectors, TargetSet targets)
    {
        foreach (string selector in selectors)
        {
            if (selector.Contains("::-", StringComparison.Ordinal) || selector.Contains(":-", StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>Whether the selector needs a class or ID that is in <paramref name="symbols"/>.</summary>
    public static bool UsesOnly(string selector, IReadOnlySet<string> symbols)
    {
        foreach (ComplexSelector complex in SelectorParser.Parse(new(selector)).Selectors)
        {
            foreach (SelectorPart part in complex.Parts)
            {
                if (part is NameSelector { Kind: SelectorKind.Class or SelectorKind.Id } name && symbols.Contains(CssEscapes.Decode(selector.AsSpan(name.NameSpan.Start, name.NameSpan.Length)))) return true;
            }
        }

        return false;
    }
}
