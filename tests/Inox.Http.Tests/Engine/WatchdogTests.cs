using System.Collections.Concurrent;
using Xunit;

namespace Inox.Http.Tests;

internal static class BlockingHandlers
{
    public static ConcurrentDictionary<string, ManualResetEventSlim> Gates { get; } = new();

    public static TaskCompletionSource ThreeEntered { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Get("/holds/{gate}")]
    public static string Hold(string gate)
    {
        if (gate == "three") ThreeEntered.TrySetResult();
        return Gates[gate].Wait(TimeSpan.FromMinutes(1)) ? "let go" : "forgotten";
    }

    [Get("/holds/awaited/{gate}")]
    public static async Task<string> HoldLater(string gate)
    {
        await Task.Yield();
        return Hold(gate);
    }
}

/// <summary>Handlers that do not give their loop back.</summary>
public sealed class WatchdogTests
{
    /// <summary>Opens a gate when a handler is found to hold its loop.</summary>
    private sealed class Log(ManualResetEventSlim? gate = null) : IServerLog
    {
        public ConcurrentQueue<string> Holders { get; } = new();

        public void Failed(string what, Exception exception)
        {
        }

        public void Refused(int status, string detail)
        {
        }

        public void Told(string what)
        {
        }

        public void Held(string handler, TimeSpan time)
        {
            Holders.Enqueue(handler);
            gate?.Set();
        }
    }

    private static HttpApp CreateApp(Log log, int loops) => new HttpApp(Routes.Table) { Log = log, Engine = new EpollEngine { Loops = loops, HoldLimit = TimeSpan.FromMilliseconds(200) } }.AddState(new Users());

    [Theory]
    [InlineData("/holds/one", "the handler `BlockingHandlers.Hold` (GET /holds/{gate})")]
    [InlineData("/holds/awaited/two", "a handler that had awaited something")]
    public async Task NamesWhoHolds(string target, string name)
    {
        using ManualResetEventSlim gate = new();
        BlockingHandlers.Gates[target.Split('/')[^1]] = gate;
        Log log = new(gate);
        await using HttpServer server = await CreateApp(log, 1).StartAsync("http://127.0.0.1:0");
        using HttpClient client = new() { BaseAddress = server.BaseAddress };
        Assert.Equal("let go", await client.GetStringAsync(target, TestContext.Current.CancellationToken));
        Assert.Equal([name], log.Holders);
    }

    [Fact]
    public async Task OthersAcceptMeanwhile()
    {
        using ManualResetEventSlim gate = new();
        BlockingHandlers.Gates["three"] = gate;
        await using HttpServer server = await CreateApp(new(), 2).StartAsync("http://127.0.0.1:0");
        using RawClient holder = new(server.Addresses[0], 60_000);
        holder.Send("GET /holds/three HTTP/1.1\r\nHost: a\r\n\r\n");
        await BlockingHandlers.ThreeEntered.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        // The system spreads connections over both loops: without another that accepts, half of these would wait for a gate that opens only behind them.
        RawClient[] others = [.. Enumerable.Range(0, 20).Select(_ => new RawClient(server.Addresses[0], 30_000))];
        foreach (RawClient other in others) other.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        foreach (RawClient other in others) Assert.Equal(200, other.Read()!.Status);
        gate.Set();
        Assert.Equal(200, holder.Read()!.Status);
        foreach (RawClient other in others) other.Dispose();
        using RawClient after = new(server.Addresses[0]);
        after.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Equal(200, after.Read()!.Status);
    }
}
