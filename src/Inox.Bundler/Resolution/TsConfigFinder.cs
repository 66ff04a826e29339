using System.Collections.Concurrent;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>
/// Which configuration rules a file. Looking for the nearest: going up from the file, the first whose referenced projects or itself include it;
/// when none does, the nearest one, since <c>paths</c> are meant for the JavaScript beside it too. Packages have none.
/// </summary>
internal sealed class TsConfigFinder(DirectoryCache cache, TsConfigLoader loader, TsConfigOptions options)
{
    private readonly ConcurrentDictionary<string, TsConfig?> _byFile = new(cache.Paths.Comparer);
    private readonly ConcurrentDictionary<string, TsConfig?> _byFolder = new(cache.Paths.Comparer);

    private PathStyle Paths => cache.Paths;

    public void Clear()
    {
        _byFile.Clear();
        _byFolder.Clear();
    }

    /// <summary>The one configuration for all files; null when the nearest is looked for, or there is no such file.</summary>
    public TsConfig? Explicit => options.Path is null ? null : loader.Load(options.Path, options.BaseUrl);

    /// <summary>For the importing <paramref name="file"/> in <paramref name="folder"/>; null when only the folder is known.</summary>
    public TsConfig? Find(Folder folder, string? file)
    {
        if (folder.IsInPackages) return null;
        return file is null
            ? _byFolder.GetOrAdd(folder.Path, static (_, state) => state.Self.FindForFolder(state.folder), (Self: this, folder))
            : _byFile.GetOrAdd(file, static (path, state) => state.Self.FindForFile(state.folder, path), (Self: this, folder));
    }

    private TsConfig? FindForFile(Folder folder, string file)
    {
        if (options.Path is not null) return Explicit is { } one ? FindProject(one, file, []) ?? one : null;
        TsConfig? nearest = null;
        for (Folder? above = folder; above is not null; above = above.Parent)
        {
            if (LoadIn(above) is not { } config) continue;
            nearest ??= config;
            if (FindProject(config, file, []) is { } project) return project;
            if (config.Includes(file)) return config;
        }
        return nearest;
    }

    private TsConfig? FindForFolder(Folder folder)
    {
        TsConfig? config = options.Path is null ? FindNearest(folder) : Explicit;
        if (config is null || !options.FollowReferences) return config;
        TsConfig best = config;
        FindClosest(config, folder.Path, ref best, [config.Path]);
        return best;
    }

    private TsConfig? FindNearest(Folder folder)
    {
        for (Folder? above = folder; above is not null; above = above.Parent)
        {
            if (LoadIn(above) is { } config) return config;
        }
        return null;
    }

    private TsConfig? LoadIn(Folder folder)
    {
        foreach (string name in (ReadOnlySpan<string>)["tsconfig.json", "jsconfig.json"])
        {
            if (folder.HasFile(name)) return loader.Load(Paths.Join(folder.Path, name));
        }
        return null;
    }

    /// <summary>The referenced project that includes the file, its own references first.</summary>
    private TsConfig? FindProject(TsConfig config, string file, List<string> visited)
    {
        if (!options.FollowReferences) return null;
        visited.Add(config.Path);
        foreach (string path in ReferencesOf(config))
        {
            if (visited.Contains(path, Paths.Comparer) || loader.Load(path) is not { } project) continue;
            if (project.Includes(file)) return project;
            if (FindProject(project, file, visited) is { } inner) return inner;
        }
        return null;
    }

    /// <summary>The project whose folder is the deepest around <paramref name="directory"/>.</summary>
    private void FindClosest(TsConfig config, string directory, ref TsConfig best, List<string> visited)
    {
        foreach (string path in ReferencesOf(config))
        {
            if (visited.Contains(path, Paths.Comparer) || loader.Load(path) is not { } project) continue;
            visited.Add(path);
            if (IsCloser(project, best, directory)) best = project;
            FindClosest(project, directory, ref best, visited);
        }
    }

    private bool IsCloser(TsConfig project, TsConfig best, string directory)
    {
        if (!Paths.Contains(project.Directory, directory)) return false;
        if (!Paths.Contains(best.Directory, directory)) return true;
        int longer = project.Directory.Length - best.Directory.Length;
        return longer > 0 || (longer == 0 && best.IsSolution);
    }

    private IEnumerable<string> ReferencesOf(TsConfig config)
    {
        if (options.References.IsEmpty || config.Path != options.Path) return config.References;
        return options.References.Select(reference => loader.FindProject(Paths.Join(config.Directory, reference)));
    }
}
