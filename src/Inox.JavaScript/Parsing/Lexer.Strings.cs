using System.Buffers;
using System.Text;

namespace Inox.JavaScript.Parsing;

internal partial struct Lexer   // strings
{
    /// <summary>Strings up to this length are shared like names: keys, event names and tags recur.</summary>
    private const int SharedLength = 24;

    // U+2028 and U+2029 may stand in strings since ES2019.
    private static readonly SearchValues<char> s_doubleQuoteStops = SearchValues.Create("\"\\\n\r");
    private static readonly SearchValues<char> s_singleQuoteStops = SearchValues.Create("'\\\n\r");

    private Token ScanString(char quote)
    {
        int start = State.Start + 1;
        int length = Text.AsSpan(start).IndexOfAny(quote == '"' ? s_doubleQuoteStops : s_singleQuoteStops);
        int end = length < 0 ? Text.Length : start + length;
        if (At(end) == quote)
        {
            State.Position = end + 1;
            State.Value = Share(Text.AsSpan(start, length));
        }
        else ScanUnusualString(quote, start, end);
        return Token.String;
    }

    private string Share(ReadOnlySpan<char> text) => text.Length <= SharedLength ? _names.Get(text, out _) : new(text);

    // A string with escapes, or one that is never closed.
    private void ScanUnusualString(char quote, int start, int end)
    {
        StringBuilder value = new();
        value.Append(Text, start, end - start);
        SearchValues<char> stops = quote == '"' ? s_doubleQuoteStops : s_singleQuoteStops;
        while (true)
        {
            char c = At(end);
            if (c == quote)
            {
                State.Position = end + 1;
                break;
            }
            if (c != '\\')
            {
                Error(ParseErrors.UnterminatedString, State.Start, end, quote.ToString());
                State.Position = end;
                break;
            }
            SetFlag(TokenFlags.HasEscape);
            end = ReadStringEscape(end, value);
            int length = Text.AsSpan(end).IndexOfAny(stops);
            if (length < 0) length = Text.Length - end;
            value.Append(Text, end, length);
            end += length;
        }
        State.Value = value.ToString();
    }

    private int ReadStringEscape(int backslash, StringBuilder value)
    {
        char c = At(backslash + 1);
        if (c is >= '0' and <= '9' && (c != '0' || CharacterClass.IsDigit(At(backslash + 2)))) return ReadOctalEscape(backslash, value);
        int end = ReadEscape(backslash, value);
        if (end >= 0) return end;
        Error(ParseErrors.InvalidEscape, backslash, backslash + 2);
        return Math.Min(backslash + 2, Text.Length);
    }

    // LegacyOctalEscapeSequence and NonOctalDecimalEscapeSequence
    private int ReadOctalEscape(int backslash, StringBuilder value)
    {
        SetFlag(TokenFlags.LegacyOctal);
        int position = backslash + 1;
        char first = At(position);
        if (first >= '8')
        {
            value.Append(first);
            return position + 1;
        }
        int limit = first <= '3' ? 3 : 2;
        int code = 0;
        for (int i = 0; i < limit && At(position) is >= '0' and <= '7'; i++) code = code * 8 + (At(position++) - '0');
        value.Append((char)code);
        return position;
    }

    // The escapes that strings and templates share. Returns the end, or -1 when it is bad.
    private readonly int ReadEscape(int backslash, StringBuilder value)
    {
        int position = backslash + 2;
        char c = At(backslash + 1);
        switch (c)
        {
            case 'n': value.Append('\n'); return position;
            case 't': value.Append('\t'); return position;
            case 'r': value.Append('\r'); return position;
            case 'b': value.Append('\b'); return position;
            case 'f': value.Append('\f'); return position;
            case 'v': value.Append('\v'); return position;
            case '0': value.Append('\0'); return position;
            case '\r': return At(position) == '\n' ? position + 1 : position;
            case '\n' or '\u2028' or '\u2029': return position;
            case 'x': return ReadHexEscape(position, value);
            case 'u':
                int codePoint = ReadUnicodeEscape(position, out int end);
                if (codePoint < 0) return -1;
                AppendCodePoint(value, codePoint);
                return end;
            case '\0' when backslash + 1 >= Text.Length: return backslash + 1;
            default: value.Append(c); return position;
        }
    }

    private readonly int ReadHexEscape(int position, StringBuilder value)
    {
        int high = CharacterClass.HexValue(At(position));
        int low = high < 0 ? -1 : CharacterClass.HexValue(At(position + 1));
        if (low < 0) return -1;
        value.Append((char)(high * 16 + low));
        return position + 2;
    }
}
