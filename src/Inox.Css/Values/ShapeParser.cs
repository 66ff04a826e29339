namespace Inox.Css;

/// <summary>Parses basic shapes (CSS Shapes 1) and <c>clip-path</c>.</summary>
internal static class ShapeParser
{
    private static readonly KeywordSet s_boxes = new("border-box", "padding-box", "content-box", "margin-box", "fill-box", "stroke-box", "view-box");
    private static readonly ValueGrammar s_radius = ValueGrammar.Compile("closest-side | farthest-side | <length-percentage>");

    // none | <url> | <basic-shape> || <geometry-box>
    public static CssValue? ParseClipPath(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return new Keyword("none");
        if (reader.TryUrl() is { } url) return url;
        CssValue? box = reader.TryKeyword(s_boxes);
        CssValue? shape = ParseShape(ref reader);
        box ??= reader.TryKeyword(s_boxes);
        if (shape is null) return box;
        return box is null || box.IsKeyword("border-box") ? shape : new ListValue(' ', shape, box);
    }

    private static CssValue? ParseShape(ref ValueReader reader)
    {
        CssValue? shape;
        if (reader.TryFunction("circle")) shape = ParseRound(ref reader, "circle", 1);
        else if (reader.TryFunction("ellipse")) shape = ParseRound(ref reader, "ellipse", 2);
        else if (reader.TryFunction("inset")) shape = ParseInset(ref reader);
        else if (reader.TryFunction("polygon")) shape = ParsePolygon(ref reader);
        else return null;
        return shape is not null && reader.Leave() ? shape : null;
    }

    private static CssValue? ParseRound(ref ValueReader reader, string name, int count)
    {
        List<CssValue> radii = [];
        while (radii.Count < count && s_radius.Match(ref reader) is { } radius) radii.Add(radius);
        if (radii.Count is not 0 && radii.Count != count) return null;
        if (radii.TrueForAll(radius => radius.IsKeyword("closest-side"))) radii.Clear();
        if (reader.TryIdent("at"))
        {
            if (PositionValue.TryParse(ref reader) is not { } position) return null;
            if (!position.IsCentered) radii.Add(new PrefixedValue("at ", position));
        }

        return radii.Count == 0 ? new FunctionValue(name) : new FunctionValue(name, new ListValue(' ', [.. radii]));
    }

    private static CssValue? ParseInset(ref ValueReader reader)
    {
        List<CssValue> sides = [];
        while (sides.Count < 4 && CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) is { } side) sides.Add(side);
        if (SidesShorthand.Spread(sides) is not { } four) return null;
        CssValue inset = new SidesValue(four);
        if (!reader.TryIdent("round")) return new FunctionValue("inset", inset);
        if (Borders.Radius.ParseValue(ref reader) is not { } radius) return null;
        return new FunctionValue("inset", radius.Text == "0" ? inset : new ListValue(' ', inset, new PrefixedValue("round ", radius)));
    }

    private static CssValue? ParsePolygon(ref ValueReader reader)
    {
        List<CssValue> points = [];
        if (reader.TryIdent("evenodd"))
        {
            points.Add(new Keyword("evenodd"));
            if (!reader.TryComma()) return null;
        }
        else if (reader.TryIdent("nonzero") && !reader.TryComma()) return null;

        do
        {
            if (CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) is not { } x || CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) is not { } y) return null;
            points.Add(new ListValue(' ', x, y));
        }
        while (reader.TryComma());
        return new FunctionValue("polygon", [.. points]);
    }
}

/// <summary>A value behind a word.</summary>
internal sealed class PrefixedValue(string prefix, CssValue value) : CssValue
{
    public override void Write(ValueWriter writer)
    {
        writer.Write(prefix);
        value.Write(writer);
    }

    public override bool IsCompatible(TargetSet targets) => value.IsCompatible(targets);
}
