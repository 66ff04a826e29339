using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Inox.Http;

/// <summary>
/// Writes one JSON object a line for each request: time, method, path, route, status, bytes, milliseconds, and, where they are known, client, id and trace. Queries are left out: they
/// hold secrets.
/// </summary>
public sealed class AccessLog(TextWriter output) : ILayer
{
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_line;

    public HttpHandler Wrap(HttpHandler next) => exchange =>
    {
        long start = Stopwatch.GetTimestamp();
        ValueTask handling = next(exchange);
        if (!handling.IsCompletedSuccessfully) return AwaitAsync(exchange, handling, start);
        Write(exchange, start);
        return default;
    };

    private async ValueTask AwaitAsync(HttpExchange exchange, ValueTask handling, long start)
    {
        try
        {
            await handling;
        }
        finally
        {
            Write(exchange, start);
        }
    }

    private void Write(HttpExchange exchange, long start)
    {
        ArrayBufferWriter<byte> line = t_line ??= new();
        line.ResetWrittenCount();
        using (Utf8JsonWriter json = new(line))
        {
            json.WriteStartObject();
            json.WriteString("time"u8, DateTimeOffset.UtcNow);
            json.WriteString("method"u8, exchange.Request.MethodBytes);
            json.WriteString("path"u8, exchange.Request.Path);
            if (exchange.Route is { } route) json.WriteString("route"u8, route.Pattern);
            json.WriteNumber("status"u8, exchange.Response.Status);
            json.WriteNumber("bytes"u8, exchange.Response.BodyLength);
            json.WriteNumber("ms"u8, Math.Round(Stopwatch.GetElapsedTime(start).TotalMilliseconds, 3));
            if (exchange.Connection.Remote is { } remote) json.WriteString("client"u8, remote.Address.ToString());
            if (exchange.Find<RequestId>() is { } id) json.WriteString("id"u8, id.Value);
            if (Activity.Current is { } activity) json.WriteString("trace"u8, activity.TraceId.ToHexString());
            json.WriteEndObject();
        }
        string text = Encoding.UTF8.GetString(line.WrittenSpan);
        lock (output) output.WriteLine(text);
    }
}
