using System.Text;

namespace Inox.Http;

/// <summary>What generated code calls with the return values of handlers.</summary>
public static class Respond
{
    /// <summary>Text of <c>text/plain</c>, unless the handler set another type.</summary>
    public static void Text(HttpResponse response, string text)
    {
        if (!response.HasField("Content-Type"u8)) response.AddLine("Content-Type: text/plain; charset=utf-8\r\n"u8);
        Utf8(response, text);
    }

    public static void Bytes(HttpResponse response, ReadOnlyMemory<byte> bytes)
    {
        if (!response.HasField("Content-Type"u8)) response.AddLine("Content-Type: application/octet-stream\r\n"u8);
        response.SetBody(bytes);
    }

    /// <summary>For a handler that returns nothing: 204, unless it has answered itself.</summary>
    public static void Nothing(HttpResponse response)
    {
        if (!response.HasStarted && !response.HasBody && response.Status == 200) response.Status = 204;
    }

    /// <summary>For a handler whose value is null.</summary>
    public static void Null(HttpResponse response) => response.Status = 404;

    public static ValueTask Problem(HttpExchange exchange, Problem problem) => problem.RespondAsync(exchange);

    internal static void Utf8(HttpResponse response, string text)
    {
        Span<byte> space = response.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        response.Advance(Encoding.UTF8.GetBytes(text, space));
    }
}
