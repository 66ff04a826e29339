using System.Text;

namespace Inox.Http;

/// <summary>One event of a stream (WHATWG HTML section 9.2). Data of several lines stays such.</summary>
public readonly record struct ServerSentEvent(string Data, string? Event = null, string? Id = null, TimeSpan? Retry = null);

/// <summary>Sends events as they come, until they end or the client is gone.</summary>
public sealed class ServerSentEvents(IAsyncEnumerable<ServerSentEvent> events) : IResponder
{
    public async ValueTask RespondAsync(HttpExchange exchange)
    {
        HttpResponse response = exchange.Response;
        response.SetField("Content-Type"u8, "text/event-stream"u8);
        response.SetField("Cache-Control"u8, "no-store"u8);
        await response.StartAsync();
        try
        {
            await foreach (ServerSentEvent each in events.WithCancellation(exchange.Aborted)) await response.WriteAsync(Encode(each));
        }
        catch (OperationCanceledException) when (exchange.Aborted.IsCancellationRequested)
        {
            // The client has closed the page: that is how these streams end.
        }
    }

    /// <summary>The event as it is sent.</summary>
    internal static byte[] Encode(ServerSentEvent each)
    {
        StringBuilder text = new();
        if (each.Event is not null) Line(text, "event", each.Event);
        if (each.Id is not null) Line(text, "id", each.Id);
        if (each.Retry is { } retry) Line(text, "retry", ((long)retry.TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture));
        foreach (string line in each.Data.Split(["\r\n", "\n", "\r"], StringSplitOptions.None)) text.Append("data: ").Append(line).Append('\n');
        return Encoding.UTF8.GetBytes(text.Append('\n').ToString());
    }

    private static void Line(StringBuilder text, string name, string value)
    {
        if (value.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0) throw new ArgumentException($"the {name} of an event holds a line end");
        text.Append(name).Append(": ").Append(value).Append('\n');
    }
}
