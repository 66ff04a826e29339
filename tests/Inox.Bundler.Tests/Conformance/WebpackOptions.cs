using System.Text.Json;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>Build options from a webpack configuration, as far as they have a counterpart; one for each configuration of a case.</summary>
internal static class WebpackOptions
{
    private static readonly string[] s_extensions = [".js", ".mjs", ".json", ".ts", ".css"];
    private static readonly string[] s_conditions = ["webpack", "module", "module-sync"];

    public static IEnumerable<BuildOptions> Translate(JsonElement test, string root, string output)
    {
        string folder = Path.Combine(root, test.GetProperty("case").GetString()!);
        if (test.GetProperty("kind").GetString() == "cases")
        {
            yield return Case(folder, root, output);
            yield break;
        }
        int index = 0;
        foreach (JsonElement config in test.GetProperty("config").EnumerateArray()) yield return Config(config, index++, folder, root, output);
    }

    private static BuildOptions Case(string folder, string root, string output) => new()
    {
        WorkingDirectory = Path.Combine(root, "cases"),
        EntryPoints = [new(Resolve("./index", folder), "bundle")],
        Outdir = output,
        Format = ModuleFormat.CommonJs,
        Platform = Platform.Node,
        ResolveExtensions = [".webpack.js", ".web.js", ".js", ".json"],
        MainFields = ["webpack", "browser", "web", "browserify", "main"],
        Conditions = s_conditions,
        Defines = Mode("development"),
    };

    private static BuildOptions Config(JsonElement config, int index, string folder, string root, string output)
    {
        string mode = Text(Find(config, "mode")) ?? "production";
        bool isModule = Find(Find(config, "output"), "module").ValueKind == JsonValueKind.True;
        bool minifies = Find(Find(config, "optimization"), "minimize").ValueKind == JsonValueKind.True;
        return new()
        {
            WorkingDirectory = folder,
            EntryPoints = Entries(Find(config, "entry"), index, folder, root),
            Outdir = output,
            EntryNames = isModule ? "[name]" : null,
            Format = isModule ? ModuleFormat.Esm : ModuleFormat.CommonJs,
            Platform = Platform.Node,
            Conditions = s_conditions,
            Alias = Alias(Find(Find(config, "resolve"), "alias"), root, folder),
            External = [.. Externals(Find(config, "externals"))],
            MinifyWhitespace = minifies,
            MinifyIdentifiers = minifies,
            MinifySyntax = minifies,
            Defines = mode == "none" ? new Dictionary<string, string>() : Mode(mode),
        };
    }

    private static Dictionary<string, string> Mode(string mode) => new() { ["process.env.NODE_ENV"] = $"\"{mode}\"" };

    private static List<EntryPoint> Entries(JsonElement entry, int index, string folder, string root)
    {
        string name = $"bundle{index}";
        List<EntryPoint> entries = [];
        switch (entry.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (JsonElement item in entry.EnumerateArray()) entries.Add(new(Resolve(Placed(item, folder, root), folder), entries.Count == 0 ? name : $"{name}-{entries.Count}"));
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty item in entry.EnumerateObject())
                {
                    JsonElement target = item.Value.ValueKind == JsonValueKind.Object ? Find(item.Value, "import") : item.Value;
                    if (Text(target) is { } path) entries.Add(new(Resolve(Placed(path, folder, root), folder), item.Name));
                }
                break;
            default:
                entries.Add(new(Resolve(Placed(Text(entry) ?? "./index.js", folder, root), folder), name));
                break;
        }
        return entries;
    }

    private static string Resolve(string path, string folder)
    {
        string absolute = Path.GetFullPath(Path.Combine(folder, path));
        if (Directory.Exists(absolute)) absolute = Path.Combine(absolute, "index");
        if (File.Exists(absolute)) return absolute;
        return s_extensions.Select(extension => absolute + extension).FirstOrDefault(File.Exists) ?? absolute;
    }

    private static Dictionary<string, string> Alias(JsonElement alias, string root, string folder)
    {
        Dictionary<string, string> result = [];
        if (alias.ValueKind != JsonValueKind.Object) return result;
        foreach (JsonProperty item in alias.EnumerateObject()) if (Text(item.Value) is { } target) result[item.Name] = Placed(target, folder, root);
        return result;
    }

    private static IEnumerable<string> Externals(JsonElement externals) => externals.ValueKind switch
    {
        JsonValueKind.String => [externals.GetString()!],
        JsonValueKind.Object => externals.EnumerateObject().Select(item => item.Name),
        JsonValueKind.Array => externals.EnumerateArray().SelectMany(Externals),
        _ => [],
    };

    private static string Placed(JsonElement value, string folder, string root) => Placed(Text(value) ?? "./index.js", folder, root);

    private static string Placed(string text, string folder, string root) =>
        text.Replace("{CASE}", folder, StringComparison.Ordinal).Replace("{TEST}", root, StringComparison.Ordinal);

    private static JsonElement Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement found) ? found : default;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
