using System.Collections.Immutable;
using System.Text.Json;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>
/// Settings while <c>extends</c> is followed: each value with the folder of the file that set it, since that is what its paths are relative to.
/// <c>${configDir}</c> stays until the file that everything is for is known.
/// </summary>
internal sealed class TsConfigSettings
{
    private const string ConfigDir = "${configDir}";

    private readonly Dictionary<string, (JsonElement Value, string Directory)> _values = new(StringComparer.Ordinal);

    public void Add(JsonElement config, string directory)
    {
        foreach (JsonProperty property in config.EnumerateObject())
        {
            if (property.Name is "files" or "include" or "exclude") _values.TryAdd(property.Name, (property.Value, directory));
            if (property.Name != "compilerOptions" || property.Value.ValueKind != JsonValueKind.Object) continue;
            // null takes back what an extended file says: TypeScript's way to unset an option.
            foreach (JsonProperty option in property.Value.EnumerateObject()) _values.TryAdd("." + option.Name, (option.Value, directory));
        }
    }

    public bool? Bool(string option)
    {
        if (!_values.TryGetValue("." + option, out var value)) return null;
        return value.Value.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
    }

    public string? Text(string option) =>
        _values.TryGetValue("." + option, out var value) && value.Value.ValueKind == JsonValueKind.String ? value.Value.GetString() : null;

    public string? Lower(string option) => Text(option)?.ToLowerInvariant();

    public ImmutableArray<string> Texts(string option) =>
        _values.TryGetValue("." + option, out var value) && value.Value.ValueKind == JsonValueKind.Array ? [.. Strings(value.Value)] : [];

    public string? PathOf(string option, string root, PathStyle paths) =>
        _values.TryGetValue("." + option, out var value) && value.Value.ValueKind == JsonValueKind.String
            ? Absolute(value.Value.GetString()!, value.Directory, root, paths)
            : null;

    /// <summary>A list of paths; options are written with a dot before their name. Null when nothing is set.</summary>
    public List<string>? PathsOf(string key, string root, PathStyle paths)
    {
        if (!_values.TryGetValue(key, out var value) || value.Value.ValueKind != JsonValueKind.Array) return null;
        List<string> list = [];
        foreach (string item in Strings(value.Value)) list.Add(Absolute(item, value.Directory, root, paths));
        return list;
    }

    /// <summary><c>paths</c>, relative to <c>baseUrl</c> or else to the file that lists them.</summary>
    public PathsMatcher? Mappings(string? baseUrl, string root, PathStyle paths)
    {
        if (!_values.TryGetValue(".paths", out var value) || value.Value.ValueKind != JsonValueKind.Object) return null;
        string directory = baseUrl ?? value.Directory;
        return new(value.Value, target => Absolute(target, directory, root, paths));
    }

    public static string Absolute(string text, string directory, string root, PathStyle paths)
    {
        if (!text.StartsWith(ConfigDir, StringComparison.Ordinal)) return paths.Join(directory, text);
        return paths.Join(root, "." + text[ConfigDir.Length..]);
    }

    private static IEnumerable<string> Strings(JsonElement array)
    {
        foreach (JsonElement item in array.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.String) yield return item.GetString()!;
        }
    }
}
