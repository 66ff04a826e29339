using System.Collections.Frozen;

namespace Inox.Css;

/// <summary>Which family a property is of.</summary>
internal static class PropertyFamilies
{
    private static readonly (PropertyFamily Family, string Names)[] s_members =
    [
        (PropertyFamily.Fallback, "color fill stroke filter backdrop-filter text-shadow caret-color accent-color caret opacity"),
        (PropertyFamily.Prefix, "box-sizing tab-size hyphens text-size-adjust box-decoration-break user-select print-color-adjust appearance"),
    ];

    private static readonly FrozenDictionary<string, PropertyFamily> s_families = s_members
        .SelectMany(row => row.Names.Split(' ').Select(name => (name, row.Family)))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Family);

    public static PropertyFamily Of(string name) => s_families.TryGetValue(name, out PropertyFamily family) ? family : PropertyFamily.None;

    public static DeclarationHandler Create(PropertyFamily family) => family switch
    {
        PropertyFamily.Prefix => new PrefixHandler(),
        _ => new FallbackHandler(),
    };
}
