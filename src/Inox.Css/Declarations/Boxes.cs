namespace Inox.Css;

/// <summary>The families with a value for each side of a box.</summary>
internal static class Boxes
{
    private const string Margin = "auto | <length-percentage>", Padding = "<length-percentage>";

    public static readonly BoxNames MarginNames = Create("margin", Margin, null, CssFeature.LogicalMargin, CssFeature.LogicalMarginShorthand);

    public static readonly BoxNames PaddingNames = Create("padding", Padding, null, CssFeature.LogicalPadding, CssFeature.LogicalPaddingShorthand);

    public static readonly BoxNames ScrollMarginNames = Create("scroll-margin", "<length>", null, null, null);

    public static readonly BoxNames ScrollPaddingNames = Create("scroll-padding", Margin, null, null, null);

    public static readonly BoxNames InsetNames = new(
        new SidesShorthand("inset", Margin, "top", "right", "bottom", "left"),
        new("inset-block", "inset-block-start", "inset-block-end", Margin),
        new("inset-inline", "inset-inline-start", "inset-inline-end", Margin),
        CssFeature.InsetShorthand, CssFeature.LogicalInset, CssFeature.LogicalInset);

    public static readonly (BoxNames Names, string Grammar)[] All =
        [(MarginNames, Margin), (PaddingNames, Padding), (ScrollMarginNames, "<length>"), (ScrollPaddingNames, Margin), (InsetNames, Margin)];

    private static BoxNames Create(string name, string grammar, CssFeature? shorthand, CssFeature? logical, CssFeature? logicalShorthand) => new(
        new SidesShorthand(name, grammar, $"{name}-top", $"{name}-right", $"{name}-bottom", $"{name}-left"),
        new($"{name}-block", $"{name}-block-start", $"{name}-block-end", grammar),
        new($"{name}-inline", $"{name}-inline-start", $"{name}-inline-end", grammar),
        shorthand, logical, logicalShorthand);
}
