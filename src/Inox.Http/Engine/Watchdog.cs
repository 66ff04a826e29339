namespace Inox.Http;

/// <summary>
/// Looks whether loops go on. One that has not for a while is held by a handler that computes or blocks: the log is told which, and another loop takes over its accepting until it is free
/// again, so that only the connections it has already wait. A thread of its own, since the pool may be what is exhausted; it sleeps while the loops do.
/// </summary>
internal sealed class Watchdog
{
    // Of one loop: how far it was at the last look, for how many looks it has not gone on, and who accepts for it.
    private sealed class Watch(EventLoop loop)
    {
        public EventLoop Loop => loop;

        public long Progress { get; set; }

        public int Stills { get; set; }

        public EventLoop? Deputy { get; set; }
    }

    private const int LooksOfAHold = 2;

    private static readonly TimeSpan s_longestSleep = TimeSpan.FromSeconds(10);

    private readonly Watch[] _watches;
    private readonly IServerLog _log;
    private readonly TimeSpan _limit;
    private readonly ManualResetEventSlim _stirred = new(true);
    private readonly ManualResetEventSlim _isStopping = new();
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isAsleep;

    public Watchdog(EventLoop[] loops, IServerLog log, TimeSpan limit)
    {
        _watches = [.. loops.Select(loop => new Watch(loop))];
        _log = log;
        _limit = limit;
        foreach (EventLoop loop in loops) loop.Watchdog = this;
        new Thread(Run, maxStackSize: 128 * 1024) { IsBackground = true, Name = "inox http watchdog" }.UnsafeStart();
    }

    /// <summary>A loop has something to do; called once a round.</summary>
    public void Stir()
    {
        if (_isAsleep) _stirred.Set();
    }

    /// <summary>Gives back what deputies accept for, so that the loops can close their listeners.</summary>
    public Task StopAsync()
    {
        _isStopping.Set();
        _stirred.Set();
        return _ended.Task;
    }

    private void Run()
    {
        TimeSpan pause = _limit / LooksOfAHold;
        while (!_isStopping.Wait(pause))
        {
            if (Look()) continue;
            _stirred.Reset();
            _isAsleep = true;
            // A loop may have begun between the look and here, or between this question and the sleep: it is not slept through for ever.
            if (!IsAnyBusy()) _stirred.Wait(s_longestSleep);
            _isAsleep = false;
        }
        Task.WhenAll(_watches.Where(watch => watch.Deputy is not null).Select(watch => watch.Deputy!.ReleaseAsync())).ContinueWith(_ => _ended.SetResult(), TaskScheduler.Default);
    }

    private bool IsAnyBusy()
    {
        foreach (Watch watch in _watches)
        {
            if (watch.Loop.Running is not null) return true;
        }
        return false;
    }

    // False when nothing has happened since the last look, so that there is nothing to look at.
    private bool Look()
    {
        bool isStirring = false;
        foreach (Watch watch in _watches)
        {
            long progress = watch.Loop.Progress;
            bool isStill = progress == watch.Progress && watch.Loop.Running is not null;
            isStirring |= isStill || progress != watch.Progress;
            watch.Progress = progress;
            watch.Stills = isStill ? watch.Stills + 1 : 0;
            if (watch.Stills == LooksOfAHold) Take(watch);
            else if (!isStill) GiveBack(watch);
        }
        return isStirring;
    }

    private void Take(Watch held)
    {
        _log.Held(held.Loop.RunningName, _limit);
        foreach (Watch other in _watches)
        {
            if (other.Stills > 0 || _watches.Any(watch => watch.Deputy == other.Loop)) continue;
            held.Deputy = other.Loop;
            other.Loop.AcceptFor(held.Loop);
            return;
        }
    }

    private static void GiveBack(Watch watch)
    {
        if (watch.Deputy is null) return;
        _ = watch.Deputy.ReleaseAsync();
        watch.Deputy = null;
    }
}
