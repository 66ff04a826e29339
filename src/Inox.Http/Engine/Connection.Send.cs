using System.Buffers.Text;
using System.Runtime.CompilerServices;

namespace Inox.Http;

internal sealed partial class Connection
{
    // Room a chunk needs beside its data: size, two line ends, and the last chunk of an exchange.
    private const int ChunkOverhead = 24;

    private readonly LoopSignal _writable = new();
    private byte[]? _out;
    private int _outStart;
    private int _outEnd;
    private ReadOnlyMemory<byte> _tail;
    private TransferClock _sendClock;
    private long _streamRemaining;
    private bool _isStreamChunked;
    private bool _isOutputBlocked;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask StartAsync()
    {
        if (!loop.IsCurrent) await loop.EnterAsync();
        if (_phase == Phase.Closed) throw ClientGone();
        HttpResponse response = _exchange!.Response;
        DecideConnection(response);
        _isStreamChunked = response.ContentLength is null && _exchange.Request.MinorVersion > 0 && !response.IsBodyless;
        // HTTP/1.0 knows no chunks: the end of the connection ends the body.
        if (response.ContentLength is null && !_isStreamChunked && !response.IsBodyless) _closesAfterSend = true;
        _streamRemaining = response.IsBodyless ? 0 : response.ContentLength ?? long.MaxValue;
        WriteHead(response, response.ContentLength, _isStreamChunked);
        if (_outEnd - _outStart > BufferPool.Size / 2 && !Flush()) await WaitForOutputAsync();
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> data)
    {
        if (!loop.IsCurrent) await loop.EnterAsync();
        if (!_isUpgraded && (_streamRemaining -= data.Length) < 0) throw new InvalidOperationException("more was written than Content-Length announced");
        while (!data.IsEmpty)
        {
            if (_phase == Phase.Closed) throw ClientGone();
            int room = Room - ChunkOverhead;
            if (room < Math.Min(data.Length, 512))
            {
                if (!Flush()) await WaitForOutputAsync();
                continue;
            }
            int count = Math.Min(room, data.Length);
            AppendPiece(data.Span[..count]);
            data = data[count..];
        }
        if (!Flush()) await WaitForOutputAsync();
    }

    public override async ValueTask SendInterimAsync(int status, ReadOnlyMemory<byte> fields)
    {
        if (!loop.IsCurrent) await loop.EnterAsync();
        if (_phase == Phase.Closed) throw ClientGone();
        // HTTP/1.0 clients know no interim responses (RFC 9110 section 15.2).
        if (_exchange!.Request.MinorVersion == 0 || _exchange.Response.HasStarted) return;
        Append("HTTP/1.1 "u8);
        Append(StatusLines.Of(status));
        Append(fields.Span);
        Append("\r\n"u8);
        if (!Flush()) await WaitForOutputAsync();
    }

    public override async ValueTask<Stream> UpgradeAsync()
    {
        if (!loop.IsCurrent) await loop.EnterAsync();
        if (_phase == Phase.Closed) throw ClientGone();
        _isUpgraded = true;
        HttpResponse response = _exchange!.Response;
        Append("HTTP/1.1 "u8);
        Append(StatusLines.Of(101));
        Append(loop.Date.Line);
        Append("Connection: Upgrade\r\n"u8);
        Append(response.FieldLines);
        Append("\r\n"u8);
        if (!Flush()) await WaitForOutputAsync();
        return new UpgradedStream(this);
    }

    private int Room => (_out ??= loop.Buffers.Rent()).Length - _outEnd;

    private void WriteWhole(HttpResponse response)
    {
        ReadOnlyMemory<byte> body = response.Body;
        WriteHead(response, response.ContentLength ?? body.Length, isChunked: false);
        if (response.IsBodyless || body.IsEmpty) return;
        if (body.Length <= Room) Append(body.Span);
        else _tail = body;
    }

    // The body belongs to an exchange that ends before it is sent.
    private void CopyTail()
    {
        ReadOnlyMemory<byte> tail = _tail;
        _tail = default;
        Append(tail.Span);
    }

    private void WriteHead(HttpResponse response, long? length, bool isChunked)
    {
        Append("HTTP/1.1 "u8);
        Append(StatusLines.Of(response.Status));
        Append(loop.Date.Line);
        Append(response.FieldLines);
        // 204 and interim responses have no length (RFC 9110 section 8.6); 304 would have to tell that of the 200, which is not known here.
        if (isChunked) Append("Transfer-Encoding: chunked\r\n"u8);
        else if (length is { } known && response.Status is not (204 or 304 or < 200) && (!response.IsBodyless || known > 0 || response.HasBody)) AppendLength(known);
        if (_closesAfterSend) Append("Connection: close\r\n"u8);
        else if (_exchange!.Request.MinorVersion == 0) Append("Connection: keep-alive\r\n"u8);
        Append("\r\n"u8);
    }

