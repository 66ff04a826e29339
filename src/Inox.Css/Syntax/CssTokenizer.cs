using System.Buffers;

namespace Inox.Css;

/// <summary>
/// Reads the tokens of CSS Syntax Level 3, section 4, off UTF-16 text, one at a time and without allocating. A token is a kind and a range
/// of the text; what escapes in it mean is told by <see cref="CssEscapes"/>. Every text has tokens: what is wrong shows as
/// <see cref="CssTokenKind.BadString"/>, <see cref="CssTokenKind.BadUrl"/> or <see cref="IsUnterminated"/>.
/// </summary>
public ref partial struct CssTokenizer
{
    private static readonly SearchValues<char> s_doubleQuotedEnds = SearchValues.Create("\"\\\n\r\f");
    private static readonly SearchValues<char> s_singleQuotedEnds = SearchValues.Create("'\\\n\r\f");

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    /// <summary>Starts before the first token at <paramref name="start"/> of <paramref name="text"/>.</summary>
    public CssTokenizer(ReadOnlySpan<char> text, int start = 0)
    {
        _text = text;
        _position = start;
        Start = start;
    }

    /// <summary>Whether <c>U+0-7F</c> is one token, as it is in the value of the descriptor <c>unicode-range</c> only.</summary>
    public bool ReadsUnicodeRanges { get; init; }

    public CssTokenKind Kind { get; private set; }

    /// <summary>Offset of the token's first code unit.</summary>
    public int Start { get; private set; }

    /// <summary>Offset behind the token; setting it makes the next token start there.</summary>
    public int Position
    {
        readonly get => _position;
        set => _position = value;
    }

    /// <summary>Start of a name, the unit of a dimension, or what a string or URL holds, without sigils and quotes.</summary>
    public int ValueStart { get; private set; }

    public int ValueEnd { get; private set; }

    /// <summary>Whether a number token was written without a fraction and exponent.</summary>
    public bool IsInteger { get; private set; }

    /// <summary>Whether a hash token holds an identifier, so that it can be an ID selector.</summary>
    public bool IsId { get; private set; }

    /// <summary>Whether the text ended inside this comment, string or URL.</summary>
    public bool IsUnterminated { get; private set; }

    public readonly ReadOnlySpan<char> Text => _text[Start.._position];

    public readonly ReadOnlySpan<char> Value => _text[ValueStart..ValueEnd];

    /// <summary>The character of a one-character token such as a delimiter.</summary>
    public readonly char Character => _text[Start];

    /// <summary>Whether this is the delimiter <paramref name="c"/>.</summary>
    public readonly bool IsDelim(char c) => Kind == CssTokenKind.Delim && _text[Start] == c;

    /// <summary>Reads the next token that is neither white space nor a comment.</summary>
    public CssTokenKind NextSignificant()
    {
        CssTokenKind kind;
        do
        {
            kind = Next();
        }
        while (kind is CssTokenKind.Whitespace or CssTokenKind.Comment);
        return kind;
    }

    /// <summary>Reads the next token and answers its kind; at the end of the text that is <see cref="CssTokenKind.EndOfFile"/> each time.</summary>
    public CssTokenKind Next()
    {
        Start = _position;
        IsUnterminated = false;
        if (_position >= _text.Length) return Kind = CssTokenKind.EndOfFile;
        return Kind = Scan(_text[_position]);
    }

    // 4.3.1 Consume a token
    private CssTokenKind Scan(char c)
    {
        switch (c)
        {
            case ' ' or '\t' or '\n' or '\r' or '\f': return ScanWhitespace();
            case '"' or '\'': return ScanString(c);
            case '/': return Peek(1) == '*' ? ScanComment() : Single(CssTokenKind.Delim);
            case '#': return ScanHash();
            case '(': return Single(CssTokenKind.OpenParen);
            case ')': return Single(CssTokenKind.CloseParen);
            case '[': return Single(CssTokenKind.OpenBracket);
            case ']': return Single(CssTokenKind.CloseBracket);
            case '{': return Single(CssTokenKind.OpenBrace);
            case '}': return Single(CssTokenKind.CloseBrace);
            case ',': return Single(CssTokenKind.Comma);
            case ':': return Single(CssTokenKind.Colon);
            case ';': return Single(CssTokenKind.Semicolon);
            case '+' or '.': return StartsNumber(_position) ? ScanNumeric() : Single(CssTokenKind.Delim);
            case '-': return ScanMinus();
            case '<': return ScanLess();
            case '@': return ScanAt();
            case '\\': return IsEscape(_position) ? ScanIdentLike() : Single(CssTokenKind.Delim);
            case 'u' or 'U' when ReadsUnicodeRanges && StartsUnicodeRange(): return ScanUnicodeRange();
        }

        if (CssCharacters.IsDigit(c)) return ScanNumeric();
        return CssCharacters.IsNameStart(c) ? ScanIdentLike() : Single(CssTokenKind.Delim);
    }

    private readonly char Peek(int distance) => _position + distance < _text.Length ? _text[_position + distance] : '\uFFFF';

    private CssTokenKind Single(CssTokenKind kind)
    {
        _position++;
        return kind;
    }

    private CssTokenKind ScanWhitespace()
    {
        int position = _position + 1;
        while (position < _text.Length && CssCharacters.IsSpace(_text[position])) position++;
        _position = position;
        return CssTokenKind.Whitespace;
    }

    private CssTokenKind ScanComment()
    {
        int length = _text[(_position + 2)..].IndexOf("*/");
        IsUnterminated = length < 0;
        _position = length < 0 ? _text.Length : _position + length + 4;
        return CssTokenKind.Comment;
    }

    private CssTokenKind ScanHash()
    {
        int name = _position + 1;
        if (name >= _text.Length || !(CssCharacters.IsName(_text[name]) || IsEscape(name))) return Single(CssTokenKind.Delim);
        IsId = StartsName(name);
        ScanName(name);
        return CssTokenKind.Hash;
    }

    private CssTokenKind ScanMinus()
    {
        if (StartsNumber(_position)) return ScanNumeric();
        if (Peek(1) == '-' && Peek(2) == '>')
        {
            _position += 3;
            return CssTokenKind.Cdc;
        }

        return StartsName(_position) ? ScanIdentLike() : Single(CssTokenKind.Delim);
    }

    private CssTokenKind ScanLess()
    {
        if (!_text[_position..].StartsWith("<!--")) return Single(CssTokenKind.Delim);
        _position += 4;
        return CssTokenKind.Cdo;
    }

    private CssTokenKind ScanAt()
    {
        if (!StartsName(_position + 1)) return Single(CssTokenKind.Delim);
        ScanName(_position + 1);
        return CssTokenKind.AtKeyword;
    }

    // 4.3.5 Consume a string token
    private CssTokenKind ScanString(char quote)
    {
        SearchValues<char> ends = quote == '"' ? s_doubleQuotedEnds : s_singleQuotedEnds;
        int position = ValueStart = _position + 1;
        while (true)
        {
            int found = _text[position..].IndexOfAny(ends);
            if (found < 0) return EndString(_text.Length, _text.Length, unterminated: true);
            position += found;
            char c = _text[position];
            if (c == quote) return EndString(position, position + 1, unterminated: false);
            if (c != '\\')
            {
                _ = EndString(position, position, unterminated: false);
                return CssTokenKind.BadString;
            }

            if (position + 1 >= _text.Length) return EndString(position, _text.Length, unterminated: true);
            position += _text[position + 1] == '\r' && position + 2 < _text.Length && _text[position + 2] == '\n' ? 3 : 2;
        }
    }

    private CssTokenKind EndString(int valueEnd, int end, bool unterminated)
    {
        ValueEnd = valueEnd;
        _position = end;
        IsUnterminated = unterminated;
        return CssTokenKind.String;
    }
}
