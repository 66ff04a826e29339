using System.Net;
using System.Net.WebSockets;
using System.Text;
using Inox.Testing;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Every sample is started as the program it is, and asked what it is there for.</summary>
public sealed class SampleTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Hello() => RunAsync("hello", [], async client => Assert.Equal("Hello, Ada! Hello, Ada!", await client.GetStringAsync("/hello/Ada?times=2", Cancel)));

    [Fact]
    public Task Todos() => RunAsync("todos", [], async client =>
    {
        using HttpResponseMessage added = await client.PostAsync("/todos", new StringContent("""{"title":"Milk"}""", Encoding.UTF8, "application/json"), Cancel);
        Assert.Equal((HttpStatusCode.Created, "/todos/1"), (added.StatusCode, added.Headers.Location?.ToString()));
        using HttpResponseMessage done = await client.PutAsync("/todos/1/done", null, Cancel);
        Assert.Equal("""[{"id":1,"title":"Milk","isDone":true}]""", await client.GetStringAsync("/todos?done=true", Cancel));
        Assert.Contains("\"/todos/{id}\"", await client.GetStringAsync("/openapi.json", Cancel), StringComparison.Ordinal);
    });

    [Fact]
    public Task Forms() => RunAsync("forms", [], async client =>
    {
        using HttpResponseMessage wrong = await client.PostAsync("/", new FormUrlEncodedContent([new("name", "A"), new("mail", "a@b"), new("age", "7")]), Cancel);
        Assert.Contains("<em>needs two characters</em>", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        using HttpResponseMessage right = await client.PostAsync("/", new FormUrlEncodedContent([new("name", "<Ada>"), new("mail", "a@b"), new("age", "36")]), Cancel);
        Assert.Contains("Welcome, &lt;Ada&gt;!", await right.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    });

    [Fact]
    public Task Ticker() => RunAsync("ticker", [], async client =>
    {
        using StreamReader events = new(await client.GetStreamAsync("/ticks?every=1", Cancel));
        List<string?> lines = [];
        for (int i = 0; i < 5; i++) lines.Add(await events.ReadLineAsync(Cancel));
        Assert.Equal("id: 0|data: tick 0||id: 1|data: tick 1", string.Join('|', lines));
    });

    [Fact]
    public Task Chat() => RunAsync("chat", [], async client =>
    {
        using ClientWebSocket ada = new(), grace = new();
        await ada.ConnectAsync(new($"ws://{client.BaseAddress!.Authority}/rooms/lobby?name=Ada"), Cancel);
        Assert.Equal("Ada joined", await ReadAsync(ada));
        await grace.ConnectAsync(new($"ws://{client.BaseAddress!.Authority}/rooms/lobby?name=Grace"), Cancel);
        Assert.Equal("Grace joined", await ReadAsync(ada));
        await grace.SendAsync("Hi"u8.ToArray(), WebSocketMessageType.Text, true, Cancel);
        Assert.Equal("Grace: Hi", await ReadAsync(ada));
        await grace.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancel);
        Assert.Equal("Grace left", await ReadAsync(ada));
    });

    [Fact]
    public async Task Files()
    {
        using TempFolder folder = new();
        folder.Write("a.txt", "text");
        await RunAsync("files", [folder.Root], async client =>
        {
            Assert.Equal("text", await client.GetStringAsync("/a.txt", Cancel));
            using HttpResponseMessage stored = await client.PutAsync("/upload", new ByteArrayContent(new byte[1_000_000]), Cancel);
            Assert.Equal((HttpStatusCode.Created, 1_000_000), (stored.StatusCode, (int)new FileInfo(folder["upload"]).Length));
        });
    }

    [Fact]
    public async Task Proxy()
    {
        await using HttpServer upstream = await ProbeServer.CreateApp().StartAsync("http://127.0.0.1:0");
        await RunAsync("proxy", [upstream.BaseAddress.ToString()], async client =>
        {
            Assert.Equal("/path/x", await client.GetStringAsync("/path/x", Cancel));
            using HttpResponseMessage echo = await client.PostAsync("/", new ByteArrayContent(new byte[300_000]), Cancel);
            Assert.Equal(300_000, (await echo.Content.ReadAsByteArrayAsync(Cancel)).Length);
        });
    }

    private static async Task<string> ReadAsync(WebSocket socket)
    {
        byte[] buffer = new byte[1000];
        ValueWebSocketReceiveResult result = await socket.ReceiveAsync(buffer.AsMemory(), Cancel);
        return Encoding.UTF8.GetString(buffer, 0, result.Count);
    }

    private static Task RunAsync(string name, string[] arguments, Func<HttpClient, Task> ask) =>
        StartedProgram.AskAsync(Repository.At($"samples/http/{name}/bin/Release/net10.0/{char.ToUpperInvariant(name[0])}{name[1..]}"), arguments, ask);
}
