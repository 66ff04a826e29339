using System.Collections.Concurrent;
using System.Diagnostics;
using Xunit;

namespace Inox.Http.Tests;

internal static class BlockingHandlers
{
    [Get("/holds/{milliseconds:int}")]
    public static string Hold(int milliseconds)
    {
        Thread.Sleep(milliseconds);
        return "held";
    }

    [Get("/holds/awaited/{milliseconds:int}")]
    public static async Task<string> HoldLater(int milliseconds)
    {
        await Task.Delay(1);
        Thread.Sleep(milliseconds);
        return "held";
    }
}

/// <summary>Handlers that do not give their loop back.</summary>
public sealed class WatchdogTests
{
    private sealed class Log : IServerLog
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

        public void Held(string handler, TimeSpan time) => Holders.Enqueue(handler);
    }

    private static HttpApp CreateApp(Log log, int loops) => new HttpApp(Routes.Table) { Log = log, Engine = new EpollEngine { Loops = loops, HoldLimit = TimeSpan.FromMilliseconds(200) } }.AddState(new Users());

    [Theory]
    [InlineData("/holds/1500", "the handler `BlockingHandlers.Hold` (GET /holds/{milliseconds:int})")]
    [InlineData("/holds/awaited/1500", "a handler that had awaited something")]
    [InlineData("/holds/10", null)]
    [InlineData("/later", null)]
    public async Task NamesWhoHolds(string target, string? name)
    {
        Log log = new();
        await using HttpServer server = await CreateApp(log, 1).StartAsync("http://127.0.0.1:0");
        using HttpClient client = new() { BaseAddress = server.BaseAddress };
        await client.GetStringAsync(target, TestContext.Current.CancellationToken);
        Assert.Equal(name is null ? [] : [name], log.Holders);
    }

    [Fact]
    public async Task OthersAcceptMeanwhile()
    {
        Log log = new();
        await using HttpServer server = await CreateApp(log, 2).StartAsync("http://127.0.0.1:0");
        using RawClient holder = new(server.Addresses[0], 30_000);
        holder.Send("GET /holds/6000 HTTP/1.1\r\nHost: a\r\n\r\n");
        Stopwatch watch = Stopwatch.StartNew();
        // The system spreads connections over both loops: without another that accepts, half of these would wait for the holder.
        RawClient[] others = [.. Enumerable.Range(0, 20).Select(_ => new RawClient(server.Addresses[0], 30_000))];
        foreach (RawClient other in others) other.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        foreach (RawClient other in others) Assert.Equal(200, other.Read()!.Status);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(200, holder.Read()!.Status);
        foreach (RawClient other in others) other.Dispose();
        using RawClient after = new(server.Addresses[0]);
        after.Send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
        Assert.Equal(200, after.Read()!.Status);
    }
}
