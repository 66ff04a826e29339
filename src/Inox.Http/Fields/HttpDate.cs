namespace Inox.Http;

/// <summary>IMF-fixdate (RFC 9110 section 5.6.7), and the two older forms a recipient must read.</summary>
public static class HttpDate
{
    public const int Length = 29;

    private static readonly string[] s_forms = ["ddd, dd MMM yyyy HH':'mm':'ss 'GMT'", "dddd, dd-MMM-yy HH':'mm':'ss 'GMT'", "ddd MMM d HH':'mm':'ss yyyy"];

    /// <summary>Writes <see cref="Length"/> bytes.</summary>
    public static void Write(DateTime utc, Span<byte> destination) =>
        System.Buffers.Text.Utf8Formatter.TryFormat(utc, destination, out _, 'R');

    public static bool TryParse(ReadOnlySpan<byte> text, out DateTimeOffset date) =>
        DateTimeOffset.TryParseExact(System.Text.Encoding.ASCII.GetString(text), s_forms, System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.AssumeUniversal | System.Globalization.DateTimeStyles.AllowInnerWhite, out date);
}
