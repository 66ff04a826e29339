using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Inox.Http;

/// <summary>Reads and writes JSON through the type information a <c>JsonSerializerContext</c> generated.</summary>
public static class JsonBody
{
    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    /// <summary>Reads the body: 415 when it says it is something else, 400 when it is no JSON, 422 when it is JSON of another shape.</summary>
    public static ValueTask<Result<T, Problem>> ReadAsync<T>(HttpExchange exchange, JsonTypeInfo<T> type)
    {
        HttpRequest request = exchange.Request;
        if (!MediaType.IsJson(request)) return new(Fail<T>(415, "the body must be application/json"));
        ValueTask<ReadOnlyMemory<byte>> reading = request.ReadAllAsync();
        return reading.IsCompletedSuccessfully ? new(Parse(reading.Result.Span, type)) : AwaitAsync(reading, type);
    }

    /// <summary>Makes the value the body.</summary>
    public static void Write<T>(HttpResponse response, T value, JsonTypeInfo<T> type)
    {
        if (!response.HasField("Content-Type"u8)) response.AddLine("Content-Type: application/json\r\n"u8);
        Utf8JsonWriter writer = t_writer ??= new(response, JsonText.WriterOptions);
        writer.Reset(response);
        try
        {
            JsonSerializer.Serialize(writer, value, type);
        }
        catch
        {
            t_writer = null;
            throw;
        }
    }

    private static async ValueTask<Result<T, Problem>> AwaitAsync<T>(ValueTask<ReadOnlyMemory<byte>> reading, JsonTypeInfo<T> type) =>
        Parse((await reading).Span, type);

    private static Result<T, Problem> Parse<T>(ReadOnlySpan<byte> body, JsonTypeInfo<T> type)
    {
        if (body.IsEmpty) return Fail<T>(400, "the body is empty where JSON is expected");
        try
        {
            T? value = JsonSerializer.Deserialize(body, type);
            return value is null ? Fail<T>(422, "the body is null") : value;
        }
        catch (JsonException exception)
        {
            bool isSyntax = exception.InnerException is not null && exception.InnerException.GetType().Name == "JsonReaderException";
            return new Problem(isSyntax ? 400 : 422, isSyntax ? "the body is no well-formed JSON" : "the body does not have the expected shape")
            {
                Errors = [new(exception.Path ?? "$", $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}")],
            };
        }
    }

    private static Result<T, Problem> Fail<T>(int status, string detail) => new Problem(status, detail);
}
