using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>
/// Finds the TypeScript source or declaration of a request, as TypeScript's <c>moduleResolution: bundler</c> does: <c>./a.js</c> is typed by
/// a.ts, a.tsx or a.d.ts; a package by <c>types</c> of its exports, <c>typesVersions</c>, <c>typings</c>, <c>types</c>, what stands beside
/// <c>main</c>, or its <c>@types</c> package. JavaScript is never an answer. Safe for concurrent use.
/// </summary>
public sealed class TypeResolver
{
    private static readonly string[] s_appended = [".ts", ".tsx", ".d.ts"];

    private static readonly (string Written, string[] Meant)[] s_replaced =
    [
        (".js", [".ts", ".tsx", ".d.ts"]), (".jsx", [".tsx", ".ts", ".d.ts"]), (".mjs", [".mts", ".d.mts"]), (".cjs", [".cts", ".d.cts"]),
    ];

    private readonly DirectoryCache _cache;
    private readonly Resolver _resolver;
    private readonly ConditionSet _conditions;
    private readonly bool _symlinks;

    public TypeResolver(DirectoryCache cache, ResolverOptions options)
    {
        _cache = cache;
        _resolver = new(cache, options);
        _conditions = new([.. options.Conditions, .. options.ImportConditions, "types"]);
        _symlinks = options.Symlinks;
    }

    private PathStyle Paths => _cache.Paths;

    /// <summary>Resolves what the file <paramref name="importer"/> (an absolute path) imports.</summary>
    public ResolveResult Resolve(string importer, string request)
    {
        string directory = Paths.GetDirectory(importer) ?? importer;
        string? found = BuiltinModules.Contains(request) ? null : Find(directory, importer, request);
        if (found is not null) return new() { Kind = ResolveKind.File, Path = found, Package = _resolver.FindPackage(found) };
        ResolveFailure failure = new(ResolveReason.FileNotFound) { Subject = request };
        return new() { Kind = ResolveKind.NotFound, Path = request, Failure = failure };
    }

    private string? Find(string directory, string importer, string request)
    {
        Request parsed = Request.Literal(request);
        if (parsed.Text.Length == 0) return null;
        if (parsed.IsRelative || Paths.IsAbsolute(parsed.Text)) return FindPath(Paths.Join(directory, parsed.Text), parsed.IsDirectory);
        if (parsed.Text[0] == '#') return FindImport(directory, importer, parsed.Text);
        if (_resolver.FindTsConfig(importer) is { } config && FindMapped(config, parsed.Text) is { } mapped) return mapped;
        return FindPackage(directory, PackageName.Parse(parsed.Text));
    }

    private string? FindMapped(TsConfig config, string request)
    {
        foreach (string target in config.Paths?.Match(request) ?? [])
        {
            if (FindPath(Paths.Normalize(target), isDirectory: false) is { } path) return path;
        }
        return config.BaseUrl is null ? null : FindPath(Paths.Join(config.BaseUrl, request), isDirectory: false);
    }

    private string? FindImport(string directory, string importer, string request)
    {
        if (_resolver.FindPackage(importer) is not { } package) return null;
        ExportsMap imports = ExportsMap.ForImports(package.GetField("imports"));
        foreach (string target in imports.Match(request, _conditions).Targets)
        {
            // A name that maps to itself leads nowhere.
            if (target == request) continue;
            string? found = target.StartsWith('.') ? FindFile(Paths.Join(package.Directory, target)) : Find(directory, importer, target);
            if (found is not null) return found;
        }
        return null;
    }

