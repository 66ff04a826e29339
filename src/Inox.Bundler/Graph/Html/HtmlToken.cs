using Inox.Core;

namespace Inox.Bundler.Graph;

internal enum HtmlTokenKind : byte { EndOfFile, Text, StartTag, EndTag, Comment, Doctype }

/// <summary>An attribute of a start tag. <paramref name="Name"/> is in lower case.</summary>
/// <param name="Name">The name.</param>
/// <param name="Span">The whole attribute.</param>
/// <param name="ValueSpan">The value between its quotes; empty at the end of the name when there is none.</param>
/// <param name="Quote">The quote around the value, <c>\0</c> for none.</param>
internal readonly record struct HtmlAttribute(string Name, TextSpan Span, TextSpan ValueSpan, char Quote);

/// <summary>One element's start tag, and for an element whose content is raw text, such as a script, all of it.</summary>
internal sealed record HtmlElement(string Name, TextSpan Tag, IReadOnlyList<HtmlAttribute> Attributes, string Page)
{
    /// <summary>The content of a script, style, title or textarea.</summary>
    public TextSpan Content { get; init; }

    /// <summary>From the start tag to the end of the end tag.</summary>
    public TextSpan Span { get; init; } = Tag;

    public HtmlAttribute? Find(string name)
    {
        foreach (HtmlAttribute attribute in Attributes) if (attribute.Name == name) return attribute;
        return null;
    }

    public bool Has(string name) => Find(name) is not null;

    /// <summary>The value with character references decoded; null when the attribute is missing.</summary>
    public string? ValueOf(string name) => Find(name) is { } attribute ? Decode(attribute) : null;

    public string Decode(HtmlAttribute attribute) => HtmlText.Decode(Page[attribute.ValueSpan.Start..attribute.ValueSpan.End]);
}
