namespace Inox.Css;

/// <summary>Parses colours (CSS Color 4, section 4 to 10; Color 5 for what is relative or mixed).</summary>
internal static class ColorParser
{
    public static readonly Keyword CurrentColor = new("currentColor");

    public static CssValue? TryColor(ref ValueReader reader)
    {
        ValueReader saved = reader;
        CssValue? color = reader.Kind switch
        {
            CssTokenKind.Ident => TryName(ref reader),
            CssTokenKind.Hash => TryHex(ref reader),
            CssTokenKind.Function => TryFunction(ref reader),
            _ => null,
        };
        if (color is null) reader = saved;
        return color;
    }

    private static CssValue? TryName(ref ValueReader reader)
    {
        CssValue? color;
        if (ColorNames.TryFind(reader.Name, out int rgb)) color = ColorValue.FromBytes(rgb, 1);
        else if (reader.IsIdent("currentcolor")) color = CurrentColor;
        else if (reader.IsIdent("transparent")) color = ColorValue.Transparent;
        else color = ColorNames.System.Find(reader.Name);
        if (color is not null) reader.Next();
        return color;
    }

    private static ColorValue? TryHex(ref ValueReader reader)
    {
        ReadOnlySpan<char> digits = reader.Name;
        if (digits.Length is not (3 or 4 or 6 or 8)) return null;
        uint value = 0;
        foreach (char c in digits)
        {
            if (!char.IsAsciiHexDigit(c)) return null;
            uint digit = (uint)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
            value = value << 4 | digit;
            if (digits.Length <= 4) value = value << 4 | digit;
        }

        float alpha = 1;
        if (digits.Length is 4 or 8)
        {
            alpha = (value & 255) / 255f;
            value >>= 8;
        }

        reader.Next();
        return ColorValue.FromBytes((int)value, alpha);
    }

    private static CssValue? TryFunction(ref ValueReader reader)
    {
        Span<char> name = stackalloc char[12];
        if (reader.Name.Length > name.Length) return null;
        ReadOnlySpan<char> written = reader.Name.Contains('\\') ? reader.Decoded() : reader.Name;
        name = name[..written.ToLowerInvariant(name)];
        ColorSpace? space = name switch
        {
            "rgb" or "rgba" => ColorSpace.Rgb,
            "hsl" or "hsla" => ColorSpace.Hsl,
            "hwb" => ColorSpace.Hwb,
            "lab" => ColorSpace.Lab,
            "lch" => ColorSpace.Lch,
            "oklab" => ColorSpace.Oklab,
            "oklch" => ColorSpace.Oklch,
            _ => null,
        };
        if (space is null && name is not ("color" or "color-mix" or "light-dark")) return null;
        if (!reader.Enter()) return null;
        CssValue? color = name switch
        {
            "color-mix" => ColorMix.Parse(ref reader),
            "light-dark" => ParseLightDark(ref reader),
            _ => ParseComponents(ref reader, space),
        };
        return color is not null && reader.Leave() ? color : null;
    }

    // rgb(from light-dark(red, blue) r g b) is a colour for each scheme; color() has no space of its own.
    private static CssValue? ParseComponents(ref ValueReader reader, ColorSpace? space)
    {
        ValueReader saved = reader;
        if (ParseComponents(ref reader, space, dark: false, out bool isBoth) is not { } light) return null;
        if (!isBoth) return light;
        reader = saved;
        return ParseComponents(ref reader, space, dark: true, out _) is { } dark ? new LightDarkValue(light, dark) : null;
    }

    private static ColorValue? ParseComponents(ref ValueReader reader, ColorSpace? space, bool dark, out bool isBoth)
    {
        ColorChannels channels = new(space ?? ColorSpace.Srgb) { IsDark = dark };
        ColorValue? color = space is { } own ? ParseSpace(ref reader, ref channels, own) : ParsePredefined(ref reader, ref channels);
        isBoth = channels.HasLightDark;
        return color;
    }

    private static CssValue? ParseLightDark(ref ValueReader reader)
    {
        if (TryColor(ref reader) is not { } light || !reader.TryComma() || TryColor(ref reader) is not { } dark) return null;

        // Of a scheme within the same scheme only one side counts.
        if (light is LightDarkValue lights) light = lights.Light;
        if (dark is LightDarkValue darks) dark = darks.Dark;
        return new LightDarkValue(light, dark);
    }

    private static ColorValue? ParseSpace(ref ValueReader reader, ref ColorChannels channels, ColorSpace space)
    {
        if (!channels.ReadOrigin(ref reader)) return null;
        if (channels.Read(ref reader, 0) is not { } a) return null;
        bool comma = space is ColorSpace.Rgb or ColorSpace.Hsl && !channels.IsRelative && reader.TryComma();
        if (comma) channels.IsOldSyntax = true;
        if (comma && !channels.AllowsComma) return null;
        if (channels.Read(ref reader, 1) is not { } b || (comma && !reader.TryComma())) return null;
        if (channels.Read(ref reader, 2) is not { } c) return null;
        float? alpha = comma ? reader.TryComma() ? channels.ReadAlpha(ref reader) : 1 : channels.ReadSlashAlpha(ref reader);
        if (alpha is null) return null;
        ColorComponents components = new(space, a, b, c, alpha.Value);
        return new(space is ColorSpace.Rgb ? Quantize(components) : components.IsLegacy && !components.IsMissing ? Quantize(ColorConversion.To(ColorSpace.Rgb, components)) : components);
    }

    // What the old notations say has always been whole bytes.
    private static ColorComponents Quantize(ColorComponents color) => color with { A = Quantize(color.A), B = Quantize(color.B), C = Quantize(color.C) };

    private static float Quantize(float value) => MathF.Round(Math.Clamp(value, 0, 1) * 255, MidpointRounding.AwayFromZero) / 255;

    private static ColorValue? ParsePredefined(ref ValueReader reader, ref ColorChannels channels)
    {
        if (!channels.ReadOriginColor(ref reader, out CssValue? origin)) return null;
        if (ColorSpaces.TryPredefined(ref reader) is not { } space || !channels.Convert(origin, space)) return null;
        float a = 0, b = 0, c = 0;
        if (channels.Read(ref reader, 0) is not { } first) return null;
        a = first;
        if (channels.Read(ref reader, 1) is not { } second) return null;
        b = second;
        if (channels.Read(ref reader, 2) is not { } third) return null;
        c = third;
        return channels.ReadSlashAlpha(ref reader) is { } alpha ? new(new(space, a, b, c, alpha)) : null;
    }
}
