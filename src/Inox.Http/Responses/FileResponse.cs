using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Inox.Http;

/// <summary>A file: conditional and partial requests are answered by its length and time. Nothing but a piece of it is ever in memory.</summary>
public sealed class FileResponse(FileInfo file) : IResponder
{
    private const int PieceSize = 64 * 1024;

    // What fits into one piece is sent in one piece, head and all.
    private const int SmallSize = 32 * 1024;

    public FileResponse(string path) : this(new FileInfo(path))
    {
    }

    /// <summary>Whether the content of this name never changes.</summary>
    public bool IsImmutable { get; init; }

    /// <summary>Whether <c>NAME.br</c> or <c>NAME.gz</c> beside it is sent to clients that take it.</summary>
    public bool UsesNeighbours { get; init; }

    /// <summary>By the extension unless set.</summary>
    public string? ContentType { get; init; }

    /// <summary>The name a browser saves it under; shown rather than saved when null.</summary>
    public string? DownloadName { get; init; }

    public async ValueTask RespondAsync(HttpExchange exchange)
    {
        HttpRequest request = exchange.Request;
        HttpResponse response = exchange.Response;
        if (!file.Exists)
        {
            response.Status = 404;
            return;
        }
        FileInfo sent = UsesNeighbours ? ChooseNeighbour(exchange) : file;
        string tag = $"\"{sent.LastWriteTimeUtc.Ticks:x}-{sent.Length:x}\"";
        WriteFields(response, sent, tag);
        if (IsUnchanged(request, tag, sent.LastWriteTimeUtc))
        {
            response.Status = 304;
            return;
        }
        response.SetField("Content-Type"u8, ContentType ?? ContentTypes.Of(file.Name));
        long start = 0, count = sent.Length;
        if (request.Method == RequestMethod.Get && request.Fields.TryGet(KnownField.Range, out ReadOnlySpan<byte> range) && IsRangeCurrent(request, tag, sent.LastWriteTimeUtc))
        {
            ByteRanges.Verdict verdict = ByteRanges.Read(range, sent.Length, out start, out count);
            if (verdict == ByteRanges.Verdict.Unsatisfiable)
            {
                response.ClearContent();
                response.Status = 416;
                response.SetField("Content-Range"u8, $"bytes */{sent.Length}");
                return;
            }
            if (verdict == ByteRanges.Verdict.Part)
            {
                response.Status = 206;
                response.SetField("Content-Range"u8, $"bytes {start}-{start + count - 1}/{sent.Length}");
            }
        }
        response.ContentLength = count;
        if (request.Method == RequestMethod.Head) return;
        await SendAsync(response, sent.FullName, start, count);
    }

    private FileInfo ChooseNeighbour(HttpExchange exchange)
    {
        FileInfo brotli = new(file.FullName + ".br"), gzip = new(file.FullName + ".gz");
        if (!brotli.Exists && !gzip.Exists) return file;
        exchange.Response.AddField("Vary"u8, "Accept-Encoding"u8);
        exchange.Request.Fields.TryGet(KnownField.AcceptEncoding, out ReadOnlySpan<byte> accepted);
        double first = brotli.Exists ? AcceptedEncodings.WeightOf(accepted, "br"u8) : 0, second = gzip.Exists ? AcceptedEncodings.WeightOf(accepted, "gzip"u8) : 0;
        if (first <= 0 && second <= 0) return file;
        exchange.Response.SetField("Content-Encoding"u8, first >= second ? "br" : "gzip");
        return first >= second ? brotli : gzip;
    }

    private void WriteFields(HttpResponse response, FileInfo sent, string tag)
    {
        Span<byte> date = stackalloc byte[HttpDate.Length];
        HttpDate.Write(sent.LastWriteTimeUtc, date);
        response.SetField("ETag"u8, tag);
        response.SetField("Last-Modified"u8, date);
        response.SetField("Accept-Ranges"u8, "bytes"u8);
        if (!response.HasField("Cache-Control"u8)) response.SetField("Cache-Control"u8, IsImmutable ? "public, max-age=31536000, immutable" : "no-cache");
        if (DownloadName is not null) response.SetField("Content-Disposition"u8, $"attachment; filename*=UTF-8''{Uri.EscapeDataString(DownloadName)}");
    }

    // If-None-Match decides alone when it is there (RFC 9110 section 13.2.2).
    private static bool IsUnchanged(HttpRequest request, string tag, DateTime modified)
    {
        if (request.Fields.TryGet(KnownField.IfNoneMatch, out ReadOnlySpan<byte> tags)) return EntityTags.Matches(tags, System.Text.Encoding.ASCII.GetBytes(tag));
        return request.Fields.TryGet(KnownField.IfModifiedSince, out ReadOnlySpan<byte> since) && HttpDate.TryParse(since, out DateTimeOffset date) && Seconds(modified) <= Seconds(date.UtcDateTime);
    }

    // A part of another version must not be glued to what the client has.
    private static bool IsRangeCurrent(HttpRequest request, string tag, DateTime modified)
    {
        if (!request.Fields.TryGet(KnownField.IfRange, out ReadOnlySpan<byte> validator)) return true;
        if (HttpDate.TryParse(validator, out DateTimeOffset date)) return Seconds(modified) == Seconds(date.UtcDateTime);
        return validator.SequenceEqual(System.Text.Encoding.ASCII.GetBytes(tag));
    }

    private static long Seconds(DateTime time) => time.Ticks / TimeSpan.TicksPerSecond;

    private static async ValueTask SendAsync(HttpResponse response, string path, long start, long count)
    {
        using SafeFileHandle handle = File.OpenHandle(path);
        if (count <= SmallSize)
        {
            int read = RandomAccess.Read(handle, response.GetSpan((int)count)[..(int)count], start);
            if (read < count) throw new IOException("the file was cut while it was sent");
            response.Advance(read);
            return;
        }
        await response.StartAsync();
        byte[] piece = ArrayPool<byte>.Shared.Rent(PieceSize);
        try
        {
            while (count > 0)
            {
                // Read on the loop: what is hot is in the page cache, and a hop to the pool costs more than a read ahead of the disk.
                int read = RandomAccess.Read(handle, piece.AsSpan(0, (int)Math.Min(piece.Length, count)), start);
                if (read == 0) throw new IOException("the file was cut while it was sent");
                await response.WriteAsync(piece.AsMemory(0, read));
                start += read;
                count -= read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(piece);
        }
    }
}
