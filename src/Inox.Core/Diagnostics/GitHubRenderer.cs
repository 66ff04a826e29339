namespace Inox.Core;

/// <summary>
/// Workflow commands: <c>::error file=a.ts,line=4,endLine=4,col=14,endColumn=18,title=IX1012::message</c>. Values escape <c>%</c> and line
/// ends, properties also <c>:</c> and <c>,</c>.
/// </summary>
internal static class GitHubRenderer
{
    public static void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            output.Write("::");
            output.Write(diagnostic.Severity == Severity.Info ? "notice" : DiagnosticRenderer.NameOf(diagnostic.Severity));
            output.Write(' ');
            if (diagnostic.Source is { } source) WritePlace(output, source, diagnostic.Span);
            output.Write($"title={EscapeProperty(diagnostic.Code)}::{Escape(TextOf(diagnostic))}\n");
        }
    }

    private static void WritePlace(TextWriter output, SourceText source, TextSpan span)
    {
        span = DiagnosticRenderer.Clip(source, span);
        LineColumn start = source.GetLineColumn(span.Start), end = source.GetLineColumn(span.End);
        output.Write($"file={EscapeProperty(source.Path)},line={start.Line + 1},endLine={end.Line + 1},");
        // GitHub drops an annotation that has columns on several lines.
        if (start.Line == end.Line) output.Write($"col={start.Column + 1},endColumn={end.Column + 1},");
    }

    private static string TextOf(Diagnostic diagnostic)
    {
        string text = diagnostic.Message;
        if (diagnostic.Label is { } label) text += $" ({label})";
        if (diagnostic.Help is { } help) text += $"\nhelp: {help}";
        foreach (string note in diagnostic.Notes) text += $"\nnote: {note}";
        return text;
    }

    private static string Escape(string text) => text.Replace("%", "%25").Replace("\r", "%0D").Replace("\n", "%0A");

    private static string EscapeProperty(string text) => Escape(text).Replace(":", "%3A").Replace(",", "%2C");
}
