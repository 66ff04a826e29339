using System.Collections.Concurrent;

namespace Inox.Core;

/// <summary>
/// The files of the running system. Links of folders are remembered between calls of <see cref="GetRealPath"/>; a build that watches
/// calls <see cref="ForgetLinks"/> when a folder changed behind its back.
/// </summary>
public sealed class RealFileSystem : IFileSystem
{
    // What Linux allows (path_resolution(7)): more links than this in one path are a loop.
    private const int MaxLinks = 40;

    private readonly ConcurrentDictionary<string, string> _realFolders = new(PathStyle.Native.Comparer);

    public static RealFileSystem Shared { get; } = new();

    public PathStyle Paths => PathStyle.Native;

    public EntryKind GetKind(string path)
    {
        if (!CanExist(path)) return EntryKind.None;
        FileAttributes attributes = GetAttributes(path);
        if (attributes == Missing) return EntryKind.None;
        if ((attributes & FileAttributes.ReparsePoint) != 0) return GetLinkKind(path);
        return KindOf(attributes);
    }

    public byte[]? ReadFile(string path)
    {
        // A missing file is common (`package.json` in each folder upwards), and an exception costs as much as thirty of these calls.
        if (!CanExist(path) || !File.Exists(path)) return null;
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (IOException) when (GetKind(path) != EntryKind.File)
        {
            return null; // gone in between, or a link that leads nowhere
        }
    }

    public IReadOnlyList<DirectoryEntry>? ReadDirectory(string path)
    {
        if (!CanExist(path) || !Directory.Exists(path)) return null;
        try
        {
            return DirectoryReader.Read(path);
        }
        catch (DirectoryNotFoundException)
        {
            return null;
        }
    }

    public string GetRealPath(string path)
    {
        if (!CanExist(path)) return path;
        string normal = Paths.Normalize(path);
        string real = Resolve(normal, 0) ?? path;
        return real == normal || GetKind(real) != EntryKind.None ? real : path;
    }

    public long GetWriteTime(string path)
    {
        if (!CanExist(path)) return 0;
        FileSystemInfo info = new FileInfo(path);
        if (info.Attributes == Missing) return 0;
        if ((info.Attributes & FileAttributes.ReparsePoint) != 0 && info.ResolveLinkTarget(returnFinalTarget: true) is { } target) info = target;
        return info.Attributes == Missing ? 0 : info.LastWriteTimeUtc.Ticks;
    }

    public void WriteFile(string path, ReadOnlySpan<byte> bytes)
    {
        if (Paths.GetDirectory(path) is { Length: > 0 } directory) Directory.CreateDirectory(directory);
        File.WriteAllBytes(path, bytes);
    }

    public void Move(string from, string to)
    {
        if ((GetAttributes(from) & FileAttributes.Directory) != 0) Directory.Move(from, to);
        else File.Move(from, to);
        ForgetLinks();
    }

    public void Delete(string path)
    {
        FileAttributes attributes = GetAttributes(path);
        if (attributes == Missing) return;
        bool isFolder = (attributes & FileAttributes.Directory) != 0;
        bool isLink = (attributes & FileAttributes.ReparsePoint) != 0;
        // Unix removes a link to a folder as a file; Windows has links that are folders, and they must not be emptied through.
        if (!isFolder || (isLink && !OperatingSystem.IsWindows())) File.Delete(path);
        else Directory.Delete(path, recursive: !isLink);
        ForgetLinks();
    }

    /// <summary>Drops what is remembered about links of folders.</summary>
    public void ForgetLinks() => _realFolders.Clear();

    private static FileAttributes Missing => (FileAttributes)(-1);

    // FileInfo answers "missing" without throwing, for files and folders, by one lstat.
    private static FileAttributes GetAttributes(string path)
    {
        try
        {
            return new FileInfo(path).Attributes;
        }
        catch (IOException)
        {
            // `import "data:..."`: a name longer than the system takes, or a loop of links. Nothing can stand there.
            return Missing;
        }
    }

    private static EntryKind KindOf(FileAttributes attributes) =>
        (attributes & FileAttributes.Directory) != 0 ? EntryKind.Directory : EntryKind.File;

    private static EntryKind GetLinkKind(string path)
    {
        // One stat for the linked folders of `node_modules`. File.Exists is no such test: it is true of a link that leads nowhere.
        if (!OperatingSystem.IsWindows() && Directory.Exists(path)) return EntryKind.Directory;
        try
        {
            FileInfo link = new(path);
            FileAttributes attributes = (link.ResolveLinkTarget(returnFinalTarget: true) ?? link).Attributes;
            return attributes == Missing ? EntryKind.None : KindOf(attributes);
        }
        catch (IOException)
        {
            return EntryKind.None; // a loop
        }
    }

    /// <summary>Whether the system takes such a path at all: <c>\0</c> marks virtual modules of plugins.</summary>
    private static bool CanExist(string path) => path.Length > 0 && !path.Contains('\0');

    /// <summary>Null when the links run in a circle.</summary>
    private string? Resolve(string path, int links)
    {
        if (links > MaxLinks) return null;
        if (Paths.GetDirectory(path) is not { Length: > 0 } directory) return path;
        if (ResolveFolder(directory, links) is not { } folder) return null;
        string real = Paths.Join(folder, Paths.GetName(path));
        return new FileInfo(real).LinkTarget is { } target ? Resolve(Paths.Join(folder, target), links + 1) : real;
    }

    private string? ResolveFolder(string directory, int links)
    {
        if (_realFolders.TryGetValue(directory, out string? known)) return known;
        if (Resolve(directory, links) is not { } real) return null;
        _realFolders[directory] = real;
        return real;
    }
}
