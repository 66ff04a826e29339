using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>
/// Listings and package.json files, each read once. Every existence check is a lookup in the listing of the folder above, so a missing
/// <c>node_modules</c> costs no call to the system. Resolvers of one build share one; a change on disk calls <see cref="Clear"/>.
/// </summary>
public sealed class DirectoryCache
{
    private ConcurrentDictionary<string, Folder?> _folders;

    public DirectoryCache(IFileSystem files)
    {
        Files = files;
        _folders = new(files.Paths.Comparer);
    }

    internal IFileSystem Files { get; }

    internal PathStyle Paths => Files.Paths;

    /// <summary>Forgets everything.</summary>
    public void Clear() => _folders = new(Paths.Comparer);

    /// <summary>The folder at a normal absolute path; null when there is none.</summary>
    internal Folder? Get(string path) => _folders.TryGetValue(path, out Folder? folder) ? folder : _folders.GetOrAdd(path, Load(path));

    internal Folder? Get(Folder parent, ReadOnlySpan<char> name)
    {
        if (parent.Find(name) is not { } entry || parent.KindOf(entry) != EntryKind.Directory) return null;
        return Get(parent.PathOf(entry));
    }

    /// <summary>The folder a file stands in, and its entry; null when there is no such file.</summary>
    internal Folder.Entry? FindFile(string path, out Folder? folder)
    {
        folder = Paths.GetDirectory(path) is { } directory ? Get(directory) : null;
        if (folder?.Find(Paths.GetName(path)) is not { } entry || folder.KindOf(entry) != EntryKind.File) return null;
        return entry;
    }

    internal PackageInfo? ReadPackage(Folder folder)
    {
        if (!folder.HasFile("package.json")) return null;
        string path = Paths.Join(folder.Path, "package.json");
        try
        {
            ReadOnlyMemory<byte> bytes = Files.ReadFile(path);
            if (bytes.Span.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[3..];
            return new(folder.Path, path, JsonDocument.Parse(bytes).RootElement, Paths);
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            return new(folder.Path, path, default, Paths) { Problem = e.Message };
        }
    }

    internal string GetRealPath(Folder folder, bool isLink)
    {
        if (isLink || folder.Parent is null)
        {
            string real = Files.GetRealPath(folder.Path);
            return real == folder.Path ? folder.Path : real;
        }
        string above = folder.Parent.RealPath;
        return ReferenceEquals(above, folder.Parent.Path) ? folder.Path : Paths.Join(above, folder.Name);
    }

    private Folder? Load(string path)
    {
        if (Paths.GetDirectory(path) is not { } above) return Read(path, null, isLink: false);
        if (Get(above) is not { } parent || parent.Find(Paths.GetName(path)) is not { } entry) return null;
        if (parent.KindOf(entry) != EntryKind.Directory) return null;
        string spelled = parent.PathOf(entry);
        return Read(spelled, parent, entry.IsLink);
    }

    private Folder? Read(string path, Folder? parent, bool isLink)
    {
        try
        {
            return Files.ReadDirectory(path) is { } listing ? new(this, path, parent, isLink, listing) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The system may let us pass through a folder that it does not let us list.
            return new(this, path, parent, isLink, null);
        }
    }
}
