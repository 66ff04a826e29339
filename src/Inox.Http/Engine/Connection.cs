namespace Inox.Http;

/// <summary>
/// One client of one loop. 1. receive into the window, 2. parse a head, 3. run the handler, 4. put its response behind those before it, and go on with
/// the next head in the window, 5. send all at once. Invariants: only the loop's thread is ever in here; a new head is not begun while output waits for
/// the client; buffers are held only while they hold bytes or a request points into them.
/// </summary>
internal sealed partial class Connection(EventLoop loop, int descriptor, ulong token) : ExchangeTransport
{
    private enum Phase : byte
    {
        /// <summary>Between requests or inside of a head.</summary>
        Head,

        /// <summary>A handler is at work.</summary>
        Handling,

        /// <summary>The response is complete and waits for the client to take it.</summary>
        Sending,

        /// <summary>The rest of a body nobody read is skipped.</summary>
        Skipping,

        /// <summary>All is sent; what the client still sends is dropped, so that a reset does not overtake the response.</summary>
        Lingering,

        Closed,
    }

    private const int MaxSkippedBody = 256 * 1024;
    private const int LingerMilliseconds = 2000;
    private const long Never = long.MaxValue;

    private readonly int _descriptor = descriptor;
    private HttpExchange? _exchange;
    private RequestHeadParser _parser;
    private ConnectionInfo? _info;
    private Phase _phase;
    private bool _isFaulted;
    private bool _closesAfterSend;
    private bool _isUpgraded;
    private long _deadline = loop.Now + (long)loop.Limits.HeadTimeout.TotalMilliseconds;

    public int Descriptor => _descriptor;

    /// <summary>Slot in the low half, generation in the high half.</summary>
    public ulong Token { get; } = token;

    public override ConnectionInfo Info => _info ??= new(Libc.RemoteAddress(_descriptor), Libc.LocalAddress(_descriptor), false, "HTTP/1.1");

    public void OnReady(uint events)
    {
        if ((events & Libc.EPOLLOUT) != 0) OnWritable();
        if (_phase == Phase.Closed) return;
        if ((events & Libc.EPOLLIN) != 0) OnReadable();
        else if ((events & (Libc.EPOLLERR | Libc.EPOLLHUP)) != 0) Close();
    }

    public void OnTick(long now)
    {
        if (now < _deadline) return;
        _deadline = Never;
        if (_phase == Phase.Head && _exchange is not null && _parser.HasBegun)
        {
            Refuse(HeadFault.Timeout);
            Flush();
            return;
        }
        Close();
    }

    public void OnDrain()
    {
        if (_phase == Phase.Head && _exchange is null) Close();
        else if (_exchange is { Response.HasStarted: false }) _exchange.Response.CloseConnection = true;
    }

    public override void Abort() => Close();

    // Parses and answers what is in the window, until a handler waits, output waits or the bytes run out.
    private void ProcessInput()
    {
        while (_phase == Phase.Head && _inEnd > _inStart && !_isOutputBlocked)
        {
            if (_exchange is null) BeginHead();
            HttpRequest request = _exchange!.Request;
            request.Attach(_in!, _inStart);
            if (!_parser.Parse(_in.AsSpan(_inStart, _inEnd - _inStart), request, loop.Limits, out HeadFault? fault))
            {
                if (fault is not null) Refuse(fault);
                break;
            }
            _headBuffer = _in;
            _inStart += _parser.Length;
            if (BeginBody(request) is { } bodyFault)
            {
                Refuse(bodyFault);
                break;
            }
            Handle();
        }
        Flush();
        ReleaseInput();
    }

    private void BeginHead()
    {
        _exchange = loop.RentExchange(this);
        _parser = default;
        _deadline = loop.Now + (long)loop.Limits.HeadTimeout.TotalMilliseconds;
    }

    private void Handle()
    {
        _phase = Phase.Handling;
        _deadline = Never;
        if (loop.IsDraining) _exchange!.Response.CloseConnection = true;
        ValueTask handling;
        // A handler can begin inside of what another had awaited.
        object? before = loop.Running;
        try
        {
            loop.Running = _exchange;
            handling = loop.Handler(_exchange!);
        }
        catch (Exception exception)
        {
            Fail(exception);
            return;
        }
        finally
        {
            loop.Running = before;
        }
        if (handling.IsCompletedSuccessfully)
        {
            handling.GetAwaiter().GetResult();
            Complete();
            return;
        }
        // Responses of earlier requests must not wait for a handler that does.
        Flush();
        _ = AwaitHandlerAsync(handling);
    }

