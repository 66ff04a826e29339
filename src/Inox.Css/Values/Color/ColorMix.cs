namespace Inox.Css;

/// <summary><c>color-mix()</c> of known colours (CSS Color 5, section 3; interpolation as in CSS Color 4, section 12).</summary>
internal static class ColorMix
{
    private enum HueMethod : byte { Shorter, Longer, Increasing, Decreasing, Specified }

    private static readonly KeywordSet s_hues = new("shorter", "longer", "increasing", "decreasing", "specified");

    // in <space> [ <hue> hue ]? , [ <color> && <percentage>? ]#{2}
    public static CssValue? Parse(ref ValueReader reader)
    {
        if (!reader.TryIdent("in") || ColorSpaces.TryInterpolation(ref reader) is not { } space) return null;
        HueMethod method = HueMethod.Shorter;
        if (reader.TryKeyword(s_hues) is { } hue)
        {
            method = Enum.Parse<HueMethod>(hue.Name, ignoreCase: true);
            if (!reader.TryIdent("hue")) return null;
        }

        if (!reader.TryComma() || !TryPart(ref reader, out CssValue? first, out float? p1)) return null;
        if (!reader.TryComma() || !TryPart(ref reader, out CssValue? second, out float? p2)) return null;
        float one = p1 ?? (p2 is { } rest ? 1 - rest : 0.5f), two = p2 ?? 1 - one, sum = one + two;
        if (sum == 0) return null;
        if (first is not LightDarkValue && second is not LightDarkValue) return Mixed((ColorValue)first!, (ColorValue)second!);
        return LightDarkValue.Side(first!, dark: false) is ColorValue light && LightDarkValue.Side(second!, dark: false) is ColorValue otherLight
            && LightDarkValue.Side(first!, dark: true) is ColorValue dark && LightDarkValue.Side(second!, dark: true) is ColorValue otherDark
            ? new LightDarkValue(Mixed(light, otherLight), Mixed(dark, otherDark))
            : null;

        ColorValue Mixed(ColorValue a, ColorValue b)
        {
            ColorComponents mixed = Mix(space, method, a.Components, one / sum, b.Components, two / sum);
            if (sum < 1) mixed = mixed with { Alpha = mixed.Alpha * sum };
            return space is ColorSpace.Srgb or ColorSpace.Hsl or ColorSpace.Hwb ? new(GamutMapping.Fit(ColorSpace.Rgb, mixed.Resolved)) : new(mixed);
        }
    }

    private static bool TryPart(ref ValueReader reader, out CssValue? color, out float? percentage)
    {
        percentage = TryPercentage(ref reader);
        color = ColorParser.TryColor(ref reader);
        if (color is not (ColorValue or LightDarkValue)) color = null;
        percentage ??= TryPercentage(ref reader);
        return color is not null && percentage is null or (>= 0 and <= 1);
    }

    private static float? TryPercentage(ref ValueReader reader) =>
        CalcParser.TryNumeric(ref reader, Dimensions.Percentage) is Numeric numeric ? numeric.Value / 100 : null;

    private static ColorComponents Mix(ColorSpace space, HueMethod method, ColorComponents first, float p1, ColorComponents second, float p2)
    {
        ColorComponents a = Prepare(space, first), b = Prepare(space, second);
        (a, b) = Fill(a, b);
        if (a.IsPolar) (a, b) = FixHues(method, a, b);
        float alphaA = float.IsNaN(a.Alpha) ? 1 : a.Alpha, alphaB = float.IsNaN(b.Alpha) ? 1 : b.Alpha;
        float alpha = alphaA * p1 + alphaB * p2;
        bool hueFirst = space is ColorSpace.Hsl or ColorSpace.Hwb, hueLast = space is ColorSpace.Lch or ColorSpace.Oklch;
        ColorComponents mixed = new(
            space,
            Channel(a.A, b.A, hueFirst),
            Channel(a.B, b.B, false),
            Channel(a.C, b.C, hueLast),
            float.IsNaN(a.Alpha) && float.IsNaN(b.Alpha) ? float.NaN : Math.Clamp(alpha, 0, 1));
        return hueFirst ? mixed with { A = Wrap(mixed.A) } : hueLast ? mixed with { C = Wrap(mixed.C) } : mixed;

        float Channel(float x, float y, bool isHue)
        {
            if (isHue) return x * p1 + y * p2;
            float value = x * alphaA * p1 + y * alphaB * p2;
            return alpha == 0 ? value : value / alpha;
        }
    }

