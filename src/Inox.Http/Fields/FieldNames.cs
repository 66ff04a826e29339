using System.Text;

namespace Inox.Http;

/// <summary>Tells the known fields by length first, so that most names cost one comparison or none.</summary>
internal static class FieldNames
{
    public static KnownField Classify(ReadOnlySpan<byte> name) => name.Length switch
    {
        4 when Is(name, "host"u8) => KnownField.Host,
        5 when Is(name, "range"u8) => KnownField.Range,
        6 => (name[0] | 0x20) switch
        {
            'c' when Is(name, "cookie"u8) => KnownField.Cookie,
            'a' when Is(name, "accept"u8) => KnownField.Accept,
            'e' when Is(name, "expect"u8) => KnownField.Expect,
            'o' when Is(name, "origin"u8) => KnownField.Origin,
            _ => KnownField.Other,
        },
        7 when Is(name, "upgrade"u8) => KnownField.Upgrade,
        8 when Is(name, "if-match"u8) => KnownField.IfMatch,
        8 when Is(name, "if-range"u8) => KnownField.IfRange,
        10 when Is(name, "connection"u8) => KnownField.Connection,
        10 when Is(name, "user-agent"u8) => KnownField.UserAgent,
        12 when Is(name, "content-type"u8) => KnownField.ContentType,
        13 when Is(name, "authorization"u8) => KnownField.Authorization,
        13 when Is(name, "if-none-match"u8) => KnownField.IfNoneMatch,
        14 when Is(name, "content-length"u8) => KnownField.ContentLength,
        15 when Is(name, "accept-encoding"u8) => KnownField.AcceptEncoding,
        17 when Is(name, "transfer-encoding"u8) => KnownField.TransferEncoding,
        17 when Is(name, "if-modified-since"u8) => KnownField.IfModifiedSince,
        _ => KnownField.Other,
    };

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> lower) => Ascii.EqualsIgnoreCase(name, lower);
}
