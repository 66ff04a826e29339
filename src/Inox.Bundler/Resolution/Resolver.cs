using System.Collections.Concurrent;
using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>
/// Finds the file that a request leads to, as Node.js, webpack's enhanced-resolve, esbuild and TypeScript do. The steps:
/// <list type="number">
/// <item>a name with <c>#</c> or <c>?</c> is first taken for a file's name, then without the suffix;</item>
/// <item>aliases, <c>paths</c> of tsconfig.json, the <c>browser</c> map of the importer's package, extension aliases;</item>
/// <item>by what it is: <c>#imports</c>, relative, absolute, or a package (its own name, then each <c>node_modules</c> above);</item>
/// <item>in a package <c>exports</c> decides alone; without it the path is tried as written, with each extension, and as a folder (<c>main</c>, <c>index</c>);</item>
/// <item>every file found passes aliases of files, links and restrictions; what fails all is given to the fallback aliases.</item>
/// </list>
/// A step answers an <see cref="Outcome"/>. What is external to a build is not decided here. Safe for concurrent use.
/// </summary>
public sealed partial class Resolver
{
    private readonly DirectoryCache _cache;
    private readonly ResolverOptions _options;
    private readonly KindProfile[] _profiles;
    private readonly ModuleRoot[] _moduleRoots;
    private readonly AliasRule[] _fileAliases;
    private readonly ConcurrentDictionary<PackageInfo, PackageFields> _fields = new(ReferenceEqualityComparer.Instance);
    private readonly TsConfigLoader _tsConfigs;
    private readonly TsConfigFinder? _tsConfigFinder;

    public Resolver(IFileSystem files, ResolverOptions options)
        : this(new DirectoryCache(files), options)
    {
    }

    /// <summary>Shares what was read with other resolvers of the same files.</summary>
    public Resolver(DirectoryCache cache, ResolverOptions options)
    {
        _cache = cache;
        _options = options;
        _profiles = [.. Enum.GetValues<ImportKind>().Select(kind => new KindProfile(options, kind))];
        _moduleRoots = GroupModules(options.Modules);
        _fileAliases = [.. options.Alias.Where(rule => Paths.IsAbsolute(rule.Name))];
        _tsConfigs = new(cache);
        if (options.TsConfig is not { } tsConfig) return;
        _tsConfigFinder = new(cache, _tsConfigs, tsConfig with { Path = tsConfig.Path is { } path ? Paths.Normalize(path) : null });
    }

    public ResolverOptions Options => _options;

    private PathStyle Paths => _cache.Paths;

    /// <summary>Resolves what the file <paramref name="importer"/> (an absolute path) asks for.</summary>
    public ResolveResult Resolve(string importer, string request, ImportKind kind = ImportKind.Import) =>
        Resolve(new ResolveRequest(request, Paths.GetDirectory(importer) ?? importer) { Importer = importer, Kind = kind });

    /// <summary>Resolves a request that is made in a folder (an absolute path), by no file in particular.</summary>
    public ResolveResult ResolveFrom(string directory, string request, ImportKind kind = ImportKind.Import) =>
        Resolve(new ResolveRequest(request, directory) { Kind = kind });

    public ResolveResult Resolve(ResolveRequest request)
    {
        request = request with { Directory = Paths.Normalize(request.Directory) };
        Attempt attempt = Begin(request, record: false);
        Outcome outcome = Run(request, attempt);
        return outcome.IsFound ? Found(outcome) : Explain(request);
    }

    /// <summary>The configuration that rules a file; null when none does or it stands in a package.</summary>
    public TsConfig? FindTsConfig(string file) =>
        _tsConfigFinder is { } finder && NearestFolder(Paths.GetDirectory(file) ?? file) is { } folder ? finder.Find(folder, file) : null;

    /// <summary>The nearest package.json above a file.</summary>
    public PackageInfo? FindPackage(string file) => NearestFolder(Paths.GetDirectory(file) ?? file)?.EnclosingPackage;

    /// <summary>Forgets what was read, the shared <see cref="DirectoryCache"/> too.</summary>
    public void Refresh()
    {
        _cache.Clear();
        _fields.Clear();
        _tsConfigs.Clear();
        _tsConfigFinder?.Clear();
    }

