namespace Inox.Css;

/// <summary>The shorthands of borders.</summary>
internal static class Borders
{
    public const string LineWidth = "<length> | thin | medium | thick";
    public const string LineStyle = "none | hidden | inset | groove | outset | ridge | dotted | dashed | solid | double";

    private static readonly string[] s_sides = ["top", "right", "bottom", "left", "block-start", "block-end", "inline-start", "inline-end"];

    public static readonly Shorthand Border = Side("border");

    public static readonly Shorthand[] Sides = [.. s_sides.Select(side => Side($"border-{side}"))];

    public static readonly Shorthand Block = Side("border-block"), Inline = Side("border-inline");

    public static readonly Shorthand Width = FourSides("width", LineWidth), Style = FourSides("style", LineStyle), Color = FourSides("color", "<color>");

    public static readonly Shorthand[] BlockPairs = [Pair("block", "width", LineWidth), Pair("block", "style", LineStyle), Pair("block", "color", "<color>")];

    public static readonly Shorthand[] InlinePairs = [Pair("inline", "width", LineWidth), Pair("inline", "style", LineStyle), Pair("inline", "color", "<color>")];

    public static readonly Shorthand Radius = new RadiusShorthand();

    public static readonly Shorthand Image = new BorderImageShorthand("border-image");

    public static readonly string[] LogicalRadii = ["border-start-start-radius", "border-start-end-radius", "border-end-end-radius", "border-end-start-radius"];

    public static IEnumerable<Shorthand> All => [Border, .. Sides, Block, Inline, Width, Style, Color, .. BlockPairs, .. InlinePairs, Radius, Image];

    private static Shorthand Side(string name) =>
        new UnorderedShorthand(name, "none", ($"{name}-width", LineWidth, "medium"), ($"{name}-style", LineStyle, "none"), ($"{name}-color", "<color>", "currentColor"));

    private static Shorthand FourSides(string part, string grammar) =>
        new SidesShorthand($"border-{part}", grammar, [.. s_sides[..4].Select(side => $"border-{side}-{part}")]);

    private static Shorthand Pair(string axis, string part, string grammar) =>
        new PairShorthand($"border-{axis}-{part}", $"border-{axis}-start-{part}", $"border-{axis}-end-{part}", grammar);
}

/// <summary><c>border-radius</c>: horizontal radii, and vertical ones behind a slash where they differ.</summary>
internal sealed class RadiusShorthand()
    : Shorthand("border-radius", "border-top-left-radius", "border-top-right-radius", "border-bottom-right-radius", "border-bottom-left-radius")
{
    public override CssValue[]? Parse(ref ValueReader reader)
    {
        if (ParseFour(ref reader) is not { } horizontal) return null;
        CssValue[]? vertical = reader.TryDelim('/') ? ParseFour(ref reader) : horizontal;
        if (vertical is null) return null;
        CssValue[] corners = new CssValue[4];
        for (int i = 0; i < 4; i++) corners[i] = new CornerValue(horizontal[i], vertical[i]);
        return corners;
    }

    private static CssValue[]? ParseFour(ref ValueReader reader)
    {
        List<CssValue> values = [];
        while (values.Count < 4 && CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) is { } value) values.Add(value);
        return SidesShorthand.Spread(values);
    }

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        CssValue[] horizontal = Array.ConvertAll(values, value => ((CornerValue)value).X), vertical = Array.ConvertAll(values, value => ((CornerValue)value).Y);
        SidesShorthand.WriteSides(horizontal, writer);
        for (int i = 0; i < 4; i++)
        {
            if (horizontal[i].Same(vertical[i])) continue;
            writer.Separate('/');
            SidesShorthand.WriteSides(vertical, writer);
            return;
        }
    }
}

/// <summary>The radii of one corner.</summary>
internal sealed class CornerValue(CssValue x, CssValue y) : CssValue
{
    public CssValue X { get; } = x;

    public CssValue Y { get; } = y;

    public static CssValue? Parse(ref ValueReader reader)
    {
        if (CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) is not { } x) return null;
        return new CornerValue(x, CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) ?? x);
    }

    public override void Write(ValueWriter writer)
    {
        X.Write(writer);
        if (X.Same(Y)) return;
        writer.Write(' ');
        Y.Write(writer);
    }

    public override bool IsCompatible(TargetSet targets) => X.IsCompatible(targets) && Y.IsCompatible(targets);
}

