using Inox.JavaScript.Transforms;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>Build options from a command line of esbuild.</summary>
internal sealed class EsbuildArguments
{
    private static readonly Dictionary<string, FileLoader> s_loaders = new()
    {
        ["js"] = FileLoader.JavaScript, ["jsx"] = FileLoader.Jsx, ["ts"] = FileLoader.TypeScript, ["tsx"] = FileLoader.Tsx, ["json"] = FileLoader.Json,
        ["css"] = FileLoader.Css, ["local-css"] = FileLoader.CssModule, ["text"] = FileLoader.Text, ["base64"] = FileLoader.Base64,
        ["dataurl"] = FileLoader.DataUrl, ["binary"] = FileLoader.Binary, ["file"] = FileLoader.File, ["empty"] = FileLoader.Empty,
    };

    private readonly string _folder;
    private readonly List<EntryPoint> _entries = [];
    private readonly List<string> _external = [];
    private readonly Dictionary<string, string> _defines = [];
    private readonly Dictionary<string, string> _alias = [];
    private readonly Dictionary<string, FileLoader> _loaderOf = [];
    private bool _bundles;
    private bool _hasFormat;
    private BuildOptions _options;

    private EsbuildArguments(string folder)
    {
        _folder = folder;
        _options = new() { WorkingDirectory = folder, EntryPoints = _entries };
    }

    /// <summary>Null when an argument has no counterpart.</summary>
    public static BuildOptions? Translate(IEnumerable<string> arguments, string folder)
    {
        EsbuildArguments translation = new(folder);
        foreach (string argument in arguments) if (!translation.Add(argument)) return null;
        return translation.Finish();
    }

    private BuildOptions Finish()
    {
        bool isForBrowser = _bundles && _options.Platform == Platform.Browser;
        bool isMinified = _options is { MinifyWhitespace: true, MinifyIdentifiers: true, MinifySyntax: true };
        if (isForBrowser) _defines.TryAdd("process.env.NODE_ENV", isMinified ? "\"production\"" : "\"development\"");
        if (!_hasFormat && !_bundles) _options = _options with { Format = ModuleFormat.Preserve };
        return _options with { Bundle = _bundles, External = _external, Defines = _defines, Alias = _alias, Loaders = _loaderOf };
    }

    private bool Add(string argument)
    {
        if (!argument.StartsWith("--", StringComparison.Ordinal)) return AddEntry(argument);
        int end = argument.AsSpan().IndexOfAny('=', ':');
        string name = end < 0 ? argument : argument[..end], value = end < 0 ? "" : argument[(end + 1)..];
        return argument.Contains(':') && end >= 0 && argument[end] == ':' ? AddKeyed(name, value) : AddPlain(name, value);
    }

    private bool AddEntry(string argument)
    {
        int equals = argument.IndexOf('=');
        _entries.Add(equals < 0 ? new(argument) : new(argument[(equals + 1)..], argument[..equals]));
        return true;
    }

    private bool AddKeyed(string name, string pair)
    {
        int equals = pair.IndexOf('=');
        string key = equals < 0 ? pair : pair[..equals], value = equals < 0 ? "" : pair[(equals + 1)..];
        switch (name)
        {
            case "--define": _defines[key] = value; return true;
            case "--alias": _alias[key] = value; return true;
            case "--external": _external.Add(pair); return true;
            case "--loader" when s_loaders.TryGetValue(value, out FileLoader loader): _loaderOf[key] = loader; return true;
            case "--banner" when key == "js": _options = _options with { Banner = value }; return true;
            case "--banner" when key == "css": _options = _options with { CssBanner = value }; return true;
            case "--footer" when key == "js": _options = _options with { Footer = value }; return true;
            case "--footer" when key == "css": _options = _options with { CssFooter = value }; return true;
            case "--log-override": return true; // which messages are shown is no part of what is compared
            default: return false;
        }
    }

    private bool AddPlain(string name, string value)
    {
        switch (name)
        {
            case "--bundle": _bundles = value != "false"; return true;
            case "--outfile": _options = _options with { Outfile = Path.GetFullPath(Path.Combine(_folder, value)) }; return true;
            case "--outdir": _options = _options with { Outdir = Path.GetFullPath(Path.Combine(_folder, value)) }; return true;
            case "--outbase": _options = _options with { Outbase = Path.GetFullPath(Path.Combine(_folder, value)) }; return true;
            case "--minify": _options = _options with { MinifyWhitespace = true, MinifyIdentifiers = true, MinifySyntax = true }; return true;
            case "--minify-whitespace": _options = _options with { MinifyWhitespace = true }; return true;
            case "--minify-identifiers": _options = _options with { MinifyIdentifiers = true }; return true;
            case "--minify-syntax": _options = _options with { MinifySyntax = true }; return true;
            case "--splitting": _options = _options with { Splitting = true }; return true;
            case "--target": return AddTarget(value);
            case "--sourcemap": _options = _options with { SourceMap = value switch { "" => SourceMapMode.Linked, "inline" => SourceMapMode.Inline, "external" => SourceMapMode.External, _ => SourceMapMode.Both } }; return true;
            case "--global-name": _options = _options with { GlobalName = value }; return true;
            case "--format": return AddFormat(value);
            case "--platform": return AddPlatform(value);
            case "--packages": _options = _options with { ExternalPackages = value == "external" }; return true;
            case "--preserve-symlinks": _options = _options with { PreserveSymlinks = true }; return true;
            case "--entry-names": _options = _options with { EntryNames = value }; return true;
            case "--chunk-names": _options = _options with { ChunkNames = value }; return true;
            case "--asset-names": _options = _options with { AssetNames = value }; return true;
            case "--public-path": _options = _options with { PublicPath = value }; return true;
            case "--conditions": _options = _options with { Conditions = Items(value) }; return true;
            case "--main-fields": _options = _options with { MainFields = Items(value) }; return true;
            case "--resolve-extensions": _options = _options with { ResolveExtensions = Items(value) }; return true;
            case "--tree-shaking": _options = _options with { TreeShaking = value == "true" }; return true;
            case "--metafile": _options = _options with { Metafile = true }; return true;
            case "--log-level": return true;
            default: return false;
        }
    }

    private bool AddFormat(string value)
    {
        _hasFormat = true;
        _options = _options with { Format = value switch { "cjs" => ModuleFormat.CommonJs, "iife" => ModuleFormat.Iife, _ => ModuleFormat.Esm } };
        return value is "cjs" or "iife" or "esm";
    }

    private bool AddTarget(string value)
    {
        if (LanguageTarget.Parse(value, out _) is not { } target) return false;
        _options = _options with { Target = target };
        return true;
    }

    private bool AddPlatform(string value)
    {
        _options = _options with { Platform = value switch { "node" => Platform.Node, "neutral" => Platform.Neutral, _ => Platform.Browser } };
        return value is "node" or "neutral" or "browser";
    }

    private static string[] Items(string value) => value.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
