using System.Security.Cryptography;
using System.Text;

namespace Inox.Http;

/// <summary>
/// Answers a WebSocket handshake (RFC 6455 section 4.2) and runs <paramref name="session"/> on the connection; when it ends, so does the connection. A request that is no
/// handshake gets 426, one that breaks it 400. permessage-deflate (RFC 7692) is used when the client offers it.
/// </summary>
public sealed class WebSocketUpgrade(Func<WebSocketSession, Task> session) : IResponder
{
    private static ReadOnlySpan<byte> AcceptGuid => "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"u8;

    /// <summary>The subprotocols spoken here, best first; the first one the client knows is chosen.</summary>
    public IReadOnlyList<string> Protocols { get; init; } = [];

    /// <summary>
    /// Only pages of these origins may connect, such as <c>https://example.org</c>, or <c>*</c> for all; when empty, those of this host, and clients that are no browsers. A
    /// handshake brings the user's cookies whichever page begins it: browsers say which, and no page can forge that.
    /// </summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Compression of messages; off costs traffic, on costs memory for each connection.</summary>
    public bool IsCompressed { get; init; } = true;

    /// <summary>The most bytes of one message, decompressed; more ends the connection with 1009.</summary>
    public int MaxMessage { get; init; } = 16 * 1024 * 1024;

    public async ValueTask RespondAsync(HttpExchange exchange)
    {
        if (Refusal(exchange) is { } problem)
        {
            if (problem.Status == 426)
            {
                exchange.Response.SetField("Upgrade"u8, "websocket"u8);
                exchange.Response.SetField("Sec-WebSocket-Version"u8, "13"u8);
            }
            await problem.RespondAsync(exchange);
            return;
        }
        HttpResponse response = exchange.Response;
        RequestFields fields = exchange.Request.Fields;
        response.SetField("Upgrade"u8, "websocket"u8);
        response.SetField("Sec-WebSocket-Accept"u8, Accept(fields.Text("Sec-WebSocket-Key"u8)!));
        string? protocol = ChooseProtocol(fields.Text("Sec-WebSocket-Protocol"u8));
        if (protocol is not null) response.SetField("Sec-WebSocket-Protocol"u8, protocol);
        DeflateOffer? deflate = IsCompressed ? DeflateOffer.Choose(fields.Text("Sec-WebSocket-Extensions"u8)) : null;
        if (deflate is not null) response.SetField("Sec-WebSocket-Extensions"u8, deflate.Answer);
        Stream stream = await response.UpgradeAsync();
        using WebSocketSession socket = new(stream, protocol, deflate, MaxMessage, exchange.Aborted);
        await socket.RunAsync(session);
    }

    internal static string Accept(string key)
    {
        byte[] text = [.. Encoding.ASCII.GetBytes(key), .. AcceptGuid];
        return Convert.ToBase64String(SHA1.HashData(text));
    }

    private Problem? Refusal(HttpExchange exchange)
    {
        HttpRequest request = exchange.Request;
        RequestFields fields = request.Fields;
        if (!request.WantsUpgrade || !"websocket".Equals(fields.Text(KnownField.Upgrade), StringComparison.OrdinalIgnoreCase)) return new(426, "this is a WebSocket");
        if (fields.Text("Sec-WebSocket-Version"u8) != "13") return new(426, "only version 13 is spoken here");
        if (request.Method != RequestMethod.Get || fields.Text("Sec-WebSocket-Key"u8) is not { } key || !IsKey(key)) return new(400, "the handshake is malformed");
        return MayConnect(fields.Text(KnownField.Origin), request.Authority) ? null : new(403, "this origin may not connect");
    }

    private bool MayConnect(string? origin, ReadOnlySpan<byte> authority)
    {
        if (Origins.Count > 0) return Origins.Contains("*") || origin is not null && Origins.Contains(origin);
        return origin is null || Http.Origins.IsOfHost(origin, authority);
    }

    // 16 bytes in base64.
    private static bool IsKey(string key)
    {
        Span<byte> bytes = stackalloc byte[18];
        return key.Length == 24 && Convert.TryFromBase64String(key, bytes, out int length) && length == 16;
    }

    private string? ChooseProtocol(string? offered)
    {
        if (offered is null) return null;
        string[] known = offered.Split(',', StringSplitOptions.TrimEntries);
        foreach (string protocol in Protocols)
        {
            if (known.Contains(protocol)) return protocol;
        }
        return null;
    }
}
