using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>
/// The fuzzer's requests go to Kestrel as well, as ASP.NET Core runs it. Both must see the same requests, one after the other, but for what the tables explain; above all,
/// neither may take for a second request what the other one takes for a body.
/// </summary>
public sealed class KestrelVerdictTests : IAsyncLifetime
{
    // Behind every message stands one that ends the connection, so that both servers say where they think the first one ends.
    private const string End = "GET /end HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    /// <summary>What only the own engine refuses, by what it says.</summary>
    private static readonly Dictionary<string, string> s_stricter = new()
    {
        ["a line ends with LF alone"] = "a recipient may take it (RFC 9112 section 2.2), and then disagrees with those in front that do not",
        ["only 100-continue can be expected"] = "RFC 9110 section 10.1.1 allows 417; Kestrel passes over what it does not know",
        ["the path holds a malformed percent-encoding"] = "Kestrel leaves it to the handler",
        ["the request target is malformed"] = "characters no URI has (RFC 3986) go through Kestrel: controls, quotes, fragments",
        ["the request line is malformed"] = "Kestrel takes a target without a version behind it",
        ["a field name is no token"] = "Kestrel looks for colon and white space only",
        ["a field value holds a control character"] = "Kestrel refuses CR, LF and NUL only",
        ["the chunked body is malformed"] = "Kestrel does not read chunk extensions",
        ["Host is malformed"] = "an empty host is none of an http URI (RFC 9110 section 4.2.1)",
    };

    /// <summary>What only Kestrel refuses.</summary>
    private static readonly (Func<string, bool> IsThis, string Why)[] s_laxer =
    [
        (message => message.Any(c => c > 0x7f), "Kestrel reads fields as UTF-8, where RFC 9110 section 5.5 allows any byte above 0x7f"),
        (message => HostOf(message).AsSpan().IndexOfAny("!$&'()*+,;=") >= 0, "Kestrel does not know the sub-delims of a registered name (RFC 3986 section 3.2.2)"),
    ];

    private HttpServer? _own;
    private WebApplication? _kestrel;

    public async ValueTask InitializeAsync()
    {
        _own = await new HttpApp { Log = ConsoleLog.Quiet }.Fallback(async exchange =>
        {
            await exchange.Request.ReadAllAsync();
            exchange.Response.Write("taken"u8);
        }).StartAsync("http://127.0.0.1:0");
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _kestrel = builder.Build();
        _kestrel.Run(async context =>
        {
            await context.Request.Body.CopyToAsync(Stream.Null);
            await context.Response.WriteAsync("taken");
        });
        await _kestrel.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _own!.DisposeAsync();
        await _kestrel!.DisposeAsync();
    }

    [Fact]
    public void DiffersWhereTheTablesSaySo()
    {
        Random random = new(4);
        Uri address = new(_kestrel!.Urls.First());
        List<string> faults = [];
        HashSet<string> used = [];
        for (int i = 0; i < 1500; i++)
        {
            string message = MutatedRequests.Next(random);
            string own = OwnVerdict(message, out string detail);
            // Where the own engine waits for more, Kestrel need not be waited for long.
            IPEndPoint kestrel = new(IPAddress.Parse(address.Host), address.Port);
            string theirs = TheirVerdict(kestrel, message, own.EndsWith("waits", StringComparison.Ordinal) ? 20 : 2000);
            // on a busy machine an answer may only be late
            if (own != theirs && theirs.EndsWith("waits", StringComparison.Ordinal)) theirs = TheirVerdict(kestrel, message, 20_000);
            if (own == theirs) continue;
            if (Explain(own, theirs, detail, message) is { } why) used.Add(why);
            else faults.Add($"own {own} {detail}, Kestrel {theirs}: {JsonSerializer.Serialize(message)}");
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(s_stricter.Count + s_laxer.Length, used.Count);
    }

    // The one that refuses must have taken all before as the other one did, and the other one must take this.
    private static string? Explain(string own, string theirs, string detail, string message)
    {
        if (IsStricter(own, theirs)) return s_stricter.GetValueOrDefault(detail);
        return IsStricter(theirs, own) ? s_laxer.FirstOrDefault(row => row.IsThis(message)).Why : null;
    }

    private static bool IsStricter(string strict, string lax) =>
        strict.EndsWith("refuses", StringComparison.Ordinal) && lax.StartsWith(strict[..^"refuses".Length] + "takes", StringComparison.Ordinal);

    private static string HostOf(string message)
    {
        int start = message.IndexOf("Host:", StringComparison.Ordinal);
        return start < 0 ? "" : message[(start + 5)..].Split('\r')[0];
    }

    // The own engine answers half-closed clients, so that an incomplete message needs no wait.
    private string OwnVerdict(string message, out string detail)
    {
        using RawClient client = new(_own!.Addresses[0]);
        client.Send(message + End);
        client.EndSending();
        List<string> verdict = [];
        detail = "";
        bool isEnded = false;
        while (client.Read() is { } response)
        {
            isEnded |= response.Closes;
            if (response.Status == 100) continue;
            // A problem of the router's, such as a method nobody knows, has no detail: the message was taken.
            bool isRefused = response.Status >= 400 && JsonDocument.Parse(response.Text).RootElement.TryGetProperty("detail", out JsonElement why) && (detail = why.GetString()!).Length > 0;
            verdict.Add(isRefused ? "refuses" : "takes");
        }
        if (!isEnded) verdict.Add("waits");
        return string.Join(' ', verdict);
    }

    private static string TheirVerdict(IPEndPoint address, string message, int patience)
    {
        using RawClient client = new(address, patience);
        client.Send(message + End);
        List<string> verdict = [];
        try
        {
            while (client.Read() is { } response)
            {
                if (response.Status != 100) verdict.Add(response.Status >= 400 ? "refuses" : "takes");
            }
        }
        catch (SocketException exception) when (exception.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            verdict.Add("waits");
        }
        return string.Join(' ', verdict);
    }
}
