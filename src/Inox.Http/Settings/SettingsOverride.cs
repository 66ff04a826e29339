using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Inox.Http;

/// <summary>Puts one text of an argument or the environment to its place. What kind of JSON it becomes follows from the shape: `80` is a number for a port and text for a name.</summary>
internal static class SettingsOverride
{
    public static void Set(JsonObject whole, JsonTypeInfo type, string path, string text, string source)
    {
        string[] names = path.Split(':');
        for (int i = 0; i < names.Length; i++)
        {
            JsonPropertyInfo property = Find(type, names[i]) ?? throw new SettingsException($"`{source}` is no setting: there are {string.Join(", ", type.Properties.Select(each => $"`{each.Name}`"))}");
            string name = SettingsFile.NameIn(whole, property.Name);
            type = type.Options.GetTypeInfo(property.PropertyType);
            if (i == names.Length - 1)
            {
                whole[name] = Value(property.PropertyType, type, text, source);
                return;
            }
            if (whole[name] is not JsonObject inner) whole[name] = inner = [];
            whole = inner;
        }
    }

    private static JsonPropertyInfo? Find(JsonTypeInfo type, string name)
    {
        // `LISTEN_ON` of an environment is `listenOn`.
        string plain = name.Replace("_", "").Replace("-", "");
        foreach (JsonPropertyInfo property in type.Properties)
        {
            if (property.Name.Replace("_", "").Replace("-", "").Equals(plain, StringComparison.OrdinalIgnoreCase)) return property;
        }
        return null;
    }

    private static JsonNode? Value(Type property, JsonTypeInfo type, string text, string source)
    {
        Type plain = Nullable.GetUnderlyingType(property) ?? property;
        try
        {
            if (type.Kind != JsonTypeInfoKind.None && text.AsSpan().TrimStart() is ['[' or '{', ..]) return JsonNode.Parse(text);
            if (type.Kind == JsonTypeInfoKind.Enumerable) return new JsonArray([.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(each => (JsonNode)JsonValue.Create(each))]);
            if (plain == typeof(bool)) return JsonValue.Create(bool.Parse(text));
            if (!plain.IsEnum && Type.GetTypeCode(plain) is >= TypeCode.SByte and <= TypeCode.Decimal) return JsonNode.Parse(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
            return JsonValue.Create(text);
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or JsonException)
        {
            throw new SettingsException($"`{text}` of `{source}` is no {plain.Name}", exception);
        }
    }
}
