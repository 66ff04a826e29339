using System.Collections.Immutable;

namespace Inox.Bundler.Resolution;

/// <summary>Which tsconfig.json speaks for a file.</summary>
public sealed record TsConfigOptions
{
    /// <summary>The nearest one above each file that includes it, as editors choose.</summary>
    public static TsConfigOptions Nearest { get; } = new();

    /// <summary>Absolute path of the one configuration for all files (<c>--tsconfig</c>); null looks for the nearest.</summary>
    public string? Path { get; init; }

    /// <summary>Whether a file that a referenced project includes is ruled by that project.</summary>
    public bool FollowReferences { get; init; } = true;

    /// <summary>References in place of those that the file at <see cref="Path"/> lists, relative to its folder.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>In place of the <c>baseUrl</c> of the file at <see cref="Path"/>, relative to its folder.</summary>
    public string? BaseUrl { get; init; }
}
