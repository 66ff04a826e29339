using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>
/// Reads tsconfig.json: JSON with comments and trailing commas, <c>extends</c> by path, package or <c>#import</c>, one or many, later ones winning.
/// A file that is missing, broken or extends itself is reported in <see cref="TsConfig.Diagnostics"/>, and what could be read counts.
/// </summary>
internal sealed class TsConfigLoader(DirectoryCache cache)
{
    private static readonly JsonDocumentOptions s_json = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly ConcurrentDictionary<(string Path, string? BaseUrl), TsConfig?> _loaded = new();

    private PathStyle Paths => cache.Paths;

    public void Clear() => _loaded.Clear();

    /// <summary>The configuration at a path; null when there is no such file.</summary>
    public TsConfig? Load(string path, string? baseUrl = null) => _loaded.GetOrAdd((path, baseUrl), key => LoadNew(key.Path, key.BaseUrl));

    private TsConfig? LoadNew(string path, string? baseUrl)
    {
        Reading reading = new(path, Paths.GetDirectory(path) ?? path);
        if (!Read(path, reading)) return null;
        return Build(reading, baseUrl);
    }

    private TsConfig Build(Reading reading, string? baseUrl)
    {
        TsConfigSettings settings = reading.Settings;
        string root = reading.Directory;
        string? effective = baseUrl is null ? settings.PathOf("baseUrl", root, Paths) : Paths.Join(root, baseUrl);
        CompilerOptions options = ReadOptions(settings, Paths.GetName(reading.Path) == "jsconfig.json");
        if (options is { EmitDecoratorMetadata: true, ExperimentalDecorators: not true }) reading.Diagnostics.Add(ResolutionDiagnostics.MetadataAlone(reading.Path));
        return new(ReadScope(settings, root, options))
        {
            Path = reading.Path,
            Directory = root,
            CompilerOptions = options,
            BaseUrl = effective,
            Paths = settings.Mappings(effective, root, Paths),
            RootDirs = settings.PathsOf(".rootDirs", root, Paths) is { } dirs ? [.. dirs] : [],
            ModuleSuffixes = settings.Texts("moduleSuffixes"),
            References = [.. reading.References],
            Diagnostics = [.. reading.Diagnostics],
            IsBroken = reading.IsBroken,
        };
    }

    private TsConfigScope ReadScope(TsConfigSettings settings, string root, CompilerOptions options)
    {
        List<string>? exclude = settings.PathsOf("exclude", root, Paths);
        if (exclude is null && settings.PathOf("outDir", root, Paths) is { } output) exclude = [output, Paths.Join(root, "node_modules")];
        bool allowJs = options.AllowJs ?? options.CheckJs ?? false;
        return new(Paths, root, settings.PathsOf("files", root, Paths), settings.PathsOf("include", root, Paths), exclude, allowJs);
    }

    private static CompilerOptions ReadOptions(TsConfigSettings settings, bool isJsConfig) => new()
    {
        Target = settings.Lower("target"),
        Module = settings.Lower("module"),
        ModuleResolution = settings.Lower("moduleResolution"),
        Jsx = settings.Lower("jsx"),
        JsxImportSource = settings.Text("jsxImportSource"),
        JsxFactory = settings.Text("jsxFactory"),
        JsxFragmentFactory = settings.Text("jsxFragmentFactory"),
        UseDefineForClassFields = settings.Bool("useDefineForClassFields"),
        ExperimentalDecorators = settings.Bool("experimentalDecorators"),
        EmitDecoratorMetadata = settings.Bool("emitDecoratorMetadata"),
        VerbatimModuleSyntax = settings.Bool("verbatimModuleSyntax"),
        EsModuleInterop = settings.Bool("esModuleInterop"),
        IsolatedModules = settings.Bool("isolatedModules"),
        PreserveValueImports = settings.Bool("preserveValueImports"),
        ImportsNotUsedAsValues = settings.Lower("importsNotUsedAsValues"),
        Strict = settings.Bool("strict"),
        StrictNullChecks = settings.Bool("strictNullChecks"),
        AlwaysStrict = settings.Bool("alwaysStrict"),
        AllowJs = settings.Bool("allowJs") ?? (isJsConfig ? true : null),
        CheckJs = settings.Bool("checkJs"),
        CustomConditions = settings.Texts("customConditions"),
    };

