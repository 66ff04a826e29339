using System.Buffers;

namespace Inox.Http;

/// <summary>The character classes of RFC 9110, RFC 9112 and RFC 3986.</summary>
internal static class Characters
{
    // tchar (RFC 9110 section 5.6.2)
    public static readonly SearchValues<byte> Token =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    // What a field value must not hold: controls other than HTAB (RFC 9110 section 5.5). obs-text is allowed.
    public static readonly SearchValues<byte> NotInValue = SearchValues.Create(ControlsButTab());

    // pchar and "/", and what browsers send unencoded in a path: `|`, `[`, `]` (WHATWG URL, path percent-encode set).
    public static readonly SearchValues<byte> Path = SearchValues.Create("!$&'()*+,-./:;=@_~|[]%0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    // As above with "?", and what browsers send unencoded in a query.
    public static readonly SearchValues<byte> Query = SearchValues.Create("!$&'()*+,-./:;=?@_~|[]\\^`{}%0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    // uri-host without brackets (RFC 3986 reg-name); percent-encoding is checked apart.
    public static readonly SearchValues<byte> RegName = SearchValues.Create("!$&'()*+,-.;=_~%0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    public static readonly SearchValues<byte> IpLiteral = SearchValues.Create("0123456789abcdefABCDEF:.v"u8);

    public static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789"u8);

    public static ReadOnlySpan<byte> HexDigits => "0123456789ABCDEF"u8;

    /// <summary>The value of a hexadecimal digit, or -1.</summary>
    public static int Hex(byte digit) => digit switch
    {
        >= (byte)'0' and <= (byte)'9' => digit - '0',
        >= (byte)'a' and <= (byte)'f' => digit - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => digit - 'A' + 10,
        _ => -1,
    };

    /// <summary>Without optional white space (SP and HTAB) at both ends.</summary>
    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> value)
    {
        int start = 0, end = value.Length;
        while (start < end && IsBlank(value[start])) start++;
        while (end > start && IsBlank(value[end - 1])) end--;
        return value[start..end];
    }

    public static bool IsBlank(byte c) => c is (byte)' ' or (byte)'\t';

    private static byte[] ControlsButTab()
    {
        List<byte> controls = [];
        for (int c = 0; c < 0x20; c++)
        {
            if (c != '\t') controls.Add((byte)c);
        }
        controls.Add(0x7f);
        return [.. controls];
    }
}
