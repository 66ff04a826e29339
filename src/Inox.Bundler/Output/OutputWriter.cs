using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Core;

namespace Inox.Bundler.Output;

/// <summary>Puts all files of a build together: chunks, style sheets, pages, assets and the public folder.</summary>
internal sealed class OutputWriter(LinkContext context, IFileSystem files)
{
    private readonly BuildOptions _options = context.Options;
    private readonly string _folder = files.Paths.Join(context.Options.WorkingDirectory, context.Options.Outdir ?? files.Paths.GetDirectory(context.Options.Outfile ?? "out/x")!);

    public BuildResult Write(IReadOnlyList<Chunk> chunks, IReadOnlyList<WrittenChunk> written, IReadOnlyList<StyleOutput> styles)
    {
        StyleWriter styleWriter = new(context);
        PageWriter pageWriter = new(context, chunks, styleWriter);
        List<WrittenText> texts = [.. WorkInParallel.Map(styles, styleWriter.Write, _options.Threads)];
        foreach ((Page page, _) in context.Plan.Pages) texts.Add(pageWriter.Write(page));
        Assembler assembler = new(context, written, _folder, files.Paths);
        List<OutputFile> outputs = assembler.Run(texts);
        HashSet<string> taken = new(outputs.Select(output => output.Path), files.Paths.Comparer);
        foreach (Module module in context.Modules)
        {
            if (module is not { IsLive: true, AssetPath: { } path, AssetBytes: { } bytes }) continue;
            string output = files.Paths.Join(_folder, path);
            if (taken.Add(output)) outputs.Add(new(output, OutputKind.Asset, bytes));
        }
        byte[]? metafile = _options.Metafile ? new MetafileWriter(context, assembler, files.Paths, _folder).Write(written, texts, outputs) : null;
        foreach (string folder in context.PublicFolders) outputs.AddRange(PublicFiles.Read(folder, _folder, files, taken));
        return new(outputs, []) { Metafile = metafile };
    }
}
