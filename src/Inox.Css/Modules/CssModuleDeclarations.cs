using System.Collections.Immutable;
using System.Text;

namespace Inox.Css;

/// <summary>What TypeScript needs to know of a CSS module: a declaration file that lies beside it as <c>a.module.css.d.ts</c>.</summary>
public static class CssModuleDeclarations
{
    /// <summary>The names of the module as properties of its default export, each once, in the order of the sheet.</summary>
    public static string Write(ImmutableArray<CssModuleExport> exports)
    {
        StringBuilder text = new("declare const names: {\n");
        foreach (CssModuleExport export in exports) text.Append("  readonly ").Append(PropertyName(export.LocalName)).Append(": string;\n");
        return text.Append("};\nexport default names;\n").ToString();
    }

    // A name that is no identifier, such as `is-open` and `--color`, is a string.
    private static string PropertyName(string name)
    {
        bool isPlain = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (char c in name) isPlain &= char.IsAsciiLetterOrDigit(c) || c is '_' or '$';
        return isPlain ? name : $"\"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
    }
}
