namespace Inox.Bundler.Graph;

/// <summary>Finds what an HTML page loads.</summary>
internal static class HtmlScanner
{
    public static void Scan(Module module)
    {
    }
}
