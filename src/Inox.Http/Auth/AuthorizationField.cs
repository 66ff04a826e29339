using System.Text;

namespace Inox.Http;

/// <summary>credentials = auth-scheme 1*SP token68 (RFC 9110 section 11.4).</summary>
internal static class AuthorizationField
{
    public static bool TryRead(HttpRequest request, ReadOnlySpan<byte> scheme, out ReadOnlySpan<byte> credentials)
    {
        credentials = default;
        if (!request.Fields.TryGet(KnownField.Authorization, out ReadOnlySpan<byte> value)) return false;
        int blank = value.IndexOf((byte)' ');
        if (blank < 0 || !Ascii.EqualsIgnoreCase(value[..blank], scheme)) return false;
        credentials = value[blank..].TrimStart((byte)' ');
        return !credentials.IsEmpty && !credentials.Contains((byte)' ');
    }
}
