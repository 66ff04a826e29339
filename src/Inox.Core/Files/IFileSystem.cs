namespace Inox.Core;

/// <summary>
/// The files a build sees. Paths are absolute and in the style of <see cref="Paths"/>. Implementations are safe for concurrent readers.
/// Reading what is not there answers null or <see cref="EntryKind.None"/>; an <see cref="IOException"/> or
/// <see cref="UnauthorizedAccessException"/> means that the system refused.
/// </summary>
public interface IFileSystem
{
    PathStyle Paths { get; }

    /// <summary>What stands at <paramref name="path"/>, links followed.</summary>
    EntryKind GetKind(string path);

    /// <summary>The bytes of a file, or null when there is none.</summary>
    byte[]? ReadFile(string path);

    /// <summary>
    /// The entries of a folder in ordinal order; null when there is no such folder. A link is not followed: it has
    /// <see cref="EntryKind.None"/> and <see cref="GetKind"/> tells what it leads to.
    /// </summary>
    IReadOnlyList<DirectoryEntry>? ReadDirectory(string path);

    /// <summary>The path with every symbolic link in it followed; the path itself when nothing stands there.</summary>
    string GetRealPath(string path);

    /// <summary>Last write time in ticks of UTC (100 ns), links followed; 0 when there is none.</summary>
    long GetWriteTime(string path);

    /// <summary>Writes a file, making the folders above it.</summary>
    void WriteFile(string path, ReadOnlySpan<byte> bytes);

    /// <summary>Renames a file or folder; <paramref name="to"/> must not exist.</summary>
    void Move(string from, string to);

    /// <summary>Removes a file, a link (not what it leads to) or a folder with all that is in it; does nothing when there is none.</summary>
    void Delete(string path);
}
