using System.Globalization;
using System.Text.Json.Nodes;

namespace Inox.Css.Tests;

/// <summary>Component values in the JSON form of css-parsing-tests.</summary>
internal static class ComponentValues
{
    public static JsonArray Read(string text)
    {
        CssTokenizer tokens = new(text) { ReadsUnicodeRanges = text.Contains("u+", StringComparison.OrdinalIgnoreCase) };
        tokens.Next();
        return ReadUntil(ref tokens, CssTokenKind.EndOfFile, []);
    }

    /// <summary>Reads values up to <paramref name="end"/> into <paramref name="values"/>; the current token is the first.</summary>
    public static JsonArray ReadUntil(ref CssTokenizer tokens, CssTokenKind end, JsonArray values)
    {
        bool afterComment = false;
        while (tokens.Kind != CssTokenKind.EndOfFile && tokens.Kind != end)
        {
            bool isComment = tokens.Kind == CssTokenKind.Comment;
            if (!isComment) AddMerged(values, ReadValue(ref tokens), afterComment);
            if (!isComment && tokens.IsUnterminated) AddEnd(values, tokens.Kind);
            afterComment = isComment;
            tokens.Next();
        }

        return values;
    }

    private static void AddEnd(JsonArray values, CssTokenKind kind)
    {
        if (kind is CssTokenKind.String or CssTokenKind.Url) values.Add(new JsonArray("error", kind == CssTokenKind.String ? "eof-in-string" : "eof-in-url"));
    }

    // The pack is from the time when `||` and the attribute matchers were tokens.
    private static void AddMerged(JsonArray values, JsonNode value, bool afterComment)
    {
        if (values.Count > 0 && values[^1] is JsonValue last && value is JsonValue && (last.ToString(), value.ToString()) is var pair)
        {
            if (!afterComment && pair is ("~" or "|" or "^" or "$" or "*", "=") or ("|", "|"))
            {
                values[^1] = pair.Item1 + pair.Item2;
                return;
            }

            // A comment may have stood between two blanks.
            if (pair is (" ", " ")) return;
        }

        values.Add(value);
    }

    /// <summary>One value; afterwards its last token is the current one.</summary>
    public static JsonNode ReadValue(ref CssTokenizer tokens)
    {
        string value = tokens.Kind is CssTokenKind.Ident or CssTokenKind.Function or CssTokenKind.AtKeyword or CssTokenKind.Hash or CssTokenKind.String or CssTokenKind.Url
            ? CssEscapes.Decode(tokens.Value)
            : "";
        switch (tokens.Kind)
        {
            case CssTokenKind.Whitespace: return " ";
            case CssTokenKind.Ident: return new JsonArray("ident", value);
            case CssTokenKind.AtKeyword: return new JsonArray("at-keyword", value);
            case CssTokenKind.Hash: return new JsonArray("hash", value, tokens.IsId ? "id" : "unrestricted");
            case CssTokenKind.String: return new JsonArray("string", value);
            case CssTokenKind.BadString: return new JsonArray("error", "bad-string");
            case CssTokenKind.Url: return new JsonArray("url", value);
            case CssTokenKind.BadUrl: return new JsonArray("error", "bad-url");
            case CssTokenKind.Number: return Number("number", tokens);
            case CssTokenKind.Percentage: return Number("percentage", tokens);
            case CssTokenKind.Dimension: return Number("dimension", tokens);
            case CssTokenKind.UnicodeRange: return Range(tokens.Value);
            case CssTokenKind.Cdo: return "<!--";
            case CssTokenKind.Cdc: return "-->";
            case CssTokenKind.OpenParen: return Block(ref tokens, CssTokenKind.CloseParen, ["()"]);
            case CssTokenKind.OpenBracket: return Block(ref tokens, CssTokenKind.CloseBracket, ["[]"]);
            case CssTokenKind.OpenBrace: return Block(ref tokens, CssTokenKind.CloseBrace, ["{}"]);
            case CssTokenKind.Function: return Block(ref tokens, CssTokenKind.CloseParen, ["function", value]);
            case CssTokenKind.CloseParen or CssTokenKind.CloseBracket or CssTokenKind.CloseBrace: return new JsonArray("error", tokens.Text.ToString());
            default: return tokens.Text.ToString();
        }
    }

    private static JsonArray Block(ref CssTokenizer tokens, CssTokenKind end, JsonArray values)
    {
        tokens.Next();
        return ReadUntil(ref tokens, end, values);
    }

    private static JsonArray Number(string name, in CssTokenizer tokens)
    {
        string text = tokens.NumberText.ToString();
        double number = double.Parse(text, CultureInfo.InvariantCulture);
        JsonArray values = [name, text, number, tokens.IsInteger ? "integer" : "number"];
        if (tokens.Kind == CssTokenKind.Dimension) values.Add(CssEscapes.Decode(tokens.Value));
        return values;
    }

    private static JsonArray Range(ReadOnlySpan<char> value)
    {
        int dash = value.IndexOf('-');
        string start = (dash < 0 ? value : value[..dash]).ToString(), end = dash < 0 ? start : value[(dash + 1)..].ToString();
        return ["unicode-range", Hex(start.Replace('?', '0')), Hex(end.Replace('?', 'F'))];
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