    private string? FindPackage(string directory, PackageName name)
    {
        if (_resolver.FindPackage(Paths.Join(directory, "x")) is { } own && own.Name == name.Name && FindExported(own, name.Subpath) is { } self) return self;
        string types = "node_modules/@types/" + (name.Name.StartsWith('@') ? name.Name[1..].Replace("/", "__", StringComparison.Ordinal) : name.Name);
        for (string? above = directory; above is not null; above = Paths.GetDirectory(above))
        {
            string? found = FindInPackage(Paths.Join(above, "node_modules/" + name.Name), name)
                ?? FindInPackage(Paths.Join(above, types), name);
            if (found is not null) return found;
        }
        return null;
    }

    private string? FindInPackage(string path, PackageName name)
    {
        if (_cache.Get(path) is not { } folder) return null;
        if (folder.Package is { } package)
        {
            if (HasExports(package)) return FindExported(package, name.Subpath);
            if (!name.IsWhole && FindVersioned(package, name.Subpath[2..]) is { } versioned) return versioned;
        }
        return name.IsWhole ? FindDirectory(path) : FindPath(Paths.Join(path, name.Subpath), isDirectory: false);
    }

    private static bool HasExports(PackageInfo package) =>
        package.GetField("exports").ValueKind is System.Text.Json.JsonValueKind.Object or System.Text.Json.JsonValueKind.Array
            or System.Text.Json.JsonValueKind.String;

    private string? FindExported(PackageInfo package, string subpath)
    {
        if (!HasExports(package)) return null;
        ExportsMap exports = ExportsMap.ForExports(package.GetField("exports"));
        foreach (string target in exports.Match(subpath, _conditions).Targets)
        {
            if (target.StartsWith("./", StringComparison.Ordinal) && FindFile(Paths.Join(package.Directory, target)) is { } path) return path;
        }
        return null;
    }

    private string? FindVersioned(PackageInfo package, string subpath)
    {
        foreach (string target in TypesVersions.Find(package)?.Match(subpath) ?? [])
        {
            if (FindPath(Paths.Join(package.Directory, target), isDirectory: false) is { } path) return path;
        }
        return null;
    }

    private string? FindPath(string path, bool isDirectory) => (isDirectory ? null : FindFile(path)) ?? FindDirectory(path);

    private string? FindDirectory(string path)
    {
        if (_cache.Get(path) is not { } folder) return null;
        if (folder.Package is { } package && FindEntry(package) is { } entry) return entry;
        return FindWith(Paths.Join(path, "index"), s_appended);
    }

    private string? FindEntry(PackageInfo package)
    {
        foreach (string field in (ReadOnlySpan<string>)["typings", "types", "main"])
        {
            if (package.GetString(field) is not { Length: > 0 } entry) continue;
            string relative = entry.StartsWith("./", StringComparison.Ordinal) ? entry[2..] : entry;
            string path = Paths.Join(package.Directory, "./" + relative);
            string? found = FindVersioned(package, relative) ?? FindFile(path) ?? FindWith(Paths.Join(path, "index"), s_appended);
            if (found is not null) return found;
        }
        return FindVersioned(package, "index");
    }

    private string? FindFile(string path)
    {
        string extension = Path.GetExtension(path);
        if (extension is ".ts" or ".tsx" or ".mts" or ".cts" && Accept(path) is { } exact) return exact;
        foreach ((string written, string[] meant) in s_replaced)
        {
            if (extension == written && FindWith(path[..^written.Length], meant) is { } replaced) return replaced;
        }
        if (FindWith(path, s_appended) is { } appended) return appended;
        // allowArbitraryExtensions: data.json is typed by data.d.json.ts.
        return extension.Length > 1 ? Accept($"{path.AsSpan(0, path.Length - extension.Length)}.d{extension}.ts") : null;
    }

    private string? FindWith(string path, string[] extensions)
    {
        foreach (string extension in extensions)
        {
            if (Accept(path + extension) is { } found) return found;
        }
        return null;
    }

    private string? Accept(string path)
    {
        if (_cache.FindFile(path, out Folder? folder) is not { } entry) return null;
        return _symlinks ? folder!.RealPathOf(entry) : folder!.PathOf(entry);
    }
}