    private static float Wrap(float hue) => hue < 0 ? hue % 360 + 360 : hue % 360;

    // Converts, keeps what is missing missing, and drops a hue that says nothing.
    private static ColorComponents Prepare(ColorSpace space, ColorComponents color)
    {
        if (color.Space == space) return color;
        ColorComponents own = space is ColorSpace.Hsl or ColorSpace.Hwb ? GamutMapping.Fit(space, color.Resolved) : ColorConversion.To(space, color);
        own = CarryForward(color, own);
        const float none = 0.0001f;
        return space switch
        {
            ColorSpace.Hsl when own.B <= none => own with { A = float.NaN },
            ColorSpace.Hwb when own.B + own.C >= 1 - none => own with { A = float.NaN },
            ColorSpace.Lch when own.B <= 0.015f => own with { B = own.B, C = float.NaN },
            ColorSpace.Oklch when own.B <= none => own with { C = float.NaN },
            _ => own,
        };
    }

    // CSS Color 4, 12.2: none stays none in the channel that means the same.
    private static ColorComponents CarryForward(ColorComponents from, ColorComponents to)
    {
        if (float.IsNaN(from.Alpha)) to = to with { Alpha = float.NaN };
        for (int i = 0; i < 3; i++)
        {
            if (!float.IsNaN(Component(from, i))) continue;
            for (int j = 0; j < 3; j++)
            {
                if (Meaning(from.Space, i) is var meaning and not '\0' && Meaning(to.Space, j) == meaning) to = WithMissing(to, j);
            }
        }

        return to;
    }

    private static float Component(ColorComponents color, int index) => index == 0 ? color.A : index == 1 ? color.B : color.C;

    private static ColorComponents WithMissing(ColorComponents color, int index) =>
        index == 0 ? color with { A = float.NaN } : index == 1 ? color with { B = float.NaN } : color with { C = float.NaN };

    private static char Meaning(ColorSpace space, int index) => space switch
    {
        ColorSpace.Hsl => "hcl"[index],
        ColorSpace.Hwb => "h\0\0"[index],
        ColorSpace.Lab or ColorSpace.Oklab => "lab"[index],
        ColorSpace.Lch or ColorSpace.Oklch => "lch"[index],
        _ => "rgB"[index],
    };

    private static (ColorComponents A, ColorComponents B) Fill(ColorComponents a, ColorComponents b) =>
        (new(a.Space, Or(a.A, b.A), Or(a.B, b.B), Or(a.C, b.C), Or(a.Alpha, b.Alpha)), new(b.Space, Or(b.A, a.A), Or(b.B, a.B), Or(b.C, a.C), Or(b.Alpha, a.Alpha)));

    private static float Or(float own, float other) => float.IsNaN(own) ? other : own;

    private static (ColorComponents A, ColorComponents B) FixHues(HueMethod method, ColorComponents a, ColorComponents b)
    {
        bool first = a.Space is ColorSpace.Hsl or ColorSpace.Hwb;
        float x = first ? a.A : a.C, y = first ? b.A : b.C;
        if (method != HueMethod.Specified)
        {
            x = Wrap(x);
            y = Wrap(y);
        }

        float d = y - x;
        switch (method)
        {
            case HueMethod.Shorter when d > 180:
            case HueMethod.Longer when d is > -180 and <= 0:
                if (method == HueMethod.Longer) y += 360;
                else x += 360;
                break;
            case HueMethod.Shorter when d < -180:
            case HueMethod.Increasing when d < 0:
                y += 360;
                break;
            case HueMethod.Longer when d is > 0 and < 180:
            case HueMethod.Decreasing when d > 0:
                x += 360;
                break;
        }

        return first ? (a with { A = x }, b with { A = y }) : (a with { C = x }, b with { C = y });
    }
}
