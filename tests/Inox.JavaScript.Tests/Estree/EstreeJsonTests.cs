using System.Buffers;
using System.Text;
using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Estree;
using Inox.JavaScript.Syntax;
using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Estree;

/// <summary>Trees as acorn and typescript-estree give them; generate.mjs beside this file writes what is expected.</summary>
public sealed class EstreeJsonTests
{
    [Theory]
    [InlineData("javascript", Language.JavaScript, EstreeDialect.Acorn)]
    [InlineData("jsx", Language.Jsx, EstreeDialect.Acorn)]
    [InlineData("typescript", Language.TypeScript, EstreeDialect.TypeScriptEstree)]
    [InlineData("tsx", Language.Tsx, EstreeDialect.TypeScriptEstree)]
    public void Equals_the_reference(string kind, Language language, EstreeDialect dialect)
    {
        List<string> wrong = [];
        foreach (string line in File.ReadLines(Repository.At($"tests/Inox.JavaScript.Tests/Estree/{kind}.jsonl")))
        {
            using JsonDocument row = JsonDocument.Parse(line, new() { MaxDepth = 256 });
            string source = row.RootElement.GetProperty("source").GetString()!;
            SourceType? goal = !row.RootElement.TryGetProperty("sourceType", out JsonElement type) ? null : type.ValueEquals("module") ? SourceType.Module : SourceType.Script;
            string? difference = Compare(source, new() { Language = language, SourceType = goal, ReportEarlyErrors = false }, dialect, row.RootElement.GetProperty("expected"));
            if (difference is not null) wrong.Add($"{source}\n    {difference}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static string? Compare(string source, ParseOptions options, EstreeDialect dialect, JsonElement expected)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("test", source), options);
        if (parsed.HasErrors) return parsed.Diagnostics[0].Message;
        using JsonDocument actual = JsonDocument.Parse(Write(parsed, dialect), new() { MaxDepth = 256 });
        return FindDifference(expected, actual.RootElement, "");
    }

    private static string Write(ParseResult parsed, EstreeDialect dialect)
    {
        ArrayBufferWriter<byte> output = new();
        EstreeJson.Write(parsed, output, new() { Dialect = dialect });
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static string? FindDifference(JsonElement expected, JsonElement actual, string path)
    {
        if (expected.ValueKind != actual.ValueKind) return $"{path}: {Show(actual)} in place of {Show(expected)}";
        switch (expected.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty field in actual.EnumerateObject()) if (!expected.TryGetProperty(field.Name, out _)) return $"{path}.{field.Name} should not be there";
                foreach (JsonProperty field in expected.EnumerateObject())
                {
                    if (!actual.TryGetProperty(field.Name, out JsonElement value)) return $"{path}.{field.Name} is missing";
                    if (FindDifference(field.Value, value, $"{path}.{field.Name}") is { } difference) return difference;
                }
                return null;
            case JsonValueKind.Array:
                if (expected.GetArrayLength() != actual.GetArrayLength()) return $"{path}: {actual.GetArrayLength()} items in place of {expected.GetArrayLength()}";
                for (int i = 0; i < expected.GetArrayLength(); i++) if (FindDifference(expected[i], actual[i], $"{path}[{i}]") is { } difference) return difference;
                return null;
            case JsonValueKind.Number:
                return expected.GetDouble().Equals(actual.GetDouble()) ? null : $"{path}: {Show(actual)} in place of {Show(expected)}";
            default:
                return IsSame(expected, actual) ? null : $"{path}: {Show(actual)} in place of {Show(expected)}";
        }
    }

    // half a surrogate pair is no text that .NET compares, and both sides may spell its escape in their way
    private static bool IsSame(JsonElement expected, JsonElement actual) =>
        expected.GetRawText().Contains("\\ud", StringComparison.OrdinalIgnoreCase)
            ? expected.GetRawText().Equals(actual.GetRawText(), StringComparison.OrdinalIgnoreCase)
            : JsonElement.DeepEquals(expected, actual);

    private static string Show(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..80] : value.GetRawText();

    [Fact]
    public void Deep_trees_are_written()
    {
        string source = string.Concat(Enumerable.Repeat("[", 20_000)) + string.Concat(Enumerable.Repeat("]", 20_000));
        string json = Write(JsParser.Parse(new SourceText("test", source)), EstreeDialect.Acorn);
        Assert.Equal(20_000, json.Split("\"ArrayExpression\"").Length - 1);
    }
}
