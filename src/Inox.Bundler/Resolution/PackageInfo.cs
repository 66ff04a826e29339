using System.Text.Json;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary><c>type</c> of package.json: how its <c>.js</c> files are to be read.</summary>
public enum PackageType : byte { Unset, CommonJs, Module }

/// <summary>One package.json. Immutable.</summary>
public sealed class PackageInfo
{
    private readonly SideEffectsField _sideEffects;
    private readonly PathStyle _paths;

    internal PackageInfo(string directory, string path, JsonElement json, PathStyle paths)
    {
        Directory = directory;
        Path = path;
        Json = json;
        _paths = paths;
        Name = GetString("name");
        Version = GetString("version");
        Type = GetString("type") switch { "module" => PackageType.Module, "commonjs" => PackageType.CommonJs, _ => PackageType.Unset };
        _sideEffects = new(GetField("sideEffects"));
    }

    /// <summary>The folder that package.json stands in, as it was reached (links not followed).</summary>
    public string Directory { get; }

    /// <summary>The path of package.json.</summary>
    public string Path { get; }

    public string? Name { get; }

    public string? Version { get; }

    public PackageType Type { get; }

    /// <summary>The whole file; undefined when it is no object.</summary>
    internal JsonElement Json { get; }

    /// <summary>Why the file could not be read; null when it could.</summary>
    internal string? Problem { get; init; }

    /// <summary>Whether <c>sideEffects</c> says that the file has some; null when it says nothing.</summary>
    public bool? HasSideEffects(string filePath) => _sideEffects.Has(_paths.GetRelative(Directory, filePath));

    /// <summary>A field that is text; null when it is not.</summary>
    public string? GetString(FieldPath field)
    {
        JsonElement value = GetField(field);
        return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
    }

    internal JsonElement GetField(FieldPath path)
    {
        JsonElement value = Json;
        foreach (string key in path.Keys)
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(key, out value)) return default;
        }
        return value;
    }
}
