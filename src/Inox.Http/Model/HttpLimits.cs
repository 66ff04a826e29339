namespace Inox.Http;

/// <summary>What a client may ask of the server. Every limit is on by default.</summary>
public sealed record HttpLimits
{
    public static HttpLimits Default { get; } = new();

    /// <summary>Bytes of the request line; a longer one gets 414.</summary>
    public int MaxRequestLine { get; init; } = 8 * 1024;

    /// <summary>Bytes of request line and fields together; more gets 431.</summary>
    public int MaxHead { get; init; } = 32 * 1024;

    /// <summary>Number of fields; more gets 431.</summary>
    public int MaxFields { get; init; } = 100;

    /// <summary>Bytes of a body, whoever reads it; more gets 413.</summary>
    public long MaxBody { get; init; } = 30_000_000;

    /// <summary>Bytes of a body that is held in memory (JSON, forms); more gets 413.</summary>
    public int MaxBufferedBody { get; init; } = 2 * 1024 * 1024;

    /// <summary>Parts of a multipart body; more gets 413.</summary>
    public int MaxParts { get; init; } = 1000;

    /// <summary>Bytes of the fields of one part; more gets 413.</summary>
    public int MaxPartHead { get; init; } = 8 * 1024;

    /// <summary>From the first byte of a head to its end.</summary>
    public TimeSpan HeadTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Between two requests.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>A transfer (body in, response out) with less than <see cref="MinTransferRate"/> after this long is ended.</summary>
    public TimeSpan TransferGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Bytes a second.</summary>
    public int MinTransferRate { get; init; } = 240;

    /// <summary>Connections of one event loop; beyond it accepting waits.</summary>
    public int MaxConnections { get; init; } = 100_000;

    /// <summary>How long a shutdown waits for the requests under way.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);
}
