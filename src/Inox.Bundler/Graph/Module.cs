using System.Collections.Frozen;
using Inox.Bundler.Resolution;
using Inox.Core;
using Inox.JavaScript;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>How a module hands out what it exports.</summary>
internal enum ModuleKind : byte
{
    /// <summary>Neither imports nor exports: a script.</summary>
    Plain,
    Esm,
    CommonJs,
}

/// <summary>How the code of a module is put into a chunk.</summary>
internal enum WrapKind : byte
{
    /// <summary>Its statements stand in the chunk.</summary>
    None,

    /// <summary><c>var require_x = __commonJS((exports, module) =&gt; { … })</c>.</summary>
    CommonJs,

    /// <summary><c>var init_x = __esm(() =&gt; { … })</c>, its bindings hoisted out of it.</summary>
    Esm,
}

/// <summary>Names a symbol of a module.</summary>
internal readonly record struct SymbolRef(Module Module, int Symbol);

/// <summary>An imported binding: which record it comes through and the name it has there.</summary>
internal readonly record struct NamedImport(int Record, string Name, TextSpan Span, ImportForm Form = ImportForm.Specifier)
{
    /// <summary>The name for all of a module; <c>import { "*" as star }</c> is a name like others.</summary>
    public const string Namespace = "\0*";

    public bool IsNamespace => Name == Namespace;
}

internal enum ImportForm : byte
{
    Specifier,
    Reexport,

    /// <summary><c>ns.x</c>: undefined, not an error, when there is no <c>x</c>.</summary>
    Member,
}

/// <summary>An exported name: the symbol behind it and where the export stands.</summary>
internal readonly record struct NamedExport(int Symbol, TextSpan Span);

/// <summary>
/// One file of the graph. The loader fills it on one thread; after that it is read by many, and only the linker, on one thread, writes.
/// </summary>
internal sealed class Module(ModuleId id, SourceText source)
{
    private readonly List<ImportRecord> _records = [];
    private ImportRecord[][]? _recordsByStatement;

    public ModuleId Id { get; } = id;

    public SourceText Source { get; set; } = source;

    /// <summary>Its place in the order of evaluation; given when all are loaded, so that nothing depends on the order of loading.</summary>
    public int Index { get; set; } = -1;

    public FileLoader Loader { get; set; }

    public Program Program { get; set; } = null!;

    public SemanticModel Model { get; set; } = null!;

    public Comment[] Comments { get; set; } = [];

    /// <summary>The source map that came with the file, through which ours leads to what it was made from.</summary>
    public SourceMap? InputMap { get; set; }

    public ModuleKind Kind { get; set; }

    /// <summary>Its statements go out as they are, imports and exports included: nothing is linked.</summary>
    public bool KeepsForm { get; set; }

    /// <summary>What a file that is not JavaScript exports as its default, until the linker has chosen a form for it.</summary>
    public Expression? LazyExport { get; set; }

    /// <summary>The style sheet behind a module that was imported from JavaScript.</summary>
    public StyleModule? Style { get; set; }

    /// <summary>The bytes that go out as a file of their own.</summary>
    public byte[]? AssetBytes { get; set; }

    /// <summary>The <c>data:</c> URL that stands for it.</summary>
    public string? InlineUrl { get; set; }

    public IReadOnlyList<ImportRecord> Records => _records;

    /// <summary>What was wrong in it or with what it asks for.</summary>
    public List<Diagnostic> Diagnostics { get; } = [];

    /// <summary>The text of an HTML page.</summary>
    public bool IsHtml => Loader == FileLoader.Html;

    /// <summary>What an HTML page loads.</summary>
    public Page? Page { get; set; }

    /// <summary>The page that the module stands in the text of; offsets in the module are offsets there.</summary>
    public SourceText? InlineIn { get; init; }

    /// <summary>By symbol.</summary>
    public Dictionary<int, NamedImport> NamedImports { get; } = [];

    public Dictionary<string, NamedExport> NamedExports { get; } = [];

    /// <summary>Indexes of the records of <c>export * from</c>.</summary>
    public List<int> StarExports { get; } = [];

    /// <summary>Reading it has no effect but its exports: <c>sideEffects: false</c>, JSON, text.</summary>
    public bool HasNoSideEffects { get; set; }

    public bool HasTopLevelAwait { get; set; }

    /// <summary>Node's rule for <c>.mjs</c>, <c>.mts</c> and <c>type: module</c>: the default import of CommonJS is <c>module.exports</c>.</summary>
    public bool UsesNodeInterop { get; set; }

    /// <summary>Written in a language whose re-exports may be of types: a missing name there is no error.</summary>
    public bool IsTypeScript { get; set; }

    /// <summary>The configuration that rules it, when it is code.</summary>
    public TsConfig? TsConfig { get; set; }

    /// <summary>The CommonJS variables it uses.</summary>
    public bool UsesExports { get; set; }

    public bool UsesModule { get; set; }

    /// <summary>Uses <c>this</c> outside of functions.</summary>
    public bool UsesThis { get; set; }

    public bool UsesImportMeta { get; set; }

    /// <summary>Strict code could not hold it: it has a <c>with</c> statement.</summary>
    public bool IsSloppyOnly { get; set; }

