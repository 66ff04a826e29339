namespace Inox.Css;

/// <summary>Conversions of CSS Color 4, section 10 to 12, by way of XYZ with the white D65; the sample code's matrices.</summary>
internal static class ColorConversion
{
    private readonly record struct Triple(float X, float Y, float Z);

    // Three rows of three.
    private static readonly float[] s_srgbToXyz =
    [
        0.41239079926595934f, 0.357584339383878f, 0.1804807884018343f,
        0.21263900587151027f, 0.715168678767756f, 0.07219231536073371f,
        0.01933081871559182f, 0.11919477979462598f, 0.9505321522496607f,
    ];

    private static readonly float[] s_xyzToSrgb =
    [
        3.2409699419045226f, -1.537383177570094f, -0.4986107602930034f,
        -0.9692436362808796f, 1.8759675015077202f, 0.04155505740717559f,
        0.05563007969699366f, -0.20397695888897652f, 1.0569715142428786f,
    ];

    private static readonly float[] s_p3ToXyz =
    [
        0.4865709486482162f, 0.26566769316909306f, 0.1982172852343625f,
        0.2289745640697488f, 0.6917385218365064f, 0.079286914093745f,
        0f, 0.04511338185890264f, 1.043944368900976f,
    ];

    private static readonly float[] s_xyzToP3 =
    [
        2.493496911941425f, -0.9313836179191239f, -0.40271078445071684f,
        -0.8294889695615747f, 1.7626640603183463f, 0.023624685841943577f,
        0.03584583024378447f, -0.07617238926804182f, 0.9568845240076872f,
    ];

    private static readonly float[] s_a98ToXyz =
    [
        0.5766690429101305f, 0.1855582379065463f, 0.1882286462349947f,
        0.29734497525053605f, 0.6273635662554661f, 0.07529145849399788f,
        0.02703136138641234f, 0.07068885253582723f, 0.9913375368376388f,
    ];

    private static readonly float[] s_xyzToA98 =
    [
        2.0415879038107465f, -0.5650069742788596f, -0.34473135077832956f,
        -0.9692436362808795f, 1.8759675015077202f, 0.04155505740717557f,
        0.013444280632031142f, -0.11836239223101838f, 1.0151749943912054f,
    ];

    private static readonly float[] s_proPhotoToXyz50 =
    [
        0.7977604896723027f, 0.13518583717574031f, 0.0313493495815248f,
        0.2880711282292934f, 0.7118432178101014f, 0.00008565396060525902f,
        0f, 0f, 0.8251046025104601f,
    ];

    private static readonly float[] s_xyz50ToProPhoto =
    [
        1.3457989731028281f, -0.25558010007997534f, -0.05110628506753401f,
        -0.5446224939028347f, 1.5082327413132781f, 0.02053603239147973f,
        0f, 0f, 1.2119675456389454f,
    ];

    private static readonly float[] s_rec2020ToXyz =
    [
        0.6369580483012914f, 0.14461690358620832f, 0.1688809751641721f,
        0.2627002120112671f, 0.6779980715188708f, 0.05930171646986196f,
        0f, 0.028072693049087428f, 1.060985057710791f,
    ];

    private static readonly float[] s_xyzToRec2020 =
    [
        1.7166511879712674f, -0.35567078377639233f, -0.25336628137365974f,
        -0.6666843518324892f, 1.6164812366349395f, 0.01576854581391113f,
        0.017639857445310783f, -0.042770613257808524f, 0.9421031212354738f,
    ];

    private static readonly float[] s_d65ToD50 =
    [
        1.0479298208405488f, 0.022946793341019088f, -0.05019222954313557f,
        0.029627815688159344f, 0.990434484573249f, -0.01707382502938514f,
        -0.009243058152591178f, 0.015055144896577895f, 0.7518742899580008f,
    ];

    private static readonly float[] s_d50ToD65 =
    [
        0.9554734527042182f, -0.023098536874261423f, 0.0632593086610217f,
        -0.028369706963208136f, 1.0099954580058226f, 0.021041398966943008f,
        0.012314001688319899f, -0.020507696433477912f, 1.3303659366080753f,
    ];

