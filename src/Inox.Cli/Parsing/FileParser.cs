using System.Buffers;
using System.Text.Json;
using Inox.Cli.Commands;
using Inox.Cli.Options;
using Inox.Core;
using Inox.JavaScript;
using Inox.JavaScript.Estree;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Cli.Parsing;

/// <summary>Parses one file at a time as the options say; called from several threads.</summary>
internal sealed class FileParser(CommandCall call)
{
    private readonly bool _reportsEarlyErrors = call.Options.Flag(ParseTable.EarlyErrors, true);
    private readonly string _format = call.Options.Text(ParseTable.Format, "short");
    private readonly Language? _language = LanguageOf(call.Options.Text(ParseTable.Language));
    private readonly string? _sourceType = call.Options.Text(ParseTable.SourceType);

    public ParsedFile Parse(string path)
    {
        try
        {
            if (Read(path) is { } bytes) return Parse(path, bytes);
            return Unreadable(path, CliDiagnostics.NoFile(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unreadable(path, CliDiagnostics.CannotRead(path, e.Message.TrimEnd('.')));
        }
    }

    private byte[]? Read(string path)
    {
        if (path != "-") return call.Terminal.Files.ReadFile(call.Terminal.Files.Paths.Join(call.Terminal.WorkingDirectory, path));
        using Stream input = call.Terminal.OpenInput();
        using MemoryStream bytes = new();
        input.CopyTo(bytes);
        return bytes.ToArray();
    }

    private ParsedFile Parse(string path, byte[] bytes)
    {
        SourceText source = SourceText.Decode(path, bytes);
        ParseOptions options = OptionsFor(path);
        ParseResult parsed = JsParser.Parse(source, options);
        Diagnostic[] diagnostics = [.. parsed.Diagnostics];
        // Of a broken tree, what is declared twice is guesswork.
        if (_reportsEarlyErrors && !parsed.HasErrors) diagnostics = [.. diagnostics, .. CheckDeclarations(parsed)];
        return new(diagnostics, _format switch
        {
            "json" => ToJson(path, diagnostics),
            "estree" => ToEstree(parsed, options.Language),
            _ => null,
        });
    }

    // Whoever reads a tree compares it with one of acorn, or for TypeScript and JSX of typescript-estree.
    private static byte[] ToEstree(ParseResult parsed, Language language)
    {
        ArrayBufferWriter<byte> output = new(4096);
        EstreeDialect dialect = language == Language.JavaScript ? EstreeDialect.Acorn : EstreeDialect.TypeScriptEstree;
        EstreeJson.Write(parsed, output, new() { Dialect = dialect });
        return output.WrittenSpan.ToArray();
    }

    private static Diagnostic[] CheckDeclarations(ParseResult parsed) => SemanticAnalyzer.Analyze(parsed, new() { CheckDeclarations = true }).Diagnostics;

    private ParseOptions OptionsFor(string path)
    {
        ParseOptions options = ParseOptions.ForPath(path) with { KeepComments = false, ReportEarlyErrors = _reportsEarlyErrors };
        if (_language is { } language) options = options with { Language = language };
        return _sourceType switch
        {
            "script" => options with { SourceType = SourceType.Script },
            "module" => options with { SourceType = SourceType.Module },
            "commonjs" => options with { SourceType = SourceType.CommonJs },
            "unambiguous" => options with { SourceType = null },
            _ => options,
        };
    }

    private ParsedFile Unreadable(string path, Diagnostic diagnostic) => new([diagnostic], _format == "json" ? ToJson(path, [diagnostic]) : null);

    private static byte[] ToJson(string path, IReadOnlyList<Diagnostic> diagnostics)
    {
        ArrayBufferWriter<byte> output = new(256);
        using Utf8JsonWriter json = new(output);
        json.WriteStartObject();
        json.WriteString("path", path);
        json.WriteBoolean("ok", ParsedFile.AreOk(diagnostics));
        json.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", diagnostic.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" });
            json.WriteNumber("start", diagnostic.Span.Start);
            json.WriteNumber("end", diagnostic.Span.End);
            json.WriteString("message", diagnostic.Message);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static Language? LanguageOf(string? name) => name switch
    {
        "js" => Language.JavaScript,
        "jsx" => Language.Jsx,
        "ts" => Language.TypeScript,
        "tsx" => Language.Tsx,
        "dts" => Language.Declarations,
        _ => null,
    };
}
