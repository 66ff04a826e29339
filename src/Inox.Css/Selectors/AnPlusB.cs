using System.Globalization;

namespace Inox.Css;

/// <summary>The notation of <c>:nth-child()</c>, <c>An+B</c> (CSS Syntax Level 3, section 6).</summary>
public readonly record struct AnPlusB(int A, int B)
{
    /// <summary>What <paramref name="text"/> stands for; null when it is something else. Numbers beyond 32 bits are clamped.</summary>
    public static AnPlusB? Parse(CssText text)
    {
        CssTokenizer tokens = text.Tokenize();
        AnPlusB? value = Read(ref tokens);
        return tokens.NextSignificant() == CssTokenKind.EndOfFile ? value : null;
    }

    private static AnPlusB? Read(ref CssTokenizer tokens)
    {
        switch (tokens.NextSignificant())
        {
            case CssTokenKind.Number when tokens.IsInteger:
                return new(0, ReadInteger(tokens.Text));
            case CssTokenKind.Dimension when tokens.IsInteger:
                return ReadRest(ref tokens, ReadInteger(tokens.NumberText), CssEscapes.Decode(tokens.Value));
            case CssTokenKind.Delim when tokens.Character == '+':
                // No white space, and no second sign: `+n` but neither `+ n` nor `+-n`.
                return tokens.Next() == CssTokenKind.Ident ? ReadRest(ref tokens, 1, CssEscapes.Decode(tokens.Value)) : null;
            case CssTokenKind.Ident when CssEscapes.EqualsIgnoreCase(tokens.Value, "odd"):
                return new(2, 1);
            case CssTokenKind.Ident when CssEscapes.EqualsIgnoreCase(tokens.Value, "even"):
                return new(2, 0);
            case CssTokenKind.Ident:
                string name = CssEscapes.Decode(tokens.Value);
                return name[0] == '-' ? ReadRest(ref tokens, -1, name[1..]) : ReadRest(ref tokens, 1, name);
            default:
                return null;
        }
    }

    // What follows A: `n`, `n + 1`, `n- 1` or `n-1`, the last of which is one name.
    private static AnPlusB? ReadRest(ref CssTokenizer tokens, int a, string name)
    {
        if (name.Length == 0 || (name[0] | 0x20) != 'n') return null;
        if (name.Length == 1) return ReadSigned(ref tokens) is { } b ? new(a, b) : null;
        if (name[1] != '-') return null;
        if (name.Length == 2) return ReadSignless(ref tokens) is { } subtracted ? new(a, -subtracted) : null;
        return name.AsSpan(2).ContainsAnyExceptInRange('0', '9') ? null : new(a, ReadInteger(name.AsSpan(1)));
    }

    private static int? ReadSigned(ref CssTokenizer tokens)
    {
        CssTokenizer before = tokens;
        switch (tokens.NextSignificant())
        {
            case CssTokenKind.Number when tokens.IsInteger && tokens.Character is '+' or '-':
                return ReadInteger(tokens.Text);
            case CssTokenKind.Delim when tokens.Character is '+' or '-':
                int sign = tokens.Character == '-' ? -1 : 1;
                return ReadSignless(ref tokens) * sign;
            default:
                tokens = before;
                return 0;
        }
    }

    private static int? ReadSignless(ref CssTokenizer tokens) =>
        tokens.NextSignificant() == CssTokenKind.Number && tokens.IsInteger && CssCharacters.IsDigit(tokens.Character) ? ReadInteger(tokens.Text) : null;

    private static int ReadInteger(ReadOnlySpan<char> text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)) return value;
        return text[0] == '-' ? int.MinValue + 1 : int.MaxValue;
    }
}
