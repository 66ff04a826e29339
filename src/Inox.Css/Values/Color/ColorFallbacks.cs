namespace Inox.Css;

/// <summary>The colours that older browsers are given before the one that was written.</summary>
[Flags]
internal enum FallbackKinds : byte { None = 0, Rgb = 1, P3 = 2, Lab = 4, Oklab = 8 }

internal static class ColorFallbacks
{
    public static CssFeature FeatureOf(ColorSpace space) => space switch
    {
        ColorSpace.Rgb or ColorSpace.Hsl or ColorSpace.Hwb => CssFeature.Selectors2,
        ColorSpace.Lab or ColorSpace.Lch => CssFeature.LabColors,
        ColorSpace.Oklab or ColorSpace.Oklch => CssFeature.OklabColors,
        _ => CssFeature.ColorFunction,
    };

    /// <summary>What must stand before <paramref name="color"/>, and, for Lab in place of Oklab, instead of it.</summary>
    public static FallbackKinds Needed(CssValue color, TargetSet targets)
    {
        if (targets.Browsers is null) return FallbackKinds.None;
        if (color is LightDarkValue scheme) return Needed(scheme.Light, targets) | Needed(scheme.Dark, targets);
        if (color is not ColorValue value || targets.Supports(FeatureOf(value.Components.Space))) return FallbackKinds.None;
        return value.Components.Space switch
        {
            ColorSpace.Lab or ColorSpace.Lch => Lower(FallbackKinds.Lab, targets),
            ColorSpace.Oklab or ColorSpace.Oklch => Lower(FallbackKinds.Oklab, targets),
            _ => Lower(FallbackKinds.P3, targets),
        };
    }

    // From the best notation down to one that every target reads.
    private static FallbackKinds Lower(FallbackKinds own, TargetSet targets)
    {
        FallbackKinds kinds = own;
        if (own == FallbackKinds.Oklab)
        {
            if (targets.Supports(CssFeature.OklabColors)) return kinds;
            if (SomeSupport(targets, CssFeature.LabColors))
            {
                kinds |= FallbackKinds.Lab;
                if (!targets.Supports(CssFeature.LabColors)) kinds |= P3OrRgb(targets);
                return kinds;
            }

            return kinds | P3OrRgb(targets);
        }

        return kinds | P3OrRgb(targets);
    }

    private static FallbackKinds P3OrRgb(TargetSet targets)
    {
        if (targets.Supports(CssFeature.ColorFunction)) return FallbackKinds.P3;
        return SomeSupport(targets, CssFeature.ColorFunction) ? FallbackKinds.P3 | FallbackKinds.Rgb : FallbackKinds.Rgb;
    }

    private static bool SomeSupport(TargetSet targets, CssFeature feature)
    {
        for (int i = 0; i < Core.BrowserTargets.Count; i++)
        {
            int target = targets.Browsers![(Core.Browser)i], first = FeatureTable.FirstVersion(feature, i);
            if (target != 0 && first != 0 && first <= target) return true;
        }

        return false;
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
            FallbackKinds.P3 => new ColorValue(GamutMapping.Fit(ColorSpace.DisplayP3, components)),
            FallbackKinds.Lab => new ColorValue(ColorConversion.To(ColorSpace.Lab, components)),
            _ => color,
        };
    }
}
