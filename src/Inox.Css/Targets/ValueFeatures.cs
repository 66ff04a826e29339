namespace Inox.Css;

/// <summary>Which feature a unit, keyword or function needs.</summary>
internal static class ValueFeatures
{
    private static readonly System.Collections.Frozen.FrozenDictionary<string, CssFeature> s_keywords =
        System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(new Dictionary<string, CssFeature>
        {
            ["fit-content"] = CssFeature.FitContentSize,
            ["min-content"] = CssFeature.MinContentSize,
            ["max-content"] = CssFeature.MaxContentSize,
            ["stretch"] = CssFeature.StretchSize,
            ["xxx-large"] = CssFeature.FontSizeXxxLarge,
            ["accentcolor"] = CssFeature.AccentSystemColor,
            ["accentcolortext"] = CssFeature.AccentSystemColor,
        });

    public static bool IsKeywordCompatible(string name, TargetSet targets) => !s_keywords.TryGetValue(name, out CssFeature feature) || targets.Supports(feature);

    public static CssFeature OfMathFunction(string name) => name switch
    {
        "min" => CssFeature.Min,
        "max" => CssFeature.Max,
        "clamp" => CssFeature.Clamp,
        "round" => CssFeature.Round,
        "rem" => CssFeature.Rem,
        "mod" => CssFeature.Mod,
        "abs" => CssFeature.Abs,
        "sign" => CssFeature.Sign,
        "hypot" => CssFeature.Hypot,
        _ => CssFeature.Calc,
    };

    public static bool IsUnitCompatible(CssUnit unit, TargetSet targets)
    {
        if (targets.IsNone || CssUnits.IsClassic(unit)) return true;
        return unit switch
        {
            CssUnit.Cqw or CssUnit.Cqh or CssUnit.Cqi or CssUnit.Cqb or CssUnit.Cqmin or CssUnit.Cqmax => targets.Supports(CssFeature.ContainerUnits),
            CssUnit.Rem => targets.Supports(CssFeature.RemUnit),
            CssUnit.Ch => targets.Supports(CssFeature.ChUnit),
            CssUnit.Ex => targets.Supports(CssFeature.ExUnit),
            CssUnit.Cap => targets.Supports(CssFeature.CapUnit),
            CssUnit.Ic => targets.Supports(CssFeature.IcUnit),
            CssUnit.Lh => targets.Supports(CssFeature.LhUnit),
            CssUnit.Rlh => targets.Supports(CssFeature.RlhUnit),
            CssUnit.Rcap => targets.Supports(CssFeature.RcapUnit),
            CssUnit.Rch => targets.Supports(CssFeature.RchUnit),
            CssUnit.Rex => targets.Supports(CssFeature.RexUnit),
            CssUnit.Ric => targets.Supports(CssFeature.RicUnit),
            CssUnit.Q => targets.Supports(CssFeature.QUnit),
            CssUnit.Vw => targets.Supports(CssFeature.VwUnit),
            CssUnit.Vh => targets.Supports(CssFeature.VhUnit),
            CssUnit.Vmin => targets.Supports(CssFeature.VminUnit),
            CssUnit.Vmax => targets.Supports(CssFeature.VmaxUnit),
            CssUnit.Vi => targets.Supports(CssFeature.ViUnit),
            CssUnit.Vb => targets.Supports(CssFeature.VbUnit),
            >= CssUnit.Lvw and <= CssUnit.Cqmax => targets.Supports(CssFeature.DynamicViewportUnits),
            _ => true,
        };
    }
}
