using System.Collections;
using System.Text;

namespace Inox.Core;

/// <summary>
/// Files that exist only here: <c>new InMemoryFileSystem(PathStyle.Windows) { ["/src/a.ts"] = "export {}" }</c>. Folders come with the files in
/// them. With <see cref="PathStyle.Windows"/> names ignore case and the current drive is <c>C:</c>, so that <c>/src/a.ts</c> is
/// <c>C:\src\a.ts</c> and one test serves both styles. Safe for concurrent use. Write times count writes, so that runs repeat.
/// </summary>
public sealed class InMemoryFileSystem : IFileSystem, IEnumerable<string>
{
    private readonly Lock _lock = new();
    private readonly InMemoryTree _tree;
    private long _clock;

    public InMemoryFileSystem()
        : this(PathStyle.Posix)
    {
    }

    public InMemoryFileSystem(PathStyle paths)
    {
        Paths = paths;
        _tree = new(paths);
    }

    public InMemoryFileSystem(PathStyle paths, IEnumerable<KeyValuePair<string, string>> files)
        : this(paths)
    {
        foreach ((string path, string text) in files) Add(path, text);
    }

    public PathStyle Paths { get; }

    /// <summary>A file's text; setting it writes the file. Getting what is not there throws <see cref="FileNotFoundException"/>.</summary>
    public string this[string path]
    {
        get => ReadText(path) ?? throw new FileNotFoundException("no such file", path);
        set => Add(path, value);
    }

    /// <summary>The path as this file system spells it, <c>C:\a</c> for <c>/a</c> with Windows paths.</summary>
    public string Spell(string path) => _tree.Absolute(path);

    public void Add(string path, string text) => WriteFile(path, Encoding.UTF8.GetBytes(text));

    public void Add(string path, byte[] bytes) => WriteFile(path, bytes);

    /// <summary>Makes an empty folder, and those above it.</summary>
    public void AddDirectory(string path)
    {
        lock (_lock) _tree.MakeFolder(path);
    }

    /// <summary>Makes a symbolic link; <paramref name="target"/> is relative to the link's folder or absolute, and need not exist.</summary>
    public void AddLink(string path, string target)
    {
        lock (_lock) _tree.Put(path, new InMemoryLink(target));
    }

    public string? ReadText(string path) => ReadFile(path) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public EntryKind GetKind(string path)
    {
        lock (_lock) return _tree.Find(path, out _)?.Kind ?? EntryKind.None;
    }

    public byte[]? ReadFile(string path)
    {
        lock (_lock) return (_tree.Find(path, out _) as InMemoryFile)?.Bytes.AsSpan().ToArray();
    }

    public IReadOnlyList<DirectoryEntry>? ReadDirectory(string path)
    {
        lock (_lock)
        {
            if (_tree.Find(path, out _) is not InMemoryFolder folder) return null;
            DirectoryEntry[] entries = new DirectoryEntry[folder.Entries.Count];
            int count = 0;
            foreach ((string name, InMemoryNode node) in folder.Entries) entries[count++] = new(name, node.Kind, node is InMemoryLink);
            Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Name, b.Name));
            return entries;
        }
    }

    public string GetRealPath(string path)
    {
        lock (_lock) return _tree.Find(path, out string real) is null ? path : real;
    }

    public long GetWriteTime(string path)
    {
        lock (_lock) return _tree.Find(path, out _)?.WriteTime ?? 0;
    }

    public void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        InMemoryFile file = new(bytes.ToArray());
        lock (_lock)
        {
            file.WriteTime = ++_clock;
            _tree.Put(path, file);
        }
    }

    public void Move(string from, string to)
    {
        lock (_lock) _tree.Move(from, to);
    }

    public void Delete(string path)
    {
        lock (_lock) _tree.Remove(path);
    }

    /// <summary>The paths of all files, in no set order; links are not followed.</summary>
    public IEnumerator<string> GetEnumerator()
    {
        List<string> files;
        lock (_lock) files = _tree.ListFiles();
        return files.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
