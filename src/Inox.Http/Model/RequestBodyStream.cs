namespace Inox.Http;

/// <summary>The body of a request for code that takes a <see cref="Stream"/>.</summary>
internal sealed class RequestBodyStream(HttpRequest request) : AsyncStream
{
    public override bool CanRead => true;

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => request.ReadAsync(buffer, cancellationToken);
}
