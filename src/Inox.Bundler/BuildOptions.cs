using Inox.Core;
using Inox.JavaScript.Minification;
using Inox.JavaScript.Transforms;

namespace Inox.Bundler;

public enum ModuleFormat : byte
{
    Esm,
    CommonJs,
    Iife,

    /// <summary>Only without <see cref="BuildOptions.Bundle"/>, as the next two.</summary>
    Amd,
    Umd,
    SystemJs,

    /// <summary>What the source is, statement by statement; only without <see cref="BuildOptions.Bundle"/>, otherwise the same as <see cref="Esm"/>.</summary>
    Preserve,
}

public enum Platform : byte { Browser, Node, Neutral }

public enum SourceMapMode : byte { None, Linked, External, Inline, Both }

public enum LegalComments : byte { Inline, EndOfFile, Linked, External, None }

/// <summary>What a bundle in CommonJS assigns to <c>module.exports</c>.</summary>
public enum ExportsMode : byte
{
    /// <summary>An object with a getter for each export and <c>__esModule</c>.</summary>
    Named,

    /// <summary>The default export itself when there is no other, otherwise as <see cref="Named"/>.</summary>
    Auto,

    /// <summary>The default export itself; more than that is an error.</summary>
    Default,

    /// <summary>Nothing; an export is an error.</summary>
    None,
}

/// <summary>What is done with the content of a file.</summary>
public enum FileLoader : byte { JavaScript, Jsx, TypeScript, Tsx, Json, Css, CssModule, Text, Base64, DataUrl, Binary, File, Empty, Html }

/// <summary>An entry and, when it shall not be named after its file, the name of its output.</summary>
public readonly record struct EntryPoint(string Path, string? Name = null);

/// <summary>One build: what goes in, how it is understood, and what comes out. Paths are absolute or relative to <see cref="WorkingDirectory"/>.</summary>
public sealed record BuildOptions
{
    public required string WorkingDirectory { get; init; }

    public required IReadOnlyList<EntryPoint> EntryPoints { get; init; }

    /// <summary>The folder of the outputs; null only with <see cref="Outfile"/> or when nothing is written.</summary>
    public string? Outdir { get; init; }

    public string? Outfile { get; init; }

    /// <summary>
    /// Follow imports; otherwise each entry is transformed alone and its imports stay as they are. It is also converted when
    /// <see cref="Format"/> is another than its own; <see cref="ModuleFormat.Preserve"/> never converts.
    /// </summary>
    public bool Bundle { get; init; } = true;

    public ModuleFormat Format { get; init; } = ModuleFormat.Esm;

    public Platform Platform { get; init; } = Platform.Browser;

    /// <summary>Share code between entries and load <c>import()</c> on demand; only with <see cref="ModuleFormat.Esm"/>.</summary>
    public bool Splitting { get; init; }

    public bool MinifyWhitespace { get; init; }

    public bool MinifyIdentifiers { get; init; }

    public bool MinifySyntax { get; init; }

    /// <summary>The rules that minifying syntax and names goes by.</summary>
    public MinifyRules MinifyRules { get; init; } = MinifyRules.All;

    /// <summary>Whether functions and classes keep the value of their <c>name</c> when names are shortened.</summary>
    public bool KeepNames { get; init; }

    /// <summary>The browsers that style sheets are lowered for; null keeps their syntax.</summary>
    public EngineTargets? CssTargets { get; init; }

    public bool TreeShaking { get; init; } = true;

    /// <summary>Do not trust <c>@__PURE__</c> and <c>sideEffects</c>.</summary>
    public bool IgnoreAnnotations { get; init; }

    public bool AsciiOnly { get; init; }

    public SourceMapMode SourceMap { get; init; }

    public bool SourcesContent { get; init; } = true;

    public LegalComments LegalComments { get; init; } = LegalComments.EndOfFile;

    /// <summary>Name of the global that an IIFE assigns its exports to.</summary>
    public string? GlobalName { get; init; }

    public ExportsMode Exports { get; init; } = ExportsMode.Named;

    /// <summary>Give namespace objects the tag <c>Module</c>, as engines do.</summary>
    public bool NamespaceToStringTag { get; init; } = true;

    /// <summary>Dotted name → JavaScript expression.</summary>
    public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>();

    /// <summary>What the output shall not have.</summary>
    public DropOptions Drop { get; init; } = DropOptions.None;

