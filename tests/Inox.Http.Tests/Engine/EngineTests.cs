using System.Net.Sockets;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>What the own engine does with connections: order, streams both ways, slow and broken clients, shutdown.</summary>
public sealed class EngineTests
{
    private static readonly HttpLimits s_fast = new()
    {
        HeadTimeout = TimeSpan.FromSeconds(1),
        KeepAliveTimeout = TimeSpan.FromSeconds(1),
        TransferGrace = TimeSpan.FromSeconds(1),
        DrainTimeout = TimeSpan.FromSeconds(3),
    };

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private static async Task<HttpServer> StartAsync(HttpHandler handler, HttpLimits? limits = null) =>
        await new HttpApp { Log = ConsoleLog.Quiet, Limits = limits ?? HttpLimits.Default, Engine = new EpollEngine { Loops = 1 } }.Fallback(handler).StartAsync("http://127.0.0.1:0");

    private static string Get(string path) => $"GET {path} HTTP/1.1\r\nHost: a\r\n\r\n";

    // Echoes the path; `/slow` first leaves the loop, `/pool` comes back from another thread.
    private static async ValueTask EchoPathAsync(HttpExchange exchange)
    {
        if (exchange.Request.Path.StartsWith("/slow"u8)) await Task.Delay(30, TestContext.Current.CancellationToken);
        if (exchange.Request.Path.StartsWith("/pool"u8)) await Task.Run(() => Thread.Sleep(5)).ConfigureAwait(false);
        exchange.Response.Write(exchange.Request.Path);
    }

    [Fact]
    public async Task AnswersPipelinedRequestsInOrder()
    {
        await using HttpServer server = await StartAsync(EchoPathAsync);
        using RawClient client = new(server.Addresses[0]);
        string[] paths = [.. Enumerable.Range(0, 300).Select(i => i % 50 == 7 ? $"/slow{i}" : i % 40 == 9 ? $"/pool{i}" : $"/{i}")];
        client.Send(string.Concat(paths.Select(Get)));
        foreach (string path in paths) Assert.Equal(path, client.Read()!.Text);
    }

