using System.Text;

namespace Inox.Http;

/// <summary>
/// Asks an application without a socket: the request is parsed by the same parser, runs through the same layers, and the response is what a client would see.
/// Safe for concurrent use.
/// </summary>
public sealed class TestClient
{
    private readonly HttpApp _app;
    private readonly HttpHandler _handler;

    public TestClient(HttpApp app)
    {
        _app = app;
        _handler = app.Build();
    }

    public Task<TestResponse> GetAsync(string target, params (string Name, string Value)[] fields) => SendAsync("GET", target, null, fields);

    public Task<TestResponse> PostJsonAsync(string target, string json, params (string Name, string Value)[] fields) =>
        SendAsync("POST", target, Encoding.UTF8.GetBytes(json), [("Content-Type", "application/json"), .. fields]);

    public Task<TestResponse> PostFormAsync(string target, string pairs, params (string Name, string Value)[] fields) =>
        SendAsync("POST", target, Encoding.UTF8.GetBytes(pairs), [("Content-Type", "application/x-www-form-urlencoded"), .. fields]);

    /// <exception cref="FormatException">The request is one the engines refuse; the message says why.</exception>
    public async Task<TestResponse> SendAsync(string method, string target, byte[]? body = null, params (string Name, string Value)[] fields)
    {
        byte[] head = RequestHead.Write(method, target, fields, body?.Length);
        HttpExchange exchange = new() { App = _app };
        TestTransport transport = new(exchange, body ?? []);
        exchange.Transport = transport;
        RequestHeadParser parser = default;
        exchange.Request.Attach(head, 0);
        if (!parser.Parse(head, exchange.Request, _app.Limits, out HeadFault? fault)) throw new FormatException(fault?.Detail ?? "the request is not complete");
        try
        {
            await _handler(exchange);
            return transport.Finish();
        }
        finally
        {
            exchange.Reset();
        }
    }
}
