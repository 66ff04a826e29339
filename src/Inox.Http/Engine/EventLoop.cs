using System.Net;

namespace Inox.Http;

/// <summary>
/// One thread, one epoll descriptor, one listening socket per address. 1. wait, 2. accept, receive, handle and send for each ready socket, 3. run what handlers
/// awaited, 4. once a second end what is too slow. Level-triggered: what is not read now is reported again. Nothing is shared between loops.
/// </summary>
internal sealed class EventLoop
{
    private const ulong WakeToken = ulong.MaxValue;
    private const ulong ListenerToken = ulong.MaxValue - 1;
    private const int MaxAcceptsAtOnce = 64;
    private const int TickMilliseconds = 1000;
    private const int Backlog = 4096;

    private readonly int _epoll = Libc.CreateEpoll();
    private readonly int _wake = Libc.CreateEvent();
    private readonly byte[] _events = GC.AllocateUninitializedArray<byte>(256 * 16, pinned: true);
    private readonly Stack<HttpExchange> _freeExchanges = new();
    private readonly Stack<int> _freeSlots = new();
    private readonly int[] _listeners;
    // The own listeners, and those of a loop that is held.
    private int[] _accepting;
    private object? _running;
    private long _handled;
    private readonly LoopContext _context;
    private Connection?[] _connections = new Connection?[64];
    private uint _generation;
    private int _slotCount;
    private int _connectionCount;
    private bool _isAccepting = true;
    private bool _isStopped;
    private long _drainDeadline;
    private long _nextTick;

    public EventLoop(HttpApp app, HttpHandler handler, IReadOnlyList<IPEndPoint> addresses)
    {
        App = app;
        Limits = app.Limits;
        Handler = handler;
        _context = new(_wake);
        _listeners = new int[addresses.Count];
        for (int i = 0; i < _listeners.Length; i++)
        {
            _listeners[i] = Libc.Listen(addresses[i], Backlog);
            Libc.Control(_epoll, Libc.EPOLL_CTL_ADD, _listeners[i], Libc.EPOLLIN, ListenerToken - (ulong)i);
        }
        _accepting = _listeners;
        Libc.Control(_epoll, Libc.EPOLL_CTL_ADD, _wake, Libc.EPOLLIN, WakeToken);
    }

    public HttpApp App { get; }

    public HttpLimits Limits { get; }

    public HttpHandler Handler { get; }

    public BufferPool Buffers { get; } = new();

    public DateField Date { get; } = new();

    /// <summary>Looks whether this loop goes on; null for none.</summary>
    public Watchdog? Watchdog { get; set; }

    /// <summary>The exchange whose handler is at work, or this loop for what handlers had awaited; null between them. Looked at by the watchdog's thread.</summary>
    public object? Running
    {
        get => Volatile.Read(ref _running);
        set
        {
            Volatile.Write(ref _handled, _handled + 1);
            Volatile.Write(ref _running, value);
        }
    }

    /// <summary>A number that grows while the loop goes on.</summary>
    public long Progress => Volatile.Read(ref _handled) + _context.Completed;

    public string RunningName => Running is HttpExchange { Route: { } route } ? $"the handler `{route.Name}` ({route.Method} {route.Pattern})" : Running is HttpExchange ? "a layer or fallback" : "a handler that had awaited something";

    /// <summary>Milliseconds, taken once a round.</summary>
    public long Now { get; private set; } = Environment.TickCount64;

    public bool IsDraining { get; private set; }

    /// <summary>Completes when the loop has ended.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether the caller is on this loop's thread.</summary>
    public bool IsCurrent => _context.IsCurrent;

    /// <summary>Brings a handler that left the loop (<c>ConfigureAwait(false)</c>) back onto it.</summary>
    public LoopEntry EnterAsync() => new(_context);

    /// <summary>Ends a wait, from any thread.</summary>
    public void Wake(LoopSignal signal) => _context.Post(static state => ((LoopSignal)state!).Set(), signal);

    public IPEndPoint? ListenerAddress(int index) => Libc.LocalAddress(_listeners[index]);

    /// <summary>Runs until a drain has ended; called on the loop's own thread.</summary>
    public void Run()
    {
        _context.Adopt();
        while (!_isStopped)
        {
            int count = Libc.Wait(_epoll, _events, WaitTime());
            Watchdog?.Stir();
            Now = Environment.TickCount64;
            Date.Refresh();
            for (int i = 0; i < count; i++) Dispatch(i);
            if (_context.HasWork) RunAwaited();
            if (Now >= _nextTick) Tick();
        }
        Libc.Close(_epoll);
        Libc.Close(_wake);
        Ended.SetResult();
    }

    /// <summary>Accepts for a loop that is held, beside its own connections. From any thread.</summary>
    public void AcceptFor(EventLoop held) => _context.Post(_ => TakeListeners(held._listeners), null);

    /// <summary>Accepts for itself alone again. From any thread; the task completes when it does.</summary>
    public Task ReleaseAsync()
    {
        TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _context.Post(_ =>
        {
            ReleaseListeners();
            released.SetResult();
        }, null);
        return released.Task;
    }

    /// <summary>Stops accepting, lets requests under way end, then ends the loop. From any thread.</summary>
    public void Drain(TimeSpan limit) => _context.Post(_ => BeginDrain(limit), null);

