using Inox.Core;

namespace Inox.Css;

/// <summary>What the text of selectors tells: whether every browser reads them, so that a list with them is safe.</summary>
internal static class SelectorFeatures
{
    public static bool AreSafe(List<string> selectors, TargetSet targets)
    {
        foreach (string selector in selectors)
        {
            if (LowerSelectors.HasVendorName(selector)) return false;
            if (targets.Browsers is not null && !IsSupported(selector, targets)) return false;
            if (IsInvalid(selector)) return false;
        }

        return true;
    }

    private static bool IsInvalid(string selector)
    {
        foreach (ComplexSelector complex in SelectorParser.Parse(new(selector)).Selectors)
        {
            if (complex.IsInvalid) return true;
        }

        return false;
    }

    private static readonly System.Collections.Frozen.FrozenDictionary<string, CssFeature> s_pseudos = System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, CssFeature>
    {
        ["focus-within"] = CssFeature.FocusWithin,
        ["focus-visible"] = CssFeature.FocusVisible,
        ["any-link"] = CssFeature.AnyLink,
        ["read-only"] = CssFeature.ReadOnly,
        ["read-write"] = CssFeature.ReadOnly,
        ["placeholder"] = CssFeature.PlaceholderPseudo,
        ["placeholder-shown"] = CssFeature.PlaceholderShown,
        ["marker"] = CssFeature.MarkerPseudo,
        ["selection"] = CssFeature.SelectionPseudo,
        ["backdrop"] = CssFeature.BackdropPseudo,
        ["file-selector-button"] = CssFeature.FileSelectorButton,
        ["fullscreen"] = CssFeature.FullscreenPseudo,
        ["autofill"] = CssFeature.AutofillPseudo,
        ["has"] = CssFeature.HasSelector,
        ["where"] = CssFeature.WhereSelector,
        ["is"] = CssFeature.IsSelector,
        ["dir"] = CssFeature.DirSelector,
        ["part"] = CssFeature.PartPseudo,
        ["cue"] = CssFeature.CuePseudo,
        ["slotted"] = CssFeature.SlottedPseudo,
        ["host"] = CssFeature.HostPseudo,
        ["host-context"] = CssFeature.HostContext,
        ["state"] = CssFeature.StatePseudo,
        ["details-content"] = CssFeature.DetailsContent,
        ["target-text"] = CssFeature.TargetText,
        ["view-transition"] = CssFeature.ViewTransition,
    });

    /// <summary>
    /// Whether every target reads the selector: one that a browser does not know drops the whole list there. Of names of vendors only those are asked
    /// about that have become standards.
    /// </summary>
    public static bool IsSupported(string selector, TargetSet targets) => IsSupported(SelectorParser.Parse(new(selector)), selector, targets);

    private static bool IsSupported(SelectorPart part, string selector, TargetSet targets)
    {
        switch (part)
        {
            case AttributeSelector attribute:
                return targets.Supports(selector.AsSpan(attribute.Span.Start, attribute.Span.Length).ContainsAny('^', '$', '*') ? CssFeature.Selectors3 : CssFeature.Selectors2);
            case Combinator combinator:
                return combinator.Which == CombinatorKind.Descendant || targets.Supports(combinator.Which == CombinatorKind.SubsequentSibling ? CssFeature.Selectors3 : CssFeature.Selectors2);
            case PseudoSelector pseudo:
                string name = selector.Substring(pseudo.NameSpan.Start, pseudo.NameSpan.Length).ToLowerInvariant();
                if (name[0] == '-') return VendorPseudos.Standard(name, pseudo.Kind == SelectorKind.PseudoElement) is null;
                if (s_pseudos.TryGetValue(name, out CssFeature feature) && !targets.Supports(feature)) return false;
                return pseudo.Selectors is null || name is "is" or "where" || IsSupported(pseudo.Selectors, selector, targets);
            default:
                return true;
        }
    }

    private static bool IsSupported(SelectorList list, string selector, TargetSet targets)
    {
        foreach (ComplexSelector complex in list.Selectors)
        {
            foreach (SelectorPart part in complex.Parts)
            {
                if (!IsSupported(part, selector, targets)) return false;
            }
        }

        return true;
    }

    /// <summary>Whether the selector is about one element, without combinators.</summary>
    public static bool IsCompound(string selector) => SelectorParser.Parse(new(selector)).Selectors is [{ Parts: var parts }] && !parts.Any(static part => part is Combinator);

    public static bool HasPseudoElement(string selector)
    {
        if (SelectorParser.Parse(new(selector)).Selectors is not [var complex, ..]) return false;
        foreach (SelectorPart part in complex.Parts)
        {
            if (part is PseudoSelector pseudo && (pseudo.Kind == SelectorKind.PseudoElement || IsTextPart(selector.AsSpan(pseudo.NameSpan.Start, pseudo.NameSpan.Length)))) return true;
        }

        return false;
    }

    private static bool IsTextPart(ReadOnlySpan<char> name) => name is "before" or "after" or "first-line" or "first-letter";

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

    // The versions that know :-webkit-any() or :-moz-any(), but not :is().
    private static readonly PrefixRange[] s_any =
    [
        new(Engine.Android, VendorPrefix.Webkit, 18000, 87999),
        new(Engine.Chrome, VendorPrefix.Webkit, 12000, 87999),
        new(Engine.Edge, VendorPrefix.Webkit, 79000, 87999),
        new(Engine.Firefox, VendorPrefix.Moz, 4000, 77999),
        new(Engine.FirefoxAndroid, VendorPrefix.Moz, 4000, 77999),
        new(Engine.Ios, VendorPrefix.Webkit, 5000, 13999),
        new(Engine.Opera, VendorPrefix.Webkit, 15000, 73999),
        new(Engine.OperaMobile, VendorPrefix.Webkit, 14000, 62999),
        new(Engine.Safari, VendorPrefix.Webkit, 5000, 13999),
        new(Engine.Samsung, VendorPrefix.Webkit, 1000, 14999),
    ];

    /// <summary>The prefixes of <c>:any()</c> that stand for <c>:is()</c> in some target.</summary>
    public static VendorPrefix AnyPrefixes(TargetSet targets) => targets.Supports(CssFeature.IsSelector) ? VendorPrefix.Empty : targets.PrefixesIn(s_any);

    /// <summary>The selector with a pseudo-class more, before its pseudo-element.</summary>
    public static string WithPseudoClass(string selector, string suffix)
    {
        if (SelectorParser.Parse(new(selector)).Selectors is not [var complex, ..]) return selector + suffix;
        int at = selector.Length;
        for (int i = complex.Parts.Length - 1; i >= 0 && complex.Parts[i] is PseudoSelector pseudo; i--)
        {
            if (pseudo.Kind == SelectorKind.PseudoElement || IsTextPart(selector.AsSpan(pseudo.NameSpan.Start, pseudo.NameSpan.Length))) at = pseudo.Span.Start;
        }

        return selector.Insert(at, suffix);
    }
}
