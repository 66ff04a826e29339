namespace Inox.JavaScript.Parsing;

internal partial struct Lexer   // regular expressions
{
    /// <summary>
    /// Reads the `/` or `/=` at hand as a regular expression. Afterwards Value is the pattern and the flags are the letters behind the
    /// last slash, from <paramref name="flagsStart"/> on.
    /// </summary>
    public void RescanRegExp(out int flagsStart)
    {
        int position = State.Start + 1;
        bool inClass = false;
        while (true)
        {
            char c = At(position);
            if (c == '/' && !inClass) break;
            if (c == '[') inClass = true;
            else if (c == ']') inClass = false;
            else if (c == '\\' && !EndsLine(position + 1)) position++;
            else if (EndsLine(position))
            {
                Error(ParseErrors.UnterminatedRegExp, State.Start, position);
                State.Value = Text[(State.Start + 1)..position];
                State.Position = flagsStart = position;
                State.Kind = Token.RegExp;
                return;
            }
            position++;
        }
        State.Value = Text[(State.Start + 1)..position];
        flagsStart = ++position;
        while (CharacterClass.IsPart(At(position))) position++;
        if (At(position) == '\\') Error(ParseErrors.InvalidRegExpFlags, flagsStart, position + 1);
        else if (At(position) >= 128) position = SkipUnusualFlags(position);
        State.Position = position;
        State.Kind = Token.RegExp;
    }

    // /a/é: flags by the grammar, and none that there is
    private readonly int SkipUnusualFlags(int position)
    {
        int start = position;
        while (UnicodeIdentifiers.IsContinue(CodePointAt(position, out int length))) position += length;
        if (position > start) _errors.AddEarly(ParseErrors.InvalidRegExpFlags, new(start, position));
        return position;
    }

    private readonly bool EndsLine(int position) => CharacterClass.IsLineTerminator(At(position)) || position >= Text.Length;
}
