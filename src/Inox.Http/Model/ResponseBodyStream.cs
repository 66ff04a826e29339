namespace Inox.Http;

/// <summary>The body of a response for code that takes a <see cref="Stream"/>.</summary>
internal sealed class ResponseBodyStream(HttpResponse response) : AsyncStream
{
    public override bool CanWrite => true;

    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return response.WriteAsync(buffer);
    }
}
