namespace Inox.JavaScript.Parsing;

/// <summary>
/// Names in <c>\p{...}</c>, as the tables of ECMA-262 22.2.1 and Unicode's PropertyValueAliases list them. Case matters and loose matching is
/// not allowed.
/// </summary>
internal static partial class RegExpProperties
{
    /// <summary>A name alone: a binary property or a value of General_Category.</summary>
    public static bool IsLone(ReadOnlySpan<char> name) => IsListed(BinaryNames, name) || IsListed(Categories, name);

    /// <summary>A property of strings, such as <c>RGI_Emoji</c>, which only the flag <c>v</c> allows.</summary>
    public static bool IsOfStrings(ReadOnlySpan<char> name) => IsListed(StringNames, name);

    public static bool IsPair(ReadOnlySpan<char> name, ReadOnlySpan<char> value) => name switch
    {
        "General_Category" or "gc" => IsListed(Categories, value),
        "Script" or "sc" or "Script_Extensions" or "scx" => IsListed(Scripts, value),
        _ => false,
    };

    // every name stands between two bars, and no name holds one
    private static bool IsListed(string list, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty) return false;
        for (int from = 1; ;)
        {
            int at = list.AsSpan(from).IndexOf(name);
            if (at < 0) return false;
            at += from;
            if (list[at - 1] == '|' && list[at + name.Length] == '|') return true;
            from = at + 1;
        }
    }
}
