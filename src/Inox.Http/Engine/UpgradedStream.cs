namespace Inox.Http;

/// <summary>The bytes of a connection that no longer speaks HTTP. Closing it is the end of the handler.</summary>
internal sealed class UpgradedStream(ExchangeTransport transport) : AsyncStream
{
    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => transport.ReadAsync(buffer, cancellationToken);

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return transport.WriteAsync(buffer);
    }
}
