namespace Inox.Http;

internal sealed partial class Connection
{
    private readonly LoopSignal _readable = new();
    private byte[]? _in;
    private byte[]? _headBuffer;
    private int _inStart;
    private int _inEnd;
    private uint _interest = Libc.EPOLLIN;
    private bool _hasEnded;

    private void OnReadable()
    {
        switch (_phase)
        {
            case Phase.Head when !_isOutputBlocked:
                if (Receive() && _phase == Phase.Head) ProcessInput();
                return;
            case Phase.Handling when _readable.IsPending:
                _readable.Set();
                return;
            case Phase.Skipping:
                if (!Receive()) return;
                if (SkipBody()) GoOn();
                else if (_phase == Phase.Sending) Flush();
                return;
            case Phase.Lingering:
                Discard();
                return;
            default:
                // Level-triggered: what nobody reads now would be reported for ever.
                SetInterest(_interest & ~Libc.EPOLLIN);
                return;
        }
    }

    private void GoOn()
    {
        _phase = Phase.Head;
        _deadline = loop.Now + (long)loop.Limits.KeepAliveTimeout.TotalMilliseconds;
        ProcessInput();
    }

    // Fills the window; false when nothing came, closing when the client has ended between requests.
    private bool Receive()
    {
        MakeRoom();
        int count = Libc.Receive(_descriptor, _in.AsSpan(_inEnd));
        if (count > 0)
        {
            _inEnd += count;
            return true;
        }
        if (count < 0 && Libc.LastError is Libc.EAGAIN or Libc.EINTR)
        {
            ReleaseInput();
            return false;
        }
        // The end in the middle of a head or a body has nobody to be told to.
        _hasEnded = true;
        Close();
        return false;
    }

    // Room behind the window: at its start, in a fresh buffer, or, for a head longer than one, in a larger one.
    private void MakeRoom()
    {
        if (_in is null)
        {
            _in = loop.Buffers.Rent();
            _inStart = _inEnd = 0;
            return;
        }
        if (_in == _headBuffer)
        {
            // The request points into this buffer: it stays as it is, and what follows goes elsewhere.
            byte[] fresh = loop.Buffers.Rent();
            _in.AsSpan(_inStart, _inEnd - _inStart).CopyTo(fresh);
            _inEnd -= _inStart;
            _inStart = 0;
            _in = fresh;
            return;
        }
        if (_inStart == _inEnd) _inStart = _inEnd = 0;
        if (_inEnd < _in.Length) return;
        if (_inStart > 0)
        {
            _in.AsSpan(_inStart, _inEnd - _inStart).CopyTo(_in);
            _inEnd -= _inStart;
            _inStart = 0;
            return;
        }
        byte[] larger = GC.AllocateUninitializedArray<byte>(_in.Length * 2, pinned: true);
        _in.CopyTo(larger, 0);
        loop.Buffers.Return(_in);
        _in = larger;
    }

    private void ReleaseInput()
    {
        if (_in is null || _inEnd > _inStart || _in == _headBuffer) return;
        loop.Buffers.Return(_in);
        _in = null;
        _inStart = _inEnd = 0;
    }

    private void Discard()
    {
        byte[] scratch = loop.Buffers.Rent();
        int count = Libc.Receive(_descriptor, scratch);
        loop.Buffers.Return(scratch);
        if (count == 0 || count < 0 && Libc.LastError is not (Libc.EAGAIN or Libc.EINTR)) Close();
    }

    private void ListenForInput() => SetInterest(_interest | Libc.EPOLLIN);

    private void SetInterest(uint interest)
    {
        if (interest == _interest || _phase == Phase.Closed) return;
        _interest = interest;
        loop.SetInterest(this, interest);
    }
}
