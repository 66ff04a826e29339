namespace Inox.Bundler.Resolution;

public enum ResolveKind : byte
{
    NotFound,
    File,

    /// <summary>A folder, for <see cref="ResolverOptions.ResolveToContext"/>.</summary>
    Directory,

    /// <summary>Replaced by an empty module: <c>"browser": { "fs": false }</c>. The path names what was replaced.</summary>
    Ignored,

    /// <summary>A module of Node; the path is the request.</summary>
    Builtin,

    /// <summary>A URL to be loaded where the code runs; the path is the request.</summary>
    External,

    /// <summary>A <c>data:</c> URL; the path is the request.</summary>
    DataUrl,
}

/// <summary>Where a request leads.</summary>
public sealed record ResolveResult
{
    public required ResolveKind Kind { get; init; }

    public required string Path { get; init; }

    /// <summary>Query and fragment as written: <c>?raw#x</c>, or empty.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>The package that the file belongs to.</summary>
    public PackageInfo? Package { get; init; }

    /// <summary>What package.json promises about the file: false when it may be dropped unused, null when nothing is said.</summary>
    public bool? SideEffects { get; init; }

    /// <summary>Why nothing was found.</summary>
    public ResolveFailure? Failure { get; init; }

    public bool IsFound => Kind != ResolveKind.NotFound;
}
