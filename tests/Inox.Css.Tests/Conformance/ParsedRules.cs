using System.Text.Json.Nodes;
using Inox.Core;

namespace Inox.Css.Tests;

/// <summary>Parsed trees in the JSON form of css-parsing-tests, blocks and preludes read again from the places that nodes have in the source.</summary>
internal static class ParsedRules
{
    public static JsonArray Sheet(string text)
    {
        CssParseResult parsed = CssParser.Parse(new("a.css", text));
        return Nodes(text, parsed.StyleSheet.Children, parsed.Diagnostics);
    }

    public static JsonArray Block(string text)
    {
        string wrapped = "x{" + text;
        CssParseResult parsed = CssParser.Parse(new("a.css", wrapped));
        return Nodes(wrapped, ((CssRule)parsed.StyleSheet.Children[0]).Children, []);
    }

    private static JsonArray Nodes(string text, IEnumerable<CssNode> nodes, IReadOnlyList<Diagnostic> diagnostics)
    {
        SortedList<int, JsonNode> found = [];
        foreach (CssNode node in nodes) found.Add(node.Span.Start, Node(text, node));
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (diagnostic.Descriptor == CssDiagnostics.MissingBlock) found.Add(diagnostic.Span.Start, new JsonArray("error", "invalid"));
        }

        return new JsonArray([.. found.Values]);
    }

    private static JsonNode Node(string text, CssNode node)
    {
        string own = text[node.Span.Start..node.Span.End];
        switch (node)
        {
            case Declaration declaration:
                string name = CssEscapes.Decode(declaration.Name.Span);
                return new JsonArray("declaration", name, ComponentValues.Read(declaration.Value.ToString()), declaration.IsImportant);
            case AtRule rule:
                return Rule(own, ["at-rule", CssEscapes.Decode(rule.Name.Span)], isAtRule: true);
            case StyleRule:
                return Rule(own, ["qualified rule"], isAtRule: false);
            default:
                return new JsonArray("error", "invalid");
        }
    }

    private static JsonArray Rule(string text, JsonArray result, bool isAtRule)
    {
        CssTokenizer tokens = new(text);
        if (isAtRule) tokens.Next();
        JsonArray prelude = [];
        while (tokens.Next() is not (CssTokenKind.EndOfFile or CssTokenKind.OpenBrace or CssTokenKind.Semicolon))
        {
            if (tokens.Kind == CssTokenKind.Comment) continue;
            JsonNode value = ComponentValues.ReadValue(ref tokens);
            if (prelude.Count == 0 || prelude[^1]!.ToString() != " " || value.ToString() != " ") prelude.Add(value);
        }

        result.Add(prelude);
        if (tokens.Kind != CssTokenKind.OpenBrace)
        {
            result.Add(null);
            return result;
        }

        tokens.Next();
        result.Add(ComponentValues.ReadUntil(ref tokens, CssTokenKind.CloseBrace, []));
        return result;
    }
}
