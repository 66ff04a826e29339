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
    private readonly Dictionary<string, ContentHash> _assets = [];

    public string OfEntry(EntryPoint entry, string file, string outbase, int chunk, string extension)
    {
        // --outfile=app.js: the styles are app.css
        if (options.Outfile is not null) return extension == "js" ? paths.GetName(options.Outfile) : WithoutExtension(paths.GetName(options.Outfile)) + "." + extension;
        string relative = Below(entry, file, outbase);
        int slash = relative.LastIndexOf('/');
        return Take(options.EntryNames ?? "[dir]/[name]", slash < 0 ? "" : relative[..slash], relative[(slash + 1)..], HashToken.Of(chunk), extension);
    }

    public string OfPage(EntryPoint entry, string file, string outbase)
    {
        string path = (options.Outfile is { } outfile ? WithoutExtension(paths.GetName(outfile)) : Below(entry, file, outbase)) + ".html";
        _taken.Add(path);
        return path;
    }

    private string Below(EntryPoint entry, string file, string outbase)
    {
        string relative = entry.Name ?? WithoutExtension(paths.GetRelative(outbase, file));
        while (relative.StartsWith("../", StringComparison.Ordinal)) relative = "_.." + relative[2..];
        return relative;
    }

    /// <summary>An entry of a page or a chunk: always hashed by default, since pages are told its name.</summary>
    public string OfChunk(string name, int chunk, string extension) =>
        Take(options.ChunkNames ?? "[name]-[hash]", "", name, HashToken.Of(chunk), extension);

    public string OfPageScript(string name, int chunk, string extension) =>
        Take(options.ChunkNames ?? "assets/[name]-[hash]", "", name, HashToken.Of(chunk), extension);

    public string OfAsset(string file, byte[] bytes)
    {
        string extension = Path.GetExtension(file);
        string name = ToUrlName(paths.GetName(file)[..^extension.Length]);
        ContentHash hash = ContentHash.Of(bytes);
        for (int i = 1; ; i++)
        {
            string path = Fill(options.AssetNames ?? "assets/[name]-[hash]", "", i == 1 ? name : name + i, hash.ToName(), extension.TrimStart('.')) + extension;
            // two files with one name and content are one output
            if (_assets.TryGetValue(path, out ContentHash other) ? other != hash : !_taken.Add(path)) continue;
            _assets[path] = hash;
            return path;
        }
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
    public string SourcePath(string chunk, Module module)
    {
        if (!module.Id.IsFile && module.Id.Space != ModuleSpaces.Inline) return module.Source.Path;
        string outdir = options.Outdir ?? (options.Outfile is null ? "." : paths.GetDirectory(paths.Join(options.WorkingDirectory, options.Outfile))!);
        string folder = paths.GetDirectory(paths.Join(paths.Join(options.WorkingDirectory, outdir), chunk))!;
        return paths.GetRelative(folder, module.Id.Path);
    }

    // "my photo (1)": what a URL would have to escape, or cannot hold
    private static string ToUrlName(string name)
    {
        char[] text = name.ToCharArray();
        for (int i = 0; i < text.Length; i++)
            if (text[i] < 0x7F && !char.IsAsciiLetterOrDigit(text[i]) && text[i] is not ('-' or '_' or '.' or '~' or '@' or '+' or '!' or '$')) text[i] = '_';
        return new(text);
    }

    private string Take(string pattern, string folder, string name, string hash, string extension)
    {
        string path = Fill(pattern, folder, name, hash, extension) + "." + extension;
        for (int i = 2; !_taken.Add(path); i++) path = Fill(pattern, folder, name + i, hash, extension) + "." + extension;
        return path;
    }

    private static string Fill(string pattern, string folder, string name, string hash, string extension)
    {
        string filled = pattern.Replace("[dir]", "/" + folder).Replace("[name]", name).Replace("[hash]", hash).Replace("[ext]", extension);
        return PathStyle.Posix.Normalize("/" + filled)[1..];
    }

    private string WithoutExtension(string file)
    {
        string name = paths.GetName(file);
        int dot = name.LastIndexOf('.');
        return dot <= 0 ? file : file[..(file.Length - name.Length + dot)];
    }
}
