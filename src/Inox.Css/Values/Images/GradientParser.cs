namespace Inox.Css;

/// <summary>Parses gradients of the standard and of the vendors.</summary>
internal static class GradientParser
{
    private static readonly KeywordSet s_extents = new("closest-side", "farthest-side", "closest-corner", "farthest-corner", "contain", "cover");

    public static CssValue? TryParse(ref ValueReader reader)
    {
        if (reader.Kind != CssTokenKind.Function || !reader.Name.EndsWith("gradient", StringComparison.OrdinalIgnoreCase)) return null;
        string name = reader.Decoded().ToLowerInvariant();
        VendorPrefix prefix = VendorPrefixes.Of(name);
        name = prefix == VendorPrefix.None ? name : name[VendorPrefixes.Text(prefix).Length..];
        if (name == "gradient" && prefix == VendorPrefix.Webkit) return WebkitGradientValue.TryParse(ref reader);
        bool repeating = name.StartsWith("repeating-", StringComparison.Ordinal);
        GradientKind? kind = (repeating ? name["repeating-".Length..] : name) switch
        {
            "linear-gradient" => GradientKind.Linear,
            "radial-gradient" => GradientKind.Radial,
            "conic-gradient" when prefix == VendorPrefix.None => GradientKind.Conic,
            _ => null,
        };
        if (kind is null || !reader.Enter()) return null;
        GradientValue? gradient = kind switch
        {
            GradientKind.Linear => ParseLinear(ref reader, repeating, prefix),
            GradientKind.Radial => ParseRadial(ref reader, repeating, prefix),
            _ => ParseConic(ref reader, repeating),
        };
        return gradient is not null && reader.Leave() ? gradient : null;
    }

    private static GradientValue? ParseLinear(ref ValueReader reader, bool repeating, VendorPrefix prefix)
    {
        GradientLine line = default;
        ValueReader saved = reader;
        if (CalcParser.TryWithZero(ref reader, Dimensions.Angle) is Numeric angle) line = new(angle, null, null);
        else if (prefix != VendorPrefix.None || reader.TryIdent("to"))
        {
            string? horizontal = null, vertical = null;
            while (reader.Kind == CssTokenKind.Ident)
            {
                if (horizontal is null && reader.TryIdent("left")) horizontal = "left";
                else if (horizontal is null && reader.TryIdent("right")) horizontal = "right";
                else if (vertical is null && reader.TryIdent("top")) vertical = "top";
                else if (vertical is null && reader.TryIdent("bottom")) vertical = "bottom";
                else break;
            }

            line = new(null, horizontal, vertical);
            if (line.IsDefault && prefix == VendorPrefix.None) return null;
        }

        if (!line.IsDefault && !reader.TryComma()) return null;
        if (line.IsDefault) reader = saved;
        return ParseStops(ref reader, Dimensions.LengthPercentage) is { } stops ? new(GradientKind.Linear, repeating, prefix, line, null, PositionValue.Centered, null, stops) : null;
    }

    private static GradientValue? ParseRadial(ref ValueReader reader, bool repeating, VendorPrefix prefix)
    {
        ValueReader saved = reader;
        CssValue? shape = ParseShape(ref reader, out bool any);
        PositionValue position = PositionValue.Centered;
        if (reader.TryIdent("at"))
        {
            if (PositionValue.TryParse(ref reader) is not { } own) return null;
            position = own;
            any = true;
        }

        if (any && !reader.TryComma()) return null;
        if (!any) reader = saved;
        return ParseStops(ref reader, Dimensions.LengthPercentage) is { } stops ? new(GradientKind.Radial, repeating, prefix, default, shape, position, null, stops) : null;
    }

    // [ circle | ellipse ] || <size>; what is left out is what it implies.
    private static CssValue? ParseShape(ref ValueReader reader, out bool any)
    {
        bool circle = false, ellipse = false;
        Keyword? extent = null;
        CalcNode? x = null, y = null;
        any = false;
        while (true)
        {
            if (!circle && !ellipse && reader.TryIdent("circle")) circle = true;
            else if (!circle && !ellipse && reader.TryIdent("ellipse")) ellipse = true;
            else if (extent is null && x is null && reader.TryKeyword(s_extents) is { } word) extent = word;
            else if (extent is null && x is null && CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage) is { } radius)
            {
                x = radius;
                y = CalcParser.TryWithZero(ref reader, Dimensions.LengthPercentage);
            }
            else break;
            any = true;
        }

        if (x is not null) return y is null ? x : new ListValue(' ', x, y);
        if (extent?.Name == "farthest-corner") extent = null;
        if (circle) return extent is null ? new Keyword("circle") : new ListValue(' ', new Keyword("circle"), extent);
        return extent;
    }

    private static GradientValue? ParseConic(ref ValueReader reader, bool repeating)
    {
        CalcNode? angle = null;
        PositionValue position = PositionValue.Centered;
        bool any = false;
        if (reader.TryIdent("from"))
        {
            if ((angle = CalcParser.TryWithZero(ref reader, Dimensions.Angle)) is null) return null;
            any = true;
        }

        if (reader.TryIdent("at"))
        {
            if (PositionValue.TryParse(ref reader) is not { } own) return null;
            position = own;
            any = true;
        }

        if (any && !reader.TryComma()) return null;
        return ParseStops(ref reader, Dimensions.Angle | Dimensions.Percentage) is { } stops ? new(GradientKind.Conic, repeating, VendorPrefix.None, default, null, position, angle, stops) : null;
    }

    private static GradientStop[]? ParseStops(ref ValueReader reader, Dimensions positions)
    {
        List<GradientStop> stops = [];
        do
        {
            if (CalcParser.TryWithZero(ref reader, positions) is { } hint)
            {
                if (stops.Count == 0 || ColorParser.TryColor(ref reader) is not { } late) stops.Add(new(null, hint));
                else stops.Add(new(late, hint));
                continue;
            }

            if (ColorParser.TryColor(ref reader) is not { } color) return null;
            CalcNode? first = CalcParser.TryWithZero(ref reader, positions), second = first is null ? null : CalcParser.TryWithZero(ref reader, positions);
            stops.Add(new(color, first));
            if (second is not null) stops.Add(new(color, second));
        }
        while (reader.TryComma());
        return stops.Count >= 2 && reader.AtEnd ? [.. stops] : null;
    }
}
