namespace Inox.Bundler.Resolution;

/// <summary>One question to a <see cref="Resolver"/>: the specifier as written and the absolute folder it is relative to.</summary>
public readonly record struct ResolveRequest(string Specifier, string Directory)
{
    /// <summary>The file that asks; it decides which tsconfig.json holds and whether <c>./a.js</c> may be TypeScript.</summary>
    public string? Importer { get; init; }

    public ImportKind Kind { get; init; }

    /// <summary>In place of <see cref="ResolverOptions.FullySpecified"/> for this request.</summary>
    public bool? FullySpecified { get; init; }
}
