namespace Inox.Css;

/// <summary>The shorthands whose longhands are independent of each other, by family.</summary>
internal static class Shorthands
{
    private const string LineStyle = "none | hidden | inset | groove | outset | ridge | dotted | dashed | solid | double";

    public static readonly (PropertyFamily Family, Shorthand[] Shorthands)[] Families =
    [
        (PropertyFamily.Outline,
        [
            new UnorderedShorthand("outline", "none", ("outline-width", "<length> | thin | medium | thick", "medium"), ("outline-style", "auto | " + LineStyle, "none"), ("outline-color", "<color>", "currentColor")),
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
            new UnorderedShorthand("list-style", "outside", ("list-style-position", "inside | outside", "outside"), ("list-style-image", "<image-url>", "none"), ("list-style-type", "<list-style-type>", "disc")),
        ]),
        (PropertyFamily.Flex,
        [
            new UnorderedShorthand("flex-flow", "row", ("flex-direction", "row | row-reverse | column | column-reverse", "row"), ("flex-wrap", "nowrap | wrap | wrap-reverse", "nowrap")),
            new FlexShorthand(),
        ]),
        (PropertyFamily.Transition, [new TransitionShorthand()]),
        (PropertyFamily.Animation, [new AnimationShorthand()]),
        (PropertyFamily.Text,
        [
            new UnorderedShorthand("text-emphasis", "none", ("text-emphasis-style", "none | <string> | [ filled | open ] || [ dot | circle | double-circle | triangle | sesame ]", "none"), ("text-emphasis-color", "<color>", "currentColor")),
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