    /// <summary>False when there is no such file.</summary>
    private bool Read(string path, Reading reading)
    {
        if (cache.Files.ReadFile(path) is not { } bytes) return false;
        string directory = Paths.GetDirectory(path) ?? path;
        if (Parse(path, bytes, reading) is not { } config) return true;
        reading.Open.Add(path);
        reading.Settings.Add(config, directory);
        if (reading.Open.Count == 1) ReadReferences(config, reading);
        Extend(path, config, directory, reading);
        reading.Open.RemoveAt(reading.Open.Count - 1);
        return true;
    }

    private void Extend(string path, JsonElement config, string directory, Reading reading)
    {
        if (!config.TryGetProperty("extends", out JsonElement extends)) return;
        List<string> names = [];
        if (extends.ValueKind == JsonValueKind.String) names.Add(extends.GetString()!);
        else if (extends.ValueKind == JsonValueKind.Array) names.AddRange(extends.EnumerateArray().Select(item => item.ToString()));
        // Settings are kept from the first who sets them, so the last of several comes first.
        for (int i = names.Count - 1; i >= 0; i--)
        {
            string? target = new TsConfigExtends(cache, directory, reading.Directory).Find(names[i]);
            if (target is null || !cache.Files.GetKind(target).Equals(EntryKind.File))
            {
                reading.Diagnostics.Add(ResolutionDiagnostics.ExtendsNotFound(path, names[i]));
            }
            else if (reading.Open.Contains(target, Paths.Comparer))
            {
                reading.Diagnostics.Add(ResolutionDiagnostics.ExtendsCircular(path, names[i]));
            }
            else
            {
                Read(target, reading);
            }
        }
    }

    private void ReadReferences(JsonElement config, Reading reading)
    {
        if (!config.TryGetProperty("references", out JsonElement references) || references.ValueKind != JsonValueKind.Array) return;
        foreach (JsonElement reference in references.EnumerateArray())
        {
            if (reference.ValueKind != JsonValueKind.Object || !reference.TryGetProperty("path", out JsonElement path)) continue;
            if (path.ValueKind != JsonValueKind.String) continue;
            reading.References.Add(FindProject(TsConfigSettings.Absolute(path.GetString()!, reading.Directory, reading.Directory, Paths)));
        }
    }

    /// <summary>A reference names a configuration or the folder of a tsconfig.json.</summary>
    public string FindProject(string path) => cache.Get(path) is null ? path : Paths.Join(path, "tsconfig.json");

    private static JsonElement? Parse(string path, ReadOnlyMemory<byte> bytes, Reading reading)
    {
        if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
        // `tsc --init` was never finished: an empty file is an empty configuration.
        if (bytes.Span.Trim(" \t\r\n"u8).IsEmpty) bytes = "{}"u8.ToArray();
        try
        {
            JsonElement root = JsonDocument.Parse(bytes, s_json).RootElement;
            if (root.ValueKind == JsonValueKind.Object) return root;
            reading.Diagnostics.Add(ResolutionDiagnostics.BrokenJson(path, bytes.Span, null));
        }
        catch (JsonException e)
        {
            reading.Diagnostics.Add(ResolutionDiagnostics.BrokenJson(path, bytes.Span, e));
        }
        reading.IsBroken |= reading.Open.Count == 0;
        return null;
    }

    private sealed class Reading(string path, string directory)
    {
        public string Path { get; } = path;

        /// <summary>The folder that <c>${configDir}</c> stands for.</summary>
        public string Directory { get; } = directory;

        public TsConfigSettings Settings { get; } = new();

        public List<string> References { get; } = [];

        public List<Diagnostic> Diagnostics { get; } = [];

        /// <summary>Files whose <c>extends</c> is being followed.</summary>
        public List<string> Open { get; } = [];

        public bool IsBroken { get; set; }
    }
}
