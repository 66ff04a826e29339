namespace Inox.Core;

internal sealed class ShortRenderer(TextWriter output, RenderOptions options)
{
    private readonly Ansi _ansi = new(options.UseColor);

    public void Write(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Source is { } source) output.Write($"{PlaceOf(source, diagnostic.Span)}: ");
            output.Write(_ansi.For(diagnostic.Severity, $"{DiagnosticRenderer.NameOf(diagnostic.Severity)} {diagnostic.Code}"));
            output.Write(": ");
            output.Write(diagnostic.Message.ReplaceLineEndings(" "));
            output.Write('\n');
        }
    }

    internal static string PlaceOf(SourceText source, TextSpan span)
    {
        LineColumn place = source.GetLineColumn(DiagnosticRenderer.Clip(source, span).Start);
        return $"{source.Path}:{place.Line + 1}:{place.Column + 1}";
    }
}
