using System.Collections.Frozen;

namespace Inox.JavaScript.Minification;

/// <summary>Words that cannot be names in strict module code, or would hide what generated code relies on.</summary>
public static class ReservedNames
{
    private static readonly FrozenSet<string> s_words = FrozenSet.Create(
        StringComparer.Ordinal,
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false",
        "finally", "for", "function", "if", "import", "in", "instanceof", "new", "null", "return", "super", "switch", "this", "throw", "true", "try",
        "typeof", "var", "void", "while", "with", "yield", "let", "static", "implements", "interface", "package", "private", "protected", "public",
        "await", "async", "arguments", "eval", "undefined", "NaN", "Infinity", "require", "module", "exports", "Object", "Promise", "Symbol", "globalThis");

    public static bool Contains(string name) => s_words.Contains(name);
}
