using System.Buffers;
using System.Runtime.InteropServices;

namespace Inox.JavaScript.Parsing;

/// <summary>
/// The names of one file: each distinct spelling becomes one string, and a look-up says at once whether it is a keyword. Open
/// addressing with linear probing; a table starts as a copy of one that holds the keywords. Whoever has the name under its eyes brings
/// the hash along (<see cref="NameHash"/>), so that a name is looked at twice: when it is scanned and when it is compared.
/// </summary>
internal partial struct NameTable
{
    private const int InitialSize = 512;

    private static readonly Entry[] s_keywords = CreateKeywords();

    private Entry[] _entries;
    private int _size;
    private int _count;

    public static NameTable Rent()
    {
        Entry[] entries = ArrayPool<Entry>.Shared.Rent(InitialSize);
        s_keywords.CopyTo(entries, 0);
        return new() { _entries = entries, _size = InitialSize, _count = Keywords.All.Length };
    }

    public void Return()
    {
        // cleared, as the pool outlives the names
        _entries.AsSpan(0, _size).Clear();
        ArrayPool<Entry>.Shared.Return(_entries);
        _entries = [];
    }

    /// <summary>The string for a spelling and <see cref="Token.Identifier"/> or its keyword.</summary>
    public string Get(ReadOnlySpan<char> text, out Token kind) => Get(text, NameHash.Of(text), out kind);

    public string Get(ReadOnlySpan<char> text, uint hash, out Token kind)
    {
        ref Entry entries = ref MemoryMarshal.GetArrayDataReference(_entries);
        uint mask = (uint)_size - 1;
        for (uint slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            ref Entry entry = ref At(ref entries, slot);
            if (entry.Hash == hash && entry.Name is { } name && IsSame(text, name))
            {
                kind = entry.Kind;
                return name;
            }
            if (entry.Name is null) return Add(text, hash, ref entry, out kind);
        }
    }

    private string Add(ReadOnlySpan<char> text, uint hash, ref Entry entry, out Token kind)
    {
        string name = new(text);
        kind = Token.Identifier;
        entry = new() { Hash = hash, Kind = Token.Identifier, Name = name };
        if (++_count * 2 > _size) Grow();
        return name;
    }

    private void Grow()
    {
        int size = _size * 2;
        Entry[] entries = ArrayPool<Entry>.Shared.Rent(size);
        foreach (Entry entry in _entries.AsSpan(0, _size)) if (entry.Name is not null) Insert(entries, size, entry);
        Return();
        _entries = entries;
        _size = size;
    }

    private static void Insert(Entry[] entries, int size, Entry entry)
    {
        uint mask = (uint)size - 1;
        uint slot = entry.Hash & mask;
        while (entries[slot].Name is not null) slot = (slot + 1) & mask;
        entries[slot] = entry;
    }

    private static Entry[] CreateKeywords()
    {
        Entry[] entries = new Entry[InitialSize];
        foreach ((string word, Token kind) in Keywords.All)
            Insert(entries, InitialSize, new() { Hash = NameHash.Of(word), Kind = kind, Name = word });
        return entries;
    }

    private struct Entry
    {
        public string? Name;
        public uint Hash;
        public Token Kind;
    }
}
