namespace Inox.Css;

/// <summary>Classes of code points as CSS Syntax Level 3, section 4.2, defines them.</summary>
internal static class CssCharacters
{
    private const byte NameStart = 1, Name = 2, Digit = 4, Hex = 8, Space = 16, NewLine = 32, NonPrintable = 64;

    // U+0000 is a name character: input preprocessing turns it into U+FFFD.
    private static ReadOnlySpan<byte> Classes =>
    [
        67, 64, 64, 64, 64, 64, 64, 64, 64, 16, 48, 64, 48, 48, 64, 64,
        64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64, 64,
        16, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0,
        14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 0, 0, 0, 0, 0, 0,
        0, 11, 11, 11, 11, 11, 11, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 3,
        0, 11, 11, 11, 11, 11, 11, 3, 3, 3, 3, 3, 3, 3, 3, 3,
        3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 0, 0, 0, 0, 64,
    ];

    // The standard now leaves some symbols above U+0080 out of identifiers; engines in use still take them all, and copying them as
    // part of a name is right for both.
    public static bool IsNameStart(char c) => c >= 128 || (Classes[c] & NameStart) != 0;

    public static bool IsName(char c) => c >= 128 || (Classes[c] & Name) != 0;

    public static bool IsDigit(char c) => c < 128 && (Classes[c] & Digit) != 0;

    public static bool IsHex(char c) => c < 128 && (Classes[c] & Hex) != 0;

    public static bool IsSpace(char c) => c < 128 && (Classes[c] & Space) != 0;

    public static bool IsNewLine(char c) => c < 128 && (Classes[c] & NewLine) != 0;

    public static bool IsNonPrintable(char c) => c < 128 && (Classes[c] & NonPrintable) != 0 && c != 0;
}