    private void AppendLength(long length)
    {
        Append("Content-Length: "u8);
        if (Room < 32) Grow(32);
        Utf8Formatter.TryFormat(length, _out.AsSpan(_outEnd), out int written);
        _outEnd += written;
        Append("\r\n"u8);
    }

    private void AppendPiece(ReadOnlySpan<byte> piece)
    {
        if (!_isStreamChunked || _isUpgraded)
        {
            Append(piece);
            return;
        }
        Utf8Formatter.TryFormat(piece.Length, _out.AsSpan(_outEnd), out int written, 'X');
        _outEnd += written;
        Append("\r\n"u8);
        Append(piece);
        Append("\r\n"u8);
    }

    // False when fewer bytes were written than announced.
    private bool EndStreamed(HttpResponse response)
    {
        if (_isStreamChunked) Append("0\r\n\r\n"u8);
        return response.IsBodyless || response.ContentLength is null || _streamRemaining == 0;
    }

    private void Append(ReadOnlySpan<byte> data)
    {
        if (data.Length > Room) Grow(data.Length);
        data.CopyTo(_out.AsSpan(_outEnd));
        _outEnd += data.Length;
    }

    // Sends what is there to make room; only what the client does not take now makes the buffer larger.
    private void Grow(int needed)
    {
        if (_tail.IsEmpty && !_isOutputBlocked) SendNow();
        if (Room >= needed) return;
        byte[] larger = GC.AllocateUninitializedArray<byte>(Math.Max(_out!.Length * 2, _outEnd - _outStart + needed), pinned: true);
        _out.AsSpan(_outStart, _outEnd - _outStart).CopyTo(larger);
        _outEnd -= _outStart;
        _outStart = 0;
        loop.Buffers.Return(_out);
        _out = larger;
    }

    // True when nothing waits any more. What follows a complete response follows here, too.
    private bool Flush()
    {
        if (_isOutputBlocked) return false;
        if (!SendNow()) return false;
        if (_phase != Phase.Sending) return true;
        if (_exchange is not null) AfterResponse();
        if (_phase == Phase.Sending && _closesAfterSend) Finish();
        return true;
    }

    private bool SendNow()
    {
        while (_outEnd > _outStart || !_tail.IsEmpty)
        {
            if (_phase == Phase.Closed) return true;
            int pending = _outEnd - _outStart;
            int sent = _tail.IsEmpty ? Libc.Send(_descriptor, _out.AsSpan(_outStart, pending))
                : pending == 0 ? Libc.Send(_descriptor, _tail.Span)
                : Libc.Send(_descriptor, _out.AsSpan(_outStart, pending), _tail.Span);
            if (sent < 0)
            {
                int error = Libc.LastError;
                if (error == Libc.EINTR) continue;
                if (error != Libc.EAGAIN)
                {
                    Close();
                    return true;
                }
                _isOutputBlocked = true;
                _deadline = _sendClock.BeginWait(loop.Now, loop.Limits);
                SetInterest(_interest | Libc.EPOLLOUT);
                return false;
            }
            int fromOut = Math.Min(sent, pending);
            _outStart += fromOut;
            if (sent > fromOut) _tail = _tail[(sent - fromOut)..];
            _sendClock.Add(sent);
        }
        ReleaseOutput();
        return true;
    }

    private void OnWritable()
    {
        _isOutputBlocked = false;
        _sendClock.EndWait(loop.Now);
        if (!Flush() || _phase == Phase.Closed) return;
        SetInterest(_interest & ~Libc.EPOLLOUT);
        if (_phase == Phase.Handling)
        {
            _deadline = Never;
            _writable.Set();
        }
        else if (_phase == Phase.Head)
        {
            _deadline = loop.Now + (long)loop.Limits.KeepAliveTimeout.TotalMilliseconds;
            Resume();
        }
    }

    private async ValueTask WaitForOutputAsync()
    {
        if (_phase != Phase.Closed) await _writable.WaitAsync();
        if (_phase == Phase.Closed) throw ClientGone();
    }

    private void ReleaseOutput()
    {
        _tail = default;
        if (_out is null) return;
        loop.Buffers.Return(_out);
        _out = null;
        _outStart = _outEnd = 0;
    }
}
