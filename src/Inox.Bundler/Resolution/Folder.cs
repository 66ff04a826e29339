using System.Collections.Concurrent;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>One folder with its listing, read once. Everything derived from it is computed on first use; two threads may compute the same.</summary>
internal sealed class Folder
{
    private readonly DirectoryCache _cache;
    private readonly Dictionary<string, Entry>.AlternateLookup<ReadOnlySpan<char>> _entries;
    private readonly Dictionary<string, Entry>? _table;
    private readonly ConcurrentDictionary<string, Entry?>? _probed;
    private readonly bool _isLink;
    private Lazily<PackageInfo>? _package;
    private Lazily<PackageInfo>? _enclosing;
    private string? _realPath;

    public Folder(DirectoryCache cache, string path, Folder? parent, bool isLink, IReadOnlyList<DirectoryEntry>? listing)
    {
        _cache = cache;
        Path = path;
        Parent = parent;
        _isLink = isLink;
        Name = cache.Paths.GetName(path);
        IsInPackages = Name == "node_modules" || parent is { IsInPackages: true };
        if (listing is null)
        {
            // A folder that may be passed but not listed (`/home` of another user): ask for each name.
            _probed = new(cache.Paths.Comparer);
            return;
        }
        _table = new(listing.Count, cache.Paths.Comparer);
        foreach (DirectoryEntry entry in listing) _table.TryAdd(entry.Name, new(entry));
        _entries = _table.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public string Path { get; }

    public string Name { get; }

    public Folder? Parent { get; }

    /// <summary>Whether this is a <c>node_modules</c> or stands below one.</summary>
    public bool IsInPackages { get; }

    /// <summary>The package.json of this folder itself.</summary>
    public PackageInfo? Package => (_package ??= new(_cache.ReadPackage(this))).Value;

    /// <summary>The nearest package.json, here or above.</summary>
    public PackageInfo? EnclosingPackage => (_enclosing ??= new(Package ?? Parent?.EnclosingPackage)).Value;

    public string RealPath => _realPath ??= _cache.GetRealPath(this, _isLink);

    public IEnumerable<string> Names => _table?.Keys ?? Enumerable.Empty<string>();

    public bool HasFile(ReadOnlySpan<char> name) => Find(name) is { } entry && KindOf(entry) == EntryKind.File;

    public bool HasFolder(ReadOnlySpan<char> name) => Find(name) is { } entry && KindOf(entry) == EntryKind.Directory;

    public Entry? Find(ReadOnlySpan<char> name)
    {
        if (_table is not null) return _entries.TryGetValue(name, out Entry? entry) ? entry : null;
        string text = name.ToString();
        return _probed!.TryGetValue(text, out Entry? known) ? known : _probed[text] = Probe(text);
    }

    public EntryKind KindOf(Entry entry)
    {
        if (entry.Kind != EntryKind.None || !entry.IsLink || entry.IsFollowed) return entry.Kind;
        entry.Kind = _cache.Files.GetKind(PathOf(entry));
        entry.IsFollowed = true;
        return entry.Kind;
    }

    public string PathOf(Entry entry) => _cache.Paths.Join(Path, entry.Name);

    /// <summary>The real path of a file in this folder.</summary>
    public string RealPathOf(Entry entry)
    {
        if (entry.IsLink) return entry.RealPath ??= _cache.Files.GetRealPath(PathOf(entry));
        return ReferenceEquals(RealPath, Path) ? PathOf(entry) : _cache.Paths.Join(RealPath, entry.Name);
    }

    private Entry? Probe(string name)
    {
        EntryKind kind = _cache.Files.GetKind(_cache.Paths.Join(Path, name));
        // Whether it is a link is not known without a listing; taking it for one asks for its real path.
        return kind == EntryKind.None ? null : new(new(name, kind, IsLink: true));
    }

    private sealed record Lazily<T>(T? Value)
        where T : class;

    internal sealed class Entry(DirectoryEntry entry)
    {
        public string Name { get; } = entry.Name;

        public bool IsLink { get; } = entry.IsLink;

        public EntryKind Kind { get; set; } = entry.Kind;

        public volatile bool IsFollowed;

        public string? RealPath { get; set; }
    }
}
