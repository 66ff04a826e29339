using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Inox.Http;

/// <summary>Writes one JSON object a line for each request: time, method, path, status, milliseconds, client, id. Queries are left out: they hold secrets.</summary>
public sealed class AccessLog(TextWriter output) : ILayer
{
    public HttpHandler Wrap(HttpHandler next) => async exchange =>
    {
        long start = Stopwatch.GetTimestamp();
        try
        {
            await next(exchange);
        }
        finally
        {
            Write(exchange, Stopwatch.GetElapsedTime(start));
        }
    };

    private void Write(HttpExchange exchange, TimeSpan elapsed)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, DateTimeOffset.UtcNow);
            json.WriteString("method"u8, exchange.Request.MethodBytes);
            json.WriteString("path"u8, exchange.Request.Path);
            json.WriteNumber("status"u8, exchange.Response.Status);
            json.WriteNumber("ms"u8, Math.Round(elapsed.TotalMilliseconds, 3));
            if (exchange.Connection.Remote is { } remote) json.WriteString("client"u8, remote.Address.ToString());
            if (exchange.Find<RequestId>() is { } id) json.WriteString("id"u8, id.Value);
            json.WriteEndObject();
        }
        string text = Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
        lock (output) output.WriteLine(text);
    }
}
