using Inox.Core;

namespace Inox.Css;

/// <summary>What output may use: browsers, and features that are lowered or kept whatever the browsers.</summary>
internal sealed class TargetSet(BrowserTargets? browsers, IReadOnlyCollection<CssFeature> include, IReadOnlyCollection<CssFeature> exclude)
{
    private readonly bool?[] _known = new bool?[byte.MaxValue];

    /// <summary>Everything is supported.</summary>
    public static TargetSet None { get; } = new(null, [], []);

    public BrowserTargets? Browsers { get; } = browsers;

    public bool IsNone => Browsers is null && include.Count == 0 && exclude.Count == 0;

    public bool Supports(CssFeature feature) => _known[(int)feature] ??= Decide(feature);

    /// <summary>The same browsers, known to support <paramref name="features"/>.</summary>
    public TargetSet With(IReadOnlyCollection<CssFeature> features) => new(Browsers, include, [.. exclude, .. features]);

    private bool Decide(CssFeature feature)
    {
        if (include.Contains(feature)) return false;
        if (exclude.Contains(feature) || Browsers is null) return true;
        for (int i = 0; i < BrowserTargets.Count; i++)
        {
            int target = Browsers[(Browser)i];
            if (target == 0) continue;
            int first = FeatureTable.FirstVersion(feature, i);
            if (first == 0 || first > target) return false;
        }

        return true;
    }

    /// <summary>The prefixes that some target wants for a property, at-rule, selector or value; always with <see cref="VendorPrefix.None"/>.</summary>
    public VendorPrefix PrefixesOf(string name)
    {
        VendorPrefix prefixes = VendorPrefix.None;
        if (Browsers is null) return prefixes;
        foreach ((byte browser, VendorPrefix prefix, int first, int last) in PrefixTable.Rows(name))
        {
            int target = Browsers[(Browser)browser];
            if (target != 0 && target >= first && target <= last) prefixes |= prefix;
        }

        return prefixes;
    }
}
