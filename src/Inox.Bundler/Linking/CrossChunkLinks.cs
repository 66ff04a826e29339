using Inox.Bundler.Graph;
using Inox.JavaScript.Minification;

namespace Inox.Bundler.Linking;

/// <summary>Works out what each chunk imports from the others, and which must run before it though it takes nothing from them.</summary>
internal sealed class CrossChunkLinks(LinkContext context, List<Chunk> chunks)
{
    private readonly Dictionary<Module, Chunk> _chunkOf = [];
    private readonly Dictionary<Chunk, int> _firstModules = [];

    public void Run()
    {
        foreach (Chunk chunk in chunks)
        {
            foreach (Module module in chunk.Modules) _chunkOf.Add(module, chunk);
            if (chunk.Entry is not null) context.ChunkOfEntry.TryAdd(chunk.Entry, chunk);
        }
        foreach (Chunk chunk in chunks) Link(chunk);
        foreach (Chunk chunk in chunks) NameExports(chunk);
    }

    private void Link(Chunk chunk)
    {
        SortedSet<Chunk> imports = new(Comparer<Chunk>.Create((a, b) => FirstModule(a).CompareTo(FirstModule(b)) is var order && order != 0 ? order : a.Index.CompareTo(b.Index)));
        foreach (Module module in chunk.Modules) LinkModule(chunk, module, imports);
        foreach (ChunkStep step in chunk.Steps)
            if (step is { IsCall: true, Module: { } called }) Import(chunk, new(called, called.WrapperSymbol), imports);
        // an entry whose own module went to a shared chunk exports from there
        if (chunk.Entry is not null)
        {
            foreach (ExportTarget export in chunk.Entry.ResolvedExports.Values)
                if (!export.IsAmbiguous) Import(chunk, ShakeTree.Canonical(new(export.Module, export.Symbol)), imports);
            if (chunk.Entry.WrapperSymbol >= 0) Import(chunk, new(chunk.Entry, chunk.Entry.WrapperSymbol), imports);
            if (_chunkOf.TryGetValue(chunk.Entry, out Chunk? home) && home != chunk) imports.Add(home);
        }
        chunk.Imports.AddRange(imports);
    }

    private void LinkModule(Chunk chunk, Module module, SortedSet<Chunk> imports)
    {
        foreach (SymbolRef used in module.ForeignUses) Import(chunk, used, imports);
        foreach (Module dependency in module.Dependencies)
            if (_chunkOf.TryGetValue(dependency, out Chunk? other) && other != chunk && dependency.Id.Space != ModuleSpaces.Runtime) imports.Add(other);
        foreach (ImportRecord record in module.Records)
        {
            if (record.Kind != ImportRecordKind.Dynamic || record.Target is null || !module.Statements[record.Statement].IsLive) continue;
            if (context.ChunkOfEntry.TryGetValue(record.Target, out Chunk? target) && !chunk.DynamicImports.Contains(target)) chunk.DynamicImports.Add(target);
        }
    }

    private void Import(Chunk chunk, SymbolRef used, SortedSet<Chunk> imports)
    {
        if (context.Required.FindByView(used) is { } required)
        {
            // each chunk has a variable of its own for it
            if (required.Target is { } target) Import(chunk, new(target, target.WrapperSymbol), imports);
            if (used.Symbol != required.SymbolOf(ViewKind.Exports)) Import(chunk, context.RuntimeSymbol(Runtime.RuntimeSource.ToEsm), imports);
            return;
        }
        if (!_chunkOf.TryGetValue(used.Module, out Chunk? owner) || owner == chunk) return;
        if (!chunk.ImportedSymbols.TryGetValue(owner, out List<SymbolRef>? symbols)) chunk.ImportedSymbols.Add(owner, symbols = []);
        if (!symbols.Contains(used)) symbols.Add(used);
        owner.CrossExports.TryAdd(used, "");
        imports.Add(owner);
    }

    // Names of exports between chunks are short when names may be, and never those of the entry's own exports.
    private void NameExports(Chunk chunk)
    {
        if (chunk.CrossExports.Count == 0) return;
        HashSet<string> taken = chunk.Entry is null ? [] : [.. chunk.Entry.ResolvedExports.Keys];
        IEnumerable<SymbolRef> ordered = chunk.CrossExports.Keys.OrderBy(symbol => symbol.Module.Index).ThenBy(symbol => symbol.Symbol).ToArray();
        ShortNames names = new();
        foreach (SymbolRef symbol in ordered)
        {
            string name = context.Options.MinifyIdentifiers ? names.Next() : symbol.Module.Model.GetSymbol(symbol.Symbol).Name;
            for (int i = 2; !taken.Add(name); i++) name = context.Options.MinifyIdentifiers ? names.Next() : symbol.Module.Model.GetSymbol(symbol.Symbol).Name + i;
            chunk.CrossExports[symbol] = name;
        }
        foreach (Chunk other in chunks)
            if (other.ImportedSymbols.TryGetValue(chunk, out List<SymbolRef>? symbols))
                symbols.Sort((a, b) => a.Module.Index != b.Module.Index ? a.Module.Index.CompareTo(b.Module.Index) : a.Symbol.CompareTo(b.Symbol));
    }

    private int FirstModule(Chunk chunk)
    {
        if (_firstModules.TryGetValue(chunk, out int first)) return first;
        first = int.MaxValue;
        foreach (Module module in chunk.Modules) first = Math.Min(first, module.Index);
        _firstModules.Add(chunk, first);
        return first;
    }
}
