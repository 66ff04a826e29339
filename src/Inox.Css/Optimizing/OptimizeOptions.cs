using Inox.Core;

namespace Inox.Css;

/// <summary>What <see cref="CssOptimizer"/> does to a sheet.</summary>
public sealed record CssOptimizeOptions
{
    /// <summary>Whether values are written without white space that only readers want.</summary>
    public bool Minify { get; init; }

    /// <summary>The browsers that the result must work in; null keeps all syntax as it is.</summary>
    public EngineTargets? Targets { get; init; }

    /// <summary>Names of features that are lowered whatever the targets, as <c>Nesting</c>.</summary>
    public IReadOnlyList<string> Include { get; init; } = [];

    /// <summary>Names of features that are kept whatever the targets.</summary>
    public IReadOnlyList<string> Exclude { get; init; } = [];

    /// <summary>Class names, IDs, keyframes and custom properties that nothing uses: their rules are dropped.</summary>
    public IReadOnlySet<string> UnusedSymbols { get; init; } = new HashSet<string>();

    /// <summary>Whether <c>@custom-media</c> is replaced by what it stands for.</summary>
    public bool CustomMedia { get; init; }
}
