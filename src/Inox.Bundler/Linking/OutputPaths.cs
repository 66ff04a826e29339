using Inox.Bundler.Graph;
using Inox.Core;

namespace Inox.Bundler.Linking;

/// <summary>
/// Names the outputs. Paths are relative to the output folder with forward slashes. Patterns may hold <c>[dir]</c> (the entry's folder below
/// the common one), <c>[name]</c>, <c>[hash]</c> and <c>[ext]</c>.
/// </summary>
internal sealed class OutputPaths(BuildOptions options, PathStyle paths)
{
    private readonly HashSet<string> _taken = [];

    public string OfEntry(EntryPoint entry, string file, string outbase, int chunk, string extension)
    {
        if (options.Outfile is not null) return paths.GetName(options.Outfile);
        string relative = entry.Name ?? WithoutExtension(paths.GetRelative(outbase, file));
        while (relative.StartsWith("../", StringComparison.Ordinal)) relative = "_.." + relative[2..];
        int slash = relative.LastIndexOf('/');
        return Take(options.EntryNames ?? "[dir]/[name]", slash < 0 ? "" : relative[..slash], relative[(slash + 1)..], HashToken.Of(chunk), extension);
    }

    /// <summary>An entry of a page or a chunk: always hashed by default, since pages are told its name.</summary>
    public string OfChunk(string name, int chunk, string extension) =>
        Take(options.ChunkNames ?? "[name]-[hash]", "", name, HashToken.Of(chunk), extension);

    public string OfPageScript(string name, int chunk, string extension) =>
        Take(options.ChunkNames ?? "assets/[name]-[hash]", "", name, HashToken.Of(chunk), extension);

    public string OfAsset(string file, byte[] bytes)
    {
        string extension = Path.GetExtension(file);
        string name = paths.GetName(file);
        string path = Fill(options.AssetNames ?? "assets/[name]-[hash]", "", name[..(name.Length - extension.Length)], ContentHash.Of(bytes).ToName(), extension.TrimStart('.')) + extension;
        _taken.Add(path);
        return path;
    }

    /// <summary>The specifier in a file for another: <c>./b.js</c>.</summary>
    public static string ToImport(string from, string to)
    {
        int slash = from.LastIndexOf('/');
        string relative = PathStyle.Posix.GetRelative("/" + (slash < 0 ? "" : from[..slash]), "/" + to);
        return relative.StartsWith('.') ? relative : "./" + relative;
    }

    /// <summary>The URL that code or a style sheet at <paramref name="from"/> loads an output by.</summary>
    public string UrlFrom(string from, string to) => options.PublicPath.Length > 0 ? ToPublic(to) : ToImport(from, to);

    public string ToPublic(string to) => options.PublicPath.Length == 0 || options.PublicPath.EndsWith('/') ? options.PublicPath + to : options.PublicPath + "/" + to;

    /// <summary>How a source map names a module: relative to the map's folder.</summary>
    public static string SourcePath(BuildOptions options, string chunk, Module module)
    {
        if (!module.Id.IsFile) return module.Source.Path;
        PathStyle paths = PathStyle.Posix.IsAbsolute(options.WorkingDirectory) ? PathStyle.Posix : PathStyle.Windows;
        string outdir = options.Outdir ?? (options.Outfile is null ? "." : paths.GetDirectory(paths.Join(options.WorkingDirectory, options.Outfile))!);
        string folder = paths.GetDirectory(paths.Join(paths.Join(options.WorkingDirectory, outdir), chunk))!;
        return paths.GetRelative(folder, module.Id.Path);
    }

    private string Take(string pattern, string folder, string name, string hash, string extension)
    {
        string path = Fill(pattern, folder, name, hash, extension) + "." + extension;
        for (int i = 2; !_taken.Add(path); i++) path = Fill(pattern, folder, name + i, hash, extension) + "." + extension;
        return path;
    }

    private static string Fill(string pattern, string folder, string name, string hash, string extension)
    {
        string filled = pattern.Replace("[dir]", folder).Replace("[name]", name).Replace("[hash]", hash).Replace("[ext]", extension);
        return PathStyle.Posix.Normalize("/" + filled)[1..];
    }

    private string WithoutExtension(string file)
    {
        string name = paths.GetName(file);
        int dot = name.LastIndexOf('.');
        return dot <= 0 ? file : file[..(file.Length - name.Length + dot)];
    }
}
