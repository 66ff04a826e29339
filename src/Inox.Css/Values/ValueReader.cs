using System.Globalization;

namespace Inox.Css;

/// <summary>
/// Reads a value token by token. The current token is never white space; a function's token stands for its name and opening parenthesis. To try
/// something, copy the reader and put the copy back.
/// </summary>
internal ref struct ValueReader
{
    private const int MaxDepth = 128;

    private readonly string _buffer;
    private CssTokenizer _tokens;
    private int _depth;

    public ValueReader(CssText text)
    {
        _buffer = text.Buffer;
        _tokens = text.Tokenize();
        Next();
    }

    public readonly CssTokenKind Kind => _tokens.Kind;

    /// <summary>Whether white space or a comment stands before the current token.</summary>
    public bool AfterSpace { get; private set; }

    public readonly ReadOnlySpan<char> Name => _tokens.Value;

    public readonly ReadOnlySpan<char> TokenText => _tokens.Text;

    public readonly int Start => _tokens.Start;

    public readonly int Position => _tokens.Position;

    public readonly bool IsInteger => _tokens.IsInteger;

    public readonly bool IsIdHash => _tokens.IsId;

    /// <summary>Whether nothing is left here: the text or the function around is at its end.</summary>
    public readonly bool AtEnd => _tokens.Kind is CssTokenKind.EndOfFile or CssTokenKind.CloseParen or CssTokenKind.CloseBracket or CssTokenKind.CloseBrace;

    public void Next()
    {
        int end = _tokens.Position;
        _tokens.NextSignificant();
        AfterSpace = _tokens.Start > end;
    }

    public readonly bool IsIdent(ReadOnlySpan<char> word) => _tokens.Kind == CssTokenKind.Ident && CssEscapes.EqualsIgnoreCase(_tokens.Value, word);

    public readonly bool IsDelim(char c) => _tokens.IsDelim(c);

    public readonly bool IsFunction(ReadOnlySpan<char> word) => _tokens.Kind == CssTokenKind.Function && CssEscapes.EqualsIgnoreCase(_tokens.Value, word);

    public bool TryIdent(ReadOnlySpan<char> word)
    {
        if (!IsIdent(word)) return false;
        Next();
        return true;
    }

    public bool TryDelim(char c)
    {
        if (!IsDelim(c)) return false;
        Next();
        return true;
    }

    public bool TryComma()
    {
        if (_tokens.Kind != CssTokenKind.Comma) return false;
        Next();
        return true;
    }

    /// <summary>Goes into the function when it is named so; <see cref="Leave"/> ends it.</summary>
    public bool TryFunction(ReadOnlySpan<char> word)
    {
        if (!IsFunction(word)) return false;
        return Enter();
    }

    /// <summary>Goes into the function or block that the current token opens; false when that is too deep.</summary>
    public bool Enter()
    {
        if (++_depth > MaxDepth) return false;
        Next();
        return true;
    }

    /// <summary>Goes behind the closing bracket; false when something is left before it.</summary>
    public bool Leave()
    {
        if (!AtEnd) return false;
        _depth--;
        if (_tokens.Kind != CssTokenKind.EndOfFile) Next();
        return true;
    }

    /// <summary>Goes behind the token, or behind the whole block when it opens one.</summary>
    public void SkipComponent()
    {
        _tokens.SkipBlock();
        Next();
    }

    /// <summary>The component at the reader as text; goes behind it.</summary>
    public CssText TakeComponent()
    {
        int start = Start;
        _tokens.SkipBlock();
        int end = Position;
        Next();
        return new(_buffer, start, end);
    }

    /// <summary>All that is left up to the bracket that closes here.</summary>
    public CssText TakeRest(out bool isEmpty)
    {
        int start = Start, end = start;
        isEmpty = AtEnd;
        while (!AtEnd) end = TakeComponent().End;
        return new(_buffer, start, end);
    }

    /// <summary>The text of a name, escapes resolved.</summary>
    public readonly string Decoded() => CssEscapes.Decode(_tokens.Value);

    public readonly float NumberValue => ParseNumber(_tokens.NumberText);

    /// <summary>The number with all of its digits, where <see cref="NumberValue"/> may have lost some.</summary>
    public readonly double? LongNumber
    {
        get
        {
            // 123456 and 1.2345 keep all of theirs; 1e40 is infinite in single precision
            ReadOnlySpan<char> text = _tokens.NumberText;
            if (text.Length <= 6 && !text.ContainsAny('e', 'E')) return null;
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;
        }
    }

    private static float ParseNumber(ReadOnlySpan<char> text)
    {
        // Short whole numbers are nearly all there is.
        if (text.Length <= 6)
        {
            int value = 0, i = 0;
            while (i < text.Length && text[i] is >= '0' and <= '9') value = value * 10 + (text[i++] - '0');
            if (i == text.Length) return value;
        }

        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
        return (float)number;
    }

    /// <summary>One of the words, in the case of <paramref name="words"/>.</summary>
    public Keyword? TryKeyword(KeywordSet words)
    {
        if (_tokens.Kind != CssTokenKind.Ident || words.Find(_tokens.Value) is not { } keyword) return null;
        Next();
        return keyword;
    }

    public string? TryString()
    {
        if (_tokens.Kind != CssTokenKind.String) return null;
        string value = Decoded();
        Next();
        return value;
    }

    /// <summary><c>url(x)</c> or <c>url("x")</c>.</summary>
    public UrlValue? TryUrl()
    {
        string url;
        if (_tokens.Kind == CssTokenKind.Url)
        {
            url = Decoded();
            Next();
            return new(url);
        }

        if (!IsFunction("url")) return null;
        ValueReader saved = this;
        if (Enter() && TryString() is { } value && Leave()) return new(value);
        this = saved;
        return null;
    }

    /// <summary>A name that authors choose: any identifier but the keywords that every property takes.</summary>
    public CustomIdent? TryCustomIdent()
    {
        if (_tokens.Kind != CssTokenKind.Ident || WideKeywords.Is(_tokens.Value) || CssEscapes.EqualsIgnoreCase(_tokens.Value, "default")) return null;
        CustomIdent ident = new(Decoded());
        Next();
        return ident;
    }

    public CustomIdent? TryDashedIdent()
    {
        if (_tokens.Kind != CssTokenKind.Ident || !_tokens.Value.StartsWith("--")) return null;
        CustomIdent ident = new(Decoded());
        Next();
        return ident;
    }

    public float? TryInteger()
    {
        if (_tokens.Kind != CssTokenKind.Number || !_tokens.IsInteger) return null;
        float value = NumberValue;
        Next();
        return value;
    }
}

/// <summary>The keywords of CSS Cascade 5, which any property takes.</summary>
internal static class WideKeywords
{
    public static readonly KeywordSet Set = new("initial", "inherit", "unset", "revert", "revert-layer");

    public static bool Is(ReadOnlySpan<char> name) => Set.Find(name) is not null;
}
