using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inox.JavaScript.Parsing;

/// <summary>
/// The names of one file: each distinct spelling becomes one string, and a look-up says at once whether it is a keyword. Open
/// addressing with linear probing; a table starts as a copy of one that holds the keywords.
/// </summary>
internal struct NameTable
{
    private const int InitialSize = 512;

    private static readonly Entry[] s_keywords = CreateKeywords();

    private Entry[] _entries;
    private int _count;

    public static NameTable Create() => new() { _entries = [.. s_keywords], _count = Keywords.All.Length };

    /// <summary>The string for a spelling and <see cref="Token.Identifier"/> or its keyword.</summary>
    public string Get(ReadOnlySpan<char> text, out Token kind)
    {
        uint hash = Hash(text);
        Entry[] entries = _entries;
        uint mask = (uint)entries.Length - 1;
        for (uint slot = hash & mask; ; slot = (slot + 1) & mask)
        {
            ref Entry entry = ref entries[slot];
            if (entry.Name is null) return Add(text, hash, slot, out kind);
            if (entry.Hash != hash || !text.SequenceEqual(entry.Name)) continue;
            kind = entry.Kind;
            return entry.Name;
        }
    }

    private string Add(ReadOnlySpan<char> text, uint hash, uint slot, out Token kind)
    {
        string name = new(text);
        kind = Token.Identifier;
        _entries[slot] = new() { Hash = hash, Kind = Token.Identifier, Name = name };
        if (++_count * 2 > _entries.Length) Grow();
        return name;
    }

    private void Grow()
    {
        Entry[] entries = new Entry[_entries.Length * 4];
        foreach (Entry entry in _entries) if (entry.Name is not null) Insert(entries, entry);
        _entries = entries;
    }

    private static void Insert(Entry[] entries, Entry entry)
    {
        uint mask = (uint)entries.Length - 1;
        uint slot = entry.Hash & mask;
        while (entries[slot].Name is not null) slot = (slot + 1) & mask;
        entries[slot] = entry;
    }

    private static Entry[] CreateKeywords()
    {
        Entry[] entries = new Entry[InitialSize];
        foreach ((string word, Token kind) in Keywords.All)
            Insert(entries, new() { Hash = Hash(word), Kind = kind, Name = word });
        return entries;
    }

    // Four characters a step; the last step overlaps the one before it, so that no tail is left over.
    private static uint Hash(ReadOnlySpan<char> text)
    {
        const ulong Multiplier = 0x9E3779B97F4A7C15;
        ref char first = ref MemoryMarshal.GetReference(text);
        int length = text.Length;
        ulong hash = (uint)length;
        if (length < 4)
        {
            if (length > 0) hash |= ((ulong)first << 16) | ((ulong)Unsafe.Add(ref first, length >> 1) << 32) | ((ulong)Unsafe.Add(ref first, length - 1) << 48);
            return (uint)((hash * Multiplier) >> 32);
        }
        for (int i = 0; i < length - 4; i += 4) hash = Mix(hash, ref Unsafe.Add(ref first, i));
        return (uint)(Mix(hash, ref Unsafe.Add(ref first, length - 4)) >> 32);

        static ulong Mix(ulong hash, ref char at)
        {
            hash = (hash ^ Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref at))) * Multiplier;
            return hash ^ (hash >> 32);
        }
    }

    private struct Entry
    {
        public string? Name;
        public uint Hash;
        public Token Kind;
    }
}
