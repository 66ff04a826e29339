namespace Inox.Css;

/// <summary>A colour stop, or a hint between two when there is no colour.</summary>
internal readonly record struct GradientStop(CssValue? Color, CalcNode? Position);

internal enum GradientKind : byte { Linear, Radial, Conic }

/// <summary>Where a gradient goes: a side or corner, an angle, or nothing.</summary>
internal readonly record struct GradientLine(Numeric? Angle, string? Horizontal, string? Vertical)
{
    public bool IsDefault => Angle is null && Horizontal is null && Vertical is null;
}

/// <summary>A gradient (CSS Images 4, section 3), with or without a vendor's prefix.</summary>
internal sealed class GradientValue(GradientKind kind, bool repeating, VendorPrefix prefix, GradientLine line, CssValue? shape, PositionValue position, CalcNode? angle, GradientStop[] stops)
    : CssValue, IColored
{
    public GradientKind Kind { get; } = kind;

    public bool IsRepeating { get; } = repeating;

    public VendorPrefix Prefix { get; } = prefix;

    public GradientLine Line { get; } = line;

    public CssValue? Shape { get; } = shape;

    public PositionValue Position { get; } = position;

    public GradientStop[] Stops { get; } = stops;

    public string Name => $"{(IsRepeating ? "repeating-" : "")}{(Kind switch { GradientKind.Linear => "linear", GradientKind.Radial => "radial", _ => "conic" })}-gradient";

    /// <summary>The gradient for browsers that know it by a prefix, where directions say where it comes from.</summary>
    public GradientValue WithPrefix(VendorPrefix prefix)
    {
        // Old angles start at the right and go the other way round.
        if (Line.Angle is { } degrees && Kind == GradientKind.Linear && degrees.Canonical is 0 or 90 or 180 or 270)
        {
            return new(Kind, IsRepeating, prefix, new(new((450 - degrees.Canonical) % 360, CssUnit.Deg), null, null), Shape, Position, angle, Stops);
        }

        GradientLine line = Line.Angle is not null || Kind != GradientKind.Linear ? Line : new(null, Opposite(Line.Horizontal), Line.IsDefault ? "top" : Opposite(Line.Vertical));
        return new(Kind, IsRepeating, prefix, line, Shape, Position, angle, Stops);
    }

    private static string? Opposite(string? side) => side switch
    {
        "left" => "right",
        "right" => "left",
        "top" => "bottom",
        "bottom" => "top",
        _ => null,
    };

    public override void Write(ValueWriter writer)
    {
        if (Prefix == VendorPrefix.None && writer.Minify && CanReverse())
        {
            Reversed().Write(writer);
            return;
        }

        writer.Write(VendorPrefixes.Text(Prefix));
        writer.Write(Name);
        writer.Write('(');
        int length = writer.Output.Length;
        if (Kind == GradientKind.Linear) WriteLine(writer);
        else WriteShape(writer);
        if (writer.Output.Length > length) writer.Comma();
        WriteStops(writer);
        writer.Write(')');
    }

    // linear-gradient(to top, blue 10%, yellow 20%) is linear-gradient(yellow 80%, blue 90%).
    private bool CanReverse() =>
        Kind == GradientKind.Linear && !IsRepeating && (Line is { Horizontal: null, Vertical: "top" } || Line.Angle?.Value == 0)
        && Array.TrueForAll(Stops, stop => stop.Position is null or Numeric { Unit: CssUnit.Percent });

    private GradientValue Reversed()
    {
        GradientStop[] stops = Array.ConvertAll(Stops, stop => stop.Position is Numeric p ? stop with { Position = Numeric.Percent(100 - p.Value) } : stop);
        Array.Reverse(stops);
        return new(Kind, IsRepeating, Prefix, default, Shape, Position, angle, stops);
    }

    private void WriteLine(ValueWriter writer)
    {
        if (Line.Angle is { } own)
        {
            if (Prefix == VendorPrefix.None && own.Canonical == 180) return;
            own.WriteInner(writer);
            return;
        }

        if (Line.IsDefault || Line is { Horizontal: null, Vertical: "bottom" }) return;
        if (Prefix == VendorPrefix.None && writer.Minify && SideAngle() is { } side)
        {
            writer.Write(side);
            return;
        }

        if (Prefix == VendorPrefix.None) writer.Write("to ");
        if (Line.Vertical is not null) writer.Write(Line.Vertical);
        if (Line.Vertical is not null && Line.Horizontal is not null) writer.Write(' ');
        if (Line.Horizontal is not null) writer.Write(Line.Horizontal);
    }

    private string? SideAngle() => Line switch
    {
        { Vertical: null, Horizontal: "right" } => "90deg",
        { Vertical: null, Horizontal: "left" } => "270deg",
        { Vertical: "top", Horizontal: null } => "0deg",
        _ => null,
    };

    private void WriteShape(ValueWriter writer)
    {
        bool any = false;
        if (angle is not null && !angle.IsZero)
        {
            writer.Write("from ");
            angle.Write(writer);
            any = true;
        }

        if (Shape is not null)
        {
            Shape.Write(writer);
            any = true;
        }

        if (Position.IsCentered) return;
        writer.Write(any ? " at " : "at ");
        Position.Write(writer);
    }

    private void WriteStops(ValueWriter writer)
    {
        bool doubled = writer.Targets.Supports(CssFeature.DoublePositionGradients) && Prefix == VendorPrefix.None;
        bool first = true;
        for (int i = 0; i < Stops.Length; i++)
        {
            GradientStop stop = Stops[i];
            if (stop.Color is null && stop.Position is Numeric { Unit: CssUnit.Percent, Value: 50 }) continue;
            if (!first) writer.Comma();
            first = false;
            stop.Color?.Write(writer);
            if (stop.Color is not null && stop.Position is not null) writer.Write(' ');
            stop.Position?.Write(writer);
            if (!doubled || stop.Color is null || stop.Position is null || i + 1 >= Stops.Length || Stops[i + 1] is not { Position: not null } next || !stop.Color.Same(next.Color)) continue;
            writer.Write(' ');
            next.Position.Write(writer);
            i++;
        }
    }

    public override bool IsCompatible(TargetSet targets)
    {
        if (Kind == GradientKind.Conic && !targets.Supports(CssFeature.ConicGradient)) return false;
        foreach (GradientStop stop in Stops)
        {
            if (stop.Color is null && !targets.Supports(CssFeature.GradientInterpolationHints)) return false;
            if (!(stop.Color?.IsCompatible(targets) ?? true) || !(stop.Position?.IsCompatible(targets) ?? true)) return false;
        }

        return true;
    }

    public IEnumerable<CssValue> Colors() => Stops.Select(stop => stop.Color).OfType<CssValue>();

    public CssValue WithColors(Func<CssValue, CssValue> convert) =>
        new GradientValue(Kind, IsRepeating, Prefix, Line, Shape, Position, angle, Array.ConvertAll(Stops, stop => stop.Color is null ? stop : stop with { Color = convert(stop.Color) }));
}
