using System.Globalization;
using System.Text;

namespace Inox.Css;

/// <summary>What escapes in names, strings and URLs mean, and how such text is written (CSS Syntax 4.3.7, CSSOM "Serializing").</summary>
public static class CssEscapes
{
    /// <summary>The text that <paramref name="value"/>, the inside of a token, stands for.</summary>
    public static string Decode(ReadOnlySpan<char> value)
    {
        if (!NeedsDecoding(value)) return value.ToString();
        StringBuilder text = new(value.Length);
        int position = 0;
        while (position < value.Length)
        {
            char c = value[position];
            if (c == '\\') position = DecodeEscape(value, position, text);
            else if (char.IsSurrogate(c)) position = DecodeSurrogate(value, position, text);
            else
            {
                text.Append(c == '\0' ? '\uFFFD' : c);
                position++;
            }
        }

        return text.ToString();
    }

    /// <summary>Compares what a name stands for with an ASCII word, letters of either case alike.</summary>
    public static bool EqualsIgnoreCase(ReadOnlySpan<char> name, ReadOnlySpan<char> word)
    {
        if (name.Length == word.Length) return Ascii.EqualsIgnoreCase(name, word);
        return name.Length > word.Length && name.Contains('\\') && Ascii.EqualsIgnoreCase(Decode(name), word);
    }

    /// <summary>Writes <paramref name="name"/> as an identifier.</summary>
    public static string Identifier(string name)
    {
        int safe = 0;
        while (safe < name.Length && IsPlain(name, safe)) safe++;
        if (safe == name.Length && name.Length > 0 && name != "-") return name;
        StringBuilder text = new(name.Length + 8);
        for (int i = 0; i < name.Length; i++) AppendIdentifierUnit(text, name, i);
        return text.ToString();
    }

    /// <summary>Writes <paramref name="value"/> as a string in double quotes.</summary>
    public static string QuotedString(string value)
    {
        StringBuilder text = new(value.Length + 2);
        text.Append('"');
        foreach (char c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (c is >= '\u0001' and <= '\u001F' or '\u007F') AppendHex(text, c);
            else text.Append(c == '\0' ? '\uFFFD' : c);
        }

        return text.Append('"').ToString();
    }

    /// <summary>Writes <paramref name="value"/> as <c>url(…)</c>, unquoted when it needs no escape.</summary>
    public static string Url(string value)
    {
        foreach (char c in value)
        {
            if (c is '"' or '\'' or '(' or ')' or '\\' || CssCharacters.IsSpace(c) || CssCharacters.IsNonPrintable(c)) return $"url({QuotedString(value)})";
        }

        return value.Length == 0 ? "url(\"\")" : $"url({value})";
    }

    /// <summary>The offset behind the escape at <paramref name="at"/>.</summary>
    internal static int Skip(ReadOnlySpan<char> text, int at)
    {
        int position = at + 1;
        if (position >= text.Length) return position;
        if (!CssCharacters.IsHex(text[position])) return position + 1;
        int limit = Math.Min(position + 6, text.Length);
        while (position < limit && CssCharacters.IsHex(text[position])) position++;
        return SkipOneSpace(text, position);
    }

    private static int SkipOneSpace(ReadOnlySpan<char> text, int position)
    {
        if (position >= text.Length || !CssCharacters.IsSpace(text[position])) return position;
        return text[position] == '\r' && position + 1 < text.Length && text[position + 1] == '\n' ? position + 2 : position + 1;
    }

    private static bool NeedsDecoding(ReadOnlySpan<char> value) =>
        value.ContainsAny('\\', '\0') || value.ContainsAnyInRange('\uD800', '\uDFFF');

    private static int DecodeSurrogate(ReadOnlySpan<char> value, int position, StringBuilder text)
    {
        if (position + 1 < value.Length && char.IsSurrogatePair(value[position], value[position + 1]))
        {
            text.Append(value.Slice(position, 2));
            return position + 2;
        }

        text.Append('\uFFFD');
        return position + 1;
    }

    // 4.3.7 Consume an escaped code point; in a string, a backslash before a line end stands for nothing.
    private static int DecodeEscape(ReadOnlySpan<char> value, int at, StringBuilder text)
    {
        int next = at + 1;
        if (next >= value.Length)
        {
            text.Append('\uFFFD');
            return next;
        }

        char c = value[next];
        if (CssCharacters.IsNewLine(c)) return SkipOneSpace(value, next);
        if (!CssCharacters.IsHex(c))
        {
            if (char.IsSurrogate(c)) return DecodeSurrogate(value, next, text);
            text.Append(c == '\0' ? '\uFFFD' : c);
            return next + 1;
        }

        int end = next;
        while (end < value.Length && end < next + 6 && CssCharacters.IsHex(value[end])) end++;
        int code = int.Parse(value[next..end], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        bool valid = code is > 0 and <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF);
        text.Append(valid ? char.ConvertFromUtf32(code) : "\uFFFD");
        return SkipOneSpace(value, end);
    }

    private static bool IsPlain(string name, int at)
    {
        char c = name[at];
        if (c == '\0' || !CssCharacters.IsName(c)) return false;
        return !CssCharacters.IsDigit(c) || !(at == 0 || (at == 1 && name[0] == '-'));
    }

    private static void AppendIdentifierUnit(StringBuilder text, string name, int at)
    {
        char c = name[at];
        if (c == '\0') text.Append('\uFFFD');
        else if (IsPlain(name, at) && name != "-") text.Append(c);
        else if (c is < ' ' or '\u007F' || CssCharacters.IsDigit(c)) AppendHex(text, c);
        else text.Append('\\').Append(c);
    }

    private static void AppendHex(StringBuilder text, char c) => text.Append('\\').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append(' ');
}
