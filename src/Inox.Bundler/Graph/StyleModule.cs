namespace Inox.Bundler.Graph;

/// <summary>The style sheet of a CSS file in the graph.</summary>
internal sealed class StyleModule
{
}
