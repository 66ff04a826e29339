using System.Collections.Concurrent;

namespace Inox.Http;

/// <summary>
/// Brings what a handler awaited back onto its loop, so that handlers of one connection never run beside each other and need no locks of the
/// loop's own state. Posting from the loop itself costs no system call.
/// </summary>
internal sealed class LoopContext(int wakeDescriptor) : SynchronizationContext
{
    private readonly ConcurrentQueue<(SendOrPostCallback Callback, object? State)> _foreign = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _own = new();
    private int _isSignalled;
    private int _threadId;
    private long _completed;

    /// <summary>How many callbacks have run.</summary>
    public long Completed => Volatile.Read(ref _completed);

    public bool HasWork => _own.Count > 0;

    public bool IsCurrent => Environment.CurrentManagedThreadId == _threadId;

    public void Adopt()
    {
        _threadId = Environment.CurrentManagedThreadId;
        SetSynchronizationContext(this);
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            _own.Enqueue((d, state));
            return;
        }
        _foreign.Enqueue((d, state));
        if (Interlocked.Exchange(ref _isSignalled, 1) == 0) Libc.SignalEvent(wakeDescriptor);
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        if (!IsCurrent) throw new NotSupportedException("waiting for the event loop would deadlock it");
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Takes what other threads posted; called when the wake descriptor is readable.</summary>
    public void TakeForeign()
    {
        Libc.DrainEvent(wakeDescriptor);
        Volatile.Write(ref _isSignalled, 0);
        while (_foreign.TryDequeue(out (SendOrPostCallback Callback, object? State) work)) _own.Enqueue(work);
    }

    /// <summary>Runs what is due now; what it posts in turn runs in the next round, so that sockets are not starved.</summary>
    public void Run()
    {
        for (int count = _own.Count; count > 0; count--)
        {
            (SendOrPostCallback callback, object? state) = _own.Dequeue();
            callback(state);
            Volatile.Write(ref _completed, _completed + 1);
        }
    }
}
