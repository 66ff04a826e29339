namespace Inox.Bundler.Graph;

/// <summary>Which loader reads a file: what the import asks for, then the query, then the options, then the extension.</summary>
internal sealed class FileLoaders(BuildOptions options)
{
    private static readonly Dictionary<string, FileLoader> s_defaults = new(StringComparer.OrdinalIgnoreCase)
    {
        [".js"] = FileLoader.JavaScript, [".mjs"] = FileLoader.JavaScript, [".cjs"] = FileLoader.JavaScript, [".jsx"] = FileLoader.Jsx,
        [".ts"] = FileLoader.TypeScript, [".mts"] = FileLoader.TypeScript, [".cts"] = FileLoader.TypeScript, [".tsx"] = FileLoader.Tsx,
        [".json"] = FileLoader.Json, [".css"] = FileLoader.Css, [".module.css"] = FileLoader.CssModule, [".txt"] = FileLoader.Text,
        [".html"] = FileLoader.Html, [".htm"] = FileLoader.Html,
    };

    private static readonly string[] s_assets =
    [
        ".png", ".jpg", ".jpeg", ".jfif", ".gif", ".svg", ".webp", ".avif", ".ico", ".bmp", ".apng", ".cur", ".woff", ".woff2", ".ttf", ".otf", ".eot",
        ".mp4", ".webm", ".ogv", ".mov", ".m4a", ".ogg", ".oga", ".mp3", ".wav", ".flac", ".aac", ".opus", ".vtt", ".pdf", ".wasm", ".webmanifest",
    ];

    public FileLoader? Choose(string path, string suffix, string? attributeType)
    {
        if (attributeType is "json") return FileLoader.Json;
        if (attributeType is "text") return FileLoader.Text;
        if (attributeType is "bytes") return FileLoader.Binary;
        return FromQuery(suffix) ?? FromExtension(path);
    }

    private static FileLoader? FromQuery(string suffix) => suffix switch
    {
        "?raw" => FileLoader.Text,
        "?url" => FileLoader.File,
        "?inline" => FileLoader.DataUrl,
        _ => null,
    };

    // a.module.css: the longest extension that is known decides
    private FileLoader? FromExtension(string path)
    {
        ReadOnlySpan<char> name = path.AsSpan(path.AsSpan().LastIndexOfAny('/', '\\') + 1);
        for (int dot = name.IndexOf('.'); dot >= 0;)
        {
            string extension = name[dot..].ToString();
            if (options.Loaders.TryGetValue(extension, out FileLoader loader) || s_defaults.TryGetValue(extension, out loader)) return loader;
            if (Array.Exists(s_assets, asset => asset.Equals(extension, StringComparison.OrdinalIgnoreCase))) return FileLoader.File;
            int next = name[(dot + 1)..].IndexOf('.');
            dot = next < 0 ? -1 : dot + 1 + next;
        }
        if (options.Loaders.TryGetValue("", out FileLoader bare)) return bare;
        // bin/tool: under Node a script
        return name.Contains('.') ? null : FileLoader.JavaScript;
    }
}
