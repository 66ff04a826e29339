namespace Inox.Cli.Options;

/// <summary>
/// The options of <c>inox build</c>: the one table that the command line, inox.json, its schema and help are made from. Names are those
/// that users of esbuild know.
/// </summary>
internal static class BuildTable
{
    private static readonly string[] s_loaders =
        ["js", "jsx", "ts", "tsx", "json", "css", "local-css", "text", "base64", "dataurl", "binary", "file", "empty", "html"];

    public static readonly OptionDefinition EntryPoints = new("entry-points", OptionKind.List, "What is built: paths from this file, or `name=path` to name the output.");

    // Where it goes
    public static readonly OptionDefinition Outdir = new("outdir", OptionKind.Path, "Folder of the outputs. [dist]") { ValueName = "DIR", Group = "Output" };
    public static readonly OptionDefinition Outfile = new("outfile", OptionKind.Path, "File of the output, when there is one entry.") { ValueName = "FILE", Group = "Output" };
    public static readonly OptionDefinition Outbase = new("outbase", OptionKind.Path, "Folder that outputs are named relative to. [the lowest that holds all entries]") { ValueName = "DIR", Group = "Output" };
    public static readonly OptionDefinition EntryNames = new("entry-names", OptionKind.Text, "Names of entries, made of [dir], [name], [hash] and [ext].") { ValueName = "PATTERN", Group = "Output" };
    public static readonly OptionDefinition ChunkNames = new("chunk-names", OptionKind.Text, "Names of shared and lazy chunks.") { ValueName = "PATTERN", Group = "Output" };
    public static readonly OptionDefinition AssetNames = new("asset-names", OptionKind.Text, "Names of images, fonts and other files.") { ValueName = "PATTERN", Group = "Output" };
    public static readonly OptionDefinition PublicPath = new("public-path", OptionKind.Text, "Prefix of the URLs of outputs. [`/` for pages]") { ValueName = "URL", Group = "Output" };
    public static readonly OptionDefinition Clean = new("clean", OptionKind.Flag, "Remove whatever else is in the output folder.") { Group = "Output" };
    public static readonly OptionDefinition Metafile = new("metafile", OptionKind.Path, "Write the graph of inputs and outputs as JSON.") { ValueName = "FILE", Group = "Output" };

    // What it looks like
    public static readonly OptionDefinition Format = new("format", OptionKind.Choice, "Module format; amd, umd (CommonJS or AMD, no global) and system only of single files, with --bundle=false. [esm, iife with --global-name]") { Choices = ["esm", "cjs", "iife", "amd", "umd", "system"], Group = "Code" };
    public static readonly OptionDefinition Target = new("target", OptionKind.Target, "What the output runs on: newer syntax is lowered.") { ValueName = "VERSION", Group = "Code" };
    public static readonly OptionDefinition Splitting = new("splitting", OptionKind.Flag, "Share code between entries and load import() on demand. [on for pages]") { Group = "Code" };
    public static readonly OptionDefinition Minify = new("minify", OptionKind.Flag, "All three of the following.") { Group = "Code" };
    public static readonly OptionDefinition MinifyWhitespace = new("minify-whitespace", OptionKind.Flag, "Leave out white space.") { Group = "Code" };
    public static readonly OptionDefinition MinifyIdentifiers = new("minify-identifiers", OptionKind.Flag, "Shorten local names.") { Group = "Code" };
    public static readonly OptionDefinition MinifySyntax = new("minify-syntax", OptionKind.Flag, "Use shorter syntax.") { Group = "Code" };
    public static readonly OptionDefinition KeepNames = new("keep-names", OptionKind.Flag, "Functions and classes keep their `name` when minified.") { Group = "Code" };
    public static readonly OptionDefinition SourceMap = new("sourcemap", OptionKind.Choice, "Source maps. [linked when given without a kind]") { Choices = ["none", "linked", "external", "inline", "both"], Bare = "linked", Off = "none", Group = "Code" };
    public static readonly OptionDefinition SourcesContent = new("sources-content", OptionKind.Flag, "Copy the sources into their maps. [true]") { Group = "Code" };
    public static readonly OptionDefinition LegalComments = new("legal-comments", OptionKind.Choice, "Where licence comments go. [eof]") { Choices = ["none", "inline", "eof", "linked", "external"], Group = "Code" };
    public static readonly OptionDefinition Charset = new("charset", OptionKind.Choice, "ASCII escapes other characters. [utf8]") { Choices = ["ascii", "utf8"], Group = "Code" };
    public static readonly OptionDefinition NamespaceTag = new("namespace-tag", OptionKind.Flag, "Tag the objects of `import *` as Module, as engines do. [true]") { Group = "Code" };
    public static readonly OptionDefinition GlobalName = new("global-name", OptionKind.Text, "Global that an iife assigns its exports to.") { ValueName = "NAME", Group = "Code" };
    public static readonly OptionDefinition Banner = new("banner", OptionKind.Map, "Text before each output of a kind.") { ValueName = "js=TEXT", Keys = ["js", "css"], Group = "Code" };
    public static readonly OptionDefinition Footer = new("footer", OptionKind.Map, "Text after each output of a kind.") { ValueName = "js=TEXT", Keys = ["js", "css"], Group = "Code" };