    private static readonly float[] s_xyzToLms =
    [
        0.8190224432164319f, 0.3619062562801221f, -0.12887378261216414f,
        0.0329836671980271f, 0.9292868468965546f, 0.03614466816999844f,
        0.048177199566046255f, 0.26423952494422764f, 0.6335478258136937f,
    ];

    private static readonly float[] s_lmsToXyz =
    [
        1.2268798733741557f, -0.5578149965554813f, 0.28139105017721583f,
        -0.04057576262431372f, 1.1122868293970594f, -0.07171106666151701f,
        -0.07637294974672142f, -0.4214933239627914f, 1.5869240244272418f,
    ];

    private static readonly float[] s_lmsToOklab =
    [
        0.2104542553f, 0.7936177850f, -0.0040720468f,
        1.9779984951f, -2.4285922050f, 0.4505937099f,
        0.0259040371f, 0.7827717662f, -0.8086757660f,
    ];

    private static readonly float[] s_oklabToLms =
    [
        0.99999999845051981432f, 0.39633779217376785678f, 0.21580375806075880339f,
        1.0000000088817607767f, -0.1055613423236563494f, -0.063854174771705903402f,
        1.0000000546724109177f, -0.089484182094965759684f, -1.2914855378640917399f,
    ];

    // White of D50.
    private const float WhiteX = 0.3457f / 0.3585f, WhiteZ = (1f - 0.3457f - 0.3585f) / 0.3585f;

    private const float Epsilon = 216f / 24389, Kappa = 24389f / 27;

    /// <summary>The colour in another space; <c>none</c> counts as 0. A hue that says nothing becomes <c>none</c> only where the caller asks for it.</summary>
    public static ColorComponents To(ColorSpace space, ColorComponents color)
    {
        color = color.Resolved;
        if (color.Space == space) return color;
        if (space == ColorSpace.Lch && color.Space == ColorSpace.Lab || space == ColorSpace.Oklch && color.Space == ColorSpace.Oklab) return ToPolar(color, space);
        if (space == ColorSpace.Lab && color.Space == ColorSpace.Lch || space == ColorSpace.Oklab && color.Space == ColorSpace.Oklch) return FromPolar(color, space);
        if (IsSrgb(space) && IsSrgb(color.Space)) return FromRgb(ToRgb(color), space, color.Alpha);
        Triple value = FromXyz(space, ToXyz(color));
        if (space is ColorSpace.Hsl or ColorSpace.Hwb) return FromRgb(value, space, color.Alpha);
        ColorComponents result = new(space, value.X, value.Y, value.Z, color.Alpha);
        return space is ColorSpace.Lch or ColorSpace.Oklch ? ToPolar(result, space) : result;
    }

    private static bool IsSrgb(ColorSpace space) => space is ColorSpace.Rgb or ColorSpace.Hsl or ColorSpace.Hwb or ColorSpace.Srgb;

    private static ColorComponents ToPolar(ColorComponents color, ColorSpace space)
    {
        float chroma = MathF.Sqrt(color.B * color.B + color.C * color.C), hue = MathF.Atan2(color.C, color.B) * 180 / MathF.PI;
        return new(space, color.A, chroma, hue < 0 ? hue + 360 : hue, color.Alpha);
    }

    private static ColorComponents FromPolar(ColorComponents color, ColorSpace space)
    {
        float radians = color.C * MathF.PI / 180;
        return new(space, color.A, color.B * MathF.Cos(radians), color.B * MathF.Sin(radians), color.Alpha);
    }

    // Gamma-encoded sRGB of the four notations.
    private static Triple ToRgb(ColorComponents color)
    {
        switch (color.Space)
        {
            case ColorSpace.Hsl:
                return HslToRgb(color.A, color.B, color.C);
            case ColorSpace.Hwb:
                if (color.B + color.C >= 1)
                {
                    float gray = color.B / (color.B + color.C);
                    return new(gray, gray, gray);
                }

                Triple pure = HslToRgb(color.A, 1, 0.5f);
                float scale = 1 - color.B - color.C;
                return new(pure.X * scale + color.B, pure.Y * scale + color.B, pure.Z * scale + color.B);
            default:
                return new(color.A, color.B, color.C);
        }
    }

