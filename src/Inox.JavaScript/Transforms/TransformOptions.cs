using Inox.JavaScript.Minification;

namespace Inox.JavaScript.Transforms;

/// <summary>What to make of one file before it is linked or printed.</summary>
public sealed record TransformOptions
{
    public static TransformOptions Default { get; } = new();

    public TypeScriptOptions TypeScript { get; init; } = TypeScriptOptions.Default;

    public JsxOptions Jsx { get; init; } = JsxOptions.Default;

    /// <summary>
    /// Names of unresolved globals, dotted (<c>process.env.NODE_ENV</c>, <c>import.meta.env.MODE</c>), and the source text that replaces each:
    /// a JSON value or a dotted name.
    /// </summary>
    public IReadOnlyDictionary<string, string> Defines { get; init; } = new Dictionary<string, string>();

    public DropOptions Drop { get; init; } = DropOptions.None;

    /// <summary>Whether constant conditions are folded and branches that never run are dropped even where no define asked for it.</summary>
    public bool RemoveDeadBranches { get; init; }

    /// <summary>Whether to write shorter syntax of the same meaning; it drops dead branches too.</summary>
    public bool MinifySyntax { get; init; }

    /// <summary>The rules that minifying goes by.</summary>
    public MinifyRules MinifyRules { get; init; } = MinifyRules.All;

    /// <summary>Whether functions and classes keep the value of their <c>name</c> when the file is minified.</summary>
    public bool KeepNames { get; init; }

    /// <summary>Whether minifying joins statements of the outermost level too; not so in a bundle, whose linker drops them one by one.</summary>
    public bool JoinOutermost { get; init; }

    /// <summary>What an ES module becomes.</summary>
    public FileFormat Modules { get; init; }

    /// <summary>Whether a file that becomes CommonJS is going to be printed so that Node can read its exports only from a list made for that.</summary>
    public bool HintsExports { get; init; }

    /// <summary>What <c>import a from</c> gives of a module that is CommonJS.</summary>
    public DefaultImport DefaultImport { get; init; } = DefaultImport.Compatible;

    /// <summary>Whether the output must be an ES module, so that <c>import x = require()</c> and <c>export =</c> cannot be kept.</summary>
    public bool RequireEsModule { get; init; }

    /// <summary>Report redeclarations and exports of undeclared names of JavaScript files, which engines refuse.</summary>
    public bool CheckDeclarations { get; init; }

    /// <summary>Newer syntax is lowered to what the target has; what has no older form is reported as a warning and kept.</summary>
    public LanguageTarget Target { get; init; } = EcmaVersion.EsNext;

    /// <summary>
    /// Functions that lowered code calls are not put into the file: their names stand in <see cref="TransformResult.SharedHelpers"/>, and whoever links files
    /// binds them to one copy, of <see cref="Runtime.RuntimeLibrary.Text"/>.
    /// </summary>
    public bool SharesHelpers { get; init; }

    /// <summary>What does not reach the output, whatever the file has, and so cannot be newer than the target.</summary>
    public LinkedSyntax LoweredByLinker { get; init; }
}

/// <summary>What a release shall not have, and what may go when nothing uses its value.</summary>
public sealed record DropOptions
{
    public static DropOptions None { get; } = new();

    /// <summary>Calls of methods of <c>console</c>, arguments and all.</summary>
    public bool Console { get; init; }

    /// <summary><c>debugger</c> statements.</summary>
    public bool Debugger { get; init; }

    /// <summary>Statements with one of these labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Dotted names of globals whose calls do nothing but give a value.</summary>
    public IReadOnlyList<string> Pure { get; init; } = [];

    internal bool IsEmpty => !Console && !Debugger && Labels.Count == 0 && Pure.Count == 0;
}

/// <summary>The forms that a file with <c>import</c> and <c>export</c> can be given.</summary>
public enum FileFormat : byte { Keep, CommonJs, Amd, Umd, System }

/// <summary>What <c>import a from</c> gives of a module that is CommonJS.</summary>
public enum DefaultImport : byte
{
    /// <summary>Its <c>default</c> when it says <c>__esModule</c>, otherwise all of it, as Babel, bundlers and TypeScript's <c>esModuleInterop</c> have it.</summary>
    Compatible,

    /// <summary>All of it, as Node has it in files that only it can run.</summary>
    Node,

    /// <summary>Its <c>default</c>, as TypeScript has it without <c>esModuleInterop</c>.</summary>
    Member,
}

/// <summary>Syntax that linking modules into one file takes away.</summary>
[Flags]
public enum LinkedSyntax : byte
{
    None = 0,
    Modules = 1 << 0,

    /// <summary><c>import()</c> of a request that is known.</summary>
    DynamicImport = 1 << 1,
    ImportMeta = 1 << 2,
    ImportAttributes = 1 << 3,
}

/// <summary>The compiler options of TypeScript that change what is emitted.</summary>
public sealed record TypeScriptOptions
{
    public static TypeScriptOptions Default { get; } = new();

    /// <summary>Keep imports and exports that are not marked <c>type</c>, whether used or not.</summary>
    public bool VerbatimModuleSyntax { get; init; }

    /// <summary>Keep fields as fields; otherwise they are assigned in the constructor.</summary>
    public bool UseDefineForClassFields { get; init; } = true;

    /// <summary>Decorators mean what TypeScript meant before there were standard ones.</summary>
    public bool ExperimentalDecorators { get; init; }

    /// <summary>Tell the types of what is decorated to <c>Reflect.metadata</c>; only with <see cref="ExperimentalDecorators"/>.</summary>
    public bool EmitDecoratorMetadata { get; init; }

    /// <summary><c>null</c> and <c>undefined</c> are types of their own, which metadata tells: <c>string | null</c> is no <c>String</c>.</summary>
    public bool StrictNullChecks { get; init; }
}

public enum JsxMode : byte { Automatic, Classic, Preserve }

/// <summary>How JSX is lowered. Comments <c>@jsx</c>, <c>@jsxFrag</c>, <c>@jsxRuntime</c> and <c>@jsxImportSource</c> in a file win.</summary>
public sealed record JsxOptions
{
    public static JsxOptions Default { get; } = new();

    public JsxMode Mode { get; init; } = JsxMode.Automatic;

    /// <summary>The package whose <c>/jsx-runtime</c> the automatic mode imports.</summary>
    public string ImportSource { get; init; } = "react";

    /// <summary>What the classic mode calls, as a dotted name.</summary>
    public string Factory { get; init; } = "React.createElement";

    /// <summary>What the classic mode gives for <c>&lt;&gt;</c>, as a dotted name.</summary>
    public string FragmentFactory { get; init; } = "React.Fragment";

    /// <summary>Whether elements carry the place in the source they come from.</summary>
    public bool Development { get; init; }
}
