namespace Inox.JavaScript.Parsing;

/// <summary>What an ASCII character may do in a name.</summary>
internal static class CharacterClass
{
    private const int Start = 1;
    private const int Part = 2;

    // Start and Part bits, 16 characters a row
    private static ReadOnlySpan<byte> Table =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 0, 0, 0, 0,
        0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 3,
        0, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 0,
    ];

    public static bool IsStart(char c) => c < 128 && (Table[c] & Start) != 0;

    public static bool IsPart(char c) => c < 128 && (Table[c] & Part) != 0;

    public static bool IsDigit(char c) => (uint)(c - '0') <= 9;

    /// <summary>Line feed, carriage return, U+2028, U+2029.</summary>
    public static bool IsLineTerminator(char c) => c is '\n' or '\r' or '\u2028' or '\u2029';

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int HexValue(char c)
    {
        if (IsDigit(c)) return c - '0';
        int lower = c | 0x20;
        return lower is >= 'a' and <= 'f' ? lower - 'a' + 10 : -1;
    }
}
