namespace Inox.Css;

/// <summary>Parses easing functions (CSS Easing 2), those that are a keyword to that keyword.</summary>
internal static class EasingParser
{
    private static readonly KeywordSet s_words = new("linear", "ease", "ease-in", "ease-out", "ease-in-out", "step-start", "step-end");
    private static readonly KeywordSet s_steps = new("jump-start", "jump-end", "jump-none", "jump-both", "start", "end");

    public static CssValue? TryParse(ref ValueReader reader)
    {
        if (reader.TryKeyword(s_words) is { } word) return word;
        ValueReader saved = reader;
        CssValue? easing = reader.TryFunction("cubic-bezier") ? ParseBezier(ref reader) : reader.TryFunction("steps") ? ParseSteps(ref reader) : reader.TryFunction("linear") ? ParseLinear(ref reader) : null;
        if (easing is not null && reader.Leave()) return easing;
        reader = saved;
        return null;
    }

    private static CssValue? ParseBezier(ref ValueReader reader)
    {
        CssValue[] points = new CssValue[4];
        for (int i = 0; i < 4; i++)
        {
            if ((i > 0 && !reader.TryComma()) || CalcParser.TryNumeric(ref reader, Dimensions.Number) is not { } point) return null;
            points[i] = point;
        }

        return string.Join(',', points.Select(point => point.Text)) switch
        {
            ".25,.1,.25,1" => s_words["ease"],
            ".42,0,1,1" => s_words["ease-in"],
            "0,0,.58,1" => s_words["ease-out"],
            ".42,0,.58,1" => s_words["ease-in-out"],
            _ => new FunctionValue("cubic-bezier", points),
        };
    }

    private static CssValue? ParseSteps(ref ValueReader reader)
    {
        if (reader.TryInteger() is not { } count) return null;
        string where = "end";
        if (reader.TryComma())
        {
            if (reader.TryKeyword(s_steps) is not { } word) return null;
            where = word.Name is "jump-start" ? "start" : word.Name is "jump-end" ? "end" : word.Name;
        }

        if (count == 1 && where == "start") return s_words["step-start"];
        if (count == 1 && where == "end") return s_words["step-end"];
        return new FunctionValue("steps", Numeric.Number(count), new Keyword(where));
    }

    // linear(<number> && <percentage>{0,2} #)
    private static CssValue? ParseLinear(ref ValueReader reader)
    {
        List<CssValue> stops = [];
        do
        {
            List<CssValue> parts = [];
            while (!reader.AtEnd && reader.Kind != CssTokenKind.Comma)
            {
                if (CalcParser.TryNumeric(ref reader, Dimensions.NumberPercentage) is not { } part) return null;
                parts.Add(part);
            }

            if (parts.Count == 0) return null;
            stops.Add(parts.Count == 1 ? parts[0] : new ListValue(' ', [.. parts]));
        }
        while (reader.TryComma());
        return new FunctionValue("linear", [.. stops]);
    }
}
