namespace Inox.Css;

/// <summary>The first syntax for gradients: <c>-webkit-gradient(linear, 0 0, 0 100%, from(red), to(blue))</c>.</summary>
internal sealed class WebkitGradientValue(bool radial, string[] points, (string? At, CssValue Color)[] stops) : CssValue, IColored
{
    public static WebkitGradientValue? TryParse(ref ValueReader reader)
    {
        if (!reader.Enter()) return null;
        bool radial = reader.TryIdent("radial");
        if (!radial && !reader.TryIdent("linear")) return null;
        List<string> points = [];
        int count = radial ? 4 : 2;
        for (int i = 0; i < count; i++)
        {
            if (!reader.TryComma()) return null;
            if ((radial && i % 2 == 1 ? CalcParser.TryNumeric(ref reader, Dimensions.Number)?.Text : ReadPoint(ref reader)) is not { } point) return null;
            points.Add(point);
        }

        List<(string?, CssValue)> stops = [];
        while (reader.TryComma())
        {
            if (ReadStop(ref reader) is not { } stop) return null;
            stops.Add(stop);
        }

        return reader.Leave() ? new(radial, [.. points], [.. stops]) : null;
    }

    private static string? ReadPoint(ref ValueReader reader)
    {
        string? x = ReadCoordinate(ref reader, "left", "right");
        return x is not null && ReadCoordinate(ref reader, "top", "bottom") is { } y ? $"{x} {y}" : null;
    }

    private static string? ReadCoordinate(ref ValueReader reader, string near, string far)
    {
        if (reader.TryIdent(near)) return near;
        if (reader.TryIdent(far)) return far;
        if (reader.TryIdent("center")) return "center";
        return CalcParser.TryNumeric(ref reader, Dimensions.NumberPercentage) is { } value ? value.IsZero ? "0" : value.Text : null;
    }

    private static (string?, CssValue)? ReadStop(ref ValueReader reader)
    {
        string? at;
        if (reader.TryFunction("from")) at = "from";
        else if (reader.TryFunction("to")) at = "to";
        else if (reader.TryFunction("color-stop"))
        {
            if (CalcParser.TryNumeric(ref reader, Dimensions.NumberPercentage) is not Numeric position || !reader.TryComma()) return null;
            at = (position.Unit == CssUnit.Percent ? Numeric.Number(position.Value / 100) : position).Text;
            if (at is "0" or "1") at = at == "0" ? "from" : "to";
        }
        else return null;

        return ColorParser.TryColor(ref reader) is { } color && reader.Leave() ? (at, color) : null;
    }

    /// <summary>The gradient in this syntax; null where it has no words for it.</summary>
    public static WebkitGradientValue? From(GradientValue gradient)
    {
        if (gradient.IsRepeating || gradient.Kind == GradientKind.Conic || Line(gradient) is not { } line) return null;
        (string?, CssValue)[]? stops = Stops(gradient.Stops);
        if (stops is null) return null;
        if (gradient.Kind == GradientKind.Linear)
        {
            (string? horizontal, string? vertical) = (line.Horizontal, line.IsDefault ? "bottom" : line.Vertical);
            string x0 = horizontal == "left" ? "100%" : "0", x1 = horizontal == "right" ? "100%" : "0";
            string y0 = vertical == "top" ? "100%" : "0", y1 = vertical == "bottom" ? "100%" : "0";
            return new(false, [$"{x0} {y0}", $"{x1} {y1}"], stops);
        }

        if (gradient.Shape is not Numeric { Unit: CssUnit.Px } radius || Point(gradient.Position) is not { } center) return null;
        return new(true, [center, "0", center, Numeric.Number(radius.Value).Text], stops);
    }

    // An angle along a side is that side; for others there are no points without the size of the box.
    private static GradientLine? Line(GradientValue gradient) => gradient.Line.Angle is not { } angle ? gradient.Line : angle.Canonical switch
    {
        0 => new(null, null, "top"),
        90 => new(null, "right", null),
        180 => new(null, null, "bottom"),
        270 => new(null, "left", null),
        _ => null,
    };

    private static string? Point(PositionValue position)
    {
        string? x = Coordinate(position.X, "left", "right"), y = Coordinate(position.Y, "top", "bottom");
        return x is null || y is null ? null : $"{x} {y}";
    }

    private static string? Coordinate(AxisPosition axis, string near, string far)
    {
        if (axis.IsCenter) return "center";
        if (axis.Offset is null) return axis.FromFar ? far : near;
        if (axis.FromFar) return null;
        return axis.Offset is Numeric numeric ? numeric.Unit == CssUnit.Px ? Numeric.Number(numeric.Value).Text : numeric.Text : null;
    }

    private static (string?, CssValue)[]? Stops(GradientStop[] stops)
    {
        (string?, CssValue)[] result = new (string?, CssValue)[stops.Length];
        for (int i = 0; i < stops.Length; i++)
        {
            if (stops[i].Color is not { } color) return null;
            string? at = stops[i].Position switch
            {
                null when i == 0 => "from",
                null when i == stops.Length - 1 => "to",
                null => Numeric.Number(i / (float)(stops.Length - 1)).Text,
                Numeric { Unit: CssUnit.Percent, Value: 0 } => "from",
                Numeric { Unit: CssUnit.Percent, Value: 100 } => "to",
                Numeric { Unit: CssUnit.Percent } percent => Numeric.Number(percent.Value / 100).Text,
                _ => null,
            };
            if (at is null) return null;
            result[i] = (at, color);
        }

        return result;
    }

    public override void Write(ValueWriter writer)
    {
        writer.Write(radial ? "-webkit-gradient(radial" : "-webkit-gradient(linear");
        foreach (string point in points)
        {
            writer.Comma();
            writer.Write(writer.Minify ? Shorten(point) : point);
        }

        foreach ((string? at, CssValue color) in stops)
        {
            writer.Comma();
            bool named = at is "from" or "to";
            writer.Write(named ? at! : "color-stop");
            writer.Write('(');
            if (!named)
            {
                writer.Write(at!);
                writer.Comma();
            }

            color.Write(writer);
            writer.Write(')');
        }

        writer.Write(')');
    }

    private static string Shorten(string point) => string.Join(' ', Array.ConvertAll(point.Split(' '), static word => word switch
    {
        "left" or "top" => "0",
        "right" or "bottom" => "100%",
        "center" => "50%",
        _ => word,
    }));

    public IEnumerable<CssValue> Colors() => stops.Select(stop => stop.Color);

    public CssValue WithColors(Func<CssValue, CssValue> convert) => new WebkitGradientValue(radial, points, Array.ConvertAll(stops, stop => (stop.At, convert(stop.Color))));
}