    [Fact]
    public async Task TakesRequestsCutAnywhere()
    {
        await using HttpServer server = await StartAsync(async exchange => exchange.Response.Write((await exchange.Request.ReadAllAsync()).Span));
        string message = "POST /a HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5;x=\"y\"\r\nhello\r\n1\r\n!\r\n0\r\nT: 1\r\n\r\n";
        using RawClient client = new(server.Addresses[0]);
        for (int cut = 1; cut < message.Length; cut++)
        {
            client.Send(message[..cut]);
            if (cut % 3 == 0) await Task.Delay(1, TestContext.Current.CancellationToken);
            client.Send(message[cut..]);
            Assert.Equal("hello!", client.Read()!.Text);
        }
        foreach (char c in message) client.Send($"{c}");
        Assert.Equal("hello!", client.Read()!.Text);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StreamsLargeBodiesBothWays(bool isChunked)
    {
        await using HttpServer server = await StartAsync(async exchange =>
        {
            byte[] buffer = new byte[50_000];
            if (exchange.Request.ContentLength is { } length) exchange.Response.ContentLength = length;
            await exchange.Response.StartAsync();
            while (await exchange.Request.ReadAsync(buffer) is var read and > 0) await exchange.Response.WriteAsync(buffer.AsMemory(0, read));
        });
        byte[] body = new byte[5_000_000];
        new Random(7).NextBytes(body);
        using HttpClient client = new() { BaseAddress = server.BaseAddress };
        using HttpRequestMessage request = new(HttpMethod.Post, "/") { Content = new ByteArrayContent(body) };
        if (isChunked) request.Headers.TransferEncodingChunked = true;
        using HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(isChunked, response.Headers.TransferEncodingChunked == true);
        Assert.Equal(body, await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task SendsLargeWholeBodiesToSlowReaders()
    {
        byte[] body = new byte[8_000_000];
        new Random(3).NextBytes(body);
        await using HttpServer server = await StartAsync(exchange =>
        {
            exchange.Response.SetBody(body);
            return default;
        });
        using RawClient client = new(server.Addresses[0]);
        client.Send(Get("/") + Get("/"));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.True(client.Read()!.Body.AsSpan().SequenceEqual(body));
        Assert.True(client.Read()!.Body.AsSpan().SequenceEqual(body));
    }

    [Fact]
    public async Task HoldsBackAHandlerWhoseClientDoesNotRead()
    {
        TaskCompletionSource<long> held = new();
        await using HttpServer server = await StartAsync(async exchange =>
        {
            byte[] piece = new byte[64 * 1024];
            for (long i = 0; i < 1000; i++)
            {
                ValueTask writing = exchange.Response.WriteAsync(piece);
                if (!writing.IsCompleted) held.TrySetResult(i * piece.Length);
                await writing;
            }
        });
        using RawClient client = new(server.Addresses[0]);
        client.Send(Get("/"));
        Assert.InRange(await held.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken), 1, 30_000_000);
        Assert.Equal(64_000 * 1024, client.Read()!.Body.Length);
    }

    [Fact]
    public async Task AnswersHalfClosedClients()
    {
        await using HttpServer server = await StartAsync(EchoPathAsync);
        using RawClient client = new(server.Addresses[0]);
        client.Send(Get("/slow1") + Get("/2"));
        client.EndSending();
        Assert.Equal("/slow1", client.Read()!.Text);
        Assert.Equal("/2", client.Read()!.Text);
        Assert.Null(client.Read());
    }

    [Fact]
    public async Task TellsAHandlerThatItsClientIsGone()
    {
        TaskCompletionSource begun = new(), gone = new();
        await using HttpServer server = await StartAsync(async exchange =>
        {
            exchange.Aborted.Register(gone.SetResult);
            while (true)
            {
                await exchange.Response.WriteAsync("tick\n"u8.ToArray());
                begun.TrySetResult();
                await Task.Delay(5, exchange.Aborted);
            }
        });
        RawClient client = new(server.Addresses[0]);
        client.Send(Get("/"));
        await begun.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        client.Dispose();
        await gone.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("GET / HTTP/1.1\r\nHost:", 408)]
    [InlineData("", 0)]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n\r\n", 200)]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nslow", 0)]
    public async Task EndsSlowClients(string message, int status)
    {
        await using HttpServer server = await StartAsync(async exchange => await exchange.Request.ReadAllAsync(), s_fast);
        using RawClient client = new(server.Addresses[0]);
        client.Send(message);
        RawResponse? response = client.Read();
        Assert.Equal(status, response?.Status ?? 0);
        Assert.Equal("", client.ReadToEnd());
    }

    [Fact]
    public async Task KeepsUnreadBodiesApartFromRequests()
    {
        await using HttpServer server = await StartAsync(EchoPathAsync);
        using RawClient client = new(server.Addresses[0]);
        string smuggled = Get("/smuggled");
        client.Send($"POST /1 HTTP/1.1\r\nHost: a\r\nContent-Length: {smuggled.Length}\r\n\r\n{smuggled}{Get("/2")}");
        client.Send($"POST /3 HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n{smuggled.Length:x}\r\n{smuggled}\r\n0\r\n\r\n{Get("/4")}");
        for (int i = 1; i <= 4; i++) Assert.Equal($"/{i}", client.Read()!.Text);
    }

    [Fact]
    public async Task DrainsBeforeItStops()
    {
        TaskCompletionSource entered = new(), released = new();
        HttpServer server = await StartAsync(async exchange =>
        {
            if (exchange.Request.Path.SequenceEqual("/busy"u8))
            {
                entered.SetResult();
                await released.Task;
            }
            exchange.Response.Write(exchange.Request.Path);
        }, s_fast);
        using RawClient busy = new(server.Addresses[0]), idle = new(server.Addresses[0]);
        idle.Send(Get("/1"));
        Assert.False(idle.Read()!.Closes);
        busy.Send(Get("/busy"));
        await entered.Task.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Task stopping = server.StopAsync();
        // Whoever waits for nothing is closed at once.
        Assert.Equal("", idle.ReadToEnd());
        Assert.False(stopping.IsCompleted);
        released.SetResult();
        RawResponse response = busy.Read()!;
        Assert.Equal(("/busy", true), (response.Text, response.Closes));
        await stopping.WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.ThrowsAny<SocketException>(() => new RawClient(server.Addresses[0]));
    }

