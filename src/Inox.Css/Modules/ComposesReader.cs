namespace Inox.Css;

/// <summary>Reads <c>a b</c>, <c>a from global</c> and <c>a from "./file.css"</c>, several of them separated by commas.</summary>
internal static class ComposesReader
{
    public static List<CssComposition>? Read(CssText value)
    {
        List<CssComposition> compositions = [];
        CssTokenizer tokens = value.Tokenize();
        do
        {
            if (!ReadGroup(ref tokens, compositions)) return null;
        }
        while (tokens.Kind == CssTokenKind.Comma);
        return tokens.Kind == CssTokenKind.EndOfFile ? compositions : null;
    }

    private static bool ReadGroup(ref CssTokenizer tokens, List<CssComposition> compositions)
    {
        int first = compositions.Count;
        while (tokens.NextSignificant() == CssTokenKind.Ident)
        {
            if (compositions.Count > first && tokens.Value is "from") return ReadSource(ref tokens, compositions, first);
            compositions.Add(new(CssCompositionKind.Local, CssEscapes.Decode(tokens.Value)));
        }

        return compositions.Count > first;
    }

    private static bool ReadSource(ref CssTokenizer tokens, List<CssComposition> compositions, int first)
    {
        CssTokenKind kind = tokens.NextSignificant();
        bool isGlobal = kind == CssTokenKind.Ident && tokens.Value is "global";
        if (!isGlobal && kind != CssTokenKind.String) return false;
        string? specifier = isGlobal ? null : CssEscapes.Decode(tokens.Value);
        for (int i = first; i < compositions.Count; i++)
        {
            compositions[i] = new(isGlobal ? CssCompositionKind.Global : CssCompositionKind.Dependency, compositions[i].Name, null, specifier);
        }

        tokens.NextSignificant();
        return true;
    }
}
