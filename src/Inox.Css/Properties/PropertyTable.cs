using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>A property whose values are typed.</summary>
internal sealed class PropertyDefinition(string name, string? grammar, ValueParser? parser, VendorPrefix prefixes)
{
    private ValueGrammar? _grammar;

    public string Name { get; } = name;

    /// <summary>The prefixes that it has been known under.</summary>
    public VendorPrefix Prefixes { get; } = prefixes;

    /// <summary>The value, where all of the text is one that the property takes; else null.</summary>
    public CssValue? Parse(CssText text)
    {
        ValueReader reader = new(text);
        ValueReader start = reader;
        CssValue? value = reader.TryKeyword(WideKeywords.Set);
        if (value is not null && reader.AtEnd) return value;
        reader = start;
        value = parser is not null ? parser(ref reader) : (_grammar ??= ValueGrammar.Compile(grammar!)).Match(ref reader);
        return value is not null && reader.Kind == CssTokenKind.EndOfFile ? value : null;
    }
}

/// <summary>Every property with typed values, its grammar and its prefixes. Properties that are not here keep their value as written.</summary>
internal static partial class PropertyTable
{
    private const VendorPrefix Webkit = VendorPrefix.Webkit, Moz = VendorPrefix.Moz, Ms = VendorPrefix.Ms, O = VendorPrefix.O;

    private static readonly FrozenDictionary<string, PropertyDefinition>.AlternateLookup<ReadOnlySpan<char>> s_lookup;

    // In a constructor: the tables must be there before.
    static PropertyTable() => s_lookup = CreateLookup();

    public static PropertyDefinition? Find(ReadOnlySpan<char> name) => s_lookup.TryGetValue(name, out PropertyDefinition? definition) ? definition : null;

