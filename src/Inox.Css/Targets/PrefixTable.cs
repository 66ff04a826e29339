using System.Collections.Frozen;

namespace Inox.Css;

internal static partial class PrefixTable
{
    private static readonly FrozenDictionary<string, (byte Browser, VendorPrefix Prefix, int First, int Last)[]> s_byName;

    // In a constructor: the rows must be there before.
    static PrefixTable() =>
        s_byName = s_rows.GroupBy(row => row.Name).ToFrozenDictionary(group => group.Key, group => group.Select(row => (row.Browser, row.Prefix, row.First, row.Last)).ToArray());

    public static (byte Browser, VendorPrefix Prefix, int First, int Last)[] Rows(string name) => s_byName.TryGetValue(name, out var rows) ? rows : [];
}
