using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

/// <summary>How requests become files. The names are those of webpack's enhanced-resolve where it has one. Paths are absolute.</summary>
public sealed record ResolverOptions
{
    /// <summary>Tried in order after the name as written.</summary>
    public ImmutableArray<string> Extensions { get; init; } = [".tsx", ".ts", ".jsx", ".js", ".mjs", ".cjs", ".css", ".json"];

    /// <summary>In place of <see cref="Extensions"/> below a <c>node_modules</c>, where compiled files stand beside their sources; empty for the same.</summary>
    public ImmutableArray<string> ExtensionsInPackages { get; init; } = [".jsx", ".js", ".mjs", ".cjs", ".tsx", ".ts", ".css", ".json"];

    /// <summary>Whether the name as written is never a file: <c>./a</c> is <c>a.js</c> even beside a file <c>a</c>.</summary>
    public bool EnforceExtension { get; init; }

    public ImmutableArray<ExtensionAlias> ExtensionAlias { get; init; } = [];

    /// <summary>Whether <see cref="ExtensionAlias"/> also applies to what <c>exports</c> maps to.</summary>
    public bool ExtensionAliasForExports { get; init; }

    /// <summary>Whether a TypeScript importer's <c>./a.js</c> is <c>a.ts</c> or <c>a.tsx</c> (<c>.mjs</c> <c>.mts</c>, <c>.cjs</c> <c>.cts</c>) where there is no <c>a.js</c>.</summary>
    public bool TypeScriptExtensions { get; init; } = true;

    /// <summary>Whether paths have to be whole, as for Node's ECMAScript modules: no extension and no <c>index</c> is added.</summary>
    public bool FullySpecified { get; init; }

    public ImmutableArray<FieldPath> MainFields { get; init; } = ["module", "main"];

    /// <summary>In place of <see cref="MainFields"/> for <c>require</c>, where a <c>module</c> file would come as a namespace; empty for the same.</summary>
    public ImmutableArray<FieldPath> MainFieldsForRequire { get; init; } = [];

    /// <summary>In place of <see cref="MainFields"/> for <c>@import</c>.</summary>
    public ImmutableArray<FieldPath> StyleMainFields { get; init; } = ["style", "main"];

    /// <summary>In place of <see cref="Extensions"/> for <c>@import</c>.</summary>
    public ImmutableArray<string> StyleExtensions { get; init; } = [".css"];

    /// <summary>File names without extension that stand for their folder.</summary>
    public ImmutableArray<string> MainFiles { get; init; } = ["index"];

    /// <summary>Conditions of <c>exports</c> and <c>imports</c> that hold for every request; <c>default</c> always does.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    public ImmutableArray<string> ImportConditions { get; init; } = ["import"];

    public ImmutableArray<string> RequireConditions { get; init; } = ["require"];

    public ImmutableArray<string> StyleConditions { get; init; } = ["style"];

    public ImmutableArray<FieldPath> ExportsFields { get; init; } = ["exports"];

    public ImmutableArray<FieldPath> ImportsFields { get; init; } = ["imports"];

    /// <summary>Fields whose object replaces modules and files of its package, such as <c>browser</c>.</summary>
    public ImmutableArray<FieldPath> AliasFields { get; init; } = [];

    public ImmutableArray<AliasRule> Alias { get; init; } = [];

    /// <summary>Aliases for what is found nowhere.</summary>
    public ImmutableArray<AliasRule> Fallback { get; init; } = [];

    /// <summary>Folders of packages: a name is looked for in every folder above the importer, an absolute path is one folder.</summary>
    public ImmutableArray<string> Modules { get; init; } = ["node_modules"];

    /// <summary>Whether results are real paths, so that a linked package is one module wherever it is seen from.</summary>
    public bool Symlinks { get; init; } = true;

    /// <summary>Whether a bare name is first looked for beside the importer.</summary>
    public bool PreferRelative { get; init; }

    /// <summary>Whether <c>/a</c> is looked for at the root of the file system before <see cref="Roots"/>.</summary>
    public bool PreferAbsolute { get; init; }

    /// <summary>Folders that <c>/a</c> is relative to.</summary>
    public ImmutableArray<string> Roots { get; init; } = [];

    public ImmutableArray<Restriction> Restrictions { get; init; } = [];

    /// <summary>Whether folders are the answer, not files, as for a context of many modules.</summary>
    public bool ResolveToContext { get; init; }

    /// <summary>Whether <c>pkg?x</c> is looked up in <c>exports</c> as <c>pkg</c> when there is no entry with the query.</summary>
    public bool IgnoreSuffixInExports { get; init; } = true;

    public BuiltinHandling Builtins { get; init; } = BuiltinHandling.AfterPackages;

    /// <summary>Null leaves tsconfig.json unread.</summary>
    public TsConfigOptions? TsConfig { get; init; } = TsConfigOptions.Nearest;

    public static ResolverOptions ForBrowser { get; } = new()
    {
        MainFields = ["browser", "module", "main"],
        MainFieldsForRequire = ["browser", "main", "module"],
        AliasFields = ["browser"],
        Conditions = ["browser", "module"],
        Builtins = BuiltinHandling.Reject,
    };

    public static ResolverOptions ForNode { get; } = new()
    {
        MainFields = ["main", "module"],
        Conditions = ["node", "module"],
        Builtins = BuiltinHandling.BeforePackages,
    };
}