    private static Triple HslToRgb(float hue, float saturation, float lightness)
    {
        float third = hue / 360 - MathF.Floor(hue / 360);
        third *= 3;
        float high = lightness <= 0.5f ? lightness * (saturation + 1) : lightness + saturation - lightness * saturation;
        float low = lightness * 2 - high;
        return new(Channel(third + 1), Channel(third), Channel(third - 1));

        float Channel(float h)
        {
            if (h < 0) h += 3;
            if (h > 3) h -= 3;
            if (h * 2 < 1) return low + (high - low) * h * 2;
            if (h * 2 < 3) return high;
            return h < 2 ? low + (high - low) * (2 - h) * 2 : low;
        }
    }

    private static ColorComponents FromRgb(Triple rgb, ColorSpace space, float alpha)
    {
        if (space is ColorSpace.Rgb or ColorSpace.Srgb) return new(space, rgb.X, rgb.Y, rgb.Z, alpha);
        float max = MathF.Max(rgb.X, MathF.Max(rgb.Y, rgb.Z)), min = MathF.Min(rgb.X, MathF.Min(rgb.Y, rgb.Z)), d = max - min;
        float hue = 0;
        if (d != 0)
        {
            if (max == rgb.X) hue = (rgb.Y - rgb.Z) / d + (rgb.Y < rgb.Z ? 6 : 0);
            else if (max == rgb.Y) hue = (rgb.Z - rgb.X) / d + 2;
            else hue = (rgb.X - rgb.Y) / d + 4;
            hue *= 60;
        }

        if (space == ColorSpace.Hwb) return new(space, hue, min, 1 - max, alpha);
        float lightness = (min + max) / 2;
        float saturation = d == 0 || lightness is 0 or 1 ? 0 : (max - lightness) / MathF.Min(lightness, 1 - lightness);
        return new(space, hue, saturation, lightness, alpha);
    }

    private static Triple Multiply(float[] m, Triple v) => new(
        m[0] * v.X + m[1] * v.Y + m[2] * v.Z,
        m[3] * v.X + m[4] * v.Y + m[5] * v.Z,
        m[6] * v.X + m[7] * v.Y + m[8] * v.Z);

    private static Triple ToXyz(ColorComponents color)
    {
        switch (color.Space)
        {
            case ColorSpace.SrgbLinear:
                return Multiply(s_srgbToXyz, new(color.A, color.B, color.C));
            case ColorSpace.DisplayP3:
                return Multiply(s_p3ToXyz, Map(new(color.A, color.B, color.C), SrgbToLinear));
            case ColorSpace.A98Rgb:
                return Multiply(s_a98ToXyz, Map(new(color.A, color.B, color.C), static v => MathF.CopySign(MathF.Pow(MathF.Abs(v), 563f / 256), v)));
            case ColorSpace.ProPhotoRgb:
                return Multiply(s_d50ToD65, Multiply(s_proPhotoToXyz50, Map(new(color.A, color.B, color.C), ProPhotoToLinear)));
            case ColorSpace.Rec2020:
                return Multiply(s_rec2020ToXyz, Map(new(color.A, color.B, color.C), Rec2020ToLinear));
            case ColorSpace.XyzD50:
                return Multiply(s_d50ToD65, new(color.A, color.B, color.C));
            case ColorSpace.XyzD65:
                return new(color.A, color.B, color.C);
            case ColorSpace.Lab:
                return Multiply(s_d50ToD65, LabToXyz50(color));
            case ColorSpace.Lch:
                return ToXyz(FromPolar(color, ColorSpace.Lab));
            case ColorSpace.Oklab:
                return Multiply(s_lmsToXyz, Map(Multiply(s_oklabToLms, new(color.A, color.B, color.C)), static v => v * v * v));
            case ColorSpace.Oklch:
                return ToXyz(FromPolar(color, ColorSpace.Oklab));
            default:
                return Multiply(s_srgbToXyz, Map(ToRgb(color), SrgbToLinear));
        }
    }

