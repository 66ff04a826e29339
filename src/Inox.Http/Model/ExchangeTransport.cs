namespace Inox.Http;

/// <summary>
/// What an engine does for one exchange. Handlers use <see cref="HttpRequest"/> and <see cref="HttpResponse"/>; this is what an engine
/// implements below them. One read and one write may be pending at a time.
/// </summary>
public abstract class ExchangeTransport
{
    public abstract ConnectionInfo Info { get; }

    /// <summary>Whether the whole body is in <paramref name="body"/> without waiting; it stays valid until the exchange ends.</summary>
    public abstract bool TryGetBufferedBody(out ReadOnlyMemory<byte> body);

    /// <summary>Reads decoded body bytes; 0 at the end of the body.</summary>
    /// <exception cref="BadRequestException">The body breaks its framing or a limit.</exception>
    /// <exception cref="IOException">The client is gone.</exception>
    public abstract ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation = default);

    /// <summary>Sends the status line and fields of a response whose body follows in pieces.</summary>
    public abstract ValueTask StartAsync();

    /// <summary>Sends a piece of the body; completes when the engine has taken it, which waits for a slow client.</summary>
    public abstract ValueTask WriteAsync(ReadOnlyMemory<byte> data);

    /// <summary>Sends an interim response such as 103 Early Hints; <paramref name="fields"/> are whole lines.</summary>
    public abstract ValueTask SendInterimAsync(int status, ReadOnlyMemory<byte> fields);

    /// <summary>Sends 101 with the response's fields and hands over the connection.</summary>
    public abstract ValueTask<Stream> UpgradeAsync();

    /// <summary>Closes the connection without an answer.</summary>
    public abstract void Abort();
}
