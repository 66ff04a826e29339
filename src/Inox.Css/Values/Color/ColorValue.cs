namespace Inox.Css;

/// <summary>A colour whose components are known.</summary>
internal sealed class ColorValue(ColorComponents components) : CssValue
{
    public ColorComponents Components { get; } = components;

    public static ColorValue Transparent { get; } = FromBytes(0, 0);

    public static ColorValue Black { get; } = FromBytes(0, 1);

    public static ColorValue FromBytes(int rgb, float alpha) =>
        new(new(ColorSpace.Rgb, (rgb >> 16) / 255f, (rgb >> 8 & 255) / 255f, (rgb & 255) / 255f, alpha));

    /// <summary>The bytes of a colour in sRGB.</summary>
    public int Rgb
    {
        get
        {
            ColorComponents rgb = Components.Space == ColorSpace.Rgb ? Components : GamutMapping.Fit(ColorSpace.Rgb, Components.Resolved);
            return Byte(rgb.A) << 16 | Byte(rgb.B) << 8 | Byte(rgb.C);
        }
    }

    private static int Byte(float value) => float.IsNaN(value) ? 0 : (int)MathF.Round(Math.Clamp(value, 0, 1) * 255, MidpointRounding.AwayFromZero);

    public override void Write(ValueWriter writer)
    {
        switch (Components.Space)
        {
            case ColorSpace.Rgb or ColorSpace.Hsl or ColorSpace.Hwb:
                WriteRgb(writer);
                break;
            case ColorSpace.Lab or ColorSpace.Lch or ColorSpace.Oklab or ColorSpace.Oklch:
                WriteLab(writer);
                break;
            default:
                WritePredefined(writer);
                break;
        }
    }

    private void WriteRgb(ValueWriter writer)
    {
        int rgb = Rgb;
        float alpha = float.IsNaN(Components.Alpha) ? 0 : Components.Alpha;
        int alphaByte = (int)MathF.Round(alpha * 255, MidpointRounding.AwayFromZero);
        if (alphaByte == 255) WriteHex(writer, rgb);
        else if (writer.Targets.Supports(CssFeature.HexAlphaColors)) WriteHexAlpha(writer, rgb, alphaByte);
        else WriteRgba(writer, rgb, alpha, alphaByte);
    }

    private static void WriteHex(ValueWriter writer, int rgb)
    {
        if (ColorNames.Shorter(rgb) is { } name)
        {
            writer.Write(name);
            return;
        }

        writer.Write('#');
        if (ColorNames.HasShortHex(rgb)) WriteDigits(writer, (rgb >> 16 & 15) << 8 | (rgb >> 8 & 15) << 4 | (rgb & 15), 3);
        else WriteDigits(writer, rgb, 6);
    }

    private static void WriteHexAlpha(ValueWriter writer, int rgb, int alpha)
    {
        writer.Write('#');
        if (ColorNames.HasShortHex(rgb) && alpha % 17 == 0)
        {
            WriteDigits(writer, (rgb >> 16 & 15) << 8 | (rgb >> 8 & 15) << 4 | (rgb & 15), 3);
            WriteDigits(writer, alpha & 15, 1);
            return;
        }

        WriteDigits(writer, rgb, 6);
        WriteDigits(writer, alpha, 2);
    }

    private static void WriteRgba(ValueWriter writer, int rgb, float alpha, int alphaByte)
    {
        if (rgb == 0 && alphaByte == 0)
        {
            writer.Write("transparent");
            return;
        }

        writer.Write("rgba(");
        writer.WriteNumber(rgb >> 16);
        writer.Comma();
        writer.WriteNumber(rgb >> 8 & 255);
        writer.Comma();
        writer.WriteNumber(rgb & 255);
        writer.Comma();

        // The fewest digits that give the same byte.
        float rounded = MathF.Round(alpha * 100) / 100;
        if ((int)MathF.Round(rounded * 255, MidpointRounding.AwayFromZero) != alphaByte) rounded = MathF.Round(alpha * 1000) / 1000;
        writer.WriteNumber(rounded);
        writer.Write(')');
    }

    private static void WriteDigits(ValueWriter writer, int value, int count)
    {
        for (int i = count - 1; i >= 0; i--) writer.Write("0123456789abcdef"[value >> (i * 4) & 15]);
    }

    private void WriteLab(ValueWriter writer)
    {
        writer.Write(ColorSpaces.Name(Components.Space));
        writer.Write('(');
        float scale = Components.Space is ColorSpace.Oklab or ColorSpace.Oklch ? 100 : 1;
        WriteComponent(writer, Components.A * scale);
        if (!float.IsNaN(Components.A)) writer.Write('%');
        writer.Write(' ');
        WriteComponent(writer, Components.B);
        writer.Write(' ');
        WriteComponent(writer, Components.C);
        WriteAlpha(writer);
    }

    private void WritePredefined(ValueWriter writer)
    {
        writer.Write("color(");
        writer.Write(ColorSpaces.Name(Components.Space));
        writer.Write(' ');
        WriteComponent(writer, Components.A);
        writer.Write(' ');
        WriteComponent(writer, Components.B);
        writer.Write(' ');
        WriteComponent(writer, Components.C);
        WriteAlpha(writer);
    }

    private void WriteAlpha(ValueWriter writer)
    {
        if (!(MathF.Abs(Components.Alpha - 1) < 1e-6f))
        {
            writer.Separate('/');
            WriteComponent(writer, Components.Alpha);
        }

        writer.Write(')');
    }

    private static void WriteComponent(ValueWriter writer, float value)
    {
        if (float.IsNaN(value)) writer.Write("none");
        else writer.WriteNumber(value == 0 ? 0 : value);
    }

    public override bool IsCompatible(TargetSet targets) => targets.Supports(ColorFallbacks.FeatureOf(Components.Space));
}

/// <summary>One colour for light and one for dark schemes.</summary>
internal sealed class LightDarkValue(CssValue light, CssValue dark) : CssValue
{
    /// <summary>What <c>color-scheme</c> defines for browsers without the function: one of the two is empty, the other invalid, so that its fallback counts.</summary>
    public const string LightProperty = "--lightningcss-light", DarkProperty = "--lightningcss-dark";

    public CssValue Light { get; } = light;

    public CssValue Dark { get; } = dark;

    /// <summary>What a colour is in one of the schemes.</summary>
    public static CssValue Side(CssValue color, bool dark) => color is not LightDarkValue both ? color : dark ? both.Dark : both.Light;

    public override void Write(ValueWriter writer)
    {
        if (!writer.Targets.Supports(CssFeature.LightDark))
        {
            WriteVariable(LightProperty, Light, writer);
            writer.Write(' ');
            WriteVariable(DarkProperty, Dark, writer);
            return;
        }

        writer.Write("light-dark(");
        Light.Write(writer);
        writer.Comma();
        Dark.Write(writer);
        writer.Write(')');
    }

    private static void WriteVariable(string name, CssValue fallback, ValueWriter writer)
    {
        writer.Write("var(");
        writer.Write(name);
        writer.Comma();
        fallback.Write(writer);
        writer.Write(')');
    }

    public override bool IsCompatible(TargetSet targets) =>
        targets.Supports(CssFeature.LightDark) && Light.IsCompatible(targets) && Dark.IsCompatible(targets);
}
