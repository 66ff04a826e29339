namespace Inox.JavaScript.Transforms;

/// <summary>The yearly editions of ECMA-262 that brought syntax, in order. <see cref="EsNext"/> is whatever Inox can parse.</summary>
public enum EcmaVersion : byte { Es5, Es2015, Es2016, Es2017, Es2018, Es2019, Es2020, Es2021, Es2022, Es2023, Es2024, Es2025, Es2026, EsNext }

/// <summary>The editions by the names they have in settings.</summary>
public static class EcmaVersions
{
    private static readonly string[] s_names =
        ["es5", "es2015", "es2016", "es2017", "es2018", "es2019", "es2020", "es2021", "es2022", "es2023", "es2024", "es2025", "es2026", "esnext"];

    /// <summary>The editions as they are written, oldest first.</summary>
    public static IReadOnlyList<string> Names => s_names;

    public static string NameOf(EcmaVersion version) => s_names[(int)version];

    /// <summary>Reads <c>es5</c>, <c>es6</c> or <c>es2015</c> to <c>es2026</c>, or <c>esnext</c>, in any case; null for anything else.</summary>
    public static EcmaVersion? Find(string name)
    {
        // the edition's number was the name until 2015
        if (name.Equals("es6", StringComparison.OrdinalIgnoreCase)) return EcmaVersion.Es2015;
        int index = Array.FindIndex(s_names, each => name.Equals(each, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : (EcmaVersion)index;
    }
}
