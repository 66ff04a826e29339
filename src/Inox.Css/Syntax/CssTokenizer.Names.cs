namespace Inox.Css;

// Names, functions, unquoted URLs, numbers and Unicode ranges.
public ref partial struct CssTokenizer
{
    // 4.3.8 Check if two code points are a valid escape: a backslash at the end of the text is one.
    private readonly bool IsEscape(int at) =>
        at < _text.Length && _text[at] == '\\' && (at + 1 >= _text.Length || !CssCharacters.IsNewLine(_text[at + 1]));

    // 4.3.9 Check if three code points would start an ident sequence
    private readonly bool StartsName(int at)
    {
        if (at >= _text.Length) return false;
        char c = _text[at];
        if (c != '-') return CssCharacters.IsNameStart(c) || IsEscape(at);
        int next = at + 1;
        return next < _text.Length && (_text[next] == '-' || CssCharacters.IsNameStart(_text[next]) || IsEscape(next));
    }

    // 4.3.10 Check if three code points would start a number
    private readonly bool StartsNumber(int at)
    {
        if (_text[at] is '+' or '-') at++;
        if (at < _text.Length && _text[at] == '.') at++;
        return at < _text.Length && CssCharacters.IsDigit(_text[at]);
    }

    // 4.3.12 Consume an ident sequence
    private void ScanName(int start)
    {
        int position = ValueStart = start;
        while (position < _text.Length)
        {
            if (CssCharacters.IsName(_text[position])) position++;
            else if (IsEscape(position)) position = CssEscapes.Skip(_text, position);
            else break;
        }

        _position = ValueEnd = position;
    }

    // 4.3.4 Consume an ident-like token
    private CssTokenKind ScanIdentLike()
    {
        ScanName(_position);
        if (_position >= _text.Length || _text[_position] != '(') return CssTokenKind.Ident;
        _position++;
        if (!CssEscapes.EqualsIgnoreCase(Value, "url")) return CssTokenKind.Function;
        int content = SkipSpace(_position);
        if (content < _text.Length && _text[content] is '"' or '\'') return CssTokenKind.Function;
        return ScanUrl(content);
    }

    private readonly int SkipSpace(int position)
    {
        while (position < _text.Length && CssCharacters.IsSpace(_text[position])) position++;
        return position;
    }

    // 4.3.6 Consume a url token
    private CssTokenKind ScanUrl(int position)
    {
        ValueStart = position;
        while (position < _text.Length)
        {
            char c = _text[position];
            if (c == ')') return EndUrl(position, position + 1);
            if (CssCharacters.IsSpace(c))
            {
                int next = SkipSpace(position);
                if (next >= _text.Length) return EndUrl(position, next);
                return _text[next] == ')' ? EndUrl(position, next + 1) : ScanBadUrl(next);
            }

            if (c is '"' or '\'' or '(' || CssCharacters.IsNonPrintable(c)) return ScanBadUrl(position);
            if (c != '\\') position++;
            else if (IsEscape(position)) position = CssEscapes.Skip(_text, position);
            else return ScanBadUrl(position);
        }

        return EndUrl(position, position);
    }

    private CssTokenKind EndUrl(int valueEnd, int end)
    {
        ValueEnd = valueEnd;
        _position = end;
        IsUnterminated = end == valueEnd || _text[end - 1] != ')';
        return CssTokenKind.Url;
    }

    // 4.3.14 Consume the remnants of a bad url
    private CssTokenKind ScanBadUrl(int position)
    {
        while (position < _text.Length && _text[position] != ')') position = IsEscape(position) ? CssEscapes.Skip(_text, position) : position + 1;
        ValueEnd = position;
        IsUnterminated = position >= _text.Length;
        _position = Math.Min(position + 1, _text.Length);
        return CssTokenKind.BadUrl;
    }

    // 4.3.3 Consume a numeric token
    private CssTokenKind ScanNumeric()
    {
        _position = ScanNumber(_position);
        if (_position < _text.Length && _text[_position] == '%') return Single(CssTokenKind.Percentage);
        if (!StartsName(_position)) return CssTokenKind.Number;
        ScanName(_position);
        return CssTokenKind.Dimension;
    }

    // 4.3.13 Consume a number
    private int ScanNumber(int position)
    {
        IsInteger = true;
        if (_text[position] is '+' or '-') position++;
        position = SkipDigits(position);
        if (position + 1 < _text.Length && _text[position] == '.' && CssCharacters.IsDigit(_text[position + 1]))
        {
            IsInteger = false;
            position = SkipDigits(position + 1);
        }

        if (position >= _text.Length || (_text[position] | 0x20) != 'e') return position;
        int exponent = position + 1;
        if (exponent < _text.Length && _text[exponent] is '+' or '-') exponent++;
        if (exponent >= _text.Length || !CssCharacters.IsDigit(_text[exponent])) return position;
        IsInteger = false;
        return SkipDigits(exponent);
    }

    private readonly int SkipDigits(int position)
    {
        while (position < _text.Length && CssCharacters.IsDigit(_text[position])) position++;
        return position;
    }

    /// <summary>The number part of a number, percentage or dimension token as written.</summary>
    public readonly ReadOnlySpan<char> NumberText => Kind switch
    {
        CssTokenKind.Dimension => _text[Start..ValueStart],
        CssTokenKind.Percentage => _text[Start..(_position - 1)],
        _ => Text,
    };

    private readonly bool StartsUnicodeRange() => Peek(1) == '+' && (Peek(2) == '?' || CssCharacters.IsHex(Peek(2)));

    // 4.3.15 Consume a unicode-range token
    private CssTokenKind ScanUnicodeRange()
    {
        int limit = Math.Min(_position + 8, _text.Length);
        int position = ValueStart = _position + 2;
        while (position < limit && CssCharacters.IsHex(_text[position])) position++;
        int digitsEnd = position;
        while (position < limit && _text[position] == '?') position++;
        if (position == digitsEnd && position + 1 < _text.Length && _text[position] == '-' && CssCharacters.IsHex(_text[position + 1]))
        {
            limit = Math.Min(position + 7, _text.Length);
            position++;
            while (position < limit && CssCharacters.IsHex(_text[position])) position++;
        }

        _position = ValueEnd = position;
        return CssTokenKind.UnicodeRange;
    }
}
