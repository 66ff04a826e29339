using Inox.Core;

namespace Inox.Bundler.Graph;

/// <summary>
/// Finds the files that a request known in parts may mean. Where an expression ends the request, the names by which a resolver finds a file count too:
/// without its extension, and the folder of an index file. Installed packages, hidden folders and earlier outputs are not looked at.
/// </summary>
internal sealed class ExpandGlobs(BuildOptions options, IFileSystem files, FileLoaders loaders)
{
    public void Run(Module module, GlobRequest glob)
    {
        string importer = files.Paths.GetDirectory(module.Id.Path)!;
        List<string> found = [];
        Collect(files.Paths.Join(importer, glob.Folder), glob.Folder, IsDeep(glob), found);
        found.Sort(StringComparer.Ordinal);
        Dictionary<string, ImportRecord> records = [];
        foreach (string name in found)
        {
            if (!glob.CanBe(name) && !ShortNames(name).Any(glob.CanBe) || loaders.Choose(name, "", null) is null) continue;
            ImportRecord record = new(glob.Kind, name, glob.Span) { Node = glob.Node, Statement = glob.Statement, Glob = glob };
            records.Add(name, record);
        }
        HashSet<string> taken = [];
        foreach ((string name, ImportRecord record) in records) Add(name, record);
        if (glob.Literals[^1].Length > 0) return;
        foreach (string extension in options.ResolveExtensions)
            foreach ((string name, ImportRecord record) in records)
                if (name.EndsWith(extension, StringComparison.Ordinal)) foreach (string shorter in ShortNames(name)) Add(shorter, record);

        void Add(string text, ImportRecord record)
        {
            if (!glob.CanBe(text) || !taken.Add(text)) return;
            glob.Matches.Add((text, record));
            if (!module.Records.Contains(record)) module.AddRecord(record);
        }
    }

    private static bool IsDeep(GlobRequest glob)
    {
        for (int i = 0; i < glob.Literals.Count; i++)
            if (i < glob.Literals.Count - 1 && glob.Literals[i].EndsWith('/') || i > 0 && glob.Literals[i].Contains('/')) return true;
        return false;
    }

    private IEnumerable<string> ShortNames(string name)
    {
        foreach (string extension in options.ResolveExtensions)
        {
            if (!name.EndsWith(extension, StringComparison.Ordinal)) continue;
            string bare = name[..^extension.Length];
            yield return bare;
            if (bare.EndsWith("/index", StringComparison.Ordinal)) yield return bare[..^"/index".Length];
        }
    }

    private void Collect(string folder, string name, bool isDeep, List<string> found)
    {
        if (options.Outdir is { } outdir && files.Paths.Contains(files.Paths.Join(options.WorkingDirectory, outdir), folder) && outdir.Length > 0
            && !files.Paths.Contains(folder, files.Paths.Join(options.WorkingDirectory, options.EntryPoints[0].Path))) return;
        foreach (DirectoryEntry entry in files.ReadDirectory(folder) ?? [])
        {
            string path = files.Paths.Join(folder, entry.Name), text = $"{name}/{entry.Name}";
            EntryKind kind = entry.Kind == EntryKind.None ? files.GetKind(path) : entry.Kind;
            if (kind == EntryKind.File) found.Add(text);
            else if (kind == EntryKind.Directory && isDeep && entry.Name != "node_modules" && !entry.Name.StartsWith('.')) Collect(path, text, isDeep, found);
        }
    }
}
