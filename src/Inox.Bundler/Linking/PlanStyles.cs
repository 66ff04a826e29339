using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>
/// Decides which style sheets make which CSS outputs. An entry or page gets one file with all that it needs from the start, in the order of
/// evaluation. What <c>import()</c> brings later has a file for each chunk, but for chunks whose styles every entry on the way has already: loading them
/// once more would move them behind rules that are to win over them.
/// </summary>
internal sealed class PlanStyles(LinkContext context, IReadOnlyList<Chunk> chunks, string outbase)
{
    private readonly List<StyleOutput> _outputs = [];

    public List<StyleOutput> Run()
    {
        foreach (Chunk chunk in chunks) if (chunk.EntryIndex >= 0) PlanEntry(chunk);
        foreach ((Page page, EntryPoint point) in context.Plan.Pages) PlanPage(page, point);
        foreach (RequestedEntry entry in context.Plan.Styles)
            Add([new(entry.Module, null)], index => context.Paths.OfEntry(entry.Point, entry.Module.Id.Path, outbase, index, "css"), OutputKind.Entry);
        PlanDynamic();
        return _outputs;
    }

    private void PlanEntry(Chunk chunk)
    {
        ScriptEntry source = context.Plan.Scripts[chunk.EntryIndex];
        if (source.Page is not null) return;
        StyleRoot[] roots = [.. RootsOf(chunk)];
        if (roots.Length == 0) return;
        chunk.StylePath = Add(roots, index => context.Paths.OfEntry(source.Point, source.Module.Id.Path, outbase, index, "css"), OutputKind.Entry).Path;
    }

    // Linked style sheets come first, as they stand in the page; then those that its scripts import.
    private void PlanPage(Page page, EntryPoint point)
    {
        string name = FileNames.ToIdentifier(page.Entry?.Id.Path ?? point.Name ?? page.Module.Id.Path);
        List<StyleRoot> roots = [];
        foreach (PageStyle style in page.Styles)
        {
            if (style.Record.Target is not { Style: not null } target) continue;
            if (style.IsApart) page.ApartStyles[style] = AddForPage([new(target, null)], FileNames.ToIdentifier(target.Id.Path)).Path;
            else roots.Add(new(target, style.Media));
        }
        if (page.Entry is not null) roots.AddRange(RootsOf(ChunkOf(page.Entry)));
        if (roots.Count > 0) page.StylePath = AddForPage(roots, name).Path;
    }

    // Two pages with the same styles share the file.
    private StyleOutput AddForPage(IReadOnlyList<StyleRoot> roots, string name) =>
        _outputs.Find(output => output.Roots.SequenceEqual(roots)) ?? Add(roots, index => context.Paths.OfPageScript(name, index, "css"), OutputKind.Entry);

    private StyleOutput Add(IReadOnlyList<StyleRoot> roots, Func<int, string> name, OutputKind kind)
    {
        int index = chunks.Count + _outputs.Count;
        StyleOutput output = new(roots, index, name(index), kind);
        _outputs.Add(output);
        return output;
    }

    private Chunk ChunkOf(Module entry) => chunks.First(chunk => chunk.EntryIndex >= 0 && chunk.Entry == entry);

    private static IEnumerable<StyleRoot> RootsOf(Chunk entry) =>
        StaticReach(entry).SelectMany(OwnStyles).OrderBy(module => module.Index).Select(module => new StyleRoot(module, null));

    private static IEnumerable<Module> OwnStyles(Chunk chunk) => chunk.Modules.Where(module => module is { Style: not null, IsLive: true });

    /// <summary>The chunks that a chunk imports, each before what imports it, then the chunk.</summary>
    private static List<Chunk> StaticReach(Chunk start)
    {
        List<Chunk> order = [];
        Visit(start, order, []);
        return order;
    }

    private static void Visit(Chunk chunk, List<Chunk> order, HashSet<Chunk> seen)
    {
        if (!seen.Add(chunk)) return;
        foreach (Chunk import in chunk.Imports) Visit(import, order, seen);
        order.Add(chunk);
    }

    private void PlanDynamic()
    {
        Dictionary<Chunk, HashSet<Chunk>> loaded = LoadedBefore();
        foreach (Chunk chunk in chunks)
        {
            if (chunk.Entry is null || chunk.EntryIndex >= 0) continue;
            HashSet<Chunk>? before = loaded.GetValueOrDefault(chunk);
            foreach (Chunk needed in StaticReach(chunk))
            {
                if (before?.Contains(needed) == true || !OwnStyles(needed).Any()) continue;
                needed.StylePath ??= AddChunk(needed).Path;
                chunk.StylesToLoad.Add(needed.StylePath);
            }
        }
    }

    private StyleOutput AddChunk(Chunk chunk)
    {
        string name = chunk.Entry is null ? "chunk" : FileNames.ToIdentifier(chunk.Entry.Id.Path);
        StyleRoot[] roots = [.. OwnStyles(chunk).Select(module => new StyleRoot(module, null))];
        return Add(roots, index => context.Plan.Pages.Count > 0 ? context.Paths.OfPageScript(name, index, "css") : context.Paths.OfChunk(name, index, "css"), OutputKind.Chunk);
    }

    /// <summary>For each chunk that is loaded on demand: the chunks that every entry on the way to it has from the start.</summary>
    private Dictionary<Chunk, HashSet<Chunk>> LoadedBefore()
    {
        Dictionary<Chunk, HashSet<Chunk>> loaded = [];
        foreach (Chunk entry in chunks)
        {
            if (entry.EntryIndex < 0) continue;
            HashSet<Chunk> own = [.. StaticReach(entry)];
            HashSet<Chunk> seen = [entry];
            Stack<Chunk> stack = new([entry]);
            while (stack.TryPop(out Chunk? chunk))
            {
                if (loaded.TryGetValue(chunk, out HashSet<Chunk>? before)) before.IntersectWith(own);
                else loaded.Add(chunk, [.. own]);
                foreach (Chunk next in chunk.Imports.Concat(chunk.DynamicImports)) if (seen.Add(next)) stack.Push(next);
            }
        }
        return loaded;
    }
}