    [Fact]
    public async Task SpeaksOldHttp()
    {
        await using HttpServer server = await StartAsync(EchoPathAsync);
        using RawClient client = new(server.Addresses[0]);
        client.Send("GET /1 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        Assert.Equal("keep-alive", client.Read()!.Field("Connection"));
        client.Send("GET /2 HTTP/1.0\r\n\r\n");
        Assert.True(client.Read()!.Closes);
        Assert.Equal("", client.ReadToEnd());
    }

    [Fact]
    public async Task StreamsToOldHttpUntilItCloses()
    {
        await using HttpServer server = await StartAsync(async exchange => await exchange.Response.WriteAsync("hello"u8.ToArray()));
        using RawClient client = new(server.Addresses[0]);
        client.Send("GET / HTTP/1.0\r\n\r\n");
        string all = client.ReadToEnd();
        Assert.EndsWith("\r\n\r\nhello", all, StringComparison.Ordinal);
        Assert.DoesNotContain("chunked", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendsInterimResponses()
    {
        await using HttpServer server = await StartAsync(async exchange =>
        {
            await exchange.Response.SendEarlyHintsAsync("</a.css>; rel=preload");
            exchange.Response.Write("done"u8);
        });
        using RawClient client = new(server.Addresses[0]);
        client.Send(Get("/"));
        RawResponse hints = client.Read()!;
        Assert.Equal((103, "</a.css>; rel=preload"), (hints.Status, hints.Field("Link")));
        Assert.Equal("done", client.Read()!.Text);
    }

    [Fact]
    public async Task SurvivesHooksThatFail()
    {
        await using HttpServer server = await StartAsync(async exchange =>
        {
            exchange.Response.OnStarting(_ => throw new InvalidOperationException("secret"));
            if (exchange.Request.Path.StartsWith("/slow"u8)) await Task.Yield();
            exchange.Response.Write("secret"u8);
        });
        using RawClient client = new(server.Addresses[0]);
        foreach (string path in new[] { "/", "/slow" })
        {
            client.Send(Get(path));
            RawResponse response = client.Read()!;
            Assert.Equal(500, response.Status);
            Assert.DoesNotContain("secret", response.Text, StringComparison.Ordinal);
        }
    }

    // The whole body comes with the head, and in pieces behind it.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task RefusesLongChunkedBodies(bool isWhole)
    {
        await using HttpServer server = await StartAsync(async exchange => await exchange.Request.ReadAllAsync(), new() { MaxBody = 1000 });
        using RawClient client = new(server.Addresses[0]);
        string head = "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n", body = $"{2000:x}\r\n{new string('b', 2000)}\r\n0\r\n\r\n";
        client.Send(isWhole ? head + body : head);
        if (!isWhole) client.Send(body);
        RawResponse response = client.Read()!;
        Assert.Equal((413, true), (response.Status, response.Closes));
    }

    [Fact]
    public async Task AllocatesNothingForASynchronousRequest()
    {
        byte[] body = "Hello, World!"u8.ToArray();
        long before = 0, after = 0;
        int count = 0;
        await using HttpServer server = await StartAsync(exchange =>
        {
            exchange.Response.AddField("Content-Type"u8, "text/plain"u8);
            exchange.Response.Write(body);
            if (++count == 1000) before = GC.GetAllocatedBytesForCurrentThread();
            if (count == 3000) after = GC.GetAllocatedBytesForCurrentThread();
            return default;
        });
        using RawClient client = new(server.Addresses[0]);
        string request = "GET /plaintext?a=b HTTP/1.1\r\nHost: a\r\nUser-Agent: x\r\nAccept: */*\r\nCookie: a=b\r\n\r\n";
        for (int i = 0; i < 30; i++)
        {
            client.Send(string.Concat(Enumerable.Repeat(request, 100)));
            for (int j = 0; j < 100; j++) Assert.Equal(200, client.Read()!.Status);
        }
        Assert.Equal(0, after - before);
    }
}
