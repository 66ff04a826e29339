using System.Text;

namespace Inox.Css.Tests;

/// <summary>A tree in one line: rules in braces, declarations as <c>[name|value]</c>.</summary>
internal static class TreeDump
{
    public static string Of(IEnumerable<CssNode> nodes)
    {
        StringBuilder text = new();
        foreach (CssNode node in nodes) Add(node, text);
        return text.ToString();
    }

    private static void Add(CssNode node, StringBuilder text)
    {
        switch (node)
        {
            case Declaration d:
                text.Append($"[{d.Name}|{d.Value}{(d.IsImportant ? "|!" : "")}]");
                break;
            case StyleRule rule:
                text.Append($"({rule.Prelude}){{{Of(rule.Children)}}}");
                break;
            case AtRule rule:
                text.Append($"@{rule.Name}({rule.Prelude}){(rule.HasBlock ? $"{{{Of(rule.Children)}}}" : ";")}");
                break;
            case LegalComment comment:
                text.Append(comment.Text.ToString());
                break;
            case Unparsed unparsed:
                text.Append($"?{unparsed.Text}?");
                break;
        }
    }

    /// <summary>
    /// The tree with all white space and comments between tokens left out, for comparing trees whose text was printed. `2n + 1` and `2n+1` are the same.
    /// </summary>
    public static string Normalized(IEnumerable<CssNode> nodes)
    {
        StringBuilder text = new();
        CssTokenizer tokens = new(Of(nodes));
        while (tokens.NextSignificant() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind == CssTokenKind.Url) text.Append("url ").Append(tokens.Value);
            else if (tokens.Kind == CssTokenKind.Number && tokens.Character == '+') text.Append("+\n").Append(tokens.Text[1..]);
            
            // A space behind an escape such as `\31` belongs to the name and does not change it.
            else text.Append(tokens.Text.TrimEnd());
            text.Append('\n');
        }

        return text.ToString();
    }
}
