using Inox.Css;

namespace Inox.Bundler.Graph;

/// <summary>
/// The style sheet of a CSS file in the graph, after CSS modules where it is one. The records of the module hold its imports first,
/// then the files of <c>composes</c>, then the URLs, each in source order.
/// </summary>
internal sealed class StyleModule
{
    public required StyleSheet Sheet { get; init; }

    public required CssDependencies Dependencies { get; init; }

    /// <summary>What scripts see; null for a plain style sheet.</summary>
    public IReadOnlyList<CssModuleExport>? Exports { get; init; }

    public int FirstComposes => Dependencies.Imports.Length;

    public int FirstUrl => Dependencies.Imports.Length + Dependencies.Composes.Length;
}
