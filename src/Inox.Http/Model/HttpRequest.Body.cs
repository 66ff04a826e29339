using System.Buffers;

namespace Inox.Http;

public sealed partial class HttpRequest
{
    // A client that announces much and sends nothing must not cost what it announces.
    private const int MaxBeforeBytes = 64 * 1024;

    private byte[]? _bodyBuffer;
    private ReadOnlyMemory<byte>? _whole;

    /// <summary>A limit of this request alone, in place of <see cref="HttpLimits.MaxBufferedBody"/>; set before the body is read.</summary>
    public int? BufferedBodyLimit { get; set; }

    /// <summary>The most bytes of this request's body that are held in memory.</summary>
    internal int MaxBufferedBody => BufferedBodyLimit ?? _exchange.App?.Limits.MaxBufferedBody ?? HttpLimits.Default.MaxBufferedBody;

    /// <summary>Reads decoded body bytes; 0 at the end.</summary>
    /// <exception cref="BadRequestException">The body breaks its framing or a limit.</exception>
    public ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation = default) =>
        _exchange.Transport.ReadAsync(destination, cancellation);

    /// <summary>The body as a stream; nothing is held in memory.</summary>
    public Stream OpenBody() => new RequestBodyStream(this);

    /// <summary>The whole body, valid until the exchange ends; who asks again, such as a handler behind a layer, gets the same. Without a copy when it arrived with the head.</summary>
    /// <exception cref="BadRequestException">413 when it is longer than the limit; 400 when it breaks its framing.</exception>
    public ValueTask<ReadOnlyMemory<byte>> ReadAllAsync(CancellationToken cancellation = default)
    {
        if (!HasBody) return new(ReadOnlyMemory<byte>.Empty);
        if (_whole is { } whole) return new(whole);
        int limit = MaxBufferedBody;
        if (ContentLength > limit) throw TooLarge(limit);
        if (_exchange.Transport.TryGetBufferedBody(out ReadOnlyMemory<byte> body))
        {
            if (body.Length > limit) throw TooLarge(limit);
            _whole = body;
            return new(body);
        }
        return ReadRestAsync(limit, cancellation);
    }

    private async ValueTask<ReadOnlyMemory<byte>> ReadRestAsync(int limit, CancellationToken cancellation)
    {
        int length = 0;
        _bodyBuffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(ContentLength ?? 4096, Math.Min(limit, MaxBeforeBytes)) + 1);
        while (true)
        {
            int read = await _exchange.Transport.ReadAsync(_bodyBuffer.AsMemory(length), cancellation);
            if (read == 0) break;
            length += read;
            if (length > limit) throw TooLarge(limit);
            if (length == _bodyBuffer.Length) GrowBody();
        }
        ReadOnlyMemory<byte> body = _bodyBuffer.AsMemory(0, length);
        _whole = body;
        return body;
    }

    private void GrowBody()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_bodyBuffer!.Length * 2);
        _bodyBuffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_bodyBuffer);
        _bodyBuffer = larger;
    }

    private static BadRequestException TooLarge(int limit) => new(413, $"the body is longer than {limit} bytes");

    private void ResetBody()
    {
        BufferedBodyLimit = null;
        _whole = null;
        if (_bodyBuffer is null) return;
        ArrayPool<byte>.Shared.Return(_bodyBuffer);
        _bodyBuffer = null;
    }
}
