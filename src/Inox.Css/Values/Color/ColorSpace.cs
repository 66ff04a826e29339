namespace Inox.Css;

/// <summary>The colour spaces of CSS Color 4. <see cref="Rgb"/> is sRGB in bytes, what hex colours and <c>rgb()</c> have always been.</summary>
internal enum ColorSpace : byte { Rgb, Hsl, Hwb, Srgb, SrgbLinear, DisplayP3, A98Rgb, ProPhotoRgb, Rec2020, XyzD50, XyzD65, Lab, Lch, Oklab, Oklch }

/// <summary>
/// Three components and an alpha; NaN is <c>none</c>. Rgb, and the saturations and lightness of Hsl and Hwb, are fractions of 1, lightness of Lab and Lch
/// goes to 100 and of Oklab and Oklch to 1; hues are degrees.
/// </summary>
internal readonly record struct ColorComponents(ColorSpace Space, float A, float B, float C, float Alpha)
{
    /// <summary>With 0 in place of <c>none</c>.</summary>
    public ColorComponents Resolved => new(Space, Known(A), Known(B), Known(C), Known(Alpha));

    private static float Known(float value) => float.IsNaN(value) ? 0 : value;

    public bool IsMissing => float.IsNaN(A) || float.IsNaN(B) || float.IsNaN(C) || float.IsNaN(Alpha);

    public bool IsPolar => Space is ColorSpace.Lch or ColorSpace.Oklch or ColorSpace.Hsl or ColorSpace.Hwb;

    /// <summary>Whether the space is sRGB in one of its old notations.</summary>
    public bool IsLegacy => Space <= ColorSpace.Hwb;
}

internal static class ColorSpaces
{
    private static readonly string[] s_names =
        ["rgb", "hsl", "hwb", "srgb", "srgb-linear", "display-p3", "a98-rgb", "prophoto-rgb", "rec2020", "xyz-d50", "xyz", "lab", "lch", "oklab", "oklch"];

    private static readonly KeywordSet s_predefined =
        new("srgb", "srgb-linear", "display-p3", "a98-rgb", "prophoto-rgb", "rec2020", "xyz-d50", "xyz-d65", "xyz");

    private static readonly KeywordSet s_interpolation =
        new("srgb", "srgb-linear", "display-p3", "a98-rgb", "prophoto-rgb", "rec2020", "xyz-d50", "xyz-d65", "xyz", "lab", "lch", "oklab", "oklch", "hsl", "hwb");

    public static string Name(ColorSpace space) => s_names[(int)space];

    /// <summary>A space that <c>color()</c> takes.</summary>
    public static ColorSpace? TryPredefined(ref ValueReader reader) => Of(reader.TryKeyword(s_predefined));

    /// <summary>A space that colours are mixed in.</summary>
    public static ColorSpace? TryInterpolation(ref ValueReader reader) => Of(reader.TryKeyword(s_interpolation));

    private static ColorSpace? Of(Keyword? keyword) => keyword?.Name switch
    {
        null => null,
        "xyz-d65" => ColorSpace.XyzD65,
        string name => (ColorSpace)Array.IndexOf(s_names, name),
    };
}
