namespace Inox.JavaScript.Parsing;

internal ref partial struct RegExpParser
{
    private const int NotACharacter = -1;

    // CharacterClass : `[` [`^`] ClassRanges `]`, without the flag v
    private bool ParseClass()
    {
        int start = _position++;
        Eat('^');
        while (!Eat(']'))
        {
            if (AtEnd) return Fail("this class is never closed", start);
            if (!ParseClassRange()) return false;
        }
        return true;
    }

    private bool ParseClassRange()
    {
        int from = _position;
        if (!ParseClassAtom(out int first)) return false;
        if (Current != '-' || _position + 1 >= _pattern.Length || _pattern[_position + 1] == ']') return true;
        _position++;
        if (!ParseClassAtom(out int last)) return false;
        if (first == NotACharacter || last == NotACharacter) // /[\d-z]/ is three items in Annex B
            return !_unicode || Fail("a class such as `\\d` cannot be an end of a range", from);
        return first <= last || Fail("this range is out of order", from);
    }

    // ClassAtom : `-` | ClassAtomNoDash
    private bool ParseClassAtom(out int value)
    {
        if (Current != '\\')
        {
            value = Advance();
            return true;
        }
        return ParseClassAtomEscape(out value);
    }

    // ClassEscape : `b` | `-` with u | CharacterClassEscape | CharacterEscape
    private bool ParseClassAtomEscape(out int value)
    {
        int start = _position++;
        value = NotACharacter;
        if (AtEnd) return Fail("nothing follows this `\\`", start);
        switch (Current)
        {
            case 'b':
                _position++;
                value = '\b';
                return true;
            case '-' when _unicode:
                _position++;
                value = '-';
                return true;
            case 'c' when !_unicode && !IsControlLetterNext():
                // Annex B: `c` ClassControlLetter takes digits and `_`; otherwise the backslash stands for itself
                value = '\\';
                if (_position + 1 >= _pattern.Length || !(char.IsAsciiDigit(_pattern[_position + 1]) || _pattern[_position + 1] == '_')) return true;
                value = _pattern[_position + 1] & 31;
                _position += 2;
                return true;
        }
        if (TryParseClassEscape(start, out _, out bool ok)) return ok;
        return ParseCharacterEscape(start, out value);
    }
}
