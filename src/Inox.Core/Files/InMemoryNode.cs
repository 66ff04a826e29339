namespace Inox.Core;

internal abstract class InMemoryNode
{
    public abstract EntryKind Kind { get; }

    public long WriteTime { get; set; }
}

internal sealed class InMemoryFile(byte[] bytes) : InMemoryNode
{
    public override EntryKind Kind => EntryKind.File;

    public byte[] Bytes { get; } = bytes;
}

internal sealed class InMemoryFolder(StringComparer comparer) : InMemoryNode
{
    public override EntryKind Kind => EntryKind.Directory;

    public Dictionary<string, InMemoryNode> Entries { get; } = new(comparer);

    /// <summary>The spelling of <paramref name="name"/> the entry was made with.</summary>
    public bool TryGet(string name, out string spelling, out InMemoryNode? node)
    {
        spelling = name;
        if (!Entries.TryGetValue(name, out node)) return false;
        if (Entries.Comparer == (IEqualityComparer<string>)StringComparer.Ordinal) return true;
        foreach (string key in Entries.Keys)
        {
            if (Entries.Comparer.Equals(key, name)) spelling = key;
        }
        return true;
    }
}

internal sealed class InMemoryLink(string target) : InMemoryNode
{
    public override EntryKind Kind => EntryKind.None;

    public string Target { get; } = target;
}
