using Inox.Core;

namespace Inox.Bundler.Graph;

/// <summary>Reads the elements of a page in the order of their start tags.</summary>
internal static class HtmlElements
{
    public static List<HtmlElement> Read(string page)
    {
        List<HtmlElement> elements = [];
        HtmlTokenizer tokens = new(page);
        tokens.Next();
        while (tokens.Kind != HtmlTokenKind.EndOfFile)
        {
            if (tokens.Kind != HtmlTokenKind.StartTag)
            {
                tokens.Next();
                continue;
            }
            HtmlElement element = new(tokens.Name, new(tokens.Start, tokens.End), [.. tokens.Attributes], page);
            tokens.Next();
            elements.Add(element.Name is "script" or "style" ? WithContent(element, tokens) : element);
        }
        return elements;
    }

    private static HtmlElement WithContent(HtmlElement element, HtmlTokenizer tokens)
    {
        TextSpan content = TextSpan.At(element.Tag.End);
        if (tokens.Kind == HtmlTokenKind.Text)
        {
            content = new(tokens.Start, tokens.End);
            tokens.Next();
        }
        int end = content.End;
        if (tokens.Kind == HtmlTokenKind.EndTag && tokens.Name == element.Name)
        {
            end = tokens.End;
            tokens.Next();
        }
        return element with { Content = content, Span = new(element.Tag.Start, end) };
    }
}
