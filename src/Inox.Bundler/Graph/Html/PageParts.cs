using Inox.Core;

namespace Inox.Bundler.Graph;

/// <summary>How a URL is written in the value of an attribute.</summary>
internal enum PageUrlForm : byte
{
    Plain,

    /// <summary>A token of CSS in a <c>style</c> attribute: <c>url(x)</c>, or the string in <c>url("x")</c>.</summary>
    CssUrl,
    CssString,
}

/// <summary>A URL in the decoded value of an attribute, and what it asks for.</summary>
internal readonly record struct PageUrl(TextSpan Span, PageUrlForm Form, ImportRecord Record);

/// <summary>An attribute with URLs of files, or one whose value is declarations.</summary>
internal sealed record PageAttribute(HtmlAttribute Attribute, string Value, IReadOnlyList<PageUrl> Urls)
{
    public bool IsStyle => Attribute.Name == "style";
}

/// <summary>A module script: <paramref name="Record"/> leads to its file, or to the module made of its text.</summary>
internal sealed record PageScript(HtmlElement Element, ImportRecord Record);

/// <summary>
/// A <c>link</c> to a style sheet. Those that apply from the start are joined to one file; one that a script or the user turns on
/// (<paramref name="IsApart"/>) stays a file of its own.
/// </summary>
internal sealed record PageStyle(HtmlElement Element, HtmlAttribute Href, ImportRecord Record, string? Media, bool IsApart);

/// <summary>A <c>style</c> element and the module made of its text.</summary>
internal sealed record PageInlineStyle(HtmlElement Element, ImportRecord Record);

/// <summary>What an HTML page loads, in the order of the page.</summary>
internal sealed class Page(Module module)
{
    public Module Module { get; } = module;

    public List<PageScript> Scripts { get; } = [];

    public List<PageStyle> Styles { get; } = [];

    /// <summary>Scripts that are no modules: they stay as they are.</summary>
    public List<(string Url, TextSpan Span)> ClassicScripts { get; } = [];

    public List<PageInlineStyle> InlineStyles { get; } = [];

    public List<PageAttribute> Attributes { get; } = [];

    /// <summary>Elements that make no sense any more, such as the preloading of a source file.</summary>
    public List<HtmlElement> Removed { get; } = [];

    /// <summary>Where a style sheet goes when the page had none: before <c>&lt;/head&gt;</c>, or before its first script.</summary>
    public int HeadEnd { get; set; }

    /// <summary>Its file relative to the output folder.</summary>
    public string Path { get; set; } = "";

    /// <summary>The file of its styles; null without any.</summary>
    public string? StylePath { get; set; }

    public Dictionary<PageStyle, string> ApartStyles { get; } = [];

    /// <summary>The module that stands for its scripts: the only one, or one that imports all in their order. Null without scripts.</summary>
    public Module? Entry { get; set; }
}