    // The result for Lch and Oklch is that of Lab and Oklab, for Hsl and Hwb that of sRGB.
    private static Triple FromXyz(ColorSpace space, Triple xyz) => space switch
    {
        ColorSpace.SrgbLinear => Multiply(s_xyzToSrgb, xyz),
        ColorSpace.DisplayP3 => Map(Multiply(s_xyzToP3, xyz), LinearToSrgb),
        ColorSpace.A98Rgb => Map(Multiply(s_xyzToA98, xyz), static v => MathF.CopySign(MathF.Pow(MathF.Abs(v), 256f / 563), v)),
        ColorSpace.ProPhotoRgb => Map(Multiply(s_xyz50ToProPhoto, Multiply(s_d65ToD50, xyz)), LinearToProPhoto),
        ColorSpace.Rec2020 => Map(Multiply(s_xyzToRec2020, xyz), LinearToRec2020),
        ColorSpace.XyzD50 => Multiply(s_d65ToD50, xyz),
        ColorSpace.XyzD65 => xyz,
        ColorSpace.Lab or ColorSpace.Lch => Xyz50ToLab(Multiply(s_d65ToD50, xyz)),
        ColorSpace.Oklab or ColorSpace.Oklch => Multiply(s_lmsToOklab, Map(Multiply(s_xyzToLms, xyz), MathF.Cbrt)),
        _ => Map(Multiply(s_xyzToSrgb, xyz), LinearToSrgb),
    };

    private static Triple Map(Triple value, Func<float, float> function) => new(function(value.X), function(value.Y), function(value.Z));

    private static Triple LabToXyz50(ColorComponents lab)
    {
        float f1 = (lab.A + 16) / 116, f0 = lab.B / 500 + f1, f2 = f1 - lab.C / 200;
        float x = f0 * f0 * f0 > Epsilon ? f0 * f0 * f0 : (116 * f0 - 16) / Kappa;
        float y = lab.A > Kappa * Epsilon ? f1 * f1 * f1 : lab.A / Kappa;
        float z = f2 * f2 * f2 > Epsilon ? f2 * f2 * f2 : (116 * f2 - 16) / Kappa;
        return new(x * WhiteX, y, z * WhiteZ);
    }

    private static Triple Xyz50ToLab(Triple xyz)
    {
        float f0 = F(xyz.X / WhiteX), f1 = F(xyz.Y), f2 = F(xyz.Z / WhiteZ);
        return new(116 * f1 - 16, 500 * (f0 - f1), 200 * (f1 - f2));

        static float F(float v) => v > Epsilon ? MathF.Cbrt(v) : (Kappa * v + 16) / 116;
    }

    private static float SrgbToLinear(float v)
    {
        float abs = MathF.Abs(v);
        return abs < 0.04045f ? v / 12.92f : MathF.CopySign(MathF.Pow((abs + 0.055f) / 1.055f, 2.4f), v);
    }

    private static float LinearToSrgb(float v)
    {
        float abs = MathF.Abs(v);
        return abs > 0.0031308f ? MathF.CopySign(1.055f * MathF.Pow(abs, 1 / 2.4f) - 0.055f, v) : 12.92f * v;
    }

    private static float ProPhotoToLinear(float v)
    {
        float abs = MathF.Abs(v);
        return abs <= 16f / 512 ? v / 16 : MathF.CopySign(MathF.Pow(abs, 1.8f), v);
    }

    private static float LinearToProPhoto(float v)
    {
        float abs = MathF.Abs(v);
        return abs >= 1f / 512 ? MathF.CopySign(MathF.Pow(abs, 1 / 1.8f), v) : 16 * v;
    }

    private const float Alpha2020 = 1.09929682680944f, Beta2020 = 0.018053968510807f;

    private static float Rec2020ToLinear(float v)
    {
        float abs = MathF.Abs(v);
        return abs < Beta2020 * 4.5f ? v / 4.5f : MathF.CopySign(MathF.Pow((abs + Alpha2020 - 1) / Alpha2020, 1 / 0.45f), v);
    }

    private static float LinearToRec2020(float v)
    {
        float abs = MathF.Abs(v);
        return abs > Beta2020 ? MathF.CopySign(Alpha2020 * MathF.Pow(abs, 0.45f) - (Alpha2020 - 1), v) : 4.5f * v;
    }
}
