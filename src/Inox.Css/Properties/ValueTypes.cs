namespace Inox.Css;

/// <summary>The types that grammars name.</summary>
internal static class ValueTypes
{
    public static ValueParser Find(string name) => name switch
    {
        "color" => ColorParser.TryColor,
        "number" => static (ref reader) => CalcParser.TryNumeric(ref reader, Dimensions.Number),
        "integer" => CalcParser.TryInteger,
        "percentage" => static (ref reader) => CalcParser.TryNumeric(ref reader, Dimensions.Percentage),
        "number-percentage" => NumberOrPercentage,
        "alpha" => Alpha,
        "length" => static (ref reader) => CalcParser.TryWithZero(ref reader, Dimensions.Length),
        "length-percentage" => static (ref reader) => CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage),
        "length-number" => static (ref reader) => CalcParser.TryNumeric(ref reader, Dimensions.Length | Dimensions.Number),
        "length-percentage-number" => static (ref reader) => CalcParser.TryNumeric(ref reader, Dimensions.LengthPercentage | Dimensions.Number),
        "angle" => static (ref reader) => CalcParser.TryWithZero(ref reader, Dimensions.Angle),
        "time" => static (ref reader) => CalcParser.TryNumeric(ref reader, Dimensions.Time),
        "resolution" => static (ref reader) => CalcParser.TryNumeric(ref reader, Dimensions.Resolution),
        "flex" => static (ref reader) => CalcParser.TryNumeric(ref reader, Dimensions.Flex),
        "string" => static (ref reader) => reader.TryString() is { } text ? new StringValue(text) : null,
        "url" => static (ref reader) => reader.TryUrl(),
        "custom-ident" => static (ref reader) => reader.TryCustomIdent(),
        "dashed-ident" => static (ref reader) => reader.TryDashedIdent(),
        "length-pair" => LengthPair,
        "ratio" => Ratio,
        "fit-content" => FitContent,
        "image-url" => ImageParser.TryImageOrNone,
        "vendor-sticky" => static (ref reader) => reader.TryIdent("-webkit-sticky") ? new Keyword("-webkit-sticky") : null,
        "baseline" => Baseline,
        "image" => ImageParser.TryImage,
        "position" => static (ref reader) => PositionValue.TryParse(ref reader),
        "list-style-type" => ListStyleType,
        "emphasis-style" => EmphasisStyle,
        "emphasis-position" => EmphasisPosition,
        _ => throw new InvalidOperationException($"no type {name}"),
    };

    // 50% is .5 wherever both stand for the same.
    private static CssValue? NumberOrPercentage(ref ValueReader reader)
    {
        if (CalcParser.TryNumeric(ref reader, Dimensions.NumberPercentage) is not { } value) return null;
        return value is Numeric { Unit: CssUnit.Percent } percent ? Numeric.Number(percent.Value / 100) : value;
    }

    private static CssValue? Alpha(ref ValueReader reader) =>
        NumberOrPercentage(ref reader) is Numeric number ? Numeric.Number(number.Value) : null;

    // 1px 1px is 1px
    private static CssValue? LengthPair(ref ValueReader reader)
    {
        if (CalcParser.TryWithZero(ref reader, Dimensions.Length) is not { } first) return null;
        return CalcParser.TryWithZero(ref reader, Dimensions.Length) is { } second && !second.Same(first) ? new ListValue(' ', first, second) : first;
    }

    // <number> [ / <number> ]?
    private static CssValue? Ratio(ref ValueReader reader)
    {
        if (CalcParser.TryNumeric(ref reader, Dimensions.Number) is not { } first) return null;
        if (!reader.TryDelim('/')) return new ListValue('/', first);
        return CalcParser.TryNumeric(ref reader, Dimensions.Number) is { } second ? new ListValue('/', first, second) : null;
    }

    private static CssValue? FitContent(ref ValueReader reader)
    {
        if (reader.Kind == CssTokenKind.Ident && reader.Name is "-webkit-fill-available" or "-moz-available" or "-webkit-fit-content" or "-moz-fit-content" or "-webkit-min-content" or "-moz-min-content" or "-webkit-max-content" or "-moz-max-content")
        {
            Keyword keyword = new(reader.Decoded());
            reader.Next();
            return keyword;
        }

        if (!reader.TryFunction("fit-content")) return null;
        return CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) is { } limit && reader.Leave() ? new FunctionValue("fit-content", limit) : null;
    }

    private static readonly KeywordSet s_marks = new("dot", "circle", "double-circle", "triangle", "sesame"), s_fills = new("filled", "open");

    // none | <string> | [ filled | open ] || <mark>; a mark is filled
    private static CssValue? EmphasisStyle(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return new Keyword("none");
        if (reader.TryString() is { } text) return new StringValue(text);
        Keyword? fill = reader.TryKeyword(s_fills), mark = reader.TryKeyword(s_marks);
        fill ??= reader.TryKeyword(s_fills);
        if (mark is null) return fill;
        return fill is { Name: "open" } ? new ListValue(' ', fill, mark) : mark;
    }

    private static readonly KeywordSet s_lines = new("over", "under"), s_hands = new("right", "left");

    // [ over | under ] && [ right | left ]?; right is where it is left out
    private static CssValue? EmphasisPosition(ref ValueReader reader)
    {
        Keyword? hand = reader.TryKeyword(s_hands), line = reader.TryKeyword(s_lines);
        hand ??= reader.TryKeyword(s_hands);
        if (line is null) return null;
        return hand is { Name: "left" } ? new ListValue(' ', line, hand) : line;
    }

    private static readonly KeywordSet s_systems = new("cyclic", "numeric", "alphabetic", "symbolic", "fixed");

    // symbols( <symbols-type>? [ <string> | <image> ]+ )
    private static FunctionValue? Symbols(ref ValueReader reader)
    {
        if (!reader.TryFunction("symbols")) return null;
        List<CssValue> parts = [];
        if (reader.TryKeyword(s_systems) is { Name: not "symbolic" } system) parts.Add(system);
        while (!reader.AtEnd)
        {
            if ((reader.TryString() is { } text ? new StringValue(text) : ImageParser.TryImage(ref reader)) is not { } symbol) return null;
            parts.Add(symbol);
        }

        return parts.Count > 0 && reader.Leave() ? new("symbols", new ListValue(' ', [.. parts])) : null;
    }

    private static CssValue? ListStyleType(ref ValueReader reader)
    {
        if (reader.TryString() is { } text) return new StringValue(text);
        return Symbols(ref reader) ?? (CssValue?)reader.TryCustomIdent();
    }

    // first baseline is baseline
    private static CssValue? Baseline(ref ValueReader reader)
    {
        if (reader.TryIdent("baseline")) return new Keyword("baseline");
        bool last = reader.TryIdent("last");
        if (!last && !reader.TryIdent("first")) return null;
        return reader.TryIdent("baseline") ? new Keyword(last ? "last baseline" : "baseline") : null;
    }
}