    public HttpExchange RentExchange(Connection connection)
    {
        if (!_freeExchanges.TryPop(out HttpExchange? exchange)) exchange = new();
        exchange.App = App;
        exchange.Transport = connection;
        return exchange;
    }

    public void Return(HttpExchange exchange)
    {
        exchange.Reset();
        if (_freeExchanges.Count < 1024) _freeExchanges.Push(exchange);
    }

    public void SetInterest(Connection connection, uint interest) =>
        Libc.Control(_epoll, Libc.EPOLL_CTL_MOD, connection.Descriptor, interest, connection.Token);

    public void Remove(Connection connection)
    {
        int slot = (int)(uint)connection.Token;
        _connections[slot] = null;
        _freeSlots.Push(slot);
        _connectionCount--;
        Libc.Close(connection.Descriptor);
        if (!IsDraining && !_isAccepting) SetAccepting(true);
        StopWhenDrained();
    }

    private int WaitTime()
    {
        if (_context.HasWork) return 0;
        // Nobody to time out: an idle server sleeps for good.
        if (_connectionCount == 0 && !IsDraining) return -1;
        return (int)Math.Clamp(_nextTick - Now, 0, TickMilliseconds);
    }

    private void Dispatch(int index)
    {
        (uint events, ulong token) = Libc.EventAt(_events, index);
        if (token == WakeToken)
        {
            _context.TakeForeign();
            return;
        }
        ulong listener = ListenerToken - token;
        if (listener < (ulong)_accepting.Length)
        {
            Accept(_accepting[listener]);
            return;
        }
        // A connection closed earlier in this round may be named again; its token's generation is then not that of the slot.
        Connection? connection = _connections[(int)(uint)token];
        if (connection is not null && connection.Token == token) connection.OnReady(events);
    }

    private void Accept(int listener)
    {
        for (int i = 0; i < MaxAcceptsAtOnce && _isAccepting; i++)
        {
            int descriptor = Libc.Accept(listener);
            if (descriptor < 0)
            {
                int error = Libc.LastError;
                if (error is Libc.ECONNABORTED or Libc.EINTR) continue;
                // Out of descriptors: a level-triggered listener would spin; the next tick tries again.
                if (error is Libc.EMFILE or Libc.ENFILE) SetAccepting(false);
                return;
            }
            Add(descriptor);
        }
    }

    private void Add(int descriptor)
    {
        if (!_freeSlots.TryPop(out int slot)) slot = _slotCount++;
        if (slot == _connections.Length) Array.Resize(ref _connections, slot * 2);
        // Generations stay below the tokens of listeners and the wake descriptor.
        _generation = (_generation + 1) & 0x7fff_ffff;
        Connection connection = new(this, descriptor, (ulong)_generation << 32 | (uint)slot);
        _connections[slot] = connection;
        if (_connectionCount++ == 0) _nextTick = Now + TickMilliseconds;
        Libc.Control(_epoll, Libc.EPOLL_CTL_ADD, descriptor, Libc.EPOLLIN, connection.Token);
        if (_connectionCount >= Limits.MaxConnections) SetAccepting(false);
        // The request is usually there with the connection: trying now saves a wait.
        connection.OnReady(Libc.EPOLLIN);
    }

    private void SetAccepting(bool isAccepting)
    {
        _isAccepting = isAccepting;
        for (int i = 0; i < _accepting.Length; i++)
            Libc.Control(_epoll, Libc.EPOLL_CTL_MOD, _accepting[i], isAccepting ? Libc.EPOLLIN : 0, ListenerToken - (ulong)i);
    }

    private void RunAwaited()
    {
        Running = this;
        _context.Run();
        Running = null;
    }

    private void TakeListeners(int[] theirs)
    {
        if (IsDraining || _accepting.Length > _listeners.Length) return;
        _accepting = [.. _listeners, .. theirs];
        for (int i = _listeners.Length; i < _accepting.Length; i++)
            Libc.Control(_epoll, Libc.EPOLL_CTL_ADD, _accepting[i], _isAccepting ? Libc.EPOLLIN : 0, ListenerToken - (ulong)i);
    }

    private void ReleaseListeners()
    {
        for (int i = _listeners.Length; i < _accepting.Length; i++) Libc.Control(_epoll, Libc.EPOLL_CTL_DEL, _accepting[i], 0, 0);
        _accepting = _listeners;
    }

    private void Tick()
    {
        _nextTick = Now + TickMilliseconds;
        for (int i = 0; i < _slotCount; i++) _connections[i]?.OnTick(Now);
        if (IsDraining && Now >= _drainDeadline)
        {
            for (int i = 0; i < _slotCount; i++) _connections[i]?.Abort();
        }
        else if (!_isAccepting && !IsDraining && _connectionCount < Limits.MaxConnections)
        {
            SetAccepting(true);
        }
    }

    private void BeginDrain(TimeSpan limit)
    {
        if (IsDraining) return;
        IsDraining = true;
        _isAccepting = false;
        _drainDeadline = Now + (long)limit.TotalMilliseconds;
        _nextTick = Math.Min(_nextTick, _drainDeadline);
        foreach (int listener in _listeners) Libc.Close(listener);
        for (int i = 0; i < _slotCount; i++) _connections[i]?.OnDrain();
        StopWhenDrained();
    }

    private void StopWhenDrained()
    {
        if (IsDraining && _connectionCount == 0) _isStopped = true;
    }
}
