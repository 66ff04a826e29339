using System.Text.Json;
using System.Text.Json.Nodes;
using Inox.Core;
using Inox.Testing;

namespace Inox.Css.Tests.Conformance;

/// <summary>What the tokenizer, parser and colour parser make of a text, in the JSON form of the pack.</summary>
internal static class ParsingCases
{
    public static CaseResult? Run(JsonElement line)
    {
        string production = line.GetProperty("production").GetString()!;
        return CssSuite.Result(line, production.StartsWith("color", StringComparison.Ordinal) ? IsColor(line) : IsTree(production, line));
    }

    private static bool IsTree(string production, JsonElement line)
    {
        JsonNode? expected = JsonNode.Parse(line.GetProperty("expected").GetRawText());
        return JsonNode.DeepEquals(Normal(expected), Normal(Run(production, line.GetProperty("input"))));
    }

    // Colours are bytes here, so fractions are near, not equal; keywords are in bytes.
    private static bool IsColor(JsonElement line)
    {
        CssValue? color = ParseColor(line.GetProperty("input").GetString()!);
        JsonElement expected = line.GetProperty("expected");
        if (color is not ColorValue value) return expected.ValueKind == (color is null ? JsonValueKind.Null : JsonValueKind.String);
        if (expected.ValueKind != JsonValueKind.Array) return false;
        int rgb = value.Rgb;
        float scale = line.GetProperty("production").GetString() == "color3_keywords" ? 255 : 1;
        float[] own = [(rgb >> 16) / 255f * scale, (rgb >> 8 & 255) / 255f * scale, (rgb & 255) / 255f * scale, value.Components.Alpha];
        for (int i = 0; i < 4; i++)
        {
            if (Math.Abs(own[i] - expected[i].GetSingle()) > 0.003f) return false;
        }

        return true;
    }

    private static CssValue? ParseColor(string text)
    {
        ValueReader reader = new(new(text));
        CssValue? color = ColorParser.TryColor(ref reader);
        return reader.Kind == CssTokenKind.EndOfFile ? color : null;
    }

    // 1 and 1.0 are the same number, and white space at the ends of a declaration's value is no part of it since 2021.
    private static JsonNode? Normal(JsonNode? node)
    {
        switch (node)
        {
            case JsonArray array:
                JsonArray copy = [];
                foreach (JsonNode? item in array) copy.Add(Normal(item));
                if (copy is [JsonValue kind, _, JsonArray value, ..] && kind.ToString() == "declaration") Trim(value);
                if (copy is [JsonValue rule, JsonArray ownPrelude, ..] && rule.ToString() == "qualified rule") Trim(ownPrelude);
                return copy;
            case JsonValue number when number.GetValueKind() == JsonValueKind.Number:
                return JsonValue.Create(double.Parse(number.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture));
            default:
                return node?.DeepClone();
        }
    }

    private static void Trim(JsonArray values)
    {
        while (values.Count > 0 && values[^1]!.ToString() == " ") values.RemoveAt(values.Count - 1);
        while (values.Count > 0 && values[0]!.ToString() == " ") values.RemoveAt(0);
    }

    private static JsonNode? Run(string production, JsonElement input)
    {
        switch (production)
        {
            case "component_value_list": return ComponentValues.Read(input.GetString()!);
            case "one_component_value": return One(ComponentValues.Read(input.GetString()!));
            case "declaration_list": return ParsedRules.Block(input.GetString()!);
            case "one_declaration": return First(ParsedRules.Block(input.GetString()!), new JsonArray("error", HasTokens(input.GetString()!) ? "invalid" : "empty"));
            case "rule_list" or "stylesheet": return ParsedRules.Sheet(input.GetString()!);
            case "one_rule": return One(ParsedRules.Sheet(input.GetString()!));
            case "An+B": return AnPlusB.Parse(new(input.GetString()!)) is { } value ? new JsonArray(value.A, value.B) : null;
            case "stylesheet_bytes": return Bytes(input);
            default: throw new InvalidOperationException(production);
        }
    }

    private static JsonNode First(JsonArray values, JsonNode none) => values.Count == 0 ? none : values[0]!.DeepClone();

    private static bool HasTokens(string text) => new CssTokenizer(text).NextSignificant() != CssTokenKind.EndOfFile;

    private static JsonNode One(JsonArray values)
    {
        Trim(values);
        if (values.Count > 1) return new JsonArray("error", "extra-input");
        return First(values, new JsonArray("error", "empty"));
    }

    // An encoding named by the protocol or by @charset is the reader's business, and Inox reads UTF-8 and UTF-16 with a mark.
    private static JsonArray Bytes(JsonElement input)
    {
        byte[] bytes = [.. input.GetProperty("css_bytes").GetString()!.Select(c => (byte)c)];
        SourceText source = SourceText.Decode("a.css", bytes);
        string encoding = bytes is [0xFF, 0xFE, ..] ? "utf-16le" : bytes is [0xFE, 0xFF, ..] ? "utf-16be" : "utf-8";
        return [ParsedRules.Sheet(source.Text), encoding];
    }
}
