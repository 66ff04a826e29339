using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>Which family a property is of.</summary>
internal static class PropertyFamilies
{
    private static readonly (PropertyFamily Family, string Names)[] s_members =
    [
        (PropertyFamily.Fallback, "color fill stroke text-shadow caret-color accent-color caret direction unicode-bidi"),
        (PropertyFamily.Prefix, "box-sizing tab-size hyphens text-size-adjust box-decoration-break user-select print-color-adjust appearance clip-path filter backdrop-filter transform-origin transform-style backface-visibility perspective perspective-origin text-align-last text-overflow writing-mode image-rendering"),
        (PropertyFamily.Size, "width height min-width min-height max-width max-height inline-size block-size min-inline-size min-block-size max-inline-size max-block-size"),
        (PropertyFamily.BoxShadow, "box-shadow"),
        (PropertyFamily.ColorScheme, "color-scheme"),
        (PropertyFamily.Flex, "order " + LegacyFlexbox.Names(alignment: false)),
        (PropertyFamily.Align, LegacyFlexbox.Names(alignment: true)),
        (PropertyFamily.Text, "text-align text-emphasis-position"),
        (PropertyFamily.Display, "display"),
        (PropertyFamily.Position, "position"),
        (PropertyFamily.Transform, "transform translate rotate scale"),
        (PropertyFamily.Background, "background background-color background-image background-position background-position-x background-position-y background-size background-repeat background-attachment background-origin background-clip"),
    ];

    private static readonly FrozenDictionary<string, PropertyFamily> s_families = CreateFamilies();

    private static FrozenDictionary<string, PropertyFamily> CreateFamilies()
    {
        Dictionary<string, PropertyFamily> families = [];
        foreach ((PropertyFamily family, string names) in s_members)
        {
            foreach (string name in names.Split(' ')) families.Add(name, family);
        }

        AddBox(PropertyFamily.Margin, Boxes.MarginNames);
        AddBox(PropertyFamily.Padding, Boxes.PaddingNames);
        AddBox(PropertyFamily.ScrollMargin, Boxes.ScrollMarginNames);
        AddBox(PropertyFamily.ScrollPadding, Boxes.ScrollPaddingNames);
        AddBox(PropertyFamily.Inset, Boxes.InsetNames);
        foreach ((PropertyFamily family, Shorthand[] shorthands) in Shorthands.Families)
        {
            foreach (Shorthand shorthand in shorthands) AddShorthand(family, shorthand);
        }

        foreach (Shorthand shorthand in (Shorthand[])[GridHandler.Grid, GridHandler.Template, GridHandler.Row, GridHandler.Column, GridHandler.Area]) AddShorthand(PropertyFamily.Grid, shorthand);
        AddShorthand(PropertyFamily.Mask, MaskHandler.Mask);
        AddShorthand(PropertyFamily.Mask, MaskHandler.Border);
        AddShorthand(PropertyFamily.Animation, AnimationHandler.Range);
        foreach (Shorthand shorthand in Borders.All) AddShorthand(PropertyFamily.Border, shorthand);
        foreach (string radius in Borders.LogicalRadii) families[radius] = PropertyFamily.Border;
        return families.ToFrozenDictionary();

        void AddBox(PropertyFamily family, BoxNames names)
        {
            AddShorthand(family, names.Physical);
            AddShorthand(family, names.Block);
            AddShorthand(family, names.Inline);
        }

        void AddShorthand(PropertyFamily family, Shorthand shorthand)
        {
            families[shorthand.Name] = family;
            foreach (string longhand in shorthand.Longhands) families[longhand] = family;
        }
    }

    public static PropertyFamily Of(string name) => s_families.TryGetValue(name, out PropertyFamily family) ? family : PropertyFamily.None;

    // Properties that a shorthand of the family sets without having room for them, and other names for its longhands.
    private static readonly FrozenDictionary<string, PropertyFamily> s_resets = new Dictionary<string, PropertyFamily>
    {
        ["font-variant"] = PropertyFamily.Font,
        ["font-variant-alternates"] = PropertyFamily.Font,
        ["font-variant-east-asian"] = PropertyFamily.Font,
        ["font-variant-emoji"] = PropertyFamily.Font,
        ["font-variant-ligatures"] = PropertyFamily.Font,
        ["font-variant-numeric"] = PropertyFamily.Font,
        ["font-variant-position"] = PropertyFamily.Font,
        ["font-kerning"] = PropertyFamily.Font,
        ["font-size-adjust"] = PropertyFamily.Font,
        ["font-feature-settings"] = PropertyFamily.Font,
        ["font-variation-settings"] = PropertyFamily.Font,
        ["font-optical-sizing"] = PropertyFamily.Font,
        ["font-language-override"] = PropertyFamily.Font,
        ["font-width"] = PropertyFamily.Font,
        ["animation-composition"] = PropertyFamily.Animation,
        ["transition-behavior"] = PropertyFamily.Transition,
        ["grid-gap"] = PropertyFamily.Align,
        ["grid-row-gap"] = PropertyFamily.Align,
        ["grid-column-gap"] = PropertyFamily.Align,
    }.ToFrozenDictionary();

    /// <summary>The family that must be written before the property; that of <c>background-size</c> for <c>-webkit-background-size</c>.</summary>
    public static PropertyFamily ResetBy(string name)
    {
        if (s_resets.TryGetValue(name, out PropertyFamily family)) return family;
        VendorPrefix prefix = VendorPrefixes.Of(name);
        return prefix == VendorPrefix.None ? PropertyFamily.None : Of(name[VendorPrefixes.Text(prefix).Length..]);
    }

    public static DeclarationHandler Create(PropertyFamily family) => family switch
    {
        PropertyFamily.Prefix or PropertyFamily.BoxShadow => new PrefixHandler(),
        PropertyFamily.Size => new SizeHandler(),
        PropertyFamily.Background => new BackgroundHandler(),
        PropertyFamily.Transition => new TransitionHandler(),
        PropertyFamily.Text => new TextHandler(),
        PropertyFamily.Animation => new AnimationHandler(),
        PropertyFamily.Flex or PropertyFamily.Align => new FlexHandler(family),
        PropertyFamily.Grid => new GridHandler(),
        PropertyFamily.Mask => new MaskHandler(),
        PropertyFamily.Font => new FontHandler(),
        PropertyFamily.Transform => new TransformHandler(),
        PropertyFamily.Border => new BorderHandler(),
        PropertyFamily.Margin => new BoxHandler(Boxes.MarginNames),
        PropertyFamily.Padding => new BoxHandler(Boxes.PaddingNames),
        PropertyFamily.ScrollMargin => new BoxHandler(Boxes.ScrollMarginNames),
        PropertyFamily.ScrollPadding => new BoxHandler(Boxes.ScrollPaddingNames),
        PropertyFamily.Inset => new BoxHandler(Boxes.InsetNames),
        PropertyFamily.ColorScheme => new ColorSchemeHandler(),
        PropertyFamily.Display or PropertyFamily.Position => new VendorKeywordHandler(),
        PropertyFamily.Fallback => new FallbackHandler(),
        _ => new ShorthandsHandler(Shorthands.Of(family)),
    };
}
