using System.Text.Json;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>Build options from those of a rollup sample.</summary>
internal static class RollupOptions
{
    /// <summary>Null when the options hold a value that Inox has no way to say.</summary>
    public static BuildOptions? Translate(JsonElement given, string folder, string output, string samples)
    {
        JsonElement target = Find(given, "output");
        if (ExportsOf(Find(target, "exports")) is not { } exports || FormatOf(Find(target, "format")) is not { } format) return null;
        bool hasTreeShaking = Find(given, "treeshake").ValueKind != JsonValueKind.False;
        return new()
        {
            WorkingDirectory = folder,
            EntryPoints = EntriesOf(Find(given, "input"), folder, samples),
            Outdir = output,
            Format = format,
            Exports = exports,
            Platform = Platform.Node,
            External = ExternalOf(Find(given, "external"), samples),
            // rollup looks for packages only with a plugin: here they come from the judge.
            ExternalPackages = true,
            ResolveExtensions = [".mjs", ".js"],
            PreserveSymlinks = Find(given, "preserveSymlinks").ValueKind == JsonValueKind.True,
            TreeShaking = hasTreeShaking,
            NamespaceToStringTag = HasSymbols(Find(target, "generatedCode")),
            MinifyWhitespace = Find(target, "compact").ValueKind == JsonValueKind.True,
            Footer = Text(Find(target, "outro")),
            Jsx = JsxOf(Find(given, "jsx"), samples),
        };
    }

    // rollup tags namespaces only when it is asked to
    private static bool HasSymbols(JsonElement generated) =>
        Text(generated) == "es2015" || Find(generated, "symbols").ValueKind == JsonValueKind.True || Text(Find(generated, "preset")) == "es2015" && Find(generated, "symbols").ValueKind != JsonValueKind.False;

    private static JsonElement Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out JsonElement found) ? found : default;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ExportsMode? ExportsOf(JsonElement value) => Text(value) switch
    {
        null or "auto" => ExportsMode.Auto,
        "named" => ExportsMode.Named,
        "default" => ExportsMode.Default,
        "none" => ExportsMode.None,
        _ => null,
    };

    private static ModuleFormat? FormatOf(JsonElement value) => Text(value) switch
    {
        null or "cjs" => ModuleFormat.CommonJs,
        "es" => ModuleFormat.Esm,
        "iife" => ModuleFormat.Iife,
        _ => null,
    };

    private static List<EntryPoint> EntriesOf(JsonElement input, string folder, string samples)
    {
        List<EntryPoint> entries = [];
        switch (input.ValueKind)
        {
            case JsonValueKind.String:
                entries.Add(Entry(input.GetString()!, null));
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in input.EnumerateArray()) entries.Add(Entry(item.GetString()!, null));
                break;
            case JsonValueKind.Object:
                foreach (JsonProperty item in input.EnumerateObject()) entries.Add(Entry(item.Value.GetString()!, item.Name));
                break;
            default:
                entries.Add(Entry("main.js", null));
                break;
        }
        return entries;

        EntryPoint Entry(string path, string? name)
        {
            string absolute = Path.GetFullPath(Path.Combine(folder, path.Replace("{SAMPLES}", samples, StringComparison.Ordinal)));
            if (!File.Exists(absolute) && File.Exists(absolute + ".js")) absolute += ".js";
            return new(absolute, name ?? Path.GetFileNameWithoutExtension(absolute));
        }
    }

    private static string[] ExternalOf(JsonElement value, string samples) => value.ValueKind switch
    {
        JsonValueKind.String => [Placed(value, samples)],
        JsonValueKind.True => ["*"],
        JsonValueKind.Array => [.. value.EnumerateArray().Select(item => Placed(item, samples))],
        JsonValueKind.Object => [Placed(value, samples)],
        _ => [],
    };

    // The pack's regular expressions are plain words.
    private static string Placed(JsonElement value, string samples) =>
        value.ValueKind == JsonValueKind.Object ? $"*{value.GetProperty("$regex").GetString()}*" : value.GetString()!.Replace("{SAMPLES}", samples, StringComparison.Ordinal);

    private static JsxSettings JsxOf(JsonElement jsx, string samples)
    {
        string? mode = Text(Find(jsx, "preset")) ?? Text(Find(jsx, "mode"));
        return new()
        {
            Mode = mode switch { "react-jsx" => "automatic", "react" or "classic" => "transform", "preserve" => "preserve", _ => mode },
            ImportSource = Text(Find(jsx, "jsxImportSource"))?.Replace("{SAMPLES}", samples, StringComparison.Ordinal),
        };
    }
}
