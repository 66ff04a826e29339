using System.Text;

namespace Inox.Http;

/// <summary>What a <c>Content-Type</c> says (RFC 9110 section 8.3).</summary>
internal static class MediaType
{
    /// <summary>Whether the body is <c>application/json</c> or of a <c>+json</c> type.</summary>
    public static bool IsJson(HttpRequest request)
    {
        if (!request.Fields.TryGet(KnownField.ContentType, out ReadOnlySpan<byte> value)) return false;
        value = WithoutParameters(value);
        return Ascii.EqualsIgnoreCase(value, "application/json"u8) || value.Length > 5 && Ascii.EqualsIgnoreCase(value[^5..], "+json"u8);
    }

    public static bool IsForm(HttpRequest request) =>
        request.Fields.TryGet(KnownField.ContentType, out ReadOnlySpan<byte> value) &&
        Ascii.EqualsIgnoreCase(WithoutParameters(value), "application/x-www-form-urlencoded"u8);

    /// <summary>The boundary of a <c>multipart/form-data</c> body: 1 to 70 characters (RFC 2046 section 5.1.1).</summary>
    public static bool TryBoundary(HttpRequest request, out ReadOnlySpan<byte> boundary)
    {
        boundary = default;
        if (!request.Fields.TryGet(KnownField.ContentType, out ReadOnlySpan<byte> value) || !Ascii.EqualsIgnoreCase(WithoutParameters(value), "multipart/form-data"u8)) return false;
        if (!FieldParameters.TryFind(value, "boundary"u8, out boundary)) return false;
        return boundary.Length is > 0 and <= 70 && boundary[^1] != ' ' && boundary.IndexOfAny(Characters.NotInValue) < 0;
    }

    public static ReadOnlySpan<byte> WithoutParameters(ReadOnlySpan<byte> value)
    {
        int semicolon = value.IndexOf((byte)';');
        return Characters.Trim(semicolon < 0 ? value : value[..semicolon]);
    }
}
