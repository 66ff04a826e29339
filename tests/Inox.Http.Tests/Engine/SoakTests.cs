using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Ten seconds of clients that pipeline, dawdle, stream and vanish: no response is lost or crossed, and memory stays where it was.</summary>
public sealed class SoakTests
{
    [Fact]
    public async Task NothingIsLostOrCrossed()
    {
        TimeSpan length = TimeSpan.FromSeconds(Environment.GetEnvironmentVariable("INOX_QUICK") is null ? 10 : 2);
        await using HttpServer server = await new HttpApp { Log = ConsoleLog.Quiet }.Fallback(AnswerAsync).StartAsync("http://127.0.0.1:0");
        Stopwatch clock = Stopwatch.StartNew();
        long answered = 0;
        // Threads of their own: clients that block the pool would starve the timers handlers wait for.
        Task[] clients = [.. Enumerable.Range(0, 40).Select(number => Task.Factory.StartNew(() =>
        {
            Random random = new(number);
            while (clock.Elapsed < length) Interlocked.Add(ref answered, Visit(server, random, number));
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        await Task.Delay(length / 4, TestContext.Current.CancellationToken);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        await Task.WhenAll(clients);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(answered > 1000, $"{answered} answers");
        Assert.True(after < before + 30_000_000, $"memory grew from {before} to {after}");
    }

    // Answers with the path, late or in pieces when it says so, so that every response names its request.
    private static async ValueTask AnswerAsync(HttpExchange exchange)
    {
        byte[] path = exchange.Request.Path.ToArray();
        ReadOnlyMemory<byte> body = await exchange.Request.ReadAllAsync();
        if (path.AsSpan().StartsWith("/late"u8)) await Task.Delay(3);
        if (path.AsSpan().StartsWith("/pieces"u8))
        {
            await exchange.Response.WriteAsync(path);
            await exchange.Response.WriteAsync(body);
            return;
        }
        exchange.Response.Write(path);
        exchange.Response.Write(body.Span);
    }

    private static int Visit(HttpServer server, Random random, int client)
    {
        using RawClient connection = new(server.Addresses[0]);
        List<string> expected = [];
        StringBuilder requests = new();
        for (int i = random.Next(1, 12); i > 0; i--)
        {
            string path = $"/{(random.Next(8) switch { 0 => "late", 1 => "pieces", _ => "now" })}/{client}/{random.Next()}", body = new('b', random.Next(4) == 0 ? random.Next(20_000) : 0);
            requests.Append(random.Next(2) == 0
                ? $"POST {path} HTTP/1.1\r\nHost: a\r\nContent-Length: {body.Length}\r\n\r\n{body}"
                : $"POST {path} HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n{(body.Length > 0 ? $"{body.Length:x}\r\n{body}\r\n" : "")}0\r\n\r\n");
            expected.Add(path + body);
        }
        string all = requests.ToString();
        int cut = random.Next(all.Length);
        try
        {
            connection.Send(all[..cut]);
            // One in ten vanishes in the middle.
            if (random.Next(10) == 0) return 0;
            if (random.Next(5) == 0) Thread.Sleep(random.Next(10));
            connection.Send(all[cut..]);
        }
        catch (SocketException)
        {
            return 0;
        }
        foreach (string each in expected) Assert.Equal(each, connection.Read()!.Text);
        return expected.Count;
    }
}
