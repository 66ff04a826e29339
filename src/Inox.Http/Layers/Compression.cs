using System.Buffers;
using System.IO.Compression;

namespace Inox.Http;

/// <summary>
/// Compresses whole bodies for clients that take it: brotli or gzip, by the client's weights. Bodies that are streamed, small, compressed already or of a type that does
/// not shrink go as they are. Do not put secrets beside what a client chooses into one response: its length tells (BREACH).
/// </summary>
public sealed class Compression : ILayer
{
    public int MinLength { get; init; } = 1024;

    public HttpHandler Wrap(HttpHandler next) => exchange =>
    {
        exchange.Response.OnStarting(Compress);
        return next(exchange);
    };

    private void Compress(HttpExchange exchange)
    {
        HttpResponse response = exchange.Response;
        ReadOnlyMemory<byte> body = response.Body;
        if (!response.TryGetField("Content-Type"u8, out ReadOnlySpan<byte> type) || !ContentTypes.IsCompressible(type) || response.HasField("Content-Encoding"u8)) return;
        if (body.Length < MinLength || response.Status == 206 || response.IsStreamed) return;
        response.AddField("Vary"u8, "Accept-Encoding"u8);
        if (!exchange.Request.Fields.TryGet(KnownField.AcceptEncoding, out ReadOnlySpan<byte> accepted)) return;
        double brotli = AcceptedEncodings.WeightOf(accepted, "br"u8), gzip = AcceptedEncodings.WeightOf(accepted, "gzip"u8);
        if (brotli <= 0 && gzip <= 0) return;
        byte[] compressed = brotli >= gzip ? Brotli(body.Span) : Gzip(body.Span);
        // Another representation has another tag; weak, since the bytes differ between the codings.
        if (response.TryGetField("ETag"u8, out ReadOnlySpan<byte> tag) && !tag.StartsWith("W/"u8)) response.SetField("ETag"u8, [.. "W/"u8, .. tag]);
        response.SetField("Content-Encoding"u8, brotli >= gzip ? "br"u8 : "gzip"u8);
        response.SetBody(compressed);
        response.ContentLength = null;
    }

    private static byte[] Brotli(ReadOnlySpan<byte> body)
    {
        byte[] space = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(body.Length));
        try
        {
            // Quality 4: about gzip's time for less than gzip's size.
            if (!BrotliEncoder.TryCompress(body, space, out int written, quality: 4, window: 22)) throw new InvalidOperationException("brotli did not fit");
            return space.AsSpan(0, written).ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(space);
        }
    }

    private static byte[] Gzip(ReadOnlySpan<byte> body)
    {
        using MemoryStream output = new(body.Length / 2);
        using (GZipStream gzip = new(output, CompressionLevel.Fastest, leaveOpen: true)) gzip.Write(body);
        return output.ToArray();
    }
}
