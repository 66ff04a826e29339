using System.Collections.Frozen;

namespace Inox.Css;

public enum AtRuleName : byte
{
    Unknown,
    Charset,
    Container,
    CounterStyle,
    CustomMedia,
    CustomSelector,
    Document,
    FontFace,
    FontFeatureValues,
    FontPaletteValues,
    Import,
    Keyframes,
    Layer,
    Media,
    Namespace,
    Page,
    PositionTry,
    Property,
    Scope,
    StartingStyle,
    Supports,
    ViewTransition,
}

internal static class AtRuleNames
{
    private static readonly FrozenDictionary<string, AtRuleName> s_names = new Dictionary<string, AtRuleName>
    {
        ["charset"] = AtRuleName.Charset,
        ["container"] = AtRuleName.Container,
        ["counter-style"] = AtRuleName.CounterStyle,
        ["custom-media"] = AtRuleName.CustomMedia,
        ["custom-selector"] = AtRuleName.CustomSelector,
        ["document"] = AtRuleName.Document,
        ["font-face"] = AtRuleName.FontFace,
        ["font-feature-values"] = AtRuleName.FontFeatureValues,
        ["font-palette-values"] = AtRuleName.FontPaletteValues,
        ["import"] = AtRuleName.Import,
        ["keyframes"] = AtRuleName.Keyframes,
        ["layer"] = AtRuleName.Layer,
        ["media"] = AtRuleName.Media,
        ["namespace"] = AtRuleName.Namespace,
        ["page"] = AtRuleName.Page,
        ["position-try"] = AtRuleName.PositionTry,
        ["property"] = AtRuleName.Property,
        ["scope"] = AtRuleName.Scope,
        ["starting-style"] = AtRuleName.StartingStyle,
        ["supports"] = AtRuleName.Supports,
        ["view-transition"] = AtRuleName.ViewTransition,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, AtRuleName>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        s_names.GetAlternateLookup<ReadOnlySpan<char>>();

    public static AtRuleName Find(ReadOnlySpan<char> name)
    {
        if (name.Contains('\\')) name = CssEscapes.Decode(name);
        return s_lookup.TryGetValue(Vendor.Strip(name), out AtRuleName known) ? known : AtRuleName.Unknown;
    }
}