    private async Task AwaitHandlerAsync(ValueTask handling)
    {
        try
        {
            await handling;
        }
        catch (Exception exception)
        {
            Fail(exception);
            return;
        }
        Complete();
        if (_phase == Phase.Head) Resume();
        else Flush();
    }

    // The application answers its own failures; one that comes through is of the transport, or a bug of ours.
    private void Fail(Exception exception)
    {
        if (_phase != Phase.Closed) loop.App.Log.Failed("a request could not be answered", exception);
        Close();
        EndExchange();
    }

    // The handler is done: the response goes out whole, or its end does.
    private void Complete()
    {
        if (_phase == Phase.Closed)
        {
            EndExchange();
            return;
        }
        HttpResponse response = _exchange!.Response;
        if (_isUpgraded)
        {
            _closesAfterSend = true;
        }
        else if (!response.HasStarted)
        {
            response.Seal();
            DecideConnection(response);
            WriteWhole(response);
        }
        else if (!EndStreamed(response))
        {
            // Fewer bytes than announced: only a close tells the client.
            Close();
        }
        if (_phase == Phase.Closed)
        {
            EndExchange();
            return;
        }
        _phase = Phase.Sending;
        if (_tail.IsEmpty) AfterResponse();
        else Flush();
    }

    // The connection stays when both sides want it to and the rest of the body is worth skipping.
    private void DecideConnection(HttpResponse response)
    {
        HttpRequest request = _exchange!.Request;
        _closesAfterSend = !request.KeepAlive || response.CloseConnection || loop.IsDraining || !IsBodyWorthSkipping;
    }

    private void AfterResponse()
    {
        EndExchange();
        if (_closesAfterSend)
        {
            _phase = Phase.Sending;
            return;
        }
        _phase = Phase.Skipping;
        if (SkipBody()) _phase = Phase.Head;
        else ListenForInput();
        _deadline = loop.Now + (long)(_phase == Phase.Head ? loop.Limits.KeepAliveTimeout : loop.Limits.TransferGrace).TotalMilliseconds;
    }

    private void EndExchange()
    {
        HttpExchange exchange = _exchange!;
        _exchange = null;
        if (_headBuffer is not null && _headBuffer != _in) loop.Buffers.Return(_headBuffer);
        _headBuffer = null;
        if (_phase == Phase.Closed)
        {
            _inStart = _inEnd = 0;
            ReleaseInput();
        }
        loop.Return(exchange);
    }

    // Goes on with what the client sent while a handler or a response waited.
    private void Resume()
    {
        ListenForInput();
        ProcessInput();
    }

    private void Refuse(HeadFault fault)
    {
        HttpResponse response = _exchange!.Response;
        response.Clear();
        Problem.Write(response, fault.Status, fault.Detail);
        response.CloseConnection = true;
        loop.App.Log.Refused(fault.Status, fault.Detail);
        _isFaulted = _closesAfterSend = true;
        _inStart = _inEnd = 0;
        WriteWhole(response);
        // The client may have been found gone while room was made; then the exchange has ended already.
        if (_phase == Phase.Closed) return;
        CopyTail();
        _phase = Phase.Sending;
        EndExchange();
    }

    // Everything is sent and the connection shall end.
    private void Finish()
    {
        if (!_isFaulted && !_isUpgraded && _inEnd == _inStart && _body.IsComplete)
        {
            Close();
            return;
        }
        Libc.ShutdownWrite(_descriptor);
        _phase = Phase.Lingering;
        _inStart = _inEnd = 0;
        _deadline = loop.Now + LingerMilliseconds;
        ListenForInput();
    }

    private void Close()
    {
        if (_phase == Phase.Closed) return;
        bool isHandling = _phase == Phase.Handling;
        _phase = Phase.Closed;
        loop.Remove(this);
        ReleaseOutput();
        if (isHandling)
        {
            // The handler may still look into the buffers: they go back when it has ended.
            _exchange!.Abort();
            _readable.Set();
            _writable.Set();
            return;
        }
        if (_exchange is not null) EndExchange();
        _inStart = _inEnd = 0;
        ReleaseInput();
    }
}
