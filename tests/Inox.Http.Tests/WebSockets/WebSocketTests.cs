using System.Net.WebSockets;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Handshakes, and frames as RFC 6455 has them, sent as bytes; an echo answers.</summary>
public sealed class WebSocketTests : IAsyncLifetime
{
    private HttpServer? _server;

    public async ValueTask InitializeAsync() => _server = await new HttpApp { Log = ConsoleLog.Quiet }.Fallback(exchange =>
        new WebSocketUpgrade(EchoAsync) { Protocols = ["chat"], MaxMessage = 100_000, Origins = exchange.Request.Path.SequenceEqual("/own"u8) ? ["https://a.org"] : [] }.RespondAsync(exchange)).StartAsync("http://127.0.0.1:0");

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    private static async Task EchoAsync(WebSocketSession session)
    {
        while (await session.ReceiveAsync() is { } message)
        {
            if (message.IsText) await session.SendAsync(message.Text);
            else await session.SendAsync(message.Bytes);
        }
    }

    [Theory]
    [InlineData("", 101)]
    [InlineData("Sec-WebSocket-Key: short", 400)]
    [InlineData("Sec-WebSocket-Version: 8", 426)]
    [InlineData("Upgrade: h2c", 426)]
    [InlineData("Connection: close", 426)]
    public void ShakesHands(string changed, int status)
    {
        Dictionary<string, string> fields = new()
        {
            ["Host"] = "a",
            ["Connection"] = "keep-alive, Upgrade",
            ["Upgrade"] = "WebSocket",
            ["Sec-WebSocket-Key"] = "dGhlIHNhbXBsZSBub25jZQ==",
            ["Sec-WebSocket-Version"] = "13",
            ["Sec-WebSocket-Protocol"] = "x, chat",
        };
        if (changed.Length > 0) fields[changed.Split(": ")[0]] = changed.Split(": ")[1];
        using RawClient client = new(_server!.Addresses[0]);
        client.Send("GET / HTTP/1.1\r\n" + string.Concat(fields.Select(field => $"{field.Key}: {field.Value}\r\n")) + "\r\n");
        RawResponse response = client.Read()!;
        Assert.Equal(status, response.Status);
        if (status != 101) return;
        Assert.Equal(("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=", "chat"), (response.Field("Sec-WebSocket-Accept"), response.Field("Sec-WebSocket-Protocol")));
    }

    [Theory]
    [InlineData("/own", "https://a.org", true)]
    [InlineData("/own", "https://b.org", false)]
    [InlineData("/", "http://host", true)]
    [InlineData("/", "https://host", true)]
    [InlineData("/", "https://b.org", false)]
    [InlineData("/", "http://host.b.org", false)]
    [InlineData("/", "http://127.0.0.1:1", false)]
    [InlineData("/", "null", false)]
    public async Task LooksAtOrigins(string path, string origin, bool isAllowed)
    {
        using ClientWebSocket client = new();
        client.Options.SetRequestHeader("Origin", origin.EndsWith("//host", StringComparison.Ordinal) ? origin.Replace("host", _server!.Addresses[0].ToString(), StringComparison.Ordinal) : origin);
        Task connecting = client.ConnectAsync(new($"ws://{_server!.Addresses[0]}{path}"), TestContext.Current.CancellationToken);
        if (isAllowed) await connecting;
        else await Assert.ThrowsAsync<WebSocketException>(() => connecting);
    }

