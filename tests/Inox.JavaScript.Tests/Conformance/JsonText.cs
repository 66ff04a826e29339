using System.Text;
using System.Text.Json;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>Writes what runners in other processes read.</summary>
internal static class JsonText
{
    public static string Of(Dictionary<string, string> texts)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            foreach ((string key, string value) in texts) writer.WriteString(key, value);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
