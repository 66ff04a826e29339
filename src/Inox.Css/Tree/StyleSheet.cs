using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>The tree of one source. Immutable and safe to share between threads.</summary>
public sealed class StyleSheet(SourceText source, ImmutableArray<CssNode> children)
{
    public SourceText Source { get; } = source;

    public ImmutableArray<CssNode> Children { get; } = children;

    public StyleSheet With(ImmutableArray<CssNode> children) => new(Source, children);
}
