using Inox.Bundler.Graph;
using Inox.Bundler.Output;
using Inox.Core;
using Inox.JavaScript.Minification;

namespace Inox.Bundler.Linking;

/// <summary>
/// From a loaded graph to output files, step by step: forms of lazily exported values, wrapping, exports, imports, tree shaking, chunks,
/// lowering, names, printing, joining, hashing. Steps before printing run on one thread; printing runs on all.
/// </summary>
internal sealed class Linker(LinkContext context, IFileSystem files)
{
    private readonly BuildOptions _options = context.Options;

    public BuildResult Run()
    {
        LowerLazyExports.Run(context);
        ChooseWrapping.Run(context.Modules, context.IsSplitting);
        foreach (Module module in context.Modules) BindWrapperParameters.Run(module);
        ResolveExports.Run(context.Modules);
        BindNodeNames.Run(context);
        BindHelpers.Run(context);
        new BindImports(context).Run();
        CheckFormats.Run(context);
        CheckCycles.Run(context);
        if (context.HasErrors) return new([], context.Diagnostics);

        ShakeTree shake = new(context);
        shake.Run();
        List<Chunk> chunks = SplitChunks.Run(context, shake.DynamicEntries);
        new OrderChunks(context, chunks).Run();
        if (context.IsSplitting) new CrossChunkLinks(context, chunks).Run();
        NameOutputs names = new(context, files.Paths);
        names.Run(chunks);
        List<StyleOutput> styles = new PlanStyles(context, chunks, names.Outbase).Run();
        MarkAssets.Run(context, styles);
        names.NameAssets();
        Lower(chunks);
        List<WrittenChunk> written = [];
        foreach (Chunk chunk in chunks) written.Add(Write(chunk, shake.UsedExternals));
        return new OutputWriter(context, files).Write(chunks, written, styles) with { Diagnostics = context.Diagnostics };
    }

    // A module that stands in several chunks has one form in all of them.
    private void Lower(List<Chunk> chunks)
    {
        Dictionary<Module, Chunk> first = [];
        foreach (Chunk chunk in chunks)
            foreach (Module module in chunk.Modules) first.TryAdd(module, chunk);
        WorkInParallel.ForEach([.. first], pair => new LowerModule(pair.Key, pair.Value, context).Run(), _options.Threads);
    }

    private WrittenChunk Write(Chunk chunk, IReadOnlySet<SymbolRef> usedExternals)
    {
        ChunkSymbols symbols = new(chunk, context, usedExternals);
        if (_options.MinifyIdentifiers && _options.MinifyRules.HasFlag(MinifyRules.ShortenNames)) new ShortenChunkNames(symbols, _options.KeepNames).Run();
        else KeepNames.Run(symbols);
        PrintedModule[] printed = WorkInParallel.Map(chunk.Modules, module => ModulePrinter.Print(module, chunk, symbols, _options), _options.Threads);
        return new ChunkWriter(context, chunk, symbols).Write(printed);
    }
}
