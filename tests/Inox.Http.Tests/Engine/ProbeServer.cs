using System.Net;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>An application without routes on the own engine: GET says hello, POST and PUT return their body, OPTIONS and TRACE go to the router.</summary>
public sealed class ProbeServer : IAsyncLifetime
{
    private HttpServer? _server;

    public IPEndPoint Address => _server!.Addresses[0];

    public static HttpApp CreateApp() => new HttpApp { Log = ConsoleLog.Quiet }.Fallback(AnswerAsync);

    public async ValueTask InitializeAsync() => _server = await CreateApp().StartAsync("http://127.0.0.1:0");

    public async ValueTask DisposeAsync() => await _server!.DisposeAsync();

    private static async ValueTask AnswerAsync(HttpExchange exchange)
    {
        HttpRequest request = exchange.Request;
        HttpResponse response = exchange.Response;
        response.SetField("Content-Type"u8, "text/plain"u8);
        if (request.Method is RequestMethod.Post or RequestMethod.Put) response.Write((await request.ReadAllAsync()).Span);
        else if (request.Path.StartsWith("/path"u8)) response.Write(request.Path);
        else if (request.Path.StartsWith("/host"u8)) response.Write(request.Authority);
        else if (request.Path.SequenceEqual("/204"u8)) response.Status = 204;
        else if (request.Path.SequenceEqual("/304"u8)) response.Status = 304;
        else if (request.Method is RequestMethod.Other) response.Status = 501;
        else response.Write("hello"u8);
    }
}
