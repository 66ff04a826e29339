using System.Net;

namespace Inox.Http;

/// <summary>
/// The own HTTP/1.1 engine: Linux, clear text. One event loop a core, each with its own listening socket; a handler that computes or blocks for long holds
/// its loop and belongs on the pool (<see cref="Blocking"/>).
/// </summary>
public sealed class EpollEngine : HttpEngine
{
    public static EpollEngine Shared { get; } = new();

    /// <summary>Event loops; as many as processors the process may use unless set.</summary>
    public int Loops { get; init; } = Environment.ProcessorCount;

    /// <summary>After how long a handler that does not give its loop back is named in the log, and another loop accepts in its place; zero for never.</summary>
    public TimeSpan HoldLimit { get; init; } = TimeSpan.FromMilliseconds(500);

    public override ValueTask<HttpServer> StartAsync(HttpApp app, HttpHandler handler, IReadOnlyList<IPEndPoint> addresses)
    {
        if (!OperatingSystem.IsLinux()) throw new PlatformNotSupportedException("this engine needs Linux; set HttpApp.Engine to a KestrelEngine of Inox.Http.AspNetCore");
        foreach (IPEndPoint address in addresses)
        {
            if (address.Port > 0) Libc.RequireFree(address);
        }
        EventLoop[] loops = new EventLoop[Loops];
        IReadOnlyList<IPEndPoint> bound = addresses;
        for (int i = 0; i < loops.Length; i++)
        {
            loops[i] = new(app, handler, bound);
            // A free port was taken by the first loop; the others share it.
            if (i == 0) bound = [.. addresses.Select((address, index) => loops[0].ListenerAddress(index) ?? address)];
        }
        Watchdog? watchdog = HoldLimit > TimeSpan.Zero ? new(loops, app.Log, HoldLimit) : null;
        for (int i = 0; i < loops.Length; i++)
        {
            Thread thread = new(loops[i].Run) { IsBackground = true, Name = $"inox http {i}" };
            thread.UnsafeStart();
        }
        return new(new EpollServer(loops, watchdog, bound, app.Limits.DrainTimeout));
    }

    private sealed class EpollServer(EventLoop[] loops, Watchdog? watchdog, IReadOnlyList<IPEndPoint> addresses, TimeSpan drainTimeout) : HttpServer
    {
        public override IReadOnlyList<IPEndPoint> Addresses => addresses;

        protected override async Task DrainAsync()
        {
            if (watchdog is not null) await watchdog.StopAsync();
            foreach (EventLoop loop in loops) loop.Drain(drainTimeout);
            await Task.WhenAll(loops.Select(loop => loop.Ended.Task));
        }
    }
}
