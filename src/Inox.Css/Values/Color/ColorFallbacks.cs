namespace Inox.Css;

/// <summary>The colours that older browsers are given before the one that was written.</summary>
[Flags]
internal enum FallbackKinds : byte { None = 0, Rgb = 1, P3 = 2, Lab = 4, Oklab = 8 }

internal static class ColorFallbacks
{
    public static CssFeature FeatureOf(ColorSpace space) => space switch
    {
        ColorSpace.Rgb or ColorSpace.Hsl or ColorSpace.Hwb => CssFeature.Selectors2,
        ColorSpace.DisplayP3 => CssFeature.P3Colors,
        ColorSpace.Lab or ColorSpace.Lch => CssFeature.LabColors,
        ColorSpace.Oklab or ColorSpace.Oklch => CssFeature.OklabColors,
        _ => CssFeature.ColorFunction,
    };

    /// <summary>
    /// What must stand before <paramref name="color"/>, and, for Lab in place of Oklab, instead of it. From Oklab down to bytes each notation is left out that no
    /// target needs; the highest that is left is the colour itself.
    /// </summary>
    public static FallbackKinds Needed(CssValue color, TargetSet targets)
    {
        if (targets.Browsers is null) return FallbackKinds.None;
        if (color is LightDarkValue scheme) return Needed(scheme.Light, targets) | Needed(scheme.Dark, targets);
        FallbackKinds kinds = Notations(color, targets);
        return kinds & ~Highest(kinds);
    }

    /// <summary>The notations that targets want a colour in, with that of the colour itself; none where all read that.</summary>
    public static FallbackKinds Notations(CssValue color, TargetSet targets)
    {
        if (color is LightDarkValue scheme) return Notations(scheme.Light, targets) | Notations(scheme.Dark, targets);
        if (color is not ColorValue value) return FallbackKinds.None;
        FallbackKinds kinds = Possible(value.Components.Space, targets);
        if ((kinds & FallbackKinds.Oklab) != 0 && targets.Supports(CssFeature.OklabColors)) return FallbackKinds.None;
        if ((kinds & FallbackKinds.Lab) != 0)
        {
            if (targets.Supports(CssFeature.LabColors)) kinds &= ~(FallbackKinds.P3 | FallbackKinds.Rgb);
            else if (targets.SomeSupport(CssFeature.LabColors)) kinds &= ~FallbackKinds.P3;
        }

        if ((kinds & FallbackKinds.P3) != 0)
        {
            if (targets.Supports(CssFeature.P3Colors)) kinds &= ~FallbackKinds.Rgb;
            else if (kinds >= FallbackKinds.Lab && !targets.SomeSupport(CssFeature.P3Colors)) kinds &= ~FallbackKinds.P3;
        }

        return kinds;
    }

    private static FallbackKinds Possible(ColorSpace space, TargetSet targets) => space switch
    {
        ColorSpace.Rgb or ColorSpace.Hsl or ColorSpace.Hwb => FallbackKinds.None,
        ColorSpace.Lab or ColorSpace.Lch => FallbackKinds.Lab | FallbackKinds.P3 | FallbackKinds.Rgb,
        ColorSpace.Oklab or ColorSpace.Oklch => FallbackKinds.Oklab | FallbackKinds.Lab | FallbackKinds.P3 | FallbackKinds.Rgb,
        ColorSpace.DisplayP3 => FallbackKinds.P3 | FallbackKinds.Rgb,
        _ => targets.Supports(CssFeature.ColorFunction) ? FallbackKinds.None : FallbackKinds.Lab | FallbackKinds.P3 | FallbackKinds.Rgb,
    };

    private static FallbackKinds Highest(FallbackKinds kinds)
    {
        if (kinds >= FallbackKinds.Oklab) return FallbackKinds.Oklab;
        if (kinds >= FallbackKinds.Lab) return FallbackKinds.Lab;
        return kinds >= FallbackKinds.P3 ? FallbackKinds.P3 : kinds;
    }

    /// <summary>The colour in the notation of <paramref name="kind"/>.</summary>
    public static CssValue Convert(CssValue color, FallbackKinds kind)
    {
        if (color is LightDarkValue scheme) return new LightDarkValue(Convert(scheme.Light, kind), Convert(scheme.Dark, kind));
        if (color is not ColorValue value) return color;
        ColorComponents components = value.Components.Resolved;
        return kind switch
        {
            FallbackKinds.Rgb => new ColorValue(GamutMapping.Fit(ColorSpace.Rgb, components)),
            FallbackKinds.P3 when !value.Components.IsLegacy => new ColorValue(ColorConversion.To(ColorSpace.DisplayP3, components)),
            FallbackKinds.Lab when !value.Components.IsLegacy => new ColorValue(ColorConversion.To(ColorSpace.Lab, components)),
            _ => color,
        };
    }
}
