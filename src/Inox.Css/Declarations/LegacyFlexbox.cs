using System.Collections.Frozen;
using Inox.Core;

namespace Inox.Css;

/// <summary>A property of a draft of flexible boxes: its name without a prefix, what it was called later, and how the later value reads in it.</summary>
internal sealed record LegacyFlexProperty(string Name, string[] Standards, Func<CssValue, CssValue?> Convert)
{
    public bool IsFirst => Name.StartsWith("box-", StringComparison.Ordinal);
}

/// <summary>The drafts of 2009 (<c>-webkit-box-…</c>, <c>-moz-box-…</c>) and 2012 (<c>-ms-flex-…</c>) of CSS Flexible Boxes.</summary>
internal static class LegacyFlexbox
{
    private static readonly LegacyFlexProperty[] s_properties =
    [
        new("box-orient", ["flex-direction", "flex-flow"], static value => new Keyword(Part(value, 0).Text.StartsWith("row", StringComparison.Ordinal) ? "horizontal" : "vertical")),
        new("box-direction", ["flex-direction", "flex-flow"], static value => new Keyword(Part(value, 0).Text.EndsWith("reverse", StringComparison.Ordinal) ? "reverse" : "normal")),
        new("box-lines", ["flex-wrap"], static value => new Keyword(value.IsKeyword("nowrap") ? "single" : "multiple")),
        new("box-flex", ["flex", "flex-grow"], static value => Part(value, 0)),
        new("box-pack", ["justify-content"], static value => Alignment(value, "space-between")),
        new("box-align", ["align-items"], static value => Alignment(value, "baseline", "stretch")),
        new("box-ordinal-group", ["order"], static value => value),
        new("flex-positive", ["flex-grow"], static value => value),
        new("flex-negative", ["flex-shrink"], static value => value),
        new("flex-preferred-size", ["flex-basis"], static value => value),
        new("flex-line-pack", ["align-content"], static value => Alignment(value, "space-between", "space-around", "stretch")),
        new("flex-pack", ["justify-content"], static value => Alignment(value, "space-between", "space-around")),
        new("flex-align", ["align-items"], static value => Alignment(value, "baseline", "stretch")),
        new("flex-item-align", ["align-self"], static value => Alignment(value, "auto", "baseline", "stretch")),
        new("flex-order", ["order"], static value => value),
    ];

    private static readonly FrozenDictionary<string, string[]> s_shorthands = new Dictionary<string, string[]>
    {
        ["flex-flow"] = ["flex-direction", "flex-wrap"],
        ["flex"] = ["flex-grow", "flex-shrink", "flex-basis"],
        ["place-content"] = ["align-content", "justify-content"],
        ["place-items"] = ["align-items"],
        ["place-self"] = ["align-self"],
    }.ToFrozenDictionary();

    // The browsers that know the draft of 2009.
    private static readonly PrefixRange[] s_first =
    [
        new(Engine.Android, VendorPrefix.Webkit, 2001, 4003),
        new(Engine.Chrome, VendorPrefix.Webkit, 4000, 20000),
        new(Engine.Firefox, VendorPrefix.Moz, 2000, 21000),
        new(Engine.FirefoxAndroid, VendorPrefix.Moz, 2000, 21000),
        new(Engine.Ios, VendorPrefix.Webkit, 3002, 6001),
        new(Engine.Safari, VendorPrefix.Webkit, 3001, 6000),
    ];

    /// <summary>The old names with their prefixes, all in one word for a table of families.</summary>
    public static string Names(bool alignment)
    {
        List<string> names = [];
        foreach (LegacyFlexProperty property in s_properties)
        {
            bool aligns = property.Standards[0].StartsWith("align", StringComparison.Ordinal) || property.Standards[0].StartsWith("justify", StringComparison.Ordinal);
            if (aligns != alignment) continue;
            if (property.IsFirst) names.AddRange([$"-webkit-{property.Name}", $"-moz-{property.Name}"]);
            else names.Add($"-ms-{property.Name}");
        }

        return string.Join(' ', names);
    }

    public static bool IsLegacy(string name) => name.StartsWith("-webkit-box-", StringComparison.Ordinal) || name.StartsWith("-moz-box-", StringComparison.Ordinal) || name.StartsWith("-ms-flex-", StringComparison.Ordinal);

    /// <summary>Whether <paramref name="standard"/> says all that the old property did.</summary>
    public static bool IsReplaced(string legacy, string standard)
    {
        string name = legacy[(legacy.IndexOf('-', 1) + 1)..];
        LegacyFlexProperty property = Array.Find(s_properties, property => property.Name == name)!;
        if (Array.IndexOf(property.Standards, standard) >= 0) return true;
        return s_shorthands.TryGetValue(standard, out string[]? longhands) && Array.Exists(property.Standards, longhands.Contains);
    }

    /// <summary>The prefixes of the draft of 2009 that some target needs.</summary>
    public static VendorPrefix FirstPrefixes(TargetSet targets) => targets.PrefixesIn(s_first);

    /// <summary>What older targets read in place of the declaration, oldest first.</summary>
    public static void AddBefore(TypedDeclaration standard, TargetSet targets, List<TypedDeclaration> result)
    {
        VendorPrefix first = FirstPrefixes(targets);
        bool second = (targets.PrefixesOf("flex") & VendorPrefix.Ms) != 0;
        if (standard.IsUnparsed || (first == VendorPrefix.Empty && !second)) return;
        foreach (LegacyFlexProperty property in s_properties)
        {
            if (Array.IndexOf(property.Standards, standard.Name) < 0 || property.Convert(standard.Value) is not { } value) continue;
            if (property.IsFirst)
            {
                if ((first & VendorPrefix.Webkit) != 0) Add("-webkit-", property.Name, value);
                if ((first & VendorPrefix.Moz) != 0) Add("-moz-", property.Name, value);
            }
            else if (second) Add("-ms-", property.Name, value);
        }

        void Add(string prefix, string name, CssValue value) => result.Add(standard with { Name = prefix + name, Prefix = VendorPrefix.None, Value = value });
    }

    private static CssValue Part(CssValue value, int index) => value is ShorthandValue shorthand ? shorthand.Values[index] : value;

    // flex-start was start, space-between justify, space-around distribute.
    private static Keyword? Alignment(CssValue value, params ReadOnlySpan<string> known)
    {
        if (value.IsKeyword("flex-start")) return new("start");
        if (value.IsKeyword("flex-end")) return new("end");
        if (value.IsKeyword("center")) return new("center");
        if (value is not Keyword keyword || !known.Contains(keyword.Name)) return null;
        return keyword.Name switch
        {
            "space-between" => new("justify"),
            "space-around" => new("distribute"),
            _ => keyword,
        };
    }
}
