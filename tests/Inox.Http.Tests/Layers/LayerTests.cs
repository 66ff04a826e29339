using System.IO.Compression;
using System.Text.Json;
using System.Threading.RateLimiting;
using Inox.Testing;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Layers and responders, through the client without a socket.</summary>
public sealed class LayerTests
{
    private static TestClient Client(ILayer layer, HttpHandler? handler = null) =>
        new(new HttpApp { Log = ConsoleLog.Quiet }.Use(layer).Fallback(handler ?? (exchange =>
        {
            Respond.Text(exchange.Response, new string('a', 5000));
            return default;
        })));

    private static HttpHandler Answer(IResponder responder) => responder.RespondAsync;

    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br", "br")]
    [InlineData("gzip, br;q=0.5", "gzip")]
    [InlineData("br;q=0, gzip;q=0", null)]
    [InlineData("*", "br")]
    [InlineData("*;q=0", null)]
    [InlineData("identity", null)]
    [InlineData("BR", "br")]
    public async Task Compresses(string accepted, string? coding)
    {
        TestResponse response = await Client(new Compression()).GetAsync("/", ("Accept-Encoding", accepted));
        Assert.Equal(coding, response.Field("Content-Encoding"));
        Assert.Equal("Accept-Encoding", response.Field("Vary"));
        Stream body = new MemoryStream(response.Body);
        if (coding == "br") body = new BrotliStream(body, CompressionMode.Decompress);
        if (coding == "gzip") body = new GZipStream(body, CompressionMode.Decompress);
        Assert.Equal(new string('a', 5000), await new StreamReader(body).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task LeavesStreamsUncompressed()
    {
        TestClient client = Client(new Compression(), async exchange =>
        {
            Respond.Text(exchange.Response, new string('a', 5000));
            await exchange.Response.WriteAsync("b"u8.ToArray());
        });
        TestResponse response = await client.GetAsync("/", ("Accept-Encoding", "br"));
        Assert.Null(response.Field("Content-Encoding"));
        Assert.Equal(5001, response.Body.Length);
    }

    [Theory]
    [InlineData("https://a.org", "GET", 200, "https://a.org")]
    [InlineData("https://b.org", "GET", 200, null)]
    [InlineData("https://a.org", "OPTIONS", 204, "https://a.org")]
    public async Task AllowsOrigins(string origin, string method, int status, string? allowed)
    {
        TestResponse response = await Client(new Cors { Origins = ["https://a.org"], AllowsCredentials = true })
            .SendAsync(method, "/", null, ("Origin", origin), ("Access-Control-Request-Method", "PUT"));
        Assert.Equal((status, allowed, "Origin"), (response.Status, response.Field("Access-Control-Allow-Origin"), response.Field("Vary")));
        Assert.Equal(method == "OPTIONS" ? "GET, HEAD, POST, PUT, PATCH, DELETE" : null, response.Field("Access-Control-Allow-Methods"));
    }

    [Fact]
    public void RefusesCredentialsForEveryOrigin() => Assert.Throws<InvalidOperationException>(() => Client(new Cors { Origins = ["*"], AllowsCredentials = true }));

    [Fact]
    public async Task SetsSecurityHeadersButKeepsTheHandlers()
    {
        TestResponse response = await Client(new SecurityHeaders().With("X-Frame-Options", ""), exchange =>
        {
            exchange.Response.SetField("Referrer-Policy"u8, "no-referrer"u8);
            return default;
        }).GetAsync("/");
        Assert.Equal(("nosniff", "no-referrer", null), (response.Field("X-Content-Type-Options"), response.Field("Referrer-Policy"), response.Field("X-Frame-Options")));
    }

    [Fact]
    public async Task LogsOneLineARequestWithoutTheQuery()
    {
        StringWriter log = new();
        TestClient client = new(new HttpApp { Log = ConsoleLog.Quiet }.Use(new RequestIds()).Use(new AccessLog(log)).Fallback(_ => throw new InvalidOperationException("no")));
        TestResponse response = await client.GetAsync("/a?secret=1", ("X-Request-Id", "abc"));
        JsonElement line = JsonDocument.Parse(log.ToString()).RootElement;
        Assert.Equal(("/a", 500, "abc"), (line.GetProperty("path").GetString(), line.GetProperty("status").GetInt32(), line.GetProperty("id").GetString()));
        Assert.Equal("abc", response.Field("X-Request-Id"));
        Assert.NotEqual("a b", (await client.GetAsync("/", ("X-Request-Id", "a b"))).Field("X-Request-Id"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task LayersThatFailAreResponsesToThoseOutside(bool isLate)
    {
        StringWriter log = new();
        TestClient client = new(new HttpApp { Log = ConsoleLog.Quiet }.Use(new AccessLog(log)).Use((_, _) => isLate ? FailAsync() : throw new BadRequestException(413, "too much")));
        Assert.Equal(413, (await client.GetAsync("/")).Status);
        Assert.Equal(413, JsonDocument.Parse(log.ToString()).RootElement.GetProperty("status").GetInt32());

        static async ValueTask FailAsync()
        {
            await Task.Yield();
            throw new BadRequestException(413, "too much");
        }
    }

    [Fact]
    public async Task FailuresGiveTheirLeaseBack()
    {
        using ConcurrencyLimiter one = new(new() { PermitLimit = 1 });
        HttpHandler limited = RateLimits.Together(one).Wrap(_ => throw new InvalidOperationException("no"));
        TestClient client = new(new HttpApp { Log = ConsoleLog.Quiet }.Fallback(limited));
        for (int i = 0; i < 2; i++) Assert.Equal(500, (await client.GetAsync("/")).Status);
    }

    [Fact]
    public async Task CancelsHandlersThatTakeTooLong()
    {
        TestClient client = Client(new Timeouts(TimeSpan.FromMilliseconds(20)), async exchange => await Task.Delay(10_000, exchange.Aborted));
        Assert.Equal(503, (await client.GetAsync("/")).Status);
        TestClient own = Client(new Timeouts(TimeSpan.FromSeconds(20)), async _ =>
        {
            await Task.Yield();
            throw new TimeoutException("the handler's own");
        });
        Assert.Equal(500, (await own.GetAsync("/")).Status);
    }

    [Theory]
    [InlineData("X-A", "a\r\nSet-Cookie: b=c")]
    [InlineData("X-A", "a\nb")]
    [InlineData("X-A", "a\rb")]
    [InlineData("X-A", "a\0b")]
    [InlineData("X-A\r\nB", "a")]
    [InlineData("X A", "a")]
    [InlineData("X-A:", "a")]
    [InlineData("", "a")]
    [InlineData("Content-Length", "5")]
    [InlineData("transfer-encoding", "chunked")]
    [InlineData("Connection", "keep-alive")]
    public async Task RefusesFieldsThatWouldSplitResponses(string name, string value)
    {
        TestResponse response = await Client(new Stamp(), exchange =>
        {
            exchange.Response.SetField(System.Text.Encoding.Latin1.GetBytes(name), value);
            return default;
        }).GetAsync("/");
        Assert.Equal((500, null), (response.Status, response.Field("Set-Cookie")));
    }

    [Fact]
    public async Task RefusesTargetsThatWouldSplitResponses()
    {
        Assert.Equal(500, (await Client(new Stamp(), Answer(new Redirect("/a\r\nSet-Cookie: b=c"))).GetAsync("/")).Status);
        Assert.Equal(500, (await Client(new Stamp(), async exchange => await exchange.Response.SendEarlyHintsAsync("</a>\r\nSet-Cookie: b=c")).GetAsync("/")).Status);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(101)]
    [InlineData(1000)]
    public async Task RefusesStatusesThatAreNone(int status) => Assert.Equal(500, (await Client(new Stamp(), Answer(new StatusOnly(status))).GetAsync("/")).Status);

    [Fact]
    public async Task FairingsSeeRequestsAndResponses()
    {
        Counter counter = new();
        TestClient client = new(new HttpApp { Log = ConsoleLog.Quiet }.Add(counter).Fallback(_ => default));
        await client.GetAsync("/");
        Assert.Equal((1, 1), (counter.Requests, counter.Responses));
    }

    [Theory]
    [InlineData("<p>&lt;b&gt; &amp; &quot;1.5</p>")]
    public async Task HtmlEscapes(string expected)
    {
        string name = "<b> & \"";
        Html page = $"<p>{name}{1.5}</p>";
        TestResponse response = await Client(new Stamp(), Answer(page)).GetAsync("/");
        Assert.Equal((expected, "text/html; charset=utf-8"), (response.Text, response.Field("Content-Type")));
        Html list = $"<ul>{new[] { "<", ">" }.Select(item => Html.Of($"<li>{item}</li>"))}</ul>{Html.Raw("<br>")}";
        Assert.Equal("<ul><li>&lt;</li><li>&gt;</li></ul><br>", list.ToString());
    }

    [Fact]
    public async Task SendsEvents()
    {
        TestResponse response = await Client(new Stamp(), Answer(new ServerSentEvents(Events()))).GetAsync("/");
        Assert.Equal("data: one\n\nevent: e\nid: 7\nretry: 1500\ndata: two\ndata: lines\n\n", response.Text);

        static async IAsyncEnumerable<ServerSentEvent> Events()
        {
            yield return new("one");
            await Task.Yield();
            yield return new("two\r\nlines", "e", "7", TimeSpan.FromSeconds(1.5));
        }
    }

    [Theory]
    [InlineData("/a.txt", "", "", 200, "0123456789")]
    [InlineData("/", "", "", 200, "<p>index</p>")]
    [InlineData("/sub/", "", "", 200, "sub index")]
    [InlineData("/sub", "", "", 404, null)]
    [InlineData("/nowhere.txt", "", "", 404, null)]
    [InlineData("/.hidden", "", "", 404, null)]
    [InlineData("/sub/.hidden", "", "", 404, null)]
    [InlineData("/sub%2Findex.html", "", "", 404, null)]
    [InlineData("/leads-out", "", "", 404, null)]
    [InlineData("/way-out/outside", "", "", 404, null)]
    [InlineData("/way-out/www/a.txt", "", "", 200, "0123456789")]
    [InlineData("/way-in/index.html", "", "", 200, "sub index")]
    [InlineData("/a.txt", "Range", "bytes=2-4", 206, "234")]
    [InlineData("/a.txt", "Range", "bytes=7-", 206, "789")]
    [InlineData("/a.txt", "Range", "bytes=-2", 206, "89")]
    [InlineData("/a.txt", "Range", "bytes=0-99", 206, "0123456789")]
    [InlineData("/a.txt", "Range", "bytes=10-", 416, null)]
    [InlineData("/a.txt", "Range", "bytes=-0", 416, null)]
    [InlineData("/a.txt", "Range", "bytes=4-2", 200, "0123456789")]
    [InlineData("/a.txt", "Range", "bytes=a-2", 200, "0123456789")]
    [InlineData("/a.txt", "Range", "lines=1-2", 200, "0123456789")]
    [InlineData("/a.txt", "Range", "bytes=1-2,4-5", 200, "0123456789")]
    [InlineData("/a.txt", "If-None-Match", "*", 304, "")]
    [InlineData("/a.txt", "If-None-Match", "\"x\"", 200, "0123456789")]
    [InlineData("/a.txt", "If-Modified-Since", "Fri, 01 Jan 2100 00:00:00 GMT", 304, "")]
    [InlineData("/a.txt", "If-Modified-Since", "Friday, 01-Jan-00 00:00:00 GMT", 200, "0123456789")]
    [InlineData("/app-3f9a2c1b.js", "Accept-Encoding", "gzip", 200, "gzipped")]
    [InlineData("/app-3f9a2c1b.js", "Accept-Encoding", "br", 200, "plain")]
    public async Task ServesFiles(string path, string field, string value, int status, string? body)
    {
        using TempFolder folder = MakeFolder();
        // The folder itself may be a link: what it leads to is served.
        foreach (string root in new[] { "www", "current" })
        {
            TestClient client = new(new HttpApp().Use(new StaticFiles(Path.Combine(folder.Root, root))));
            TestResponse response = await client.GetAsync(path, field.Length > 0 ? [(field, value)] : []);
            Assert.Equal(status, response.Status);
            if (body is not null) Assert.Equal(body, response.Text);
        }
    }

    [Fact]
    public async Task FilesHaveTagsThatAnswerThem()
    {
        using TempFolder folder = MakeFolder();
        TestClient client = new(new HttpApp().Use(new StaticFiles(Path.Combine(folder.Root, "www"))));
        TestResponse whole = await client.GetAsync("/a.txt");
        string tag = whole.Field("ETag")!;
        Assert.Equal(304, (await client.GetAsync("/a.txt", ("If-None-Match", $"\"y\", W/{tag}"))).Status);
        Assert.Equal(206, (await client.GetAsync("/a.txt", ("Range", "bytes=0-1"), ("If-Range", tag))).Status);
        Assert.Equal(200, (await client.GetAsync("/a.txt", ("Range", "bytes=0-1"), ("If-Range", "\"y\""))).Status);
        Assert.Equal("no-cache", whole.Field("Cache-Control"));
        Assert.Equal("public, max-age=31536000, immutable", (await client.GetAsync("/app-3f9a2c1b.js")).Field("Cache-Control"));
        Assert.Equal(("text/plain; charset=utf-8", 0), (whole.Field("Content-Type"), (await client.SendAsync("HEAD", "/a.txt")).Body.Length));
    }

    private static TempFolder MakeFolder()
    {
        TempFolder folder = new();
        string www = Path.Combine(folder.Root, "www");
        Directory.CreateDirectory(Path.Combine(www, "sub"));
        File.WriteAllText(Path.Combine(www, "a.txt"), "0123456789");
        File.WriteAllText(Path.Combine(www, "index.html"), "<p>index</p>");
        File.WriteAllText(Path.Combine(www, "sub", "index.html"), "sub index");
        File.WriteAllText(Path.Combine(www, ".hidden"), "secret");
        File.WriteAllText(Path.Combine(www, "sub", ".hidden"), "secret");
        File.WriteAllText(Path.Combine(folder.Root, "outside"), "secret");
        File.CreateSymbolicLink(Path.Combine(www, "leads-out"), Path.Combine(folder.Root, "outside"));
        Directory.CreateSymbolicLink(Path.Combine(www, "way-out"), folder.Root);
        Directory.CreateSymbolicLink(Path.Combine(www, "way-in"), Path.Combine(www, "sub"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "current"), www);
        File.WriteAllText(Path.Combine(www, "app-3f9a2c1b.js"), "plain");
        File.WriteAllText(Path.Combine(www, "app-3f9a2c1b.js.gz"), "gzipped");
        return folder;
    }

    private sealed class Counter : IFairing
    {
        public int Requests { get; private set; }

        public int Responses { get; private set; }

        public void OnRequest(HttpExchange exchange) => Requests++;

        public void OnResponse(HttpExchange exchange) => Responses++;
    }
}
