using Inox.Bundler;
using Inox.Cli.Options;
using Inox.JavaScript.Transforms;

namespace Inox.Cli.Building;

/// <summary>The options of the bundler from those that were given, with the defaults that depend on what is built.</summary>
internal static class BuildOptionsFactory
{
    private const string NodeEnvironment = "process.env.NODE_ENV";

    public static BuildOptions Create(OptionSet options, IReadOnlyList<EntryPoint> entries, string folder)
    {
        bool hasPage = entries.Any(entry => entry.Path.EndsWith(".html", StringComparison.OrdinalIgnoreCase));
        ModuleFormat format = FormatOf(options) ?? (options.Has(BuildTable.GlobalName) ? ModuleFormat.Iife : options.Flag(BuildTable.Bundle, true) ? ModuleFormat.Esm : ModuleFormat.Preserve);
        bool minify = options.Flag(BuildTable.Minify);
        string? outfile = options.Text(BuildTable.Outfile);
        BuildOptions defaults = new() { WorkingDirectory = folder, EntryPoints = entries };
        return defaults with
        {
            Outdir = options.Text(BuildTable.Outdir) ?? (outfile is null ? Path.Join(folder, "dist") : null),
            Outfile = outfile,
            Outbase = options.Text(BuildTable.Outbase),
            EntryNames = options.Text(BuildTable.EntryNames),
            ChunkNames = options.Text(BuildTable.ChunkNames),
            AssetNames = options.Text(BuildTable.AssetNames),
            // A page is asked for under addresses of any depth, and relative URLs would change with them.
            PublicPath = options.Text(BuildTable.PublicPath, hasPage ? "/" : ""),
            Metafile = options.Has(BuildTable.Metafile),
            Format = format,
            Target = TargetOf(options),
            Splitting = options.Flag(BuildTable.Splitting, hasPage && format == ModuleFormat.Esm),
            MinifyWhitespace = options.Flag(BuildTable.MinifyWhitespace, minify),
            MinifyIdentifiers = options.Flag(BuildTable.MinifyIdentifiers, minify),
            MinifySyntax = options.Flag(BuildTable.MinifySyntax, minify),
            KeepNames = options.Flag(BuildTable.KeepNames),
            SourceMap = SourceMapOf(options.Text(BuildTable.SourceMap)),
            SourcesContent = options.Flag(BuildTable.SourcesContent, true),
            LegalComments = LegalCommentsOf(options.Text(BuildTable.LegalComments)),
            AsciiOnly = options.Text(BuildTable.Charset) == "ascii",
            GlobalName = options.Text(BuildTable.GlobalName),
            Banner = Find(options, BuildTable.Banner, "js"),
            CssBanner = Find(options, BuildTable.Banner, "css"),
            Footer = Find(options, BuildTable.Footer, "js"),
            CssFooter = Find(options, BuildTable.Footer, "css"),
            Bundle = options.Flag(BuildTable.Bundle, true),
            Platform = PlatformOf(options.Text(BuildTable.Platform)),
            Defines = DefinesOf(options),
            Drop = DropOf(options),
            External = options.List(BuildTable.External) ?? [],
            ExternalPackages = options.Text(BuildTable.Packages) == "external",
            Alias = options.Map(BuildTable.Alias),
            Loaders = LoadersOf(options),
            InlineLimit = options.Number(BuildTable.InlineLimit, defaults.InlineLimit),
            Conditions = options.List(BuildTable.Conditions),
            MainFields = options.List(BuildTable.MainFields),
            ResolveExtensions = options.List(BuildTable.ResolveExtensions) ?? defaults.ResolveExtensions,
            PreserveSymlinks = options.Flag(BuildTable.PreserveSymlinks),
            TsConfig = options.Text(BuildTable.TsConfig),
            NamespaceToStringTag = options.Flag(BuildTable.NamespaceTag, true),
            TreeShaking = options.Flag(BuildTable.TreeShaking, true),
            IgnoreAnnotations = options.Flag(BuildTable.IgnoreAnnotations),
            Jsx = JsxOf(options),
        };
    }