    // Frames from the client are masked with zeros, so that they read as what they are. The answer: opcode and payload of each frame, or the close code.
    [Theory]
    [InlineData("81 80 00000000", "81:")]
    [InlineData("81 83 00000000 616263", "81:616263")]
    [InlineData("82 83 00000000 000102", "82:000102")]
    [InlineData("81 83 01020304 606060", "81:616263")]
    [InlineData("01 81 00000000 61 00 81 00000000 62 80 81 00000000 63", "81:616263")]
    [InlineData("89 80 00000000", "8A:")]
    [InlineData("89 82 00000000 6869", "8A:6869")]
    [InlineData("01 81 00000000 61 89 81 00000000 70 80 81 00000000 62", "8A:70 81:6162")]
    [InlineData("8A 81 00000000 61 81 81 00000000 61", "81:61")]
    [InlineData("88 80 00000000", "88")]
    [InlineData("88 82 00000000 03E8", "88:03E8")]
    [InlineData("88 85 00000000 03E8 627965", "88:03E8")]
    [InlineData("88 81 00000000 03", "88:03EA")]
    [InlineData("88 82 00000000 03ED", "88:03EA")]
    [InlineData("88 82 00000000 0000", "88:03EA")]
    [InlineData("81 03 616263 81 03 616263", "88:03EA")]
    [InlineData("C1 83 00000000 616263", "88:03EA")]
    [InlineData("A1 83 00000000 616263", "88:03EA")]
    [InlineData("91 83 00000000 616263", "88:03EA")]
    [InlineData("83 80 00000000", "88:03EA")]
    [InlineData("8B 80 00000000", "88:03EA")]
    [InlineData("80 81 00000000 61", "88:03EA")]
    [InlineData("01 81 00000000 61 81 81 00000000 62", "88:03EA")]
    [InlineData("09 80 00000000", "88:03EA")]
    [InlineData("89 FE 007E 00000000", "88:03EA")]
    [InlineData("81 82 00000000 C328", "88:03EF")]
    [InlineData("81 83 00000000 EDA080", "88:03EF")]
    [InlineData("01 81 00000000 C3 80 81 00000000 A9", "81:C3A9")]
    [InlineData("82 FE 0003 00000000 000102", "82:000102")]
    [InlineData("82 FF 8000000000000000 00000000", "88:03EA")]
    [InlineData("82 FF 0000000000020000 00000000", "88:03F1")]
    public void AnswersFrames(string frames, string expected)
    {
        byte[] bytes = Convert.FromHexString(frames.Replace(" ", ""));
        // What is too big must come to be told so.
        if (expected == "88:03F1") bytes = [.. bytes, .. new byte[0x20000]];
        using RawClient client = Connect();
        client.Send(bytes);
        string[] answers = [.. expected.Split(' ').Select(_ => Frame(client))];
        Assert.Equal(expected, string.Join(' ', answers.Select((answer, i) => answer[..Math.Min(answer.Length, Math.Max(expected.Split(' ')[i].Length, 2))])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(125)]
    [InlineData(126)]
    [InlineData(65535)]
    [InlineData(65536)]
    [InlineData(99_999)]
    public async Task EchoesEveryLength(int length)
    {
        byte[] message = new byte[length];
        new Random(length).NextBytes(message.AsSpan(0, length / 2));
        foreach (bool isCompressed in new[] { false, true })
        {
            using ClientWebSocket client = new();
            if (isCompressed) client.Options.DangerousDeflateOptions = new();
            await client.ConnectAsync(new($"ws://{_server!.Addresses[0]}/"), TestContext.Current.CancellationToken);
            await client.SendAsync(message, WebSocketMessageType.Binary, true, TestContext.Current.CancellationToken);
            byte[] echo = new byte[length + 1];
            int read = 0;
            ValueWebSocketReceiveResult result;
            do
            {
                result = await client.ReceiveAsync(echo.AsMemory(read), TestContext.Current.CancellationToken);
                read += result.Count;
            }
            while (!result.EndOfMessage);
            Assert.Equal(message, echo[..read]);
            await client.CloseAsync(WebSocketCloseStatus.NormalClosure, "bye", TestContext.Current.CancellationToken);
            Assert.Equal(WebSocketCloseStatus.NormalClosure, client.CloseStatus);
        }
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("x-unknown", null)]
    [InlineData("permessage-deflate", "permessage-deflate")]
    [InlineData("permessage-deflate; client_max_window_bits", "permessage-deflate")]
    [InlineData("permessage-deflate; client_max_window_bits=10", "permessage-deflate; client_max_window_bits=10")]
    [InlineData("permessage-deflate; server_max_window_bits=\"12\"", "permessage-deflate; server_max_window_bits=12")]
    [InlineData("permessage-deflate; server_no_context_takeover; client_no_context_takeover", "permessage-deflate; server_no_context_takeover; client_no_context_takeover")]
    [InlineData("permessage-deflate; server_max_window_bits=8, permessage-deflate", "permessage-deflate")]
    [InlineData("permessage-deflate; server_max_window_bits=16", null)]
    [InlineData("permessage-deflate; server_max_window_bits=09", null)]
    [InlineData("permessage-deflate; server_max_window_bits", null)]
    [InlineData("permessage-deflate; server_no_context_takeover=1", null)]
    [InlineData("permessage-deflate; x=1", null)]
    [InlineData("permessage-deflate; client_max_window_bits; client_max_window_bits", null)]
    public void ChoosesDeflate(string? offered, string? answer) => Assert.Equal(answer, DeflateOffer.Choose(offered)?.Answer);

    private RawClient Connect()
    {
        RawClient client = new(_server!.Addresses[0]);
        client.Send("GET / HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n");
        Assert.Equal(101, client.Read()!.Status);
        return client;
    }

    // First byte and payload of a frame shorter than 126 bytes.
    private static string Frame(RawClient client)
    {
        byte[] head = client.ReadExactly(2);
        byte[] payload = client.ReadExactly(head[1] & 0x7f);
        return $"{head[0]:X2}:{Convert.ToHexString(payload)}";
    }
}
