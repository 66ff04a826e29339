using System.Threading.Tasks.Sources;

namespace Inox.Http;

/// <summary>One pending wait of a handler for its connection, without an allocation. What awaits it resumes on the loop.</summary>
internal sealed class LoopSignal : IValueTaskSource
{
    private ManualResetValueTaskSourceCore<bool> _core;

    public bool IsPending { get; private set; }

    public ValueTask WaitAsync()
    {
        if (IsPending) throw new InvalidOperationException("a wait of this kind is already pending on this exchange");
        _core.Reset();
        IsPending = true;
        return new(this, _core.Version);
    }

    public void Set()
    {
        if (!IsPending) return;
        IsPending = false;
        _core.SetResult(true);
    }

    void IValueTaskSource.GetResult(short token) => _core.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource.GetStatus(short token) => _core.GetStatus(token);

    void IValueTaskSource.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _core.OnCompleted(continuation, state, token, flags);
}
