namespace Inox.Css;

/// <summary>Scopes every <c>--name</c> of a text. A mark <c>from global</c> or <c>from "file"</c> is taken out; the former keeps its name, the latter gets a placeholder.</summary>
internal static class DashedIdents
{
    public static CssText Scope(CssText text, ScopedNames names)
    {
        if (!text.Span.Contains("--", StringComparison.Ordinal)) return text;
        TextEdits edits = new();
        CssTokenizer tokens = text.Tokenize();
        while (tokens.Next() != CssTokenKind.EndOfFile)
        {
            if (tokens.Kind != CssTokenKind.Ident || tokens.Position - tokens.Start < 3 || !tokens.Value.StartsWith("--")) continue;
            string name = CssEscapes.Decode(tokens.Value);
            int end = FromEnd(tokens, out string? specifier);
            if (specifier is not null) edits.Replace(new(tokens.Start, end), names.Refer(name, specifier));
            else if (end > 0) edits.Remove(tokens.Position, end);
            else edits.Replace(new(tokens.Start, tokens.Position), CssEscapes.Identifier(names.Scope(name)));
        }

        return edits.Apply(text);
    }

    // Where the mark behind a name ends; 0 where there is none.
    private static int FromEnd(CssTokenizer tokens, out string? specifier)
    {
        specifier = null;
        if (tokens.NextSignificant() != CssTokenKind.Ident || tokens.Value is not "from") return 0;
        CssTokenKind kind = tokens.NextSignificant();
        if (kind == CssTokenKind.String) specifier = CssEscapes.Decode(tokens.Value);
        return kind == CssTokenKind.String || (kind == CssTokenKind.Ident && tokens.Value is "global") ? tokens.Position : 0;
    }
}
