using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inox.Core;

/// <summary>
/// One object a line: <c>code</c>, <c>severity</c>, <c>message</c>; with a source <c>path</c>, <c>start</c> and <c>end</c> (UTF-16 offsets from
/// 0), <c>line</c>, <c>column</c>, <c>endLine</c> and <c>endColumn</c> (from 1); <c>label</c> and <c>help</c> where there are any; <c>notes</c> and
/// <c>related</c> always.
/// </summary>
internal static class JsonRenderer
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            using ByteWriter bytes = new();
            using (Utf8JsonWriter json = new(bytes, s_options)) WriteObject(json, diagnostic);
            output.Write(Encoding.UTF8.GetString(bytes.AsSpan()));
            output.Write('\n');
        }
    }

    private static void WriteObject(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code"u8, diagnostic.Code);
        json.WriteString("severity"u8, DiagnosticRenderer.NameOf(diagnostic.Severity));
        json.WriteString("message"u8, diagnostic.Message);
        if (diagnostic.Source is { } source) WritePlace(json, source, diagnostic.Span);
        if (diagnostic.Label is { } label) json.WriteString("label"u8, label);
        if (diagnostic.Help is { } help) json.WriteString("help"u8, help);
        json.WriteStartArray("notes"u8);
        foreach (string note in diagnostic.Notes) json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteStartArray("related"u8);
        foreach (RelatedPlace related in diagnostic.Related) WriteRelated(json, related);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRelated(Utf8JsonWriter json, RelatedPlace related)
    {
        json.WriteStartObject();
        json.WriteString("message"u8, related.Label);
        WritePlace(json, related.Source, related.Span);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        span = DiagnosticRenderer.Clip(source, span);
        LineColumn start = source.GetLineColumn(span.Start), end = source.GetLineColumn(span.End);
        json.WriteString("path"u8, source.Path);
        json.WriteNumber("start"u8, span.Start);
        json.WriteNumber("end"u8, span.End);
        json.WriteNumber("line"u8, start.Line + 1);
        json.WriteNumber("column"u8, start.Column + 1);
        json.WriteNumber("endLine"u8, end.Line + 1);
        json.WriteNumber("endColumn"u8, end.Column + 1);
    }
}
