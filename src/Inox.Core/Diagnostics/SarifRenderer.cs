using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inox.Core;

/// <summary>A log of one run (OASIS SARIF 2.1.0): each code is a rule, each diagnostic a result that points to its rule by index.</summary>
internal sealed class SarifRenderer(RenderOptions options)
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static readonly JsonWriterOptions s_options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Indented = true,
        NewLine = "\n",
    };

    private readonly Dictionary<string, int> _rules = [];
    private readonly List<DiagnosticDescriptor> _descriptors = [];

    public void Write(TextWriter output, IEnumerable<Diagnostic> diagnostics)
    {
        Diagnostic[] all = [.. diagnostics];
        foreach (Diagnostic diagnostic in all)
        {
            if (_rules.TryAdd(diagnostic.Code, _descriptors.Count)) _descriptors.Add(diagnostic.Descriptor);
        }
        using ByteWriter bytes = new();
        using (Utf8JsonWriter json = new(bytes, s_options)) WriteLog(json, all);
        output.Write(Encoding.UTF8.GetString(bytes.AsSpan()));
        output.Write('\n');
    }

    private void WriteLog(Utf8JsonWriter json, Diagnostic[] diagnostics)
    {
        json.WriteStartObject();
        json.WriteString("$schema"u8, Schema);
        json.WriteString("version"u8, "2.1.0");
        json.WriteStartArray("runs"u8);
        json.WriteStartObject();
        WriteTool(json);
        json.WriteString("columnKind"u8, "utf16CodeUnits");
        json.WriteStartArray("results"u8);
        foreach (Diagnostic diagnostic in diagnostics) WriteResult(json, diagnostic);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteTool(Utf8JsonWriter json)
    {
        json.WriteStartObject("tool"u8);
        json.WriteStartObject("driver"u8);
        json.WriteString("name"u8, options.ToolName);
        if (options.ToolVersion is { } version) json.WriteString("version"u8, version);
        json.WriteStartArray("rules"u8);
        foreach (DiagnosticDescriptor descriptor in _descriptors)
        {
            json.WriteStartObject();
            json.WriteString("id"u8, descriptor.Code);
            WriteText(json, "shortDescription", descriptor.Message);
            json.WriteStartObject("defaultConfiguration"u8);
            json.WriteString("level"u8, LevelOf(descriptor.Severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void WriteResult(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("ruleId"u8, diagnostic.Code);
        json.WriteNumber("ruleIndex"u8, _rules[diagnostic.Code]);
        json.WriteString("level"u8, LevelOf(diagnostic.Severity));
        WriteText(json, "message", TextOf(diagnostic));
        if (diagnostic.Source is { } source)
        {
            json.WriteStartArray("locations"u8);
            WriteLocation(json, source, diagnostic.Span, diagnostic.Label);
            json.WriteEndArray();
        }
        if (diagnostic.Related.Length > 0)
        {
            json.WriteStartArray("relatedLocations"u8);
            foreach (RelatedPlace related in diagnostic.Related) WriteLocation(json, related.Source, related.Span, related.Label);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteLocation(Utf8JsonWriter json, SourceText source, TextSpan span, string? label)
    {
        span = DiagnosticRenderer.Clip(source, span);
        LineColumn start = source.GetLineColumn(span.Start), end = source.GetLineColumn(span.End);
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation"u8);
        json.WriteStartObject("artifactLocation"u8);
        json.WriteString("uri"u8, ToUri(source.Path));
        json.WriteEndObject();
        json.WriteStartObject("region"u8);
        json.WriteNumber("startLine"u8, start.Line + 1);
        json.WriteNumber("startColumn"u8, start.Column + 1);
        json.WriteNumber("endLine"u8, end.Line + 1);
        json.WriteNumber("endColumn"u8, end.Column + 1);
        json.WriteNumber("charOffset"u8, span.Start);
        json.WriteNumber("charLength"u8, span.Length);
        json.WriteEndObject();
        json.WriteEndObject();
        if (label is not null) WriteText(json, "message", label);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    private static string TextOf(Diagnostic diagnostic)
    {
        string text = diagnostic.Message;
        if (diagnostic.Help is { } help) text += $"\nhelp: {help}";
        foreach (string note in diagnostic.Notes) text += $"\nnote: {note}";
        return text;
    }

    private static string LevelOf(Severity severity) => severity == Severity.Info ? "note" : DiagnosticRenderer.NameOf(severity);

    // artifactLocation.uri is a URI reference (SARIF 3.4.3): a relative path stays relative, `C:\a b` is file:///C:/a%20b.
    private static string ToUri(string path)
    {
        PathStyle style = path.Contains('\\') || !path.StartsWith('/') ? PathStyle.Windows : PathStyle.Posix;
        bool isAbsolute = style.IsAbsolute(path);
        string[] parts = style.ToSlashes(path).Split('/');
        for (int i = 0; i < parts.Length; i++)
        {
            bool isDrive = isAbsolute && i == 0 && parts[i].EndsWith(':');
            if (!isDrive) parts[i] = Uri.EscapeDataString(parts[i]);
        }
        string escaped = string.Join('/', parts);
        if (!isAbsolute) return escaped;
        return escaped.StartsWith("//", StringComparison.Ordinal) ? "file:" + escaped : "file:///" + escaped.TrimStart('/');
    }
}