    // what is no target was reported where it was written
    public static LanguageTarget TargetOf(OptionSet options) =>
        options.Text(BuildTable.Target) is { } target && LanguageTarget.Parse(target, out _) is { } read ? read : LanguageTarget.Runnable;

    public static DropOptions DropOf(OptionSet options)
    {
        IReadOnlyList<string> kinds = options.List(BuildTable.Drop) ?? [];
        return new()
        {
            Console = kinds.Contains("console"),
            Debugger = kinds.Contains("debugger"),
            Labels = options.List(BuildTable.DropLabels) ?? [],
            Pure = options.List(BuildTable.Pure) ?? [],
        };
    }

    public static JsxSettings JsxOf(OptionSet options) => new()
    {
        Mode = options.Text(BuildTable.Jsx),
        ImportSource = options.Text(BuildTable.JsxImportSource),
        Factory = options.Text(BuildTable.JsxFactory),
        Fragment = options.Text(BuildTable.JsxFragment),
        Development = options.Has(BuildTable.JsxDev) ? options.Flag(BuildTable.JsxDev) : null,
    };

    public static FileLoader LoaderOf(string name) => name switch
    {
        "js" => FileLoader.JavaScript,
        "jsx" => FileLoader.Jsx,
        "ts" => FileLoader.TypeScript,
        "tsx" => FileLoader.Tsx,
        "json" => FileLoader.Json,
        "css" => FileLoader.Css,
        "local-css" => FileLoader.CssModule,
        "text" => FileLoader.Text,
        "base64" => FileLoader.Base64,
        "dataurl" => FileLoader.DataUrl,
        "binary" => FileLoader.Binary,
        "file" => FileLoader.File,
        "empty" => FileLoader.Empty,
        "html" => FileLoader.Html,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such loader"),
    };

    public static SourceMapMode SourceMapOf(string? name) => name switch
    {
        "linked" => SourceMapMode.Linked,
        "external" => SourceMapMode.External,
        "inline" => SourceMapMode.Inline,
        "both" => SourceMapMode.Both,
        _ => SourceMapMode.None,
    };

    /// <summary>The format asked for; null when none is.</summary>
    public static ModuleFormat? FormatOf(OptionSet options) => options.Text(BuildTable.Format) switch
    {
        "cjs" => ModuleFormat.CommonJs,
        "iife" => ModuleFormat.Iife,
        "esm" => ModuleFormat.Esm,
        "amd" => ModuleFormat.Amd,
        "umd" => ModuleFormat.Umd,
        "system" => ModuleFormat.SystemJs,
        _ => null,
    };

    private static Platform PlatformOf(string? name) => name switch
    {
        "node" => Platform.Node,
        "neutral" => Platform.Neutral,
        _ => Platform.Browser,
    };

    public static LegalComments LegalCommentsOf(string? name) => name switch
    {
        "none" => LegalComments.None,
        "inline" => LegalComments.Inline,
        "linked" => LegalComments.Linked,
        "external" => LegalComments.External,
        _ => LegalComments.EndOfFile,
    };

    private static string? Find(OptionSet options, OptionDefinition map, string key)
    {
        string? found = null;
        foreach ((string name, string value) in options.Pairs(map)) if (name == key) found = value;
        return found;
    }

    // What runs in a browser has no `process`, and React reads this to choose its build.
    private static Dictionary<string, string> DefinesOf(OptionSet options)
    {
        Dictionary<string, string> defines = options.Map(BuildTable.Define);
        bool isForBrowser = options.Text(BuildTable.Platform, "browser") == "browser" && options.Flag(BuildTable.Bundle, true);
        bool isCovered = defines.ContainsKey(NodeEnvironment) || defines.ContainsKey("process.env") || defines.ContainsKey("process");
        if (isForBrowser && !isCovered) defines[NodeEnvironment] = options.Flag(BuildTable.Minify) ? "\"production\"" : "\"development\"";
        return defines;
    }

    private static Dictionary<string, FileLoader> LoadersOf(OptionSet options)
    {
        Dictionary<string, FileLoader> loaders = [];
        foreach ((string extension, string loader) in options.Pairs(BuildTable.Loader)) loaders[extension] = LoaderOf(loader);
        return loaders;
    }
}
