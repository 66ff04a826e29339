using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Inox.Http;

/// <summary>Whether a segment of a path is of the kind its route asks for. Called by generated routers.</summary>
public static class RouteConstraint
{
    private static readonly SearchValues<byte> s_letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"u8);
    private static readonly SearchValues<byte> s_slug = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-"u8);

    public static bool IsInt32(ReadOnlySpan<byte> segment) => Utf8Parser.TryParse(segment, out int _, out int read) && read == segment.Length && segment[0] != '+';

    public static bool IsInt64(ReadOnlySpan<byte> segment) => Utf8Parser.TryParse(segment, out long _, out int read) && read == segment.Length && segment[0] != '+';

    public static bool IsGuid(ReadOnlySpan<byte> segment) => Utf8Parser.TryParse(segment, out Guid _, out int read) && read == segment.Length;

    public static bool IsBoolean(ReadOnlySpan<byte> segment) => segment.SequenceEqual("true"u8) || segment.SequenceEqual("false"u8);

    public static bool IsNumber(ReadOnlySpan<byte> segment) =>
        Utf8Parser.TryParse(segment, out double value, out int read) && read == segment.Length && double.IsFinite(value);

    public static bool IsAlpha(ReadOnlySpan<byte> segment) => segment.Length > 0 && segment.IndexOfAnyExcept(s_letters) < 0;

    /// <summary>Lower-case letters, digits and single hyphens between them.</summary>
    public static bool IsSlug(ReadOnlySpan<byte> segment) =>
        segment.Length > 0 && segment.IndexOfAnyExcept(s_slug) < 0 && segment[0] != '-' && segment[^1] != '-' && segment.IndexOf("--"u8) < 0;

    public static bool IsDate(ReadOnlySpan<byte> segment)
    {
        if (segment.Length != 10) return false;
        Span<char> chars = stackalloc char[10];
        for (int i = 0; i < 10; i++) chars[i] = (char)segment[i];
        return DateOnly.TryParseExact(chars, "yyyy-MM-dd", out _);
    }

    public static bool IsInRange(ReadOnlySpan<byte> segment, long min, long max) =>
        Utf8Parser.TryParse(segment, out long value, out int read) && read == segment.Length && value >= min && value <= max;

    /// <summary>Counts bytes.</summary>
    public static bool HasLength(ReadOnlySpan<byte> segment, int min, int max) => segment.Length >= min && segment.Length <= max;

    /// <summary>Whether the authority is this host; a pattern that starts with a dot matches what is below it. Ports are not compared.</summary>
    public static bool IsHost(HttpRequest request, ReadOnlySpan<byte> pattern)
    {
        ReadOnlySpan<byte> host = request.Authority;
        int colon = host.LastIndexOf((byte)':');
        if (colon >= 0 && colon > host.LastIndexOf((byte)']')) host = host[..colon];
        if (pattern[0] == '.') return host.Length > pattern.Length && Ascii.EqualsIgnoreCase(host[^pattern.Length..], pattern);
        return Ascii.EqualsIgnoreCase(host, pattern);
    }

    /// <summary>Whether a field is there, with this value unless that is empty.</summary>
    public static bool HasField(HttpRequest request, ReadOnlySpan<byte> name, ReadOnlySpan<byte> value) =>
        request.Fields.TryGet(name, out ReadOnlySpan<byte> found) && (value.IsEmpty || Ascii.EqualsIgnoreCase(found, value));
}
