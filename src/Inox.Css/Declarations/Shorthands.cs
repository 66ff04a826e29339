namespace Inox.Css;

/// <summary>The shorthands whose longhands are independent of each other, by family.</summary>
internal static class Shorthands
{
    public static readonly (PropertyFamily Family, Shorthand[] Shorthands)[] Families =
    [
        (PropertyFamily.Outline,
        [
            new UnorderedShorthand("outline", "none", ("outline-width", Borders.LineWidth, "medium"), ("outline-style", "auto | " + Borders.LineStyle, "none"), ("outline-color", "<color>", "currentColor")),
        ]),
        (PropertyFamily.Overflow,
        [
            new OverflowShorthand(),
        ]),
        (PropertyFamily.Align,
        [
            new PairShorthand("gap", "row-gap", "column-gap", "normal | <length-percentage>"),
            new PlaceShorthand("place-content", "align-content", "justify-content", CssFeature.PlaceContent, PlaceGrammars.AlignContent, PlaceGrammars.JustifyContent),
            new PlaceShorthand("place-self", "align-self", "justify-self", CssFeature.PlaceSelf, PlaceGrammars.AlignSelf, PlaceGrammars.JustifySelf),
            new PlaceShorthand("place-items", "align-items", "justify-items", CssFeature.PlaceItems, PlaceGrammars.AlignItems, PlaceGrammars.JustifyItems),
        ]),
        (PropertyFamily.Container,
        [
            new ContainerShorthand(),
        ]),
        (PropertyFamily.List,
        [
            new ListStyleShorthand(),
        ]),
        (PropertyFamily.Flex,
        [
            new UnorderedShorthand("flex-flow", "row", ("flex-direction", "row | row-reverse | column | column-reverse", "row"), ("flex-wrap", "nowrap | wrap | wrap-reverse", "nowrap")),
            new FlexShorthand(),
        ]),
        (PropertyFamily.Transition, [new TransitionShorthand()]),
        (PropertyFamily.Animation, [new AnimationShorthand()]),
        (PropertyFamily.Font, [new FontShorthand()]),
        (PropertyFamily.Text,
        [
            new TextDecorationShorthand(),
            new UnorderedShorthand("text-emphasis", "none", ("text-emphasis-style", "<emphasis-style>", "none"), ("text-emphasis-color", "<color>", "currentColor")),
        ]),
    ];

    public static Shorthand[] Of(PropertyFamily family)
    {
        foreach ((PropertyFamily own, Shorthand[] shorthands) in Families)
        {
            if (own == family) return shorthands;
        }

        return [];
    }
}

/// <summary><c>overflow</c>: its second value came later than its first.</summary>
internal sealed class OverflowShorthand() : Shorthand("overflow", "overflow-x", "overflow-y")
{
    private static readonly KeywordSet s_words = new("visible", "hidden", "clip", "scroll", "auto");

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        if (reader.TryKeyword(s_words) is not { } x) return null;
        return reader.AtEnd ? [x, x] : reader.TryKeyword(s_words) is { } y ? [x, y] : null;
    }

    public override bool CanWrite(CssValue[] values, TargetSet targets) => values[0].Same(values[1]) || targets.Supports(CssFeature.OverflowShorthand);

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        values[0].Write(writer);
        if (values[0].Same(values[1])) return;
        writer.Write(' ');
        values[1].Write(writer);
    }
}

/// <summary><c>container: name / type</c>.</summary>
internal sealed class ContainerShorthand() : Shorthand("container", "container-name", "container-type")
{
    private static readonly ValueGrammar s_name = ValueGrammar.Compile("none | <custom-ident>+");
    private static readonly KeywordSet s_types = new("normal", "inline-size", "size", "scroll-state");

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        if (s_name.Match(ref reader) is not { } name) return null;
        if (!reader.TryDelim('/')) return [name, s_types["normal"]];
        return reader.TryKeyword(s_types) is { } type ? [name, type] : null;
    }

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        values[0].Write(writer);
        if (values[1].IsKeyword("normal")) return;
        writer.Separate('/');
        values[1].Write(writer);
    }
}

/// <summary>What CSS Text Decoration 4 lets the parts of <c>text-decoration</c> be.</summary>
internal static class TextGrammars
{
    public const string Line = "none | spelling-error | grammar-error | underline || overline || line-through || blink";
    public const string Style = "solid | double | dotted | dashed | wavy";
    public const string Thickness = "auto | from-font | <length-percentage>";
}

/// <summary><c>text-decoration</c>: a line alone is as old as CSS, its other parts came under prefixes, and the thickness last.</summary>
internal sealed class TextDecorationShorthand() : UnorderedShorthand(
    "text-decoration", "none", ("text-decoration-line", TextGrammars.Line, "none"), ("text-decoration-thickness", TextGrammars.Thickness, "auto"),
    ("text-decoration-style", TextGrammars.Style, "solid"), ("text-decoration-color", "<color>", "currentColor"))
{
    private const int Thickness = 1, Style = 2, Color = 3;

    public override VendorPrefix PrefixesOf(CssValue[] values, VendorPrefix prefixes) =>
        (prefixes & VendorPrefix.None) != 0 && IsInitial(values, Style) && IsInitial(values, Color) ? VendorPrefix.None : prefixes;

    public override CssValue? Missing(int longhand, VendorPrefix prefixes) => longhand == Thickness ? Initial(Thickness) : null;

    public override int Apart(CssValue[] values, TargetSet targets) =>
        IsInitial(values, Thickness) || targets.Supports(CssFeature.TextDecorationThicknessShorthand) ? -1 : Thickness;
}

/// <summary><c>list-style</c>, where <c>none</c> is the type, the image, or both.</summary>
internal sealed class ListStyleShorthand() : Shorthand("list-style", "list-style-position", "list-style-image", "list-style-type")
{
    private static readonly KeywordSet s_positions = new("inside", "outside");
    private static readonly ValueGrammar s_type = ValueGrammar.Compile("<list-style-type>");

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        CssValue? position = null, image = null, type = null;
        int nones = 0;
        while (!reader.AtEnd)
        {
            if (reader.TryIdent("none")) nones++;
            else if (position is null && reader.TryKeyword(s_positions) is { } own) position = own;
            else if (image is null && ImageParser.TryImage(ref reader) is { } picture) image = picture;
            else if (type is null && s_type.Match(ref reader) is { } style) type = style;
            else return null;
        }

        if (nones > 2 || (nones == 0 && position is null && image is null && type is null)) return null;
        return [position ?? s_positions["outside"], image ?? new Keyword("none"), type ?? new Keyword(nones > 0 ? "none" : "disc")];
    }

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        bool any = false;
        if (!values[0].IsKeyword("outside")) Word(values[0]);
        if (!values[1].IsKeyword("none")) Word(values[1]);
        if (values[2].Text != "disc") Word(values[2]);
        if (!any) writer.Write("outside");

        void Word(CssValue value)
        {
            if (any) writer.Write(' ');
            value.Write(writer);
            any = true;
        }
    }
}
