using System.Runtime.CompilerServices;

namespace Inox.Http;

internal sealed partial class Connection
{
    private BodyProgress _body;
    private TransferClock _receiveClock;

    private bool IsBodyWorthSkipping =>
        _body.IsComplete || !_body.AwaitsContinue && (_body.IsChunked || _body.Remaining <= MaxSkippedBody);

    public override bool TryGetBufferedBody(out ReadOnlyMemory<byte> body)
    {
        if (_body.IsChunked)
        {
            body = _headBuffer.AsMemory(_body.DecodedStart, _body.DecodedEnd - _body.DecodedStart);
            if (!_body.Chunks.IsComplete) return false;
            _body.DecodedStart = _body.DecodedEnd;
            return true;
        }
        body = default;
        if (_body.Remaining > _inEnd - _inStart) return false;
        body = _in.AsMemory(_inStart, (int)_body.Remaining);
        _inStart += (int)_body.Remaining;
        _body.Remaining = 0;
        return true;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public override async ValueTask<int> ReadAsync(Memory<byte> destination, CancellationToken cancellation = default)
    {
        if (destination.IsEmpty) return 0;
        if (!loop.IsCurrent) await loop.EnterAsync();
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (_phase == Phase.Closed) throw ClientGone();
            if (_isUpgraded)
            {
                if (TakeRaw(destination.Span, out int raw)) return raw;
            }
            else
            {
                if (TakeBody(destination.Span, out int taken)) return taken;
                if (_body.AwaitsContinue) SendContinue();
            }
            if (TryReceiveNow()) continue;
            await WaitForInputAsync(cancellation);
        }
    }

    // Sets up the body behind a complete head. A chunked one is decoded as far as it has come, in place: a malformed one is refused before any
    // handler sees it.
    private HeadFault? BeginBody(HttpRequest request)
    {
        _receiveClock = default;
        _body = new() { IsChunked = request.HasBody && request.ContentLength is null, Remaining = request.ContentLength ?? 0, AwaitsContinue = request.ExpectsContinue };
        if (!_body.IsChunked) return null;
        _body.DecodedStart = _inStart;
        Span<byte> encoded = _in.AsSpan(_inStart, _inEnd - _inStart);
        bool isSound = _body.Chunks.Decode(encoded, encoded, loop.Limits.MaxHead, out int consumed, out int written);
        _body.DecodedEnd = _inStart + written;
        _inStart += consumed;
        _body.Received = written;
        _body.AwaitsContinue &= !_body.Chunks.IsComplete && consumed == 0;
        return !isSound ? HeadFault.Chunk : _body.Received > loop.Limits.MaxBody ? HeadFault.BodyTooLarge : null;
    }

    // True with what there is, or with 0 at the end; false when more must come first.
    private bool TakeBody(Span<byte> destination, out int taken)
    {
        if (!_body.IsChunked)
        {
            taken = (int)Math.Min(Math.Min(_body.Remaining, destination.Length), _inEnd - _inStart);
            _in.AsSpan(_inStart, taken).CopyTo(destination);
            _inStart += taken;
            _body.Remaining -= taken;
            return taken > 0 || _body.Remaining == 0;
        }
        taken = Math.Min(_body.DecodedEnd - _body.DecodedStart, destination.Length);
        if (taken > 0)
        {
            _headBuffer.AsSpan(_body.DecodedStart, taken).CopyTo(destination);
            _body.DecodedStart += taken;
            return true;
        }
        if (_body.Chunks.IsComplete) return true;
        if (!_body.Chunks.Decode(_in.AsSpan(_inStart, _inEnd - _inStart), destination, loop.Limits.MaxHead, out int consumed, out taken))
            throw Malformed(HeadFault.Chunk);
        _inStart += consumed;
        _body.Received += taken;
        if (_body.Received > loop.Limits.MaxBody) throw Malformed(HeadFault.BodyTooLarge);
        return taken > 0 || _body.Chunks.IsComplete;
    }

    private bool TakeRaw(Span<byte> destination, out int taken)
    {
        taken = Math.Min(_inEnd - _inStart, destination.Length);
        _in.AsSpan(_inStart, taken).CopyTo(destination);
        _inStart += taken;
        return taken > 0 || _hasEnded;
    }

    private BadRequestException Malformed(HeadFault fault)
    {
        // What follows on this connection cannot be told apart any more.
        _isFaulted = true;
        _exchange!.Request.KeepAlive = false;
        return new(fault.Status, fault.Detail);
    }

    // Receives behind the body so far; false when nothing is there yet.
    private bool TryReceiveNow()
    {
        MakeRoom();
        int count = Libc.Receive(_descriptor, _in.AsSpan(_inEnd));
        if (count > 0)
        {
            _inEnd += count;
            _body.AwaitsContinue = false;
            _receiveClock.Add(count);
            return true;
        }
        if (count < 0 && Libc.LastError is Libc.EAGAIN or Libc.EINTR) return false;
        _hasEnded = true;
        if (count == 0 && _isUpgraded) return true;
        Close();
        throw ClientGone();
    }

    private async ValueTask WaitForInputAsync(CancellationToken cancellation)
    {
        if (!_isUpgraded) _deadline = _receiveClock.BeginWait(loop.Now, loop.Limits);
        ListenForInput();
        ValueTask wait = _readable.WaitAsync();
        using (cancellation.UnsafeRegister(static (state, _) => ((Connection)state!).WakeReader(), this)) await wait;
        _receiveClock.EndWait(loop.Now);
        if (_phase != Phase.Closed) _deadline = Never;
    }

    private void WakeReader() => loop.Wake(_readable);

    private void SendContinue()
    {
        _body.AwaitsContinue = false;
        if (_exchange!.Response.HasStarted) return;
        Append("HTTP/1.1 100 Continue\r\n\r\n"u8);
        Flush();
    }

    // Drops what is left of a body; false when more must come first.
    private bool SkipBody()
    {
        if (!_body.IsChunked)
        {
            int count = (int)Math.Min(_body.Remaining, _inEnd - _inStart);
            _inStart += count;
            _body.Remaining -= count;
            return _body.Remaining == 0;
        }
        while (!_body.Chunks.IsComplete && _inEnd > _inStart)
        {
            Span<byte> encoded = _in.AsSpan(_inStart, _inEnd - _inStart);
            bool isSound = _body.Chunks.Decode(encoded, encoded, loop.Limits.MaxHead, out int consumed, out int written);
            _inStart += consumed;
            _body.Received += written;
            if (isSound && _body.Received <= MaxSkippedBody) continue;
            // The response is on its way: all that is left to do is to end the connection behind it.
            _isFaulted = _closesAfterSend = true;
            _phase = Phase.Sending;
            return false;
        }
        return _body.Chunks.IsComplete;
    }

    private static IOException ClientGone() => new("the client has closed the connection");
}
