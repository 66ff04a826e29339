namespace Inox.Css;

/// <summary>CSS Color 4, section 13.2: what a space cannot show loses chroma in Oklch until clipping makes no visible difference.</summary>
internal static class GamutMapping
{
    private const float JustNoticeable = 0.02f, Epsilon = 0.0001f;

    /// <summary>The colour in <paramref name="space"/>, within its bounds.</summary>
    public static ColorComponents Fit(ColorSpace space, ColorComponents color)
    {
        if (space is ColorSpace.Hsl or ColorSpace.Hwb) return ColorConversion.To(space, Fit(ColorSpace.Srgb, color));
        ColorComponents direct = ColorConversion.To(space, color);
        if (!IsBounded(space) || IsInside(direct)) return direct;
        ColorComponents current = ColorConversion.To(ColorSpace.Oklch, color);
        if (current.A >= 1) return new(space, 1, 1, 1, current.Alpha);
        if (current.A <= 0) return new(space, 0, 0, 0, current.Alpha);
        return Reduce(space, current);
    }

    private static ColorComponents Reduce(ColorSpace space, ColorComponents current)
    {
        float min = 0, max = current.B;
        ColorComponents clipped = Clip(ColorConversion.To(space, current));
        if (Difference(clipped, current) < JustNoticeable) return clipped;
        while (max - min > Epsilon)
        {
            float chroma = (min + max) / 2;
            current = current with { B = chroma };
            ColorComponents converted = ColorConversion.To(space, current);
            if (IsInside(converted))
            {
                min = chroma;
                continue;
            }

            clipped = Clip(converted);
            if (Difference(clipped, current) < JustNoticeable) return clipped;
            max = chroma;
        }

        return clipped;
    }

    public static bool IsInside(ColorComponents color) => IsInside(color.A) && IsInside(color.B) && IsInside(color.C);

    private static bool IsInside(float value) => value is >= -0.00001f and <= 1.00001f;

    private static bool IsBounded(ColorSpace space) => space is ColorSpace.Rgb or ColorSpace.Srgb or ColorSpace.SrgbLinear or ColorSpace.DisplayP3 or ColorSpace.A98Rgb or ColorSpace.ProPhotoRgb or ColorSpace.Rec2020;

    private static ColorComponents Clip(ColorComponents color) =>
        color with { A = Math.Clamp(color.A, 0, 1), B = Math.Clamp(color.B, 0, 1), C = Math.Clamp(color.C, 0, 1) };

    private static float Difference(ColorComponents a, ColorComponents b)
    {
        ColorComponents x = ColorConversion.To(ColorSpace.Oklab, a), y = ColorConversion.To(ColorSpace.Oklab, b);
        float l = x.A - y.A, m = x.B - y.B, n = x.C - y.C;
        return MathF.Sqrt(l * l + m * m + n * n);
    }
}
