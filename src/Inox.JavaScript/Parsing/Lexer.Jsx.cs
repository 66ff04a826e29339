using System.Buffers;

namespace Inox.JavaScript.Parsing;

internal partial struct Lexer   // JSX
{
    private static readonly SearchValues<char> s_jsxTextStops = SearchValues.Create("<{>}");

    /// <summary>Lengthens the name at hand by what JSX allows in names: hyphens.</summary>
    public void RescanJsxName()
    {
        int position = State.Position;
        if (At(position) != '-') return;
        while (CharacterClass.IsPart(At(position)) || At(position) == '-' || (At(position) >= 128 && UnicodeIdentifiers.IsContinue(At(position)))) position++;
        State.Value = _names.Get(Text.AsSpan(State.Start, position - State.Start), out _);
        State.Kind = Token.Identifier;
        State.Position = position;
    }

    /// <summary>Moves on to the value of an attribute: a string without escapes that may span lines, or an ordinary token.</summary>
    public void NextJsxAttributeValue()
    {
        Next();
        if (State.Kind != Token.String) return;
        // read again: in JSX a backslash is a backslash
        _errors.TruncateFrom(State.Start);
        char quote = At(State.Start);
        int start = State.Start + 1;
        int length = Text.AsSpan(start).IndexOf(quote);
        if (length < 0)
        {
            Error(ParseErrors.UnterminatedString, State.Start, State.Start + 1, quote.ToString());
            length = Text.Length - start;
        }
        State.Flags &= ~(TokenFlags.HasEscape | TokenFlags.LegacyOctal);
        State.Value = JsxEntities.Decode(Text.AsSpan(start, length));
        State.Position = Math.Min(start + length + 1, Text.Length);
    }

    /// <summary>Moves on to the next piece between tags: text, `{`, `&lt;` or the end. Blanks are text, and comments too.</summary>
    public void NextJsxChild()
    {
        State.PreviousEnd = State.Position;
        State.Start = State.Position;
        State.Flags = TokenFlags.None;
        switch (At(State.Start))
        {
            case '<': State.Kind = Take(1, Token.Less); return;
            case '{': State.Kind = Take(1, Token.OpenBrace); return;
            case '\0' when State.Start >= Text.Length: State.Kind = Token.EndOfFile; return;
        }
        int end = State.Start;
        while (true)
        {
            int length = Text.AsSpan(end).IndexOfAny(s_jsxTextStops);
            end = length < 0 ? Text.Length : end + length;
            if (At(end) is not ('>' or '}')) break;
            Error(ParseErrors.JsxTextCharacter, end, end + 1, At(end).ToString());
            end++;
        }
        State.Position = end;
        State.Value = JsxEntities.Decode(Text.AsSpan(State.Start, end - State.Start));
        State.Kind = Token.JsxText;
    }
}
