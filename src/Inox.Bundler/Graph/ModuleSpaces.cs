namespace Inox.Bundler.Graph;

/// <summary>The spaces of <see cref="ModuleId"/> that are not files.</summary>
internal static class ModuleSpaces
{
    public const string Runtime = "runtime";

    /// <summary>A module that a <c>browser</c> map or an alias turned off.</summary>
    public const string Disabled = "disabled";

    /// <summary>The content of a <c>data:</c> URL.</summary>
    public const string Data = "data";

    /// <summary>A file read as a URL and not as what its name says.</summary>
    public const string Asset = "asset";

    /// <summary>A script or style sheet in the text of a page; the path is the page's.</summary>
    public const string Inline = "inline";
}
