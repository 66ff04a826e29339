namespace Inox.Css;

/// <summary>Scopes every <c>--name</c> of a text, save those marked <c>from global</c>, whose mark is taken out.</summary>
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
            if (FromGlobalEnd(tokens) is { } end) edits.Remove(tokens.Position, end);
            else edits.Replace(new(tokens.Start, tokens.Position), CssEscapes.Identifier(names.Scope(CssEscapes.Decode(tokens.Value))));
        }

        return edits.Apply(text);
    }

    private static int? FromGlobalEnd(CssTokenizer tokens)
    {
        if (tokens.NextSignificant() != CssTokenKind.Ident || tokens.Value is not "from") return null;
        return tokens.NextSignificant() == CssTokenKind.Ident && tokens.Value is "global" ? tokens.Position : null;
    }
}
