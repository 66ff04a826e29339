namespace Inox.Css;

/// <summary>
/// Reads the channels of one colour function, their names standing for those of the origin where there is one (CSS Color 5, section 4). What a
/// channel gives is in the units of <see cref="ColorComponents"/>.
/// </summary>
internal ref struct ColorChannels(ColorSpace space)
{
    private static readonly string[][] s_names =
    [
        ["r", "g", "b"], ["h", "s", "l"], ["h", "w", "b"], ["r", "g", "b"], ["r", "g", "b"], ["r", "g", "b"], ["r", "g", "b"], ["r", "g", "b"], ["r", "g", "b"],
        ["x", "y", "z"], ["x", "y", "z"], ["l", "a", "b"], ["l", "c", "h"], ["l", "a", "b"], ["l", "c", "h"],
    ];

    private ColorSpace _space = space;
    private float[]? _origin;
    private bool _firstIsPercentage;

    public readonly bool IsRelative => _origin is not null;

    /// <summary>Whether commas stand between the channels, which leaves no room for <c>none</c> and mixed types.</summary>
    public bool IsOldSyntax { get; set; }

    public bool AllowsComma { get; private set; } = true;

    // from <color>
    public bool ReadOrigin(ref ValueReader reader) => ReadOriginColor(ref reader, out CssValue? origin) && Convert(origin, _space);

    public bool ReadOriginColor(ref ValueReader reader, out CssValue? origin)
    {
        origin = null;
        if (!reader.TryIdent("from")) return true;
        origin = ColorParser.TryColor(ref reader);
        HasLightDark = origin is LightDarkValue;
        if (origin is not null) origin = LightDarkValue.Side(origin, IsDark);
        return origin is ColorValue;
    }

    /// <summary>Which side counts of an origin with a colour for each scheme, and whether it was one.</summary>
    public bool IsDark { get; init; }

    public bool HasLightDark { get; private set; }

    /// <summary>Makes the channels those of <paramref name="space"/>, with the values of the origin.</summary>
    public bool Convert(CssValue? origin, ColorSpace space)
    {
        _space = space;
        if (origin is not ColorValue color) return true;
        ColorComponents own = GamutMappedOrigin(color.Components, space);
        (float first, float others) = Scales;
        _origin = [own.A * first, own.B * others, own.C * others, own.Alpha];
        int hue = own.Space is ColorSpace.Lch or ColorSpace.Oklch ? 2 : 0;
        if (own.IsPolar) _origin[hue] = own.Space == color.Components.Space ? Wrap(_origin[hue]) : _origin[hue];
        return true;
    }

    private static float Wrap(float hue) => hue is >= 0 and <= 360 ? hue : hue % 360 + (hue < 0 ? 360 : 0);

    private static ColorComponents GamutMappedOrigin(ColorComponents origin, ColorSpace space)
    {
        ColorComponents resolved = origin.Resolved;
        if (space is ColorSpace.Hsl or ColorSpace.Hwb or ColorSpace.Rgb) return GamutMapping.Fit(space, resolved);
        return ColorConversion.To(space, resolved);
    }

    // What a number of 1 in the source is as component: rgb(255 0 0), hsl(0 100 50).
    private readonly (float First, float Others) Scales => _space switch
    {
        ColorSpace.Rgb => (255, 255),
        ColorSpace.Hsl or ColorSpace.Hwb => (1, 100),
        _ => (1, 1),
    };

    private readonly bool IsHue(int index) =>
        (index == 0 && _space is ColorSpace.Hsl or ColorSpace.Hwb) || (index == 2 && _space is ColorSpace.Lch or ColorSpace.Oklch);

    // What 100% stands for.
    private readonly float PercentageScale(int index) => (_space, index) switch
    {
        (ColorSpace.Lab or ColorSpace.Lch, 0) => 100,
        (ColorSpace.Lab, _) => 125,
        (ColorSpace.Lch, 1) => 150,
        (ColorSpace.Oklab or ColorSpace.Oklch, not 0) => 0.4f,
        _ => 1,
    };

    /// <summary>The channel, NaN for <c>none</c>; null when there is none.</summary>
    public float? Read(ref ValueReader reader, int index)
    {
        if (reader.TryIdent("none"))
        {
            AllowsComma = false;
            return IsOldSyntax ? null : float.NaN;
        }

        if (IsHue(index)) return ReadHue(ref reader);
        if (ReadName(ref reader, isHue: false) is { } named) return Bound(FromNumber(named, index), index);
        if (TryCalculated(ref reader, Dimensions.NumberPercentage) is not { } value) return null;
        bool percentage = value.Unit == CssUnit.Percent;
        if (index == 0) _firstIsPercentage = percentage;
        if (_space == ColorSpace.Rgb && index == 0) AllowsComma = true;
        if (IsOldSyntax && (_space == ColorSpace.Hsl ? !percentage : percentage != _firstIsPercentage)) return null;
        return Bound(percentage ? value.Value / 100 * PercentageScale(index) : FromNumber(value.Value, index), index);
    }

    private readonly float FromNumber(float value, int index)
    {
        (float first, float others) = Scales;
        return value / (index == 0 ? first : others);
    }

    // Lightness does not go below black, chroma not below gray.
    private readonly float Bound(float value, int index)
    {
        bool bounded = index == 0 ? _space >= ColorSpace.Lab : index == 1 && _space is ColorSpace.Lch or ColorSpace.Oklch;
        if (_space == ColorSpace.Hsl && index == 1) bounded = true;
        return bounded ? MathF.Max(value, 0) : value;
    }

    private float? ReadHue(ref ValueReader reader)
    {
        if (ReadName(ref reader, isHue: true) is { } named) return named;
        Dimensions allowed = Dimensions.Number | Dimensions.Angle;
        if (TryCalculated(ref reader, allowed) is not { } value) return null;
        return value.Unit == CssUnit.Number ? value.Value : value.Canonical;
    }

    // A hue is an angle: no other channel takes it.
    private readonly float? ReadName(ref ValueReader reader, bool isHue)
    {
        if (_origin is null || reader.Kind != CssTokenKind.Ident || Find(reader.Name, isHue) is not { } value) return null;
        reader.Next();
        return value;
    }

    private readonly float? Find(ReadOnlySpan<char> name, bool isHue)
    {
        string[] names = s_names[(int)_space];
        for (int i = 0; i < names.Length; i++)
        {
            if (CssEscapes.EqualsIgnoreCase(name, names[i])) return IsHue(i) && !isHue ? null : _origin![i];
        }

        return CssEscapes.EqualsIgnoreCase(name, "alpha") ? _origin![3] : null;
    }

    private readonly Numeric? TryCalculated(ref ValueReader reader, Dimensions allowed)
    {
        if (_origin is null) return CalcParser.TryNumeric(ref reader, allowed) as Numeric;
        float[] origin = _origin;
        string[] names = s_names[(int)_space];
        return CalcParser.TryNumeric(ref reader, allowed, Resolve) as Numeric;

        Numeric? Resolve(ReadOnlySpan<char> name)
        {
            for (int i = 0; i < names.Length; i++)
            {
                if (CssEscapes.EqualsIgnoreCase(name, names[i])) return new(origin[i], names[i] == "h" ? CssUnit.Deg : CssUnit.Number);
            }

            return CssEscapes.EqualsIgnoreCase(name, "alpha") ? Numeric.Number(origin[3]) : null;
        }
    }

    public float? ReadSlashAlpha(ref ValueReader reader)
    {
        return reader.TryDelim('/') ? ReadAlpha(ref reader) : 1;
    }

    public readonly float? ReadAlpha(ref ValueReader reader)
    {
        if (!IsOldSyntax && reader.TryIdent("none")) return float.NaN;
        if (ReadName(ref reader, isHue: true) is { } named) return Math.Clamp(named, 0, 1);
        if (TryCalculated(ref reader, Dimensions.NumberPercentage) is not { } value) return null;
        return Math.Clamp(value.Unit == CssUnit.Percent ? value.Value / 100 : value.Value, 0, 1);
    }
}
