using Inox.JavaScript.Syntax;

namespace Inox.JavaScript;

/// <summary>What file names say about their content.</summary>
internal static class FileLanguage
{
    public static ParseOptions Choose(string path)
    {
        if (IsDeclarations(path)) return new() { Language = Language.Declarations };
        return path[(path.LastIndexOf('.') + 1)..].ToLowerInvariant() switch
        {
            "ts" => new() { Language = Language.TypeScript },
            "mts" => new() { Language = Language.TypeScript, SourceType = SourceType.Module },
            "cts" => new() { Language = Language.TypeScript, SourceType = SourceType.CommonJs },
            "tsx" => new() { Language = Language.Tsx },
            "jsx" => new() { Language = Language.Jsx },
            "mjs" => new() { Language = Language.JavaScript, SourceType = SourceType.Module },
            "cjs" => new() { Language = Language.JavaScript, SourceType = SourceType.CommonJs },
            _ => ParseOptions.Default,
        };
    }

    // `x.d.ts`, `x.d.mts`, and `x.d.css.ts` of allowArbitraryExtensions
    private static bool IsDeclarations(string path)
    {
        string name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        if (name.EndsWith(".d.ts", StringComparison.Ordinal) || name.EndsWith(".d.mts", StringComparison.Ordinal) || name.EndsWith(".d.cts", StringComparison.Ordinal)) return true;
        int dot = name.IndexOf(".d.", StringComparison.Ordinal);
        return dot >= 0 && name.EndsWith(".ts", StringComparison.Ordinal) && name.IndexOf('.', dot + 3) == name.Length - 3;
    }
}
