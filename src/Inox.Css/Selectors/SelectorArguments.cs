using System.Collections.Frozen;

namespace Inox.Css;

internal enum SelectorArgument : byte { Other, List, Nth }

/// <summary>Which pseudo-classes and pseudo-elements take selectors.</summary>
internal static class SelectorArguments
{
    private static readonly FrozenDictionary<string, SelectorArgument>.AlternateLookup<ReadOnlySpan<char>> s_lookup =
        new Dictionary<string, SelectorArgument>
        {
            ["any"] = SelectorArgument.List,
            ["cue"] = SelectorArgument.List,
            ["cue-region"] = SelectorArgument.List,
            ["current"] = SelectorArgument.List,
            ["global"] = SelectorArgument.List,
            ["has"] = SelectorArgument.List,
            ["host"] = SelectorArgument.List,
            ["host-context"] = SelectorArgument.List,
            ["is"] = SelectorArgument.List,
            ["local"] = SelectorArgument.List,
            ["matches"] = SelectorArgument.List,
            ["not"] = SelectorArgument.List,
            ["nth-child"] = SelectorArgument.Nth,
            ["nth-last-child"] = SelectorArgument.Nth,
            ["slotted"] = SelectorArgument.List,
            ["view-transition-group"] = SelectorArgument.List,
            ["view-transition-image-pair"] = SelectorArgument.List,
            ["view-transition-new"] = SelectorArgument.List,
            ["view-transition-old"] = SelectorArgument.List,
            ["where"] = SelectorArgument.List,
        }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    public static SelectorArgument Of(ReadOnlySpan<char> name)
    {
        if (name.Contains('\\')) name = CssEscapes.Decode(name);
        return s_lookup.TryGetValue(Vendor.Strip(name), out SelectorArgument argument) ? argument : SelectorArgument.Other;
    }
}