    private Attempt Begin(ResolveRequest request, bool record) => new()
    {
        Profile = _profiles[(int)request.Kind],
        TsConfig = FindTsConfig(request),
        IsTypeScript = _options.TypeScriptExtensions && IsTypeScript(request.Importer),
        Tried = record ? [] : null,
    };

    private Outcome Run(ResolveRequest request, Attempt attempt)
    {
        if (request.Specifier.Length == 0) return attempt.Fail(ResolveReason.EmptyRequest, "");
        if (CheckTsConfig(attempt) is { IsFinal: true } broken) return broken;
        if (NearestFolder(request.Directory)?.EnclosingPackage is { Problem: { } problem } package)
        {
            return attempt.Fail(ResolveReason.BrokenPackageJson, problem, package.Path);
        }
        return ResolveText(request.Directory, request.Specifier, default, request.FullySpecified ?? _options.FullySpecified, attempt);
    }

    private Outcome CheckTsConfig(Attempt attempt)
    {
        if (_options.TsConfig?.Path is not { } path) return Outcome.None;
        TsConfig? config = _tsConfigFinder!.Explicit;
        if (config is null) return attempt.Fail(ResolveReason.TsConfigNotFound, path, path);
        return config.IsBroken ? attempt.Fail(ResolveReason.BrokenTsConfig, path, path) : Outcome.None;
    }

    private TsConfig? FindTsConfig(ResolveRequest request)
    {
        if (_tsConfigFinder is null || NearestFolder(request.Directory) is not { } folder) return null;
        // A plugin's virtual `a.vue?script` is ruled as a.vue.
        string? importer = request.Importer;
        int query = importer is null ? -1 : importer.LastIndexOf('?');
        return _tsConfigFinder.Find(folder, query < 0 ? importer : importer![..query]);
    }

    private ResolveResult Found(Outcome outcome)
    {
        bool isFile = outcome.Kind == OutcomeKind.File;
        PackageInfo? package = isFile ? NearestFolder(Paths.GetDirectory(outcome.Path)!)?.EnclosingPackage : null;
        return new()
        {
            Kind = outcome.Kind switch
            {
                OutcomeKind.File => ResolveKind.File,
                OutcomeKind.Directory => ResolveKind.Directory,
                OutcomeKind.Ignored => ResolveKind.Ignored,
                OutcomeKind.Builtin => ResolveKind.Builtin,
                OutcomeKind.DataUrl => ResolveKind.DataUrl,
                OutcomeKind.External => ResolveKind.External,
                _ => throw new InvalidOperationException($"{outcome.Kind} is no result"),
            },
            Path = outcome.Path,
            Suffix = outcome.Query + outcome.Fragment,
            Package = package,
            SideEffects = package?.HasSideEffects(outcome.Path),
        };
    }

    private PackageFields FieldsOf(PackageInfo package) =>
        _fields.TryGetValue(package, out PackageFields? fields) ? fields : _fields.GetOrAdd(package, new PackageFields(package, _options));

    /// <summary>The folder, or the nearest one above it that is there: importers may be made up by plugins.</summary>
    private Folder? NearestFolder(string directory)
    {
        for (string? path = directory; path is not null; path = Paths.GetDirectory(path))
        {
            if (_cache.Get(path) is { } folder) return folder;
        }
        return null;
    }

    private static bool IsTypeScript(string? importer) =>
        importer is not null
        && Path.GetExtension(importer.AsSpan()) is ".ts" or ".tsx" or ".mts" or ".cts" or ".vue" or ".svelte" or ".astro";

    private ModuleRoot[] GroupModules(ImmutableArray<string> modules)
    {
        List<ModuleRoot> roots = [];
        List<string> names = [];
        foreach (string module in modules)
        {
            if (!Paths.IsAbsolute(module))
            {
                names.Add(module);
                continue;
            }
            if (names.Count > 0) roots.Add(new([.. names], null));
            names.Clear();
            roots.Add(new([], Paths.Normalize(module)));
        }
        if (names.Count > 0) roots.Add(new([.. names], null));
        return [.. roots];
    }

    /// <summary>Names looked for in every folder above the importer, or one absolute folder.</summary>
    private sealed record ModuleRoot(string[] Names, string? Directory);
}