/// <summary><c>border-image</c> and <c>mask-border</c>: source, slice, then width and outset behind slashes, repeat.</summary>
internal sealed class BorderImageShorthand(string name, bool hasMode = false)
    : Shorthand(name, [$"{name}-source", $"{name}-slice", $"{name}-width", $"{name}-outset", $"{name}-repeat", .. (ReadOnlySpan<string>)(hasMode ? [$"{name}-mode"] : [])])
{
    public static KeywordSet Modes { get; } = new("alpha", "luminance");

    private static readonly Keyword s_alpha = new("alpha");

    public const string Repeat = "[ stretch | repeat | round | space ]{1,2}";

    private static readonly ValueGrammar s_repeat = ValueGrammar.Compile("stretch | repeat | round | space");

    public override CssValue[]? Parse(ref ValueReader reader)
    {
        CssValue? source = null, slice = null, width = null, outset = null, repeat = null, mode = null;
        while (!reader.AtEnd)
        {
            if (slice is null && ParseSlice(ref reader) is { } ownSlice)
            {
                slice = ownSlice;
                if (!reader.TryDelim('/')) continue;
                width = ParseWidth(ref reader);
                if (reader.TryDelim('/') && (outset = ParseOutset(ref reader)) is null) return null;
            }
            else if (repeat is null && ParseRepeat(ref reader) is { } ownRepeat) repeat = ownRepeat;
            else if (hasMode && mode is null && reader.TryKeyword(Modes) is { } ownMode) mode = ownMode;
            else if (source is null && ImageParser.TryImageOrNone(ref reader) is { } image) source = image;
            else return null;
        }

        if (source is null && slice is null && repeat is null && mode is null) return null;
        CssValue[] values = [source ?? new Keyword("none"), slice ?? new RawValue("100%"), width ?? new RawValue("1"), outset ?? new RawValue("0"), repeat ?? new RawValue("stretch")];
        return hasMode ? [.. values, mode ?? s_alpha] : values;
    }

    private static CssValue? Sides(ref ValueReader reader, Dimensions dimensions, string? word)
    {
        List<CssValue> values = [];
        while (values.Count < 4)
        {
            if (word is not null && reader.TryIdent(word)) values.Add(new Keyword(word));
            else if (CalcParser.TryNumeric(ref reader, dimensions) is { } value) values.Add(value);
            else break;
        }

        return SidesShorthand.Spread(values) is { } sides ? new SidesValue(sides) : null;
    }

    public static CssValue? ParseSlice(ref ValueReader reader)
    {
        ValueReader saved = reader;
        bool fill = reader.TryIdent("fill");
        if (Sides(ref reader, Dimensions.NumberPercentage, null) is not { } sides)
        {
            reader = saved;
            return null;
        }

        fill |= reader.TryIdent("fill");
        return fill ? new ListValue(' ', sides, new Keyword("fill")) : sides;
    }

    public static CssValue? ParseWidth(ref ValueReader reader) => Sides(ref reader, Dimensions.LengthPercentage | Dimensions.Number, "auto");

    public static CssValue? ParseOutset(ref ValueReader reader) => Sides(ref reader, Dimensions.Length | Dimensions.Number, null);

    public static CssValue? ParseRepeat(ref ValueReader reader)
    {
        if (RepeatWord(ref reader) is not { } x) return null;
        return RepeatWord(ref reader) is { } y && !x.Same(y) ? new ListValue(' ', x, y) : x;
    }

    private static CssValue? RepeatWord(ref ValueReader reader) => s_repeat.Match(ref reader) switch
    {
        Keyword { Name: "round" } round => new NewerValue(round, CssFeature.BorderImageRepeatRound),
        Keyword { Name: "space" } space => new NewerValue(space, CssFeature.BorderImageRepeatSpace),
        var word => word,
    };

    // What has a prefix fills without being told.
    public override VendorPrefix PrefixesOf(CssValue[] values, VendorPrefix prefixes) =>
        !hasMode && (prefixes & VendorPrefix.None) != 0 && values[1] is ListValue { Items: [.., Keyword { Name: "fill" }] } ? VendorPrefix.None : prefixes;

    public override void Write(CssValue[] values, ValueWriter writer)
    {
        values[0].Write(writer);
        bool hasWidth = values[2].Text != "1", hasOutset = values[3].Text != "0";
        if (values[1].Text != "100%" || hasWidth || hasOutset)
        {
            writer.Write(' ');
            values[1].Write(writer);
            if (hasWidth || hasOutset) writer.Separate('/');
            if (hasWidth) values[2].Write(writer);
            if (hasOutset)
            {
                writer.Separate('/');
                values[3].Write(writer);
            }
        }

        if (values[4].Text != "stretch") Word(values[4]);
        if (hasMode && !values[5].Same(s_alpha)) Word(values[5]);

        void Word(CssValue value)
        {
            writer.Write(' ');
            value.Write(writer);
        }
    }

    // The prefixed mask border is from before modes.
    public override CssValue? Missing(int longhand, VendorPrefix prefixes) => longhand == 5 && (prefixes & VendorPrefix.None) == 0 ? s_alpha : null;

    public override CssValue[] For(VendorPrefix prefix, CssValue[] values) => hasMode && prefix != VendorPrefix.None ? [.. values[..5], s_alpha] : values;

    public override bool KeepsPrefixWithImages => hasMode;
}

/// <summary>Values of four sides in one longhand.</summary>
internal sealed class SidesValue(CssValue[] sides) : CssValue
{
    public override void Write(ValueWriter writer) => SidesShorthand.WriteSides(sides, writer);

    public override bool IsCompatible(TargetSet targets) => Array.TrueForAll(sides, side => side.IsCompatible(targets));
}
