using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>A style sheet that goes into an output, under the media query of the <c>link</c> that asked for it.</summary>
internal readonly record struct StyleRoot(Module Module, string? Media);

/// <summary>One CSS output in the making.</summary>
internal sealed class StyleOutput(IReadOnlyList<StyleRoot> roots, int index, string path, OutputKind kind)
{
    /// <summary>In the order of the cascade.</summary>
    public IReadOnlyList<StyleRoot> Roots { get; } = roots;

    /// <summary>Which <see cref="HashToken"/> stands for its hash.</summary>
    public int Index { get; } = index;

    public string Path { get; } = path;

    public OutputKind Kind { get; } = kind;
}