    // What goes in
    public static readonly OptionDefinition Bundle = new("bundle", OptionKind.Flag, "Follow imports; otherwise each entry is transformed alone. [true]") { Group = "Input" };
    public static readonly OptionDefinition Platform = new("platform", OptionKind.Choice, "What the output runs on. [browser]") { Choices = ["browser", "node", "neutral"], Group = "Input" };
    public static readonly OptionDefinition Define = new("define", OptionKind.Map, "Replace a global or dotted name by a JavaScript expression.") { ValueName = "NAME=EXPRESSION", Group = "Input" };
    public static readonly OptionDefinition Drop = new("drop", OptionKind.List, "Leave out calls of `console`, `debugger` statements, or both.") { ValueName = "console,debugger", Choices = ["console", "debugger"], Group = "Input" };
    public static readonly OptionDefinition DropLabels = new("drop-labels", OptionKind.List, "Leave out statements with these labels.") { ValueName = "A,B", Group = "Input" };
    public static readonly OptionDefinition Pure = new("pure", OptionKind.List, "Globals whose calls may go when nothing uses what they give.") { ValueName = "NAME", Group = "Input" };
    public static readonly OptionDefinition External = new("external", OptionKind.List, "Leave imports of a package or path alone; * stands for any text.") { ValueName = "NAME", Group = "Input" };
    public static readonly OptionDefinition Packages = new("packages", OptionKind.Choice, "`external` leaves every import of a package alone. [bundle]") { Choices = ["bundle", "external"], Group = "Input" };
    public static readonly OptionDefinition Alias = new("alias", OptionKind.Map, "Import another package or path in place of one.") { ValueName = "NAME=PATH", Group = "Input" };
    public static readonly OptionDefinition Loader = new("loader", OptionKind.Map, "What files of an extension are: " + string.Join(", ", s_loaders) + ".") { ValueName = ".EXT=KIND", Choices = s_loaders, KeyPrefix = ".", Group = "Input" };
    public static readonly OptionDefinition InlineLimit = new("inline-limit", OptionKind.Number, "Largest asset in bytes that becomes a data URL.") { ValueName = "BYTES", Group = "Input" };
    public static readonly OptionDefinition Conditions = new("conditions", OptionKind.List, "Further conditions of `exports` in package.json.") { ValueName = "A,B", Group = "Input" };
    public static readonly OptionDefinition MainFields = new("main-fields", OptionKind.List, "Fields of package.json that name its entry.") { ValueName = "A,B", Group = "Input" };
    public static readonly OptionDefinition ResolveExtensions = new("resolve-extensions", OptionKind.List, "Extensions that imports may leave out.") { ValueName = ".A,.B", Group = "Input" };
    public static readonly OptionDefinition PreserveSymlinks = new("preserve-symlinks", OptionKind.Flag, "Take links for the files they lead to.") { Group = "Input" };
    public static readonly OptionDefinition TsConfig = new("tsconfig", OptionKind.Path, "The tsconfig.json of all files. [the nearest of each]") { ValueName = "FILE", Group = "Input" };
    public static readonly OptionDefinition TreeShaking = new("tree-shaking", OptionKind.Flag, "Leave out what is not used. [true]") { Group = "Input" };
    public static readonly OptionDefinition IgnoreAnnotations = new("ignore-annotations", OptionKind.Flag, "Do not trust @__PURE__ and `sideEffects`.") { Group = "Input" };

    // JSX
    public static readonly OptionDefinition Jsx = new("jsx", OptionKind.Choice, "How JSX is compiled. [automatic, or what tsconfig.json says]") { Choices = ["automatic", "transform", "preserve"], Group = "JSX" };
    public static readonly OptionDefinition JsxImportSource = new("jsx-import-source", OptionKind.Text, "Package of the automatic runtime. [react]") { ValueName = "NAME", Group = "JSX" };
    public static readonly OptionDefinition JsxFactory = new("jsx-factory", OptionKind.Text, "What `transform` calls for elements. [React.createElement]") { ValueName = "NAME", Group = "JSX" };
    public static readonly OptionDefinition JsxFragment = new("jsx-fragment", OptionKind.Text, "What `transform` uses for fragments. [React.Fragment]") { ValueName = "NAME", Group = "JSX" };
    public static readonly OptionDefinition JsxDev = new("jsx-dev", OptionKind.Flag, "Use the development runtime.") { Group = "JSX" };

    // The run itself, which inox.json does not decide
    public static readonly OptionDefinition Config = new("config", OptionKind.Path, "Read settings from this file. [inox.json of the folder]") { ValueName = "FILE", IsSetting = false, Group = "Run" };
    public static readonly OptionDefinition Watch = new("watch", OptionKind.Flag, "Build again when an input changes; ends with Ctrl-C or the end of standard input.") { IsSetting = false, Group = "Run" };

    public static OptionDefinition[] All { get; } =
    [
        EntryPoints,
        Outdir, Outfile, Outbase, EntryNames, ChunkNames, AssetNames, PublicPath, Clean, Metafile,
        Format, Target, Splitting, Minify, MinifyWhitespace, MinifyIdentifiers, MinifySyntax, KeepNames, SourceMap, SourcesContent, LegalComments, Charset, NamespaceTag, GlobalName, Banner, Footer,
        Bundle, Platform, Define, Drop, DropLabels, Pure, External, Packages, Alias, Loader, InlineLimit, Conditions, MainFields, ResolveExtensions, PreserveSymlinks, TsConfig, TreeShaking, IgnoreAnnotations,
        Jsx, JsxImportSource, JsxFactory, JsxFragment, JsxDev,
        Config, Watch,
    ];

    /// <summary>What the command line takes: the entries are its arguments.</summary>
    public static OptionDefinition[] CommandLine { get; } = [.. All.Where(option => option != EntryPoints)];

    /// <summary>What inox.json takes.</summary>
    public static OptionDefinition[] Settings { get; } = [.. All.Where(option => option.IsSetting)];
}
