namespace Inox.JavaScript.Parsing;

internal ref partial struct RegExpParser
{
    // AtomEscape : DecimalEscape | CharacterClassEscape | CharacterEscape | `k` GroupName, and the assertions \b and \B
    private bool ParseAtomEscape()
    {
        int start = _position++;
        if (AtEnd) return Fail("nothing follows this `\\`", start);
        switch (Current)
        {
            case 'b' or 'B':
                _position++;
                return true;
            case 'k' when _named:
                _position++;
                if (!Eat('<')) return Fail("a group's name must follow `\\k`", start);
                if (!ParseGroupName(out string name)) return false;
                (_references ??= []).Add(new(name, start, 0));
                return ParseQuantifier();
            case >= '1' and <= '9' when _unicode:
                NoteReference(ReadDigits(), start);
                return ParseQuantifier();
            // Annex B: a reference to a missing group is an octal escape or the digit itself
            case >= '0' and <= '9' when !_unicode:
                _position++;
                return ParseQuantifier();
            // Annex B, ExtendedAtom: in /\c1/ the backslash stands for itself
            case 'c' when !_unicode && !IsControlLetterNext():
                return ParseQuantifier();
        }
        if (TryParseClassEscape(start, out _, out bool ok)) return ok && ParseQuantifier();
        return ParseCharacterEscape(start, out _) && ParseQuantifier();
    }

    private void NoteReference(ReadOnlySpan<char> digits, int start)
    {
        int number = digits.Length > 8 ? int.MaxValue : int.Parse(digits);
        if (number <= _highestReference) return;
        (_highestReference, _highestReferenceOffset) = (number, start);
    }

    private readonly bool IsControlLetterNext() => _position + 1 < _pattern.Length && char.IsAsciiLetter(_pattern[_position + 1]);

    /// <summary>
    /// CharacterClassEscape, the backslash eaten. Answers whether there is one; <paramref name="ok"/> whether it is right, and
    /// <paramref name="hasStrings"/> whether it can match more or less than one character.
    /// </summary>
    private bool TryParseClassEscape(int start, out bool hasStrings, out bool ok)
    {
        hasStrings = false;
        ok = true;
        switch (Current)
        {
            case 'd' or 'D' or 's' or 'S' or 'w' or 'W':
                _position++;
                return true;
            case 'p' or 'P' when _unicode:
                ok = ParseProperty(start, out hasStrings);
                return true;
            default:
                return false;
        }
    }

    // `p{` UnicodePropertyValueExpression `}`
    private bool ParseProperty(int start, out bool hasStrings)
    {
        hasStrings = false;
        bool isNegated = _pattern[_position++] == 'P';
        if (!Eat('{')) return Fail("a property in braces must follow `\\p`", start);
        int close = _pattern[_position..].IndexOf('}');
        if (close < 0) return Fail("the name of this property never ends", start);
        ReadOnlySpan<char> name = _pattern.Slice(_position, close);
        _position += close + 1;
        int equals = name.IndexOf('=');
        if (equals >= 0)
            return RegExpProperties.IsPair(name[..equals], name[(equals + 1)..]) || Fail($"`{name}` is not a property and value of Unicode that ECMAScript knows", start);
        if (RegExpProperties.IsLone(name)) return true;
        if (!RegExpProperties.IsOfStrings(name)) return Fail($"`{name}` is not a property of Unicode that ECMAScript knows", start);
        if (!_sets) return Fail($"`{name}` is a property of strings, which only the flag `v` allows", start);
        hasStrings = true;
        return !isNegated || Fail($"`{name}` is a property of strings and cannot be negated", start);
    }

    // CharacterEscape, the backslash eaten
    private bool ParseCharacterEscape(int start, out int value)
    {
        value = 0;
        if (AtEnd) return Fail("nothing follows this `\\`", start);
        switch (Current)
        {
            case 't' or 'n' or 'v' or 'f' or 'r':
                value = Current switch { 't' => '\t', 'n' => '\n', 'v' => '\v', 'f' => '\f', _ => '\r' };
                _position++;
                return true;
            case 'c' when IsControlLetterNext():
                value = _pattern[_position + 1] & 31;
                _position += 2;
                return true;
            case '0' when _position + 1 >= _pattern.Length || !char.IsAsciiDigit(_pattern[_position + 1]):
                _position++;
                return true;
            case >= '0' and <= '7' when !_unicode:
                value = ReadLegacyOctal();
                return true;
            case 'x':
                return ParseHexEscape(start, out value);
            case 'u':
                _position++;
                if (TryReadUnicodeEscape(_unicode, out value)) return true;
                value = 'u';
                return !_unicode || Fail("`\\u` needs four hexadecimal digits, or up to 10FFFF in braces", start);
        }
        return ParseIdentityEscape(start, out value);
    }

    // IdentityEscape: with u and v only what has a meaning of its own; without, all but `c`, and `k` where groups have names
    private bool ParseIdentityEscape(int start, out int value)
    {
        char c = Current;
        bool fits = _unicode ? IsSyntaxCharacter(c) || c == '/' : c != 'c' && !(c == 'k' && _named);
        value = Advance();
        if (fits) return true;
        _position = start;
        return Fail(char.IsAsciiDigit(c) ? $"`\\{c}` cannot stand here" : $"`\\{_pattern.Slice(start + 1, 1)}` is not an escape");
    }

    private static bool IsSyntaxCharacter(char c) => "^$\\.*+?()[]{}|".Contains(c);

    private bool ParseHexEscape(int start, out int value)
    {
        _position++;
        if (TryReadHex(2, out value)) return true;
        value = 'x';
        return !_unicode || Fail("`\\x` needs two hexadecimal digits", start);
    }

    private int ReadLegacyOctal()
    {
        int value = 0;
        for (int i = 0; i < 3 && Current is >= '0' and <= '7' && value * 8 + Current - '0' <= 255; i++) value = value * 8 + _pattern[_position++] - '0';
        return value;
    }

    // RegExpUnicodeEscapeSequence, `\u` eaten; a pair of surrogates is one character in code points
    private bool TryReadUnicodeEscape(bool inCodePoints, out int value)
    {
        if (inCodePoints && Current == '{') return TryReadBracedHex(out value);
        if (!TryReadHex(4, out value)) return false;
        if (!inCodePoints || !char.IsHighSurrogate((char)value)) return true;
        int start = _position;
        if (Eat("\\u") && TryReadHex(4, out int low) && char.IsLowSurrogate((char)low)) value = char.ConvertToUtf32((char)value, (char)low);
        else _position = start;
        return true;
    }

    private bool TryReadBracedHex(out int value)
    {
        int start = _position++;
        value = 0;
        while (char.IsAsciiHexDigit(Current) && value <= 0x10FFFF) value = value * 16 + HexValue(_pattern[_position++]);
        if (_position > start + 1 && value <= 0x10FFFF && Eat('}')) return true;
        _position = start;
        return false;
    }

    private bool TryReadHex(int count, out int value)
    {
        value = 0;
        if (_position + count > _pattern.Length) return false;
        for (int i = 0; i < count; i++)
        {
            char c = _pattern[_position + i];
            if (!char.IsAsciiHexDigit(c)) return false;
            value = value * 16 + HexValue(c);
        }
        _position += count;
        return true;
    }

    private static int HexValue(char c) => c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
}
