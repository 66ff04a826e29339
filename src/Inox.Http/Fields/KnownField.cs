namespace Inox.Http;

/// <summary>Fields the server itself looks at; every other is found by name.</summary>
public enum KnownField : byte
{
    Other,
    Host,
    ContentLength,
    TransferEncoding,
    Connection,
    Expect,
    Upgrade,
    Cookie,
    ContentType,
    Accept,
    AcceptEncoding,
    Authorization,
    IfNoneMatch,
    IfMatch,
    IfModifiedSince,
    IfRange,
    Range,
    Origin,
    UserAgent,
}
