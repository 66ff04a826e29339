using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>
/// Puts the code of each chunk in the order in which the first entry that loads it evaluates it, and decides where a chunk calls what is wrapped or required: where a
/// module of it imports that, where it has a variable for it, and in the chunk that holds the wrapper, when each entry that loads it would.
/// </summary>
internal sealed class OrderChunks(LinkContext context, IReadOnlyList<Chunk> chunks)
{
    private readonly Dictionary<Module, Chunk> _home = [];
    private readonly Dictionary<Module, int> _callers = [];

    public void Run()
    {
        if (context.IsSplitting) CountCallers();
        foreach (Chunk entry in chunks)
        {
            if (entry.Entry is null) continue;
            List<ChunkStep>? steps = null;
            foreach (Chunk chunk in chunks)
                if (chunk.LoadedBy[0] == entry.Index) Order(chunk, steps ??= Walk(entry));
        }
    }

    private void CountCallers()
    {
        foreach (Chunk chunk in chunks)
            foreach (Module module in chunk.Modules) _home.Add(module, chunk);
        foreach (Chunk entry in chunks)
        {
            if (entry.Entry is null) continue;
            foreach (ChunkStep step in Walk(entry))
                if (step is { IsCall: true, Module: { } module }) _callers[module] = _callers.GetValueOrDefault(module) + 1;
        }
    }

    private List<ChunkStep> Walk(Chunk entry)
    {
        WalkEvaluation walk = new(context);
        walk.Run(context.Runtime);
        walk.Run(entry.Entry!);
        return walk.Steps;
    }

    private void Order(Chunk chunk, List<ChunkStep> steps)
    {
        HashSet<Module> own = [.. chunk.Modules];
        HashSet<object> imported = Imported(chunk);
        chunk.Modules.Clear();
        foreach (ChunkStep step in steps)
        {
            if (step.IsCall)
            {
                if (Calls(chunk, imported, step)) chunk.Steps.Add(step);
            }
            else if (own.Remove(step.Module!))
            {
                chunk.Steps.Add(step);
                chunk.Modules.Add(step.Module!);
            }
        }
        System.Diagnostics.Debug.Assert(own.Count == 0, "an entry reaches all that it loads by its requests");
    }

    private bool Calls(Chunk chunk, HashSet<object> imported, ChunkStep step)
    {
        if (step.Required is { } required && required.UsedViews().Any(view => chunk.Views.Contains(view.Symbol))) return true;
        if (step.Module is not { } module) return imported.Contains(step.Required!);
        bool isCalledAtHome = context.IsSplitting && _home.TryGetValue(module, out Chunk? home) && _callers[module] == home.LoadedBy.Count;
        return isCalledAtHome ? _home[module] == chunk : imported.Contains(module);
    }

    /// <summary>What modules of the chunk import without a wrapper around them; and on the way the variables that the chunk has for what is required.</summary>
    private HashSet<object> Imported(Chunk chunk)
    {
        HashSet<object> imported = [];
        foreach (Module module in chunk.Modules)
        {
            foreach (SymbolRef used in module.ForeignUses)
                if (context.Required.FindByView(used) is not null) chunk.Views.Add(used);
            foreach (ImportRecord record in module.Records)
            {
                if (record.Kind != ImportRecordKind.Statement || !module.Statements[record.Statement].IsLive) continue;
                RequiredModule? required = context.Required.Of(record);
                if (module.Wrap != WrapKind.None) AddViews(chunk, required);
                else if (record.Target is { } target) imported.Add(target);
                else if (required is not null) imported.Add(required);
            }
        }
        return imported;
    }

    private static void AddViews(Chunk chunk, RequiredModule? required)
    {
        if (required is null) return;
        foreach ((_, SymbolRef symbol) in required.UsedViews()) chunk.Views.Add(symbol);
    }
}
