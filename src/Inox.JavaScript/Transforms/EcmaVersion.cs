namespace Inox.JavaScript.Transforms;

/// <summary>The yearly editions of ECMA-262 that brought syntax, in order. <see cref="EsNext"/> is whatever Inox can parse.</summary>
public enum EcmaVersion : byte { Es5, Es2015, Es2016, Es2017, Es2018, Es2019, Es2020, Es2021, Es2022, Es2023, Es2024, Es2025, Es2026, EsNext }

/// <summary>
/// The language level that a target as written asks for. <paramref name="Fault"/> is the part of the
/// text that was not understood, null when all was.
/// </summary>
public readonly record struct EcmaTarget(EcmaVersion Version, string? Fault)
{
    private static readonly string[] s_names =
        ["es5", "es2015", "es2016", "es2017", "es2018", "es2019", "es2020", "es2021", "es2022", "es2023", "es2024", "es2025", "es2026", "esnext"];

    /// <summary>The levels as they are written, oldest first.</summary>
    public static IReadOnlyList<string> Names => s_names;

    public static string NameOf(EcmaVersion version) => s_names[(int)version];

    /// <summary>Reads <c>es5</c>, <c>es6</c> or <c>es2015</c> to <c>es2026</c>, or <c>esnext</c>, in any case; of several with commas between them the lowest counts.</summary>
    public static EcmaTarget Parse(string text)
    {
        EcmaVersion lowest = EcmaVersion.EsNext;
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (Find(part) is not { } version) return new(EcmaVersion.EsNext, part);
            if (version < lowest) lowest = version;
        }
        return new(lowest, null);
    }

    internal static EcmaVersion? Find(string part)
    {
        // the edition's number was the name until 2015
        if (part.Equals("es6", StringComparison.OrdinalIgnoreCase)) return EcmaVersion.Es2015;
        int index = Array.FindIndex(s_names, name => part.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (EcmaVersion)index;
    }
}
