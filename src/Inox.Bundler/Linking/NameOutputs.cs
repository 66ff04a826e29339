using Inox.Bundler.Graph;
using Inox.Core;

namespace Inox.Bundler.Linking;

/// <summary>Gives each chunk and each asset the path of its file.</summary>
internal sealed class NameOutputs(LinkContext context, PathStyle paths)
{
    private readonly BuildOptions _options = context.Options;

    public void Run(IReadOnlyList<Chunk> chunks)
    {
        string outbase = _options.Outbase is null ? CommonFolder() : paths.Join(_options.WorkingDirectory, _options.Outbase);
        foreach (Chunk chunk in chunks) chunk.Path = PathOf(chunk, outbase);
        foreach (Module module in context.Modules)
            if (module is { IsLive: true, AssetBytes: { } bytes } && module.Loader != FileLoader.Binary) module.AssetPath = context.Paths.OfAsset(module.Id.Path, bytes);
    }

    private string PathOf(Chunk chunk, string outbase)
    {
        if (chunk.EntryIndex >= 0) return context.Paths.OfEntry(_options.EntryPoints[chunk.EntryIndex], chunk.Entry!.Id.Path, outbase, chunk.Index, "js");
        string name = chunk.Entry is null ? "chunk" : FileNames.ToIdentifier(chunk.Entry.Id.Path);
        return context.Paths.OfChunk(name, chunk.Index, "js");
    }

    private string CommonFolder()
    {
        string? common = null;
        foreach (Module entry in context.Entries)
        {
            string folder = paths.GetDirectory(entry.Id.Path) ?? entry.Id.Path;
            while (common is not null && !paths.Contains(common, folder)) common = paths.GetDirectory(common)!;
            common ??= folder;
        }
        return common ?? _options.WorkingDirectory;
    }
}
