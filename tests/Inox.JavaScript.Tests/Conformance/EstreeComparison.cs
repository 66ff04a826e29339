using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Estree;
using Inox.JavaScript.Syntax;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>One source to compare: a module or a script for acorn, anything for typescript-estree.</summary>
internal sealed record EstreeCase(string Name, string Text, ParseOptions Options);

/// <summary>
/// Compares ESTree JSON with the trees of acorn (JavaScript) and typescript-estree (all else), field by field, in <c>tests/conformance/estree.mjs</c>.
/// Sources that either side rejects are left out: which those are is the business of other suites.
/// </summary>
internal static class EstreeComparison
{
    // bytes of cases for one node process, which keeps each one's heap small
    private const int BatchSize = 64 * 1024 * 1024;

    // acorn and typescript-estree recurse
    private const string StackSize = "--stack-size=60000";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = int.MaxValue, SkipValidation = true };

    public static IEnumerable<CaseResult> Run(IEnumerable<EstreeCase> cases)
    {
        using TempFolder folder = new();
        string path = folder["cases.jsonl"];
        ArrayBufferWriter<byte> batch = new(BatchSize);
        foreach (EstreeCase item in cases)
        {
            ParseResult parsed = JsParser.Parse(new SourceText(item.Name, item.Text), item.Options);
            if (parsed.HasErrors) continue;
            Write(item, parsed, batch);
            if (batch.WrittenCount < BatchSize) continue;
            foreach (CaseResult result in Judge(path, batch)) yield return result;
        }
        foreach (CaseResult result in Judge(path, batch)) yield return result;
    }

    private static void Write(EstreeCase item, ParseResult parsed, ArrayBufferWriter<byte> output)
    {
        bool isAcorn = item.Options.Language == Language.JavaScript;
        using Utf8JsonWriter json = new(output, s_options);
        json.WriteStartObject();
        json.WriteString("name", item.Name);
        json.WriteString("parser", isAcorn ? "acorn" : item.Options.Language is Language.Tsx or Language.Jsx ? "tsx" : "ts");
        json.WriteString("sourceType", parsed.Program.SourceType == SourceType.Module ? "module" : "script");
        json.WritePropertyName("source");
        json.WriteRawValue(JsonSerializer.Serialize(item.Text), skipInputValidation: true);
        json.WritePropertyName("tree");
        EstreeJson.Write(parsed, json, new() { Dialect = isAcorn ? EstreeDialect.Acorn : EstreeDialect.TypeScriptEstree });
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    private static List<CaseResult> Judge(string path, ArrayBufferWriter<byte> batch)
    {
        using (FileStream file = File.Create(path)) file.Write(batch.WrittenSpan);
        batch.Clear();
        string script = Repository.At("tests/conformance/estree.mjs");
        ProcessResult run = NodeProcess.Run([StackSize, script, path], folder: Path.GetDirectoryName(script), limit: TimeSpan.FromMinutes(10));
        if (run.ExitCode != 0) throw new InvalidOperationException($"estree.mjs ended with {run.ExitCode}: {run.Error}");
        List<CaseResult> results = [];
        foreach (string line in run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement result = document.RootElement;
            string name = result.GetProperty("name").GetString()!;
            if (result.TryGetProperty("rejected", out _)) continue;
            results.Add(result.TryGetProperty("difference", out JsonElement difference) ? CaseResult.Fail(name, difference.GetString()!) : CaseResult.Pass(name));
        }
        return results;
    }
}
