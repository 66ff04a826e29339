using System.Buffers;
using System.Text;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

public sealed partial class JsPrinter
{
    // What stands for itself in a string of double quotes: printable ASCII but for the quote, the backslash and `<` of `</script`.
    private static readonly SearchValues<char> s_plain = SearchValues.Create(
        " !#$%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    // And in a template, where `${` is none of it.
    private static readonly SearchValues<char> s_plainInTemplate = SearchValues.Create(
        " !#%&'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz{|}~");

    private void PrintName(string name)
    {
        if (_ascii && !Ascii.IsValid(name)) PrintEscapedName(name);
        else _output.Write(name);
    }

    private void PrintEscapedName(string name)
    {
        foreach (Rune rune in name.EnumerateRunes())
        {
            if (rune.IsAscii) Write((char)rune.Value);
            else if (rune.IsBmp) WriteUnicodeEscape((char)rune.Value);
            else WriteCodePointEscape(rune.Value);
        }
    }

    private void PrintBoolean(BooleanLiteral literal, int level)
    {
        if (!_minify)
        {
            PrintWord(literal, literal.Value ? "true" : "false");
            return;
        }
        bool wrap = level >= Precedence.Prefix;
        if (wrap) Write('(');
        Map(literal.Start);
        Write(literal.Value ? "!0" : "!1");
        if (wrap) Write(')');
    }

    private void PrintNumber(double value, int level)
    {
        if (double.IsNaN(value))
        {
            Write("(0/0)");
            return;
        }
        if (value < 0 || (value == 0 && double.IsNegative(value)))
        {
            bool wrap = level >= Precedence.Prefix;
            if (wrap) Write('(');
            else if (_output.Last == '-') Write(' ');
            Write('-');
            PrintPositive(-value);
            if (wrap) Write(')');
            return;
        }
        PrintPositive(value);
    }

    private void PrintPositive(double value)
    {
        if (NumberText.IsShortInteger(value))
        {
            SeparateWord();
            WriteNumber(NumberText.WriteInteger((int)value, _output.GetSpan(NumberText.MaxIntegerLength), shortest: _minify));
        }
        else PrintFraction(value);
    }

    private void PrintFraction(double value)
    {
        Span<char> buffer = stackalloc char[NumberText.MaxLength];
        int length = NumberText.Write(value, buffer, shortest: _minify);
        // `return .5` needs no space, `return 5e99` does
        if (buffer[0] != '.') SeparateWord();
        buffer[..length].CopyTo(_output.GetSpan(length));
        WriteNumber(length);
    }

    // The text is at the end of the output already.
    private void WriteNumber(int length)
    {
        bool isInteger = _output.GetSpan(length)[..length].IndexOfAny('.', 'e', 'x') < 0;
        _output.Advance(length);
        if (isInteger) _integerEnd = _output.Length;
    }

    private void PrintRegExp(RegExpLiteral node)
    {
        char last = _output.Last;
        // `a / /b/`, and `a < /script/`, as `</script` would end the element the file may be put into
        if (last == '/' || (last == '<' && node.Pattern.StartsWith("script", StringComparison.OrdinalIgnoreCase))) Write(' ');
        Map(node.Start);
        Write('/');
        if (_ascii && !Ascii.IsValid(node.Pattern)) PrintEscapedPattern(node.Pattern);
        else Write(node.Pattern);
        Write('/');
        Write(node.Flags);
        _regexEnd = _output.Length;
    }

    // `\uD83D\uDE00` is one character under the flag `u` too (ECMA-262 22.2.1, RegExpUnicodeEscapeSequence)
    private void PrintEscapedPattern(string pattern)
    {
        foreach (char c in pattern)
        {
            if (c < 0x80) Write(c);
            else WriteUnicodeEscape(c);
        }
    }

    private void PrintString(string value, bool allowTemplate)
    {
        bool prefersTemplate = allowTemplate && _prefersTemplates;
        if (value.AsSpan().IndexOfAnyExcept(prefersTemplate ? s_plainInTemplate : s_plain) < 0)
        {
            char plain = prefersTemplate ? '`' : '"';
            Write(plain);
            Write(value);
            Write(plain);
            return;
        }
        char quote = ChooseQuote(value, allowTemplate);
        Write(quote);
        PrintQuoted(value, quote);
        Write(quote);
    }

    private char ChooseQuote(string value, bool allowTemplate)
    {
        int doubles = 0, singles = 0, backticks = 0;
        for (int i = 0; i < value.Length; i++)
        {
            switch (value[i])
            {
                case '"': doubles++; break;
                case '\'': singles++; break;
                case '`': backticks++; break;
                case '$' when i + 1 < value.Length && value[i + 1] == '{': backticks++; break;
                // two characters in quotes, one in a template
                case '\n': doubles++; singles++; break;
            }
        }
        char best = doubles <= singles ? '"' : '\'';
        int least = Math.Min(doubles, singles);
        return allowTemplate && (backticks < least || _prefersTemplates && backticks == least) ? '`' : best;
    }

    private void PrintQuoted(string value, char quote)
    {
        for (int i = 0; i < value.Length; i++)
        {
            char c = value[i];
            char next = i + 1 < value.Length ? value[i + 1] : '\0';
            if (c is >= ' ' and < '\x7f' && c != '\\' && c != quote && c != '<' && c != '$')
            {
                Write(c);
            }
            else if (char.IsHighSurrogate(c) && char.IsLowSurrogate(next))
            {
                i++;
                if (_ascii) WriteCodePointEscape(char.ConvertToUtf32(c, next));
                else
                {
                    Write(c);
                    Write(next);
                }
            }
            else
            {
                PrintSpecial(c, value, i, quote);
            }
        }
    }

    private void PrintSpecial(char c, string value, int index, char quote)
    {
        char next = index + 1 < value.Length ? value[index + 1] : '\0';
        switch (c)
        {
            case '\\': Write("\\\\"); break;
            case '\n': Write(quote == '`' ? "\n" : "\\n"); break;
            case '\r': Write("\\r"); break;
            case '\t': Write(_minify ? "\t" : "\\t"); break;
            case '\b': Write("\\b"); break;
            case '\f': Write("\\f"); break;
            case '\v': Write("\\v"); break;
            // \01 would be an octal escape
            case '\0': Write(char.IsAsciiDigit(next) && index + 1 < value.Length ? "\\x00" : "\\0"); break;
            case '$': Write(quote == '`' && next == '{' ? "\\$" : "$"); break;
            case '<': Write(StartsScriptEnd(value, index) ? "<\\" : "<"); break;
            case '\x7f': Write(c); break;
            case < ' ': WriteHexEscape(c); break;
            case '\u2028' or '\u2029' or '\ufeff': WriteUnicodeEscape(c); break;
            case >= '\x80':
                if (char.IsSurrogate(c) || (_ascii && c > 0xff)) WriteUnicodeEscape(c);
                else if (_ascii) WriteHexEscape(c);
                else Write(c);
                break;
            default:
                if (c == quote) Write('\\');
                Write(c);
                break;
        }
    }

    // `</script` would end the element that the file may be put into
    private static bool StartsScriptEnd(string text, int index) =>
        string.Compare(text, index, "</script", 0, 8, StringComparison.OrdinalIgnoreCase) == 0;

    private void PrintTemplate(TemplateLiteral node, bool isTagged)
    {
        if (!isTagged) Map(node.Start);
        Write('`');
        for (int i = 0; i < node.Quasis.Length; i++)
        {
            PrintTemplateText(node.Quasis[i].Raw, isTagged);
            if (i >= node.Expressions.Length) break;
            Write("${");
            PrintExpression(node.Expressions[i], Precedence.Lowest, Forbid.Nothing);
            Write('}');
        }
        Write('`');
    }

    // A tag sees the raw text, so nothing in it may be escaped.
    private void PrintTemplateText(string raw, bool isTagged)
    {
        if (isTagged || (!(_ascii && !Ascii.IsValid(raw)) && !raw.Contains("</script", StringComparison.OrdinalIgnoreCase)))
        {
            Write(raw);
            return;
        }
        bool isEscaped = false;
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            if (c < 0x80 || !_ascii) Write(c);
            else PrintEscapedTemplateChar(c, isEscaped);
            isEscaped = c == '\\' && !isEscaped;
            if (c == '<' && StartsScriptEnd(raw, i)) Write('\\');
        }
    }

    private void PrintEscapedTemplateChar(char c, bool isEscaped)
    {
        if (!isEscaped) WriteUnicodeEscape(c);
        // a backslash before U+2028 continues the line and stands for nothing; before a letter it stands for the letter
        else if (c is '\u2028' or '\u2029') _output.Truncate(_output.Length - 1);
        else WriteHex(c, 'u', 4);
    }

    private void WriteUnicodeEscape(char c)
    {
        Write('\\');
        WriteHex(c, 'u', 4);
    }

    private void WriteHexEscape(char c)
    {
        Write('\\');
        WriteHex(c, 'x', 2);
    }

    private void WriteHex(int value, char kind, int digits)
    {
        Write(kind);
        for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) Write("0123456789abcdef"[(value >> shift) & 15]);
    }

    private void WriteCodePointEscape(int codePoint)
    {
        Write("\\u{");
        Span<char> digits = stackalloc char[8];
        codePoint.TryFormat(digits, out int length, "x");
        _output.Write(digits[..length]);
        Write('}');
    }
}