    /// <summary>Package or path → what stands for it.</summary>
    public IReadOnlyDictionary<string, string> Alias { get; init; } = new Dictionary<string, string>();

    /// <summary>Requests to leave as they are; <c>*</c> stands for any text. A package name covers its subpaths.</summary>
    public IReadOnlyList<string> External { get; init; } = [];

    /// <summary>Leave every bare request external.</summary>
    public bool ExternalPackages { get; init; }

    /// <summary>File extension with its dot → loader, over the defaults.</summary>
    public IReadOnlyDictionary<string, FileLoader> Loaders { get; init; } = new Dictionary<string, FileLoader>();

    public IReadOnlyList<string> ResolveExtensions { get; init; } = [".tsx", ".ts", ".jsx", ".js", ".mts", ".mjs", ".cts", ".cjs", ".css", ".json"];

    /// <summary>Fields of package.json to try; null takes the platform's.</summary>
    public IReadOnlyList<string>? MainFields { get; init; }

    /// <summary>Further conditions of <c>exports</c>; null adds <c>module</c>.</summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    public bool PreserveSymlinks { get; init; }

    /// <summary>A tsconfig.json for all files; null looks for the nearest of each.</summary>
    public string? TsConfig { get; init; }

    public JsxSettings Jsx { get; init; } = new();

    /// <summary>
    /// What the engines of the output have: newer syntax is lowered, and what has no older form is reported as a warning, each feature once a
    /// file, and kept. <see cref="LanguageTarget.Parse"/> reads what people write.
    /// </summary>
    public LanguageTarget Target { get; init; } = LanguageTarget.Runnable;

    /// <summary>What each file becomes for itself, without <see cref="Bundle"/>.</summary>
    internal FileFormat FileFormat { get; init; }

    internal bool WritesEs5 => Target.Version < EcmaVersion.Es2015;

    public string? Banner { get; init; }

    public string? Footer { get; init; }

    public string? CssBanner { get; init; }

    public string? CssFooter { get; init; }

    /// <summary>Patterns of output names: <c>[dir]</c>, <c>[name]</c>, <c>[hash]</c>, <c>[ext]</c>, without extension. Null takes the default of the kind.</summary>
    public string? EntryNames { get; init; }

    public string? ChunkNames { get; init; }

    public string? AssetNames { get; init; }

    /// <summary>Prefix of the URLs of assets and of what an HTML page loads.</summary>
    public string PublicPath { get; init; } = "";

    /// <summary>The folder that <c>[dir]</c> is relative to; null takes the lowest common one of the entries.</summary>
    public string? Outbase { get; init; }

    /// <summary>Largest asset in bytes that the default loaders inline as a data URL.</summary>
    public int InlineLimit { get; init; }

    /// <summary>Write <see cref="BuildResult.Metafile"/>.</summary>
    public bool Metafile { get; init; }

    /// <summary>How many threads work; 0 takes one per processor.</summary>
    public int Threads { get; init; }
}

/// <summary>How JSX is lowered; what is null is left to tsconfig.json and the defaults (automatic, React).</summary>
public sealed record JsxSettings
{
    /// <summary><c>automatic</c>, <c>transform</c> (classic) or <c>preserve</c>.</summary>
    public string? Mode { get; init; }

    public string? ImportSource { get; init; }

    public string? Factory { get; init; }

    public string? Fragment { get; init; }

    /// <summary>Use <c>jsxDEV</c>; null follows <c>process.env.NODE_ENV</c>.</summary>
    public bool? Development { get; init; }
}

/// <summary>What a build gives. Nothing is written: <see cref="OutputFiles"/> hold the bytes.</summary>
public sealed record BuildResult(IReadOnlyList<OutputFile> OutputFiles, IReadOnlyList<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(diagnostic => diagnostic.Severity == Severity.Error);

    /// <summary>The graph in esbuild's metafile form, UTF-8 JSON, when it was asked for.</summary>
    public byte[]? Metafile { get; init; }

    /// <summary>Absolute paths of every file the result depends on: what a watcher watches.</summary>
    public IReadOnlyCollection<string> InputPaths { get; init; } = [];
}

public enum OutputKind : byte { Entry, Chunk, Asset, SourceMap, Html, Legal }

/// <summary>One file to write; <paramref name="Path"/> is absolute.</summary>
public sealed record OutputFile(string Path, OutputKind Kind, byte[] Bytes);
