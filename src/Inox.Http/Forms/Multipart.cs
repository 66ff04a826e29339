using System.Buffers;
using System.Diagnostics.CodeAnalysis;

namespace Inox.Http;

/// <summary>
/// A <c>multipart/form-data</c> body (RFC 7578), one part after the other as they come: nothing but a window of it is in memory. 1. skip to the delimiter, 2. read the fields of the part, 3. give
/// out its body up to the next delimiter. What is malformed, cut short or beyond a limit (<see cref="HttpLimits.MaxParts"/>, <see cref="HttpLimits.MaxPartHead"/>, the body's length) is a
/// <see cref="BadRequestException"/>. As a parameter of a handler it is open already.
/// </summary>
public sealed class Multipart : IDisposable
{
    private const int WindowSize = 16 * 1024;

    private readonly HttpRequest _request;
    private readonly HttpLimits _limits;
    private readonly byte[] _delimiter;
    private byte[] _window;
    private int _start;
    private int _end;
    // No delimiter begins before this place.
    private int _searched;
    private int _parts;
    private MultipartPart? _current;
    private bool _isBehindDelimiter;
    private bool _isAtEnd;

    private Multipart(HttpExchange exchange, ReadOnlySpan<byte> boundary)
    {
        _request = exchange.Request;
        _limits = exchange.App.Limits;
        _delimiter = [.. "\r\n--"u8, .. boundary];
        _window = ArrayPool<byte>.Shared.Rent(WindowSize);
        // The first delimiter may stand at the very start: with a line end before it, it is like the others.
        "\r\n"u8.CopyTo(_window);
        _end = 2;
        exchange.DisposeAtEnd(this);
    }

    /// <summary>False when the request is none.</summary>
    public static bool TryOpen(HttpExchange exchange, [NotNullWhen(true)] out Multipart? multipart)
    {
        multipart = MediaType.TryBoundary(exchange.Request, out ReadOnlySpan<byte> boundary) ? new(exchange, boundary) : null;
        return multipart is not null;
    }

    /// <summary>For generated binders: 415 when the request is none.</summary>
    public static Result<Multipart, Problem> Open(HttpExchange exchange) =>
        TryOpen(exchange, out Multipart? multipart) ? multipart : new Problem(415, "the body must be multipart/form-data");

    /// <summary>The next part; null behind the last one. What was not read of the part before is skipped.</summary>
    /// <exception cref="BadRequestException">400 for a malformed body, 413 beyond a limit.</exception>
    public async ValueTask<MultipartPart?> NextAsync()
    {
        if (_isAtEnd) return null;
        _current = null;
        while (!_isBehindDelimiter)
        {
            if (await ReadPieceAsync() is { IsEmpty: false } piece) _start += piece.Length;
        }
        if (!await ReadDelimiterLineAsync()) return null;
        if (++_parts > _limits.MaxParts) throw new BadRequestException(413, $"the body has more than {_limits.MaxParts} parts");
        PartHead head = await ReadHeadAsync();
        _isBehindDelimiter = false;
        _searched = _start;
        return _current = new(this, head);
    }

    public void Dispose()
    {
        if (_window.Length == 0) return;
        ArrayPool<byte>.Shared.Return(_window);
        _window = [];
        _isAtEnd = true;
    }

    internal async ValueTask<int> ReadAsync(MultipartPart part, Memory<byte> destination)
    {
        if (part != _current) throw new InvalidOperationException("this part is over: the next one has been asked for");
        if (destination.IsEmpty || _isBehindDelimiter) return 0;
        ReadOnlyMemory<byte> piece = await ReadPieceAsync();
        int count = Math.Min(piece.Length, destination.Length);
        piece[..count].CopyTo(destination);
        _start += count;
        return count;
    }

    // What is there of the part's body, still to be taken from the window; empty when the delimiter was read.
    private async ValueTask<ReadOnlyMemory<byte>> ReadPieceAsync()
    {
        while (true)
        {
            int found = _window.AsSpan(_searched, _end - _searched).IndexOf(_delimiter);
            int bodyEnd = found >= 0 ? _searched + found : Math.Max(_searched, _end - _delimiter.Length + 1);
            _searched = bodyEnd;
            if (bodyEnd > _start) return _window.AsMemory(_start, bodyEnd - _start);
            if (found >= 0)
            {
                _start += _delimiter.Length;
                _isBehindDelimiter = true;
                return default;
            }
            if (!await FillAsync()) throw Malformed("it ends inside of a part");
        }
    }

    // delimiter := CRLF "--" boundary, then "--" behind the last part, else *LWSP-char CRLF (RFC 2046 section 5.1.1)
    private async ValueTask<bool> ReadDelimiterLineAsync()
    {
        while (_end - _start < 2)
        {
            if (!await FillAsync()) throw Malformed("it ends behind a boundary");
        }
        if (_window[_start] == '-' && _window[_start + 1] == '-')
        {
            _isAtEnd = true;
            return false;
        }
        int length = await FindLineEndAsync();
        if (_window.AsSpan(_start, length).IndexOfAnyExcept((byte)' ', (byte)'\t') >= 0) throw Malformed("something follows a boundary on its line");
        _start += length + 2;
        return true;
    }

    private async ValueTask<PartHead> ReadHeadAsync()
    {
        PartHead head = new();
        int total = 0;
        while (true)
        {
            int length = await FindLineEndAsync();
            total += length;
            if (total > _limits.MaxPartHead) throw new BadRequestException(413, "the fields of a part are too large");
            if (length > 0 && !head.Take(_window.AsSpan(_start, length))) throw Malformed("a field of a part is malformed");
            _start += length + 2;
            if (length > 0) continue;
            if (head.Name is null) throw Malformed("a part has no name");
            return head;
        }
    }

    // The length of the line at the start of the window, which is there whole.
    private async ValueTask<int> FindLineEndAsync()
    {
        int searched = 0;
        while (true)
        {
            int found = _window.AsSpan(_start + searched, _end - _start - searched).IndexOf("\r\n"u8);
            if (found >= 0) return searched + found;
            if (_end - _start > _limits.MaxPartHead) throw new BadRequestException(413, "the fields of a part are too large");
            searched = Math.Max(0, _end - _start - 1);
            if (!await FillAsync()) throw Malformed("it ends inside of the fields of a part");
        }
    }

    private async ValueTask<bool> FillAsync()
    {
        if (_start > 0)
        {
            _window.AsSpan(_start, _end - _start).CopyTo(_window);
            _searched = Math.Max(0, _searched - _start);
            _end -= _start;
            _start = 0;
        }
        if (_end == _window.Length) Grow();
        int read = await _request.ReadAsync(_window.AsMemory(_end));
        _end += read;
        return read > 0;
    }

    // Only when a line of a head is longer than the window, up to the limit of heads.
    private void Grow()
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(_window.Length * 2);
        _window.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_window);
        _window = larger;
    }

    private static BadRequestException Malformed(string how) => new(400, $"the multipart body is malformed: {how}");
}
