using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>
/// Puts live modules into chunks. With splitting, the modules that the same set of entries reaches make a chunk; an entry's own chunk
/// holds what only it reaches. Without, each entry has all it reaches in one chunk.
/// </summary>
internal static class SplitChunks
{
    public static List<Chunk> Run(LinkContext context, IEnumerable<Module> dynamicEntries)
    {
        List<Chunk> entries = [];
        for (int i = 0; i < context.Entries.Count; i++) entries.Add(new() { Entry = context.Entries[i], IsUserEntry = true, EntryIndex = i });
        if (!context.IsSplitting)
        {
            foreach (Chunk chunk in entries)
            {
                chunk.Modules.AddRange(Reach(chunk.Entry!).OrderBy(module => module.Index));
                chunk.LoadedBy.Add(chunk.EntryIndex);
            }
            return Number(entries);
        }
        foreach (Module entry in dynamicEntries)
            if (!context.Entries.Contains(entry)) entries.Add(new() { Entry = entry });
        return Share(context, entries);
    }

    private static List<Chunk> Share(LinkContext context, List<Chunk> entries)
    {
        Dictionary<Module, EntrySet> reached = [];
        for (int i = 0; i < entries.Count; i++)
            foreach (Module module in Reach(entries[i].Entry!))
            {
                if (!reached.TryGetValue(module, out EntrySet? set)) reached.Add(module, set = new(entries.Count));
                set.Add(i);
            }
        Dictionary<EntrySet, Chunk> bySet = [];
        for (int i = 0; i < entries.Count; i++)
        {
            bySet.TryAdd(OnlyOf(entries.Count, i), entries[i]);
            entries[i].LoadedBy.Add(i);
        }
        List<Chunk> shared = [];
        foreach (Module module in context.Modules)
        {
            if (!reached.TryGetValue(module, out EntrySet? set)) continue;
            if (!bySet.TryGetValue(set, out Chunk? chunk))
            {
                bySet.Add(set, chunk = new());
                chunk.LoadedBy.AddRange(set.Indexes());
                shared.Add(chunk);
            }
            chunk.Modules.Add(module);
        }
        return Number([.. entries, .. shared]);
    }

    private static EntrySet OnlyOf(int count, int entry)
    {
        EntrySet set = new(count);
        set.Add(entry);
        return set;
    }

    private static List<Chunk> Number(List<Chunk> chunks)
    {
        for (int i = 0; i < chunks.Count; i++) chunks[i].Index = i;
        return chunks;
    }

    private static HashSet<Module> Reach(Module entry)
    {
        HashSet<Module> reached = [entry];
        Stack<Module> stack = new([entry]);
        while (stack.TryPop(out Module? module))
            foreach (Module next in module.Dependencies) if (next.IsLive && reached.Add(next)) stack.Push(next);
        return reached;
    }

    /// <summary>A set of entries by index, comparable by content.</summary>
    private sealed class EntrySet(int size) : IEquatable<EntrySet>
    {
        private readonly ulong[] _bits = new ulong[(size + 63) / 64];

        public void Add(int index) => _bits[index / 64] |= 1UL << (index % 64);

        public IEnumerable<int> Indexes()
        {
            for (int i = 0; i < _bits.Length * 64; i++) if ((_bits[i / 64] & 1UL << (i % 64)) != 0) yield return i;
        }

        public bool Equals(EntrySet? other) => other is not null && _bits.AsSpan().SequenceEqual(other._bits);

        public override bool Equals(object? obj) => Equals(obj as EntrySet);

        public override int GetHashCode()
        {
            HashCode hash = new();
            foreach (ulong bits in _bits) hash.Add(bits);
            return hash.ToHashCode();
        }
    }
}
