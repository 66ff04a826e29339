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

    [Theory]
    [InlineData("--help", "error: `--help` is no address to listen on: give an IP address, localhost or *")]
    [InlineData("http://127.0.0.1:x", "error: `http://127.0.0.1:x` has no valid port")]
    [InlineData("https://127.0.0.1:1", "error: `https://127.0.0.1:1` needs TLS: set HttpApp.Engine to a KestrelEngine with a certificate, of Inox.Http.AspNetCore")]
    [InlineData("http://192.0.2.1:1", "error: cannot listen on 192.0.2.1:1: Cannot assign requested address")]
    public async Task TellsInALineWhereItCannotListen(string address, string line) => Assert.Equal((1, line + "\n"), await StartedProgram.EndAsync(PathOf("hello"), address));

    [Fact]
    public Task TellsInALineThatThePortIsTaken() => RunAsync("hello", [], async client =>
    {
        string address = client.BaseAddress!.Authority;
        Assert.Equal((1, $"error: cannot listen on {address}: Address already in use\n"), await StartedProgram.EndAsync(PathOf("hello"), address));
    });

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
        using HttpResponseMessage wrong = await client.PostAsync("/", new FormUrlEncodedContent([new("name", "A"), new("mail", "<a@b"), new("age", "x"), new("plan", "Team")]), Cancel);
        string page = await wrong.Content.ReadAsStringAsync(Cancel);
        Assert.Contains("""value="&lt;a@b"> </label>""", page, StringComparison.Ordinal);
        Assert.Contains("""value="x"> <em>is no whole number of its range</em>""", page, StringComparison.Ordinal);
        using HttpResponseMessage right = await client.PostAsync("/", new FormUrlEncodedContent([new("name", "<Ada>"), new("mail", "a@b"), new("age", "36"), new("plan", "Team")]), Cancel);
        Assert.Contains("Welcome, &lt;Ada&gt;!", await right.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    });

    [Fact]
    public async Task Uploads()
    {
        using TempFolder folder = new();
        await RunAsync("uploads", [folder.Root], async client =>
        {
            using MultipartFormDataContent files = new() { { new ByteArrayContent(new byte[3_000_000]), "file", "a.bin" }, { new ByteArrayContent([1]), "file", "b.bin" } };
            using HttpResponseMessage stored = await client.PostAsync("/files", files, Cancel);
            Assert.Equal("a.bin: 3000000 bytes\nb.bin: 1 bytes", await stored.Content.ReadAsStringAsync(Cancel));
            Assert.Equal([1, 3_000_000], Directory.GetFiles(folder.Root).Select(path => new FileInfo(path).Length).Order());
            using MultipartFormDataContent profile = new() { { new StringContent("Ada"), "name" }, { new ByteArrayContent(new byte[9]) { Headers = { { "Content-Type", "image/png" } } }, "picture", "p.png" } };
            using HttpResponseMessage saved = await client.PostAsync("/profile", profile, Cancel);
            Assert.Equal("Ada: 9 bytes", await saved.Content.ReadAsStringAsync(Cancel));
        });
    }

    [Fact]
    public async Task Accounts()
    {
        using TempFolder folder = new();
        await RunAsync("accounts", [folder["keys"]], async client =>
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/secret", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync("/register", "")).StatusCode);
            string token = await TokenAsync();
            Assert.Contains("Hello, Ada!", await (await PostAsync("/register", token)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
            Assert.Equal("only for Ada", await client.GetStringAsync("/secret", Cancel));
            await PostAsync("/sign-out", token);
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/secret", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("/register", token)).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync("/sign-in", token, "wrong")).StatusCode);
            Assert.Contains("Hello, Ada!", await (await PostAsync("/sign-in", token)).Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);

            async Task<string> TokenAsync() => (await client.GetStringAsync("/", Cancel)).Split("value=\"")[1].Split('"')[0];

            Task<HttpResponseMessage> PostAsync(string path, string token, string password = "secret") =>
                client.PostAsync(path, new FormUrlEncodedContent([new("csrf-token", token), new("name", "Ada"), new("password", password)]), Cancel);
        });
    }

    [Fact]
    public Task Service() => RunAsync("service", ["--greeting", "Hi", "--profile=test"], async client =>
    {
        Assert.Equal("""{"text":"Hi, Ada!","profile":"test"}""", await client.GetStringAsync("/greetings/Ada", Cancel));
        Assert.StartsWith("""{"status":"healthy","checks":{"greeting":""", await client.GetStringAsync("/health/ready", Cancel), StringComparison.Ordinal);
        Assert.Contains("\"/greetings/{name}\"", await client.GetStringAsync("/openapi.json", Cancel), StringComparison.Ordinal);
    });

    [Fact]
    public Task Tokens() => RunAsync("tokens", [], async client =>
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/me", Cancel)).StatusCode);
        await SignInAsync("grace:hopper");
        Assert.Equal("grace", await client.GetStringAsync("/me", Cancel));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.DeleteAsync("/everything", Cancel)).StatusCode);
        await SignInAsync("ada:lovelace");
        Assert.Equal(HttpStatusCode.OK, (await client.DeleteAsync("/everything", Cancel)).StatusCode);

        async Task SignInAsync(string pair)
        {
            client.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(pair)));
            using HttpResponseMessage token = await client.PostAsync("/token", null, Cancel);
            client.DefaultRequestHeaders.Authorization = new("Bearer", await token.Content.ReadAsStringAsync(Cancel));
        }
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

    private static Task RunAsync(string name, string[] arguments, Func<HttpClient, Task> ask) => StartedProgram.AskAsync(PathOf(name), arguments, ask);

    private static string PathOf(string name) => Repository.At($"samples/http/{name}/bin/Release/net10.0/{char.ToUpperInvariant(name[0])}{name[1..]}");
}
