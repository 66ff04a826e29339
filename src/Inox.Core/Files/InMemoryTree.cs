namespace Inox.Core;

/// <summary>The nodes of an <see cref="InMemoryFileSystem"/>. Not safe for concurrent use.</summary>
internal sealed class InMemoryTree(PathStyle paths)
{
    private const int MaxLinks = 40;

    private readonly Dictionary<string, InMemoryFolder> _roots = new(paths.Comparer);

    public string Absolute(string path)
    {
        string normal = paths.Normalize(path);
        if (!paths.IsAbsolute(normal)) throw new ArgumentException($"`{path}` is not an absolute path", nameof(path));
        return paths == PathStyle.Windows && paths.RootLength(normal) == 1 ? "C:" + normal : normal;
    }

    /// <summary>The node at a path with all links followed, and where it really stands.</summary>
    public InMemoryNode? Find(string path, out string real)
    {
        real = path;
        string normal = paths.Normalize(path);
        return paths.IsAbsolute(normal) ? Walk(Absolute(normal), followLast: true, out real) : null;
    }

    public void Put(string path, InMemoryNode node)
    {
        string absolute = Absolute(path);
        // Writing through a link changes what it leads to.
        if (node is InMemoryFile && Walk(absolute, followLast: true, out string real) is InMemoryFile) absolute = real;
        InMemoryFolder folder = ParentOf(absolute, path);
        string name = paths.GetName(absolute);
        if (folder.TryGet(name, out string spelling, out InMemoryNode? old) && old is InMemoryFolder) throw new IOException($"`{path}` is a folder");
        folder.Entries[spelling] = node;
    }

    public InMemoryFolder MakeFolder(string path)
    {
        string absolute = Absolute(path);
        if (Walk(absolute, followLast: true, out _) is { } found) return found as InMemoryFolder ?? throw new IOException($"`{path}` is a file");
        if (paths.GetDirectory(absolute) is not { } above) return _roots[absolute] = new(paths.Comparer);
        InMemoryFolder made = new(paths.Comparer);
        MakeFolder(above).Entries.Add(paths.GetName(absolute), made);
        return made;
    }

    public void Move(string from, string to)
    {
        InMemoryNode node = Walk(Absolute(from), followLast: false, out _) ?? throw new FileNotFoundException("no such file", from);
        if (paths.Contains(Absolute(from), Absolute(to))) throw new IOException($"`{from}` cannot be moved into itself");
        if (Walk(Absolute(to), followLast: false, out _) is not null) throw new IOException($"`{to}` exists");
        InMemoryFolder target = ParentOf(Absolute(to), to);
        Remove(from);
        target.Entries.Add(paths.GetName(Absolute(to)), node);
    }

    public void Remove(string path)
    {
        string absolute = Absolute(path);
        if (paths.GetDirectory(absolute) is not { } above) _roots.Remove(absolute);
        else if (Walk(above, followLast: true, out _) is InMemoryFolder folder) folder.Entries.Remove(paths.GetName(absolute));
    }

    public List<string> ListFiles()
    {
        List<string> files = [];
        foreach ((string root, InMemoryFolder folder) in _roots) ListFiles(root, folder, files);
        return files;
    }

    private void ListFiles(string path, InMemoryFolder folder, List<string> files)
    {
        foreach ((string name, InMemoryNode node) in folder.Entries)
        {
            string below = paths.Join(path, name);
            if (node is InMemoryFolder inner) ListFiles(below, inner, files);
            else if (node is InMemoryFile) files.Add(below);
        }
    }

    private InMemoryFolder ParentOf(string absolute, string path) =>
        MakeFolder(paths.GetDirectory(absolute) ?? throw new IOException($"`{path}` is a root"));

    private InMemoryNode? Walk(string absolute, bool followLast, out string real)
    {
        int links = 0;
        string pending = absolute;
        while (true)
        {
            InMemoryNode? node = WalkToLink(pending, followLast, out real, out string? next);
            if (next is null) return node;
            if (++links > MaxLinks) return null;
            pending = next;
        }
    }

    /// <summary>Walks to the end, or to the first link to follow: then <paramref name="next"/> is the path with that link replaced.</summary>
    private InMemoryNode? WalkToLink(string path, bool followLast, out string real, out string? next)
    {
        next = null;
        int root = paths.RootLength(path);
        real = path[..root];
        if (!_roots.TryGetValue(real, out InMemoryFolder? folder)) return null;
        string[] parts = path[root..].Split(paths.Separator, StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            if (!folder.TryGet(parts[i], out string name, out InMemoryNode? node)) return null;
            bool isLast = i == parts.Length - 1;
            if (node is InMemoryLink link && (!isLast || followLast))
            {
                string target = Absolute(paths.Join(real, link.Target));
                next = isLast ? target : paths.Join(target, string.Join(paths.Separator, parts[(i + 1)..]));
                return null;
            }
            real = paths.Join(real, name);
            if (isLast) return node;
            if (node is not InMemoryFolder inner) return null;
            folder = inner;
        }
        return folder;
    }
}
