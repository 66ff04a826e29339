namespace Inox.Bundler.Resolution;

public enum ResolveReason : byte
{
    FileNotFound,
    PackageNotFound,

    /// <summary>The package is there, the file in it is not.</summary>
    PackageFileNotFound,

    /// <summary>The package has neither entry nor index file.</summary>
    PackageHasNoEntry,

    /// <summary>The package has declarations only.</summary>
    TypesOnly,

    /// <summary><c>exports</c> has no entry for the path.</summary>
    NotExported,

    /// <summary><c>exports</c> has an entry for the path, under conditions that do not hold.</summary>
    ConditionsNotMet,

    /// <summary>A target of <c>exports</c> or <c>imports</c> leads out of the package.</summary>
    InvalidTarget,

    /// <summary>The keys of <c>exports</c> mix paths and conditions.</summary>
    InvalidExports,

    /// <summary>The target of <c>exports</c> or <c>imports</c> is no file.</summary>
    TargetNotFound,

    /// <summary><c>imports</c> has no entry for the name.</summary>
    NotImported,

    /// <summary>A request for a folder through <c>exports</c> or <c>imports</c>.</summary>
    DirectoryRequest,

    /// <summary>A module of Node where there is no Node.</summary>
    NodeBuiltin,

    /// <summary><c>node:</c> with a name that Node does not know.</summary>
    UnknownBuiltin,
    BrokenPackageJson,
    TsConfigNotFound,
    BrokenTsConfig,

    /// <summary>Aliases that lead to each other.</summary>
    Circular,
    EmptyRequest,
}

/// <summary>What is known about a request that led nowhere, for a message that helps.</summary>
public sealed record ResolveFailure(ResolveReason Reason)
{
    /// <summary>The name, target or path that is at fault.</summary>
    public string Subject { get; init; } = "";

    /// <summary>The package.json or tsconfig.json that decided.</summary>
    public string? ConfigPath { get; init; }

    /// <summary>Files that were looked for, in order.</summary>
    public IReadOnlyList<string> Tried { get; init; } = [];

    /// <summary>What could have been asked for: keys of <c>exports</c>, conditions, or nothing.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    /// <summary>Whether the importer's package.json lists the missing package.</summary>
    public bool IsDeclared { get; init; }

    /// <summary>The request that would have worked, by its spelling.</summary>
    public string? Suggestion { get; init; }

    /// <summary>Whether only the case of letters separates the request from <see cref="Suggestion"/>.</summary>
    public bool IsCaseMismatch { get; init; }
}