    private static FrozenDictionary<string, PropertyDefinition>.AlternateLookup<ReadOnlySpan<char>> CreateLookup()
    {
        Dictionary<string, PropertyDefinition> definitions = [];
        foreach ((string name, string grammar) in s_grammars) definitions[name] = new(name, grammar, null, VendorPrefix.Empty);
        foreach ((string name, string grammar, VendorPrefix prefixes) in s_prefixedGrammars) definitions[name] = new(name, grammar, null, prefixes);
        foreach ((string name, ValueParser parser, VendorPrefix prefixes) in Families) definitions[name] = new(name, null, parser, prefixes);
        return definitions.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    // Properties of one grammar without a family of their own.
    private static readonly (string Name, string Grammar)[] s_grammars =
    [
        ("color", "<color>"),
        ("fill", "none | context-fill | context-stroke | <color> | <url> [ none | <color> ]?"),
        ("stroke", "none | context-fill | context-stroke | <color> | <url> [ none | <color> ]?"),
        ("fill-rule", "nonzero | evenodd"),
        ("clip-rule", "nonzero | evenodd"),
        ("fill-opacity", "<alpha>"),
        ("stroke-opacity", "<alpha>"),
        ("stroke-width", "<length-percentage>"),
        ("stroke-linecap", "butt | round | square"),
        ("stroke-linejoin", "miter | miter-clip | round | bevel | arcs"),
        ("stroke-miterlimit", "<number>"),
        ("stroke-dashoffset", "<length-percentage>"),
        ("color-interpolation", "auto | srgb | linearrgb"),
        ("color-interpolation-filters", "auto | srgb | linearrgb"),
        ("color-rendering", "auto | optimizespeed | optimizequality"),
        ("shape-rendering", "auto | optimizespeed | crispedges | geometricprecision"),
        ("text-rendering", "auto | optimizespeed | optimizelegibility | geometricprecision"),
        ("image-rendering", "auto | optimizespeed | optimizequality"),
        ("marker", "none | <url>"),
        ("marker-start", "none | <url>"),
        ("marker-mid", "none | <url>"),
        ("marker-end", "none | <url>"),
        ("opacity", "<alpha>"),
        ("z-index", "auto | <integer>"),
        ("visibility", "visible | hidden | collapse"),
        ("vertical-align", "baseline | sub | super | top | text-top | middle | bottom | text-bottom | <length-percentage>"),
        ("word-break", "normal | keep-all | break-all | break-word"),
        ("line-break", "auto | loose | normal | strict | anywhere"),
        ("overflow-wrap", "normal | anywhere | break-word"),
        ("word-wrap", "normal | anywhere | break-word"),
        ("text-align", "start | end | left | right | center | justify | match-parent | justify-all"),
        ("text-indent", "<length-percentage> && hanging? && each-line?"),
        ("text-transform", "none | [ capitalize | uppercase | lowercase ] || full-width || full-size-kana"),
        ("text-justify", "auto | none | inter-word | inter-character"),
        ("border-spacing", "<length-pair>"),
        ("word-spacing", "normal | <length>"),
        ("letter-spacing", "normal | <length>"),
        ("white-space", "normal | pre | nowrap | pre-wrap | break-spaces | pre-line"),
        ("direction", "ltr | rtl"),
        ("unicode-bidi", "normal | embed | isolate | bidi-override | isolate-override | plaintext"),
        ("resize", "none | both | horizontal | vertical | block | inline"),
        ("cursor", "[ <url> [ <number> <number> ]? , ]* [ auto | default | none | context-menu | help | pointer | progress | wait | cell | crosshair | text | vertical-text | alias | copy | move | no-drop | not-allowed | grab | grabbing | e-resize | n-resize | ne-resize | nw-resize | s-resize | se-resize | sw-resize | w-resize | ew-resize | ns-resize | nesw-resize | nwse-resize | col-resize | row-resize | all-scroll | zoom-in | zoom-out ]"),
        ("caret-color", "auto | <color>"),
        ("caret-shape", "auto | bar | block | underscore"),
        ("accent-color", "auto | <color>"),
        ("transform-box", "content-box | border-box | fill-box | stroke-box | view-box"),
        ("mask-type", "luminance | alpha"),
        ("container-type", "normal | inline-size | size | scroll-state"),
        ("view-transition-class", "none | <custom-ident>+"),
        ("view-transition-name", "none | auto | <custom-ident>"),
        ("view-transition-group", "normal | contain | nearest | <custom-ident>"),
        ("position", "static | relative | absolute | fixed | sticky | <vendor-sticky>"),
        ("aspect-ratio", "auto || <ratio>"),
        ("marker-side", "match-self | match-parent"),
    ];

    private static readonly (string Name, string Grammar, VendorPrefix Prefixes)[] s_prefixedGrammars =
    [
        ("box-sizing", "content-box | border-box", Webkit | Moz),
        ("text-overflow", "clip | ellipsis", O | Ms),
        ("writing-mode", "horizontal-tb | vertical-rl | vertical-lr | sideways-rl | sideways-lr", Webkit | Ms),
        ("appearance", "none | auto | textfield | menulist-button | button | checkbox | listbox | menulist | meter | progress-bar | push-button | radio | searchfield | slider-horizontal | square-button | textarea", Webkit | Moz | Ms),
        ("tab-size", "<length-number>", Moz | O),
        ("hyphens", "none | manual | auto", Webkit | Moz | Ms),
        ("text-align-last", "auto | start | end | left | right | center | justify | match-parent", Moz),
        ("text-size-adjust", "auto | none | <percentage>", Webkit | Moz | Ms),
        ("box-decoration-break", "slice | clone", Webkit),
        ("user-select", "auto | text | none | contain | all", Webkit | Moz | Ms),
        ("print-color-adjust", "economy | exact", Webkit),
        ("backface-visibility", "visible | hidden", Webkit | Moz),
        ("transform-style", "flat | preserve-3d", Webkit | Moz),
        ("perspective", "none | <length>", Webkit | Moz),
    ];
}
