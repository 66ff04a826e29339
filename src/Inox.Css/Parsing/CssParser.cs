using System.Text;
using Inox.Core;

namespace Inox.Css;

/// <summary>A tree for any input, and what was wrong with it.</summary>
public sealed record CssParseResult(StyleSheet StyleSheet, IReadOnlyList<Diagnostic> Diagnostics);

/// <summary>
/// Parses a style sheet as CSS Syntax Level 3 (with nesting) and recovers as it demands. Values and selectors stay text; see
/// <see cref="SelectorParser"/> for the latter.
/// </summary>
public static class CssParser
{
    public static CssParseResult Parse(SourceText source)
    {
        List<Diagnostic> diagnostics = [];
        StringBuilder missing = new();
        RuleParser parser = new(source, source.Text, diagnostics, missing);
        StyleSheet sheet = parser.ParseStyleSheet();
        if (missing.Length == 0) return new(sheet, diagnostics);

        // `a { color: rgb(0` means the same as `a { color: rgb(0)}`, and only the latter can be followed by more text.
        RuleParser closed = new(source, source.Text + missing, [], missing);
        return new(closed.ParseStyleSheet(), diagnostics);
    }
}
