using Inox.Core;

namespace Inox.Bundler.Tests.Resolution;

/// <summary>Counts what is asked of the system.</summary>
internal sealed class CountingFileSystem(IFileSystem inner) : IFileSystem
{
    public int Calls { get; private set; }

    public List<string> Listed { get; } = [];

    public PathStyle Paths => inner.Paths;

    public EntryKind GetKind(string path)
    {
        Calls++;
        return inner.GetKind(path);
    }

    public byte[]? ReadFile(string path)
    {
        Calls++;
        return inner.ReadFile(path);
    }

    public IReadOnlyList<DirectoryEntry>? ReadDirectory(string path)
    {
        Calls++;
        Listed.Add(path);
        return inner.ReadDirectory(path);
    }

    public string GetRealPath(string path)
    {
        Calls++;
        return inner.GetRealPath(path);
    }

    public long GetWriteTime(string path) => inner.GetWriteTime(path);

    public void WriteFile(string path, ReadOnlySpan<byte> bytes) => inner.WriteFile(path, bytes);

    public void Move(string from, string to) => inner.Move(from, to);

    public void Delete(string path) => inner.Delete(path);
}
