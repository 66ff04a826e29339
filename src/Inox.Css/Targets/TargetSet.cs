using Inox.Core;

namespace Inox.Css;

/// <summary>What output may use: browsers, and features that are lowered or kept whatever the browsers.</summary>
internal sealed class TargetSet(EngineTargets? browsers, IReadOnlyCollection<CssFeature> include, IReadOnlyCollection<CssFeature> exclude)
{
    private readonly bool?[] _known = new bool?[byte.MaxValue];
    private readonly Dictionary<string, VendorPrefix> _prefixes = [];

    /// <summary>Everything is supported.</summary>
    public static TargetSet None { get; } = new(null, [], []);

    public static TargetSet Of(CssOptimizeOptions options) => new(options.Targets, Features(options.Include), Features(options.Exclude));

    private static CssFeature[] Features(IReadOnlyList<string> names)
    {
        List<CssFeature> features = [];
        foreach (string name in names)
        {
            if (Enum.TryParse(name, ignoreCase: true, out CssFeature feature)) features.Add(feature);
        }

        return [.. features];
    }

    public EngineTargets? Browsers { get; } = browsers;

    public bool IsNone => Browsers is null && include.Count == 0 && exclude.Count == 0;

    public bool Supports(CssFeature feature) => _known[(int)feature] ??= Decide(feature);

    public bool SupportsIfAny(CssFeature? feature) => feature is not { } own || Supports(own);

    // What is lowered with rules beside the one it stands in.
    private static readonly CssFeature[] s_ruled =
    [
        CssFeature.LogicalMargin, CssFeature.LogicalPadding, CssFeature.LogicalInset, CssFeature.LogicalBorders, CssFeature.LogicalBorderRadius,
        CssFeature.LogicalTextAlign, CssFeature.LightDark,
    ];

    /// <summary>For declarations that no rule can stand beside, as those of a <c>style</c> attribute or a page.</summary>
    public TargetSet WithoutRules() => IsNone ? this : new(Browsers, [.. include.Except(s_ruled)], [.. exclude, .. s_ruled]);

    /// <summary>The same browsers, known to support <paramref name="features"/>.</summary>
    public TargetSet With(IReadOnlyCollection<CssFeature> features) => new(Browsers, include, [.. exclude, .. features]);

    private bool Decide(CssFeature feature)
    {
        if (include.Contains(feature)) return false;
        if (exclude.Contains(feature) || Browsers is null) return true;
        for (Engine engine = 0; (int)engine < EngineTargets.Count; engine++)
        {
            if (Needs(engine) && !HasFeature(engine, feature)) return false;
        }

        return true;
    }

    /// <summary>Whether every browser has the feature, be it under the prefix that <paramref name="name"/> had.</summary>
    public bool SupportsUnderPrefix(CssFeature feature, string name)
    {
        if (Supports(feature)) return true;
        if (Browsers is null) return false;
        PrefixRange[] ranges = PrefixTable.Rows(name);
        for (Engine engine = 0; (int)engine < EngineTargets.Count; engine++)
        {
            if (!Needs(engine) || HasFeature(engine, feature)) continue;
            int version = Browsers[engine];
            if (!Array.Exists(ranges, range => range.Engine == engine && version >= range.First && version <= range.Last)) return false;
        }

        return true;
    }

    /// <summary>Whether some of the browsers have the feature.</summary>
    public bool SomeSupport(CssFeature feature)
    {
        for (Engine engine = 0; (int)engine < EngineTargets.Count; engine++)
        {
            if (Needs(engine) && HasFeature(engine, feature)) return true;
        }

        return false;
    }

    // A runtime without pages has no say.
    private bool Needs(Engine engine) => Browsers![engine] > 0 && engine is not (Engine.Bun or Engine.Deno or Engine.Node);

    private bool HasFeature(Engine engine, CssFeature feature) => FeatureTable.FirstVersion(feature, engine) is > 0 and var first && first <= Browsers![engine];

    /// <summary>The prefixes that some target wants for a property, at-rule, selector or value; always with <see cref="VendorPrefix.None"/>.</summary>
    public VendorPrefix PrefixesOf(string name)
    {
        if (Browsers is null) return VendorPrefix.None;
        if (!_prefixes.TryGetValue(name, out VendorPrefix prefixes)) _prefixes.Add(name, prefixes = VendorPrefix.None | PrefixesIn(PrefixTable.Rows(name)));
        return prefixes;
    }

    /// <summary>The prefixes of the ranges that some target is in.</summary>
    public VendorPrefix PrefixesIn(PrefixRange[] ranges)
    {
        VendorPrefix prefixes = VendorPrefix.Empty;
        if (Browsers is null) return prefixes;
        foreach (PrefixRange range in ranges)
        {
            if (Browsers[range.Engine] is > 0 and var target && target >= range.First && target <= range.Last) prefixes |= range.Prefix;
        }

        return prefixes;
    }
}
