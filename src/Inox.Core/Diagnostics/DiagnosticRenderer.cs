namespace Inox.Core;

/// <summary>Shows diagnostics. Lines end with LF on every system; lines and columns shown count from 1, columns in UTF-16 code units.</summary>
public static class DiagnosticRenderer
{
    /// <summary>Writes <paramref name="diagnostics"/> in their order.</summary>
    public static void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics, RenderOptions options)
    {
        switch (options.Style)
        {
            case DiagnosticStyle.Human:
                new HumanRenderer(output, options).Write(diagnostics);
                break;
            case DiagnosticStyle.Short:
                new ShortRenderer(output, options).Write(diagnostics);
                break;
            case DiagnosticStyle.Json:
                JsonRenderer.Write(output, diagnostics);
                break;
            case DiagnosticStyle.Sarif:
                new SarifRenderer(options).Write(output, diagnostics);
                break;
            case DiagnosticStyle.GitHub:
                GitHubRenderer.Write(output, diagnostics);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(options), options.Style, "no such style");
        }
    }

    /// <summary><see cref="Write"/> into a string.</summary>
    public static string Render(IEnumerable<Diagnostic> diagnostics, RenderOptions options)
    {
        StringWriter output = new();
        Write(output, diagnostics, options);
        return output.ToString();
    }

    internal static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        Severity.Info => "info",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "no such severity"),
    };

    /// <summary>The span cut to its text, so that a wrong offset never hides the message.</summary>
    internal static TextSpan Clip(SourceText source, TextSpan span)
    {
        int start = Math.Clamp(span.Start, 0, source.Text.Length);
        return new(start, Math.Clamp(span.End, start, source.Text.Length));
    }
}
