using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Inox.Http;

/// <summary>Files of settings: JSON with comments, laid over each other object by object.</summary>
internal static class SettingsFile
{
    private static readonly JsonDocumentOptions s_lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>
    /// What the type says itself: `int Port { get; init; } = 80`. Laid below everything else, because generated code sets an `init` property that is not in the JSON to nothing.
    /// </summary>
    public static JsonObject Defaults<T>(JsonTypeInfo<T> type) where T : class, new() => (JsonObject)JsonSerializer.SerializeToNode(new T(), type)!;

    /// <summary>The name under which a value is there already, whatever its case; else the name itself.</summary>
    public static string NameIn(JsonObject whole, string name) => whole.Select(pair => pair.Key).FirstOrDefault(key => key.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name;

    /// <summary>Lays a file over what there is; a file that is not there changes nothing.</summary>
    public static void Merge(JsonObject whole, string path)
    {
        if (!File.Exists(path)) return;
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path), null, s_lenient) is not JsonObject file) throw new SettingsException($"`{path}` is no JSON object");
            Merge(whole, file);
        }
        catch (JsonException exception)
        {
            throw new SettingsException($"`{path}` is malformed in line {exception.LineNumber + 1}", exception);
        }
    }

    /// <summary>Makes the value, which may judge itself (<see cref="IValidated"/>).</summary>
    public static T Bind<T>(JsonObject whole, JsonTypeInfo<T> type) where T : class
    {
        T value;
        try
        {
            value = whole.Deserialize(type) ?? throw new SettingsException("there are no settings");
        }
        catch (JsonException exception)
        {
            throw new SettingsException($"the setting `{exception.Path?.TrimStart('$', '.').Replace('.', ':')}` does not have the expected form", exception);
        }
        if (value is IValidated validated)
        {
            foreach (ProblemError error in validated.Validate()) throw new SettingsException($"the setting `{error.Name}` {error.Detail}");
        }
        return value;
    }

    private static void Merge(JsonObject whole, JsonObject over)
    {
        foreach ((string given, JsonNode? value) in over)
        {
            string name = NameIn(whole, given);
            if (value is JsonObject inner && whole[name] is JsonObject outer) Merge(outer, inner);
            else whole[name] = value?.DeepClone();
        }
    }
}
