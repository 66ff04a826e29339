using Inox.Core;

namespace Inox.Cli.Files;

/// <summary>Another file system with a few files on top that exist only here: standard input, and a tsconfig.json given as text.</summary>
internal sealed class OverlayFileSystem(IFileSystem below) : IFileSystem
{
    private readonly Dictionary<string, byte[]> _files = new(below.Paths.Comparer);

    public PathStyle Paths => below.Paths;

    public void Add(string path, byte[] bytes) => _files[path] = bytes;

    public EntryKind GetKind(string path) => _files.ContainsKey(path) ? EntryKind.File : below.GetKind(path);

    public byte[]? ReadFile(string path) => _files.TryGetValue(path, out byte[]? bytes) ? bytes : below.ReadFile(path);

    public IReadOnlyList<DirectoryEntry>? ReadDirectory(string path)
    {
        IReadOnlyList<DirectoryEntry>? entries = below.ReadDirectory(path);
        List<DirectoryEntry> added = [.. _files.Keys.Where(file => Paths.Comparer.Equals(Paths.GetDirectory(file), path)).Select(file => new DirectoryEntry(Paths.GetName(file), EntryKind.File, IsLink: false))];
        if (entries is null || added.Count == 0) return entries;
        added.AddRange(entries.Where(entry => !added.Exists(add => Paths.Comparer.Equals(add.Name, entry.Name))));
        added.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return added;
    }

    public string GetRealPath(string path) => _files.ContainsKey(path) ? path : below.GetRealPath(path);

    public long GetWriteTime(string path) => _files.ContainsKey(path) ? 0 : below.GetWriteTime(path);

    public void WriteFile(string path, ReadOnlySpan<byte> bytes) => below.WriteFile(path, bytes);

    public void Move(string from, string to) => below.Move(from, to);

    public void Delete(string path) => below.Delete(path);
}
