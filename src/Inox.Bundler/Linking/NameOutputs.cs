using Inox.Bundler.Graph;
using Inox.Core;

namespace Inox.Bundler.Linking;

/// <summary>Gives each chunk and each asset the path of its file.</summary>
internal sealed class NameOutputs(LinkContext context, PathStyle paths)
{
    private readonly BuildOptions _options = context.Options;

    /// <summary>What <c>[dir]</c> is relative to.</summary>
    public string Outbase => field ??= _options.Outbase is null ? CommonFolder() : paths.Join(_options.WorkingDirectory, _options.Outbase);

    public void Run(IReadOnlyList<Chunk> chunks)
    {
        foreach ((Page page, EntryPoint point) in context.Plan.Pages) page.Path = context.Paths.OfPage(point, page.Module.Id.Path, Outbase);
        foreach (Chunk chunk in chunks) chunk.Path = PathOf(chunk);
    }

    /// <summary>Names the assets, once it is known which are needed.</summary>
    public void NameAssets()
    {
        foreach (Module module in context.Modules)
            if (module is { IsLive: true, AssetBytes: { } bytes } && module.Loader != FileLoader.Binary) module.AssetPath = context.Paths.OfAsset(module.Id.Path, bytes);
    }

    private string PathOf(Chunk chunk)
    {
        ScriptEntry? source = chunk.EntryIndex >= 0 ? context.Plan.Scripts[chunk.EntryIndex] : null;
        if (source is { Page: null }) return context.Paths.OfEntry(source.Point, source.Module.Id.Path, Outbase, chunk.Index, "js");
        string name = chunk.Entry is null ? "chunk" : FileNames.ToIdentifier(chunk.Entry.Id.Path);
        return context.Plan.Pages.Count > 0 ? context.Paths.OfPageScript(name, chunk.Index, "js") : context.Paths.OfChunk(name, chunk.Index, "js");
    }

    private string CommonFolder()
    {
        string? common = null;
        foreach (Module entry in context.Plan.Requested.Select(entry => entry.Module))
        {
            string folder = paths.GetDirectory(entry.Id.Path) ?? entry.Id.Path;
            while (common is not null && !paths.Contains(common, folder)) common = paths.GetDirectory(common)!;
            common ??= folder;
        }
        return common ?? _options.WorkingDirectory;
    }
}