    /// <summary><c>eval</c> in it may name any variable in reach.</summary>
    public bool HasDirectEval { get; set; }

    /// <summary>JSON that was imported <c>with { type: "json" }</c>: it has no exports but <c>default</c>.</summary>
    public bool ExportsDefaultOnly { get; init; }

    /// <summary>Uses of <c>require</c> that ask for no module of the graph.</summary>
    public List<IdentifierReference> BareRequires { get; } = [];

    /// <summary>The functions of lowered code that it calls: the name each has in it, and that of the runtime.</summary>
    public IReadOnlyDictionary<string, string> Helpers { get; set; } = FrozenDictionary<string, string>.Empty;

    // What the linker adds.

    public WrapKind Wrap { get; set; }

    /// <summary>A wrapped ES module that must be awaited, since it or one below it has a top-level <c>await</c>.</summary>
    public bool IsAsync { get; set; }

    /// <summary>The object with its exports, and the function that evaluates it when it is wrapped; -1 until needed.</summary>
    public int ExportsSymbol { get; set; } = -1;

    public int WrapperSymbol { get; set; } = -1;

    /// <summary>The parameters <c>exports</c> and <c>module</c> of a CommonJS module's wrapper.</summary>
    public int ExportsParameter { get; set; } = -1;

    public int ModuleParameter { get; set; } = -1;

    /// <summary>By exported name, <c>export *</c> included.</summary>
    public Dictionary<string, ExportTarget> ResolvedExports { get; set; } = [];

    /// <summary>An <c>export *</c> of it leads to a module whose names are known only when it runs.</summary>
    public bool HasDynamicExports { get; set; }

    /// <summary>What imported symbols were bound to; those that stay imports of an external module are not in it.</summary>
    public Dictionary<int, SymbolBinding> Bindings { get; } = [];

    /// <summary>Imported symbols behind which there is nothing when the code runs.</summary>
    public HashSet<int> Undefined { get; } = [];

    /// <summary>Imports that may be types of TypeScript: nothing is missing when there is no such export.</summary>
    public HashSet<int> PossibleTypes { get; } = [];

    /// <summary>Symbols of other modules that its live statements and what is made for it name.</summary>
    public HashSet<SymbolRef> ForeignUses { get; } = [];

    /// <summary>Live modules that it leads to without <c>import()</c>.</summary>
    public HashSet<Module> Dependencies { get; } = [];

    public TopLevelStatement[] Statements { get; set; } = [];

    /// <summary>By symbol of the outermost scope: the statements that declare it.</summary>
    public Dictionary<int, List<int>> DeclaringStatements { get; } = [];

    public bool IsLive { get; set; }

    /// <summary>Its symbols that something live names.</summary>
    public HashSet<int> UsedSymbols { get; } = [];

    /// <summary>See <see cref="Linking.LinkSymbols.ProxyOf"/>.</summary>
    public Dictionary<SymbolRef, int> Proxies { get; } = [];

    /// <summary>What it puts at the outermost level of its chunk, in order.</summary>
    public Statement[] Output { get; set; } = [];

    /// <summary>The declaration of its namespace object, when that is used.</summary>
    public Statement? NamespaceOutput { get; set; }

    /// <summary>Where its bytes go, relative to the output folder.</summary>
    public string? AssetPath { get; set; }

    /// <summary>The URL of the asset in code, filled in when it is known where the code goes.</summary>
    public StringLiteral? AssetLiteral { get; set; }

    /// <summary>Requests that are known in parts.</summary>
    public List<GlobRequest> Globs { get; } = [];

    public void AddRecord(ImportRecord record)
    {
        record.Index = _records.Count;
        _records.Add(record);
    }

    /// <summary>What an outermost statement asks for. Asked for when scanning is over.</summary>
    public ReadOnlySpan<ImportRecord> RecordsOf(int statement)
    {
        if (_records.Count == 0) return [];
        _recordsByStatement ??= GroupRecords();
        return _recordsByStatement[statement];
    }

    private ImportRecord[][] GroupRecords()
    {
        List<ImportRecord>?[] groups = new List<ImportRecord>?[Statements.Length];
        // url(a.png) of a style sheet stands in no statement
        foreach (ImportRecord record in _records) if (record.Node is not null) (groups[record.Statement] ??= []).Add(record);
        return Array.ConvertAll(groups, group => group?.ToArray() ?? []);
    }

    public override string ToString() => Id.ToString();
}

/// <summary>An exported name after <c>export *</c>: the module and the symbol that it names there.</summary>
internal readonly record struct ExportTarget(Module Module, int Symbol, TextSpan Span, bool IsAmbiguous);

/// <summary>
/// What an imported symbol stands for: another module's symbol, or with <paramref name="Member"/> the member of an object that this symbol holds.
/// </summary>
internal readonly record struct SymbolBinding(Module Module, int Symbol, string? Member = null)
{
    public SymbolRef Target => new(Module, Symbol);
}

/// <summary>A statement of the outermost scope as the unit of tree shaking.</summary>
internal struct TopLevelStatement
{
    /// <summary>It may go when nothing it declares is used.</summary>
    public bool IsPure;
    public bool IsLive;
}
