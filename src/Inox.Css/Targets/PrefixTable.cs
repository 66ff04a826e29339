using System.Collections.Frozen;
using System.Globalization;
using Inox.Core;

namespace Inox.Css;

/// <summary>Who wants a name under a prefix, and from which version to which.</summary>
internal readonly record struct PrefixRange(Engine Engine, VendorPrefix Prefix, int First, int Last);

internal static partial class PrefixTable
{
    private static readonly FrozenDictionary<string, string> s_byName;

    // In a constructor: the rows must be there before.
    static PrefixTable() => s_byName = s_rows.ToFrozenDictionary(static row => row.Name, static row => row.Ranges);

    public static PrefixRange[] Rows(string name)
    {
        if (!s_byName.TryGetValue(name, out string? ranges) || ranges.Length == 0) return [];
        return Array.ConvertAll(ranges.Split(' '), Read);
    }

    // 2:w:4000:42000
    private static PrefixRange Read(string range)
    {
        string[] parts = range.Split(':');
        VendorPrefix prefix = parts[1] switch { "w" => VendorPrefix.Webkit, "m" => VendorPrefix.Moz, "s" => VendorPrefix.Ms, _ => VendorPrefix.O };
        return new((Engine)Number(parts[0]), prefix, Number(parts[2]), Number(parts[3]));
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
}
