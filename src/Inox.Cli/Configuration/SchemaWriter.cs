using System.Text.Encodings.Web;
using System.Text.Json;
using Inox.Cli.Options;

namespace Inox.Cli.Configuration;

/// <summary>Writes the JSON schema of inox.json from the option table: <c>schemas/inox.schema.json</c>.</summary>
internal static class SchemaWriter
{
    private static readonly JsonWriterOptions s_json = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write()
    {
        using MemoryStream output = new();
        using (Utf8JsonWriter json = new(output, s_json))
        {
            json.WriteStartObject();
            json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            json.WriteString("title", "inox.json");
            json.WriteString("type", "object");
            json.WriteBoolean("additionalProperties", false);
            json.WriteStartObject("properties");
            json.WriteStartObject("$schema");
            json.WriteString("type", "string");
            json.WriteEndObject();
            foreach (OptionDefinition option in BuildTable.Settings) WriteOption(json, option);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
        return output.ToArray();
    }

    private static void WriteOption(Utf8JsonWriter json, OptionDefinition option)
    {
        json.WriteStartObject(option.Key);
        json.WriteString("description", option.Summary);
        WriteType(json, option);
        json.WriteEndObject();
    }

    private static void WriteType(Utf8JsonWriter json, OptionDefinition option)
    {
        switch (option.Kind)
        {
            case OptionKind.Flag:
                json.WriteString("type", "boolean");
                break;
            case OptionKind.Text or OptionKind.Target or OptionKind.Path:
                json.WriteString("type", "string");
                break;
            case OptionKind.Number:
                json.WriteString("type", "integer");
                json.WriteNumber("minimum", 0);
                break;
            case OptionKind.Choice:
                WriteChoices(json, option);
                break;
            case OptionKind.List:
                json.WriteString("type", "array");
                json.WriteStartObject("items");
                if (option.Choices.Length > 0) WriteChoices(json, option);
                else json.WriteString("type", "string");
                json.WriteEndObject();
                break;
            case OptionKind.Map:
                WriteMap(json, option);
                break;
            default:
                throw new InvalidOperationException($"no schema for {option.Kind}");
        }
    }

    private static void WriteChoices(Utf8JsonWriter json, OptionDefinition option)
    {
        json.WriteStartArray("enum");
        foreach (string choice in option.Choices) json.WriteStringValue(choice);
        if (option.Bare is not null) json.WriteBooleanValue(true);
        if (option.Off is not null) json.WriteBooleanValue(false);
        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, OptionDefinition option)
    {
        json.WriteString("type", "object");
        if (option.Keys.Length > 0 || option.KeyPrefix.Length > 0)
        {
            json.WriteStartObject("propertyNames");
            if (option.KeyPrefix.Length > 0) json.WriteString("pattern", $"^[{option.KeyPrefix}]");
            if (option.Keys.Length > 0) WriteNames(json, option.Keys);
            json.WriteEndObject();
        }
        json.WriteStartObject("additionalProperties");
        if (option.Choices.Length > 0)
        {
            WriteNames(json, option.Choices);
        }
        else if (option == BuildTable.Define)
        {
            json.WriteStartArray("type");
            foreach (string type in (ReadOnlySpan<string>)["string", "number", "boolean", "null"]) json.WriteStringValue(type);
            json.WriteEndArray();
        }
        else
        {
            json.WriteString("type", "string");
        }
        json.WriteEndObject();
    }

    private static void WriteNames(Utf8JsonWriter json, string[] names)
    {
        json.WriteStartArray("enum");
        foreach (string name in names) json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
