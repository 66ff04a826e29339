namespace Inox.Css;

/// <summary>Parses shadows: offsets, blur, spread, colour and <c>inset</c>.</summary>
internal static class ShadowParser
{
    public static CssValue? ParseBox(ref ValueReader reader) => ParseList(ref reader, withSpread: true);

    public static CssValue? ParseText(ref ValueReader reader) => ParseList(ref reader, withSpread: true);

    private static CssValue? ParseList(ref ValueReader reader, bool withSpread)
    {
        if (reader.TryIdent("none")) return new Keyword("none");
        List<CssValue> shadows = [];
        do
        {
            if (ParseOne(ref reader, withSpread) is not { } shadow) return null;
            shadows.Add(shadow);
        }
        while (reader.TryComma());
        return shadows.Count == 1 ? shadows[0] : new ListValue(',', [.. shadows]);
    }

    public static ShadowValue? ParseOne(ref ValueReader reader, bool withSpread)
    {
        CssValue? color = null;
        CalcNode[]? lengths = null;
        bool inset = false;
        while (!reader.AtEnd && reader.Kind != CssTokenKind.Comma)
        {
            if (!inset && withSpread && reader.TryIdent("inset")) inset = true;
            else if (color is null && ColorParser.TryColor(ref reader) is { } own) color = own;
            else if (lengths is null && ParseLengths(ref reader, withSpread ? 4 : 3) is { Length: >= 2 } numbers) lengths = numbers;
            else return null;
        }

        return lengths is null ? null : new(lengths, color ?? ColorParser.CurrentColor, inset);
    }

    private static CalcNode[] ParseLengths(ref ValueReader reader, int max)
    {
        List<CalcNode> lengths = [];
        while (lengths.Count < max && CalcParser.TryWithZero(ref reader, Dimensions.Length) is { } length) lengths.Add(length);
        return [.. lengths];
    }
}

/// <summary>One shadow.</summary>
internal sealed class ShadowValue(CalcNode[] lengths, CssValue color, bool inset) : CssValue, IColored
{
    public override void Write(ValueWriter writer)
    {
        if (inset) writer.Write("inset ");
        int count = lengths.Length;
        while (count > 2 && lengths[count - 1].IsZero) count--;
        for (int i = 0; i < count; i++)
        {
            if (i > 0) writer.Write(' ');
            lengths[i].Write(writer);
        }

        if (color == ColorParser.CurrentColor) return;
        writer.Write(' ');
        color.Write(writer);
    }

    public override bool IsCompatible(TargetSet targets) => color.IsCompatible(targets) && Array.TrueForAll(lengths, length => length.IsCompatible(targets));

    public IEnumerable<CssValue> Colors() => [color];

    public CssValue WithColors(Func<CssValue, CssValue> convert) => new ShadowValue(lengths, convert(color), inset);
}

/// <summary>Parses filter functions (Filter Effects 1).</summary>
internal static class FilterParser
{
    public static CssValue? Parse(ref ValueReader reader)
    {
        if (reader.TryIdent("none")) return new Keyword("none");
        List<CssValue> filters = [];
        while (!reader.AtEnd)
        {
            CssValue? filter = reader.TryUrl() ?? ParseFunction(ref reader);
            if (filter is null) return null;
            filters.Add(filter);
        }

        return filters.Count == 0 ? null : new FilterList([.. filters]);
    }

    private static CssValue? ParseFunction(ref ValueReader reader)
    {
        if (reader.Kind != CssTokenKind.Function) return null;
        string name = reader.Decoded().ToLowerInvariant();
        if (!reader.Enter()) return null;
        CssValue? filter;
        switch (name)
        {
            case "blur":
                CalcNode? radius = CalcParser.TryWithZero(ref reader, Dimensions.Length);
                filter = radius is null || radius.IsZero ? new FunctionValue(name) : new FunctionValue(name, radius);
                break;
            case "hue-rotate":
                CalcNode? angle = CalcParser.TryWithZero(ref reader, Dimensions.Angle);
                filter = angle is null || angle.IsZero ? new FunctionValue(name) : new FunctionValue(name, angle);
                break;
            case "drop-shadow":
                ShadowValue? shadow = ShadowParser.ParseOne(ref reader, withSpread: false);
                filter = shadow is null ? null : new DropShadow(shadow);
                break;
            case "brightness" or "contrast" or "grayscale" or "invert" or "opacity" or "saturate" or "sepia":
                CalcNode? amount = CalcParser.TryNumeric(ref reader, Dimensions.NumberPercentage);
                filter = amount is null or Numeric { Unit: CssUnit.Number, Value: 1 } or Numeric { Unit: CssUnit.Percent, Value: 100 } ? new FunctionValue(name) : new FunctionValue(name, amount);
                break;
            default:
                return null;
        }

        return filter is not null && reader.Leave() ? filter : null;
    }

    private sealed class FilterList(CssValue[] filters) : CssValue, IColored
    {
        public override void Write(ValueWriter writer)
        {
            for (int i = 0; i < filters.Length; i++)
            {
                if (i > 0) writer.OptionalSpace();
                filters[i].Write(writer);
            }
        }

        public override bool IsCompatible(TargetSet targets) => Array.TrueForAll(filters, filter => filter.IsCompatible(targets));

        public IEnumerable<CssValue> Colors() => filters;

        public CssValue WithColors(Func<CssValue, CssValue> convert) => new FilterList(Array.ConvertAll(filters, filter => convert(filter)));
    }

    private sealed class DropShadow(CssValue shadow) : CssValue, IColored
    {
        public override void Write(ValueWriter writer)
        {
            writer.Write("drop-shadow(");
            shadow.Write(writer);
            writer.Write(')');
        }

        public override bool IsCompatible(TargetSet targets) => shadow.IsCompatible(targets);

        public IEnumerable<CssValue> Colors() => [shadow];

        public CssValue WithColors(Func<CssValue, CssValue> convert) => new DropShadow(convert(shadow));
    }
}
