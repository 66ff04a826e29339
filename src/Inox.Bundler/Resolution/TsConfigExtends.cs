using System.Text.Json;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>Where <c>extends</c> of a file in <paramref name="directory"/> leads; <paramref name="root"/> is <c>${configDir}</c>.</summary>
internal sealed class TsConfigExtends(DirectoryCache cache, string directory, string root)
{
    private const string FileName = "tsconfig.json";

    private static readonly ConditionSet s_conditions = new("node", "require", "import", "types");

    private PathStyle Paths => cache.Paths;

    public string? Find(string name)
    {
        if (name.Length == 0) return null;
        if (name[0] == '#') return FindImport(name);
        bool isPath = name[0] == '.' || name[0] == '$' || Paths.IsAbsolute(name);
        if (isPath) return FindPath(TsConfigSettings.Absolute(name, directory, root, Paths));
        return FindPackage(name) is { } path ? cache.Files.GetRealPath(path) : null;
    }

    // `./base` is base, base.json or base/tsconfig.json.
    private string? FindPath(string path)
    {
        if (cache.FindFile(path, out _) is not null) return path;
        if (cache.FindFile(path + ".json", out _) is not null) return path + ".json";
        string inside = Paths.Join(path, FileName);
        return cache.FindFile(inside, out _) is null ? null : inside;
    }

    private string? FindImport(string name)
    {
        if (cache.Get(directory)?.EnclosingPackage is not { } package) return null;
        return FindTarget(package, ExportsMap.ForImports(package.GetField("imports")), name);
    }

    private string? FindPackage(string name)
    {
        PackageName parsed = PackageName.Parse(name);
        for (Folder? folder = cache.Get(directory); folder is not null; folder = folder.Parent)
        {
            if (cache.Get(Paths.Join(folder.Path, "node_modules/" + parsed.Name)) is not { } found) continue;
            if (FindIn(found, parsed.Subpath) is { } path) return path;
        }
        return null;
    }

    private string? FindIn(Folder folder, string subpath)
    {
        PackageInfo? package = folder.Package;
        JsonElement exports = package?.GetField("exports") ?? default;
        if (exports.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)
            && FindTarget(package!, ExportsMap.ForExports(exports), subpath) is { } target)
        {
            return target;
        }
        if (subpath != ".") return FindPath(Paths.Join(folder.Path, subpath));
        foreach (string field in (ReadOnlySpan<string>)["tsconfig", "main"])
        {
            bool isConfig = package?.GetString(field) is { } entry && (field == "tsconfig" || entry.EndsWith(".json", StringComparison.Ordinal));
            if (isConfig && FindPath(Paths.Join(folder.Path, package!.GetString(field)!)) is { } path) return path;
        }
        return FindPath(folder.Path);
    }

    private string? FindTarget(PackageInfo package, ExportsMap map, string request)
    {
        foreach (string target in map.Match(request, s_conditions).Targets)
        {
            string path = Paths.Join(package.Directory, target);
            if (cache.FindFile(path, out _) is not null) return path;
        }
        return null;
    }
}
