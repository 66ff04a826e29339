using System.Text.Json;

namespace Inox.Http;

/// <summary>
/// A problem of RFC 9457: what went wrong, for a program. As the error of a <see cref="Result{T, E}"/> or the return value of a handler it becomes a response of
/// type <c>application/problem+json</c>.
/// </summary>
public sealed record Problem(int Status, string? Detail = null) : IResponder
{
    /// <summary>A URI that names the kind of problem; <c>about:blank</c> when the status says it all.</summary>
    public string Type { get; init; } = "about:blank";

    /// <summary>The reason phrase of the status unless set.</summary>
    public string? Title { get; init; }

    /// <summary>What was wrong with which part of the request: a name, such as <c>age</c> or <c>query</c>, and a sentence.</summary>
    public IReadOnlyList<ProblemError> Errors { get; init; } = [];

    /// <summary>Members of one's own, written as strings.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Extensions { get; init; } = [];

    /// <summary>How a client may sign in, for <c>WWW-Authenticate</c> beside 401, such as <c>Bearer</c>.</summary>
    public string? Challenge { get; init; }

    public static Problem NotFound(string? detail = null) => new(404, detail);

    public static Problem BadRequest(string? detail = null) => new(400, detail);

    public static Problem Conflict(string? detail = null) => new(409, detail);

    public static Problem Unauthorized(string? detail = null) => new(401, detail);

    public static Problem Forbidden(string? detail = null) => new(403, detail);

    public static Problem Unprocessable(params IReadOnlyList<ProblemError> errors) => new(422, "the request was understood, but is not valid") { Errors = errors };

    /// <summary>Writes a problem without further members.</summary>
    public static void Write(HttpResponse response, int status, string? detail) => new Problem(status, detail).Write(response);

    public ValueTask RespondAsync(HttpExchange exchange)
    {
        Write(exchange.Response);
        return default;
    }

    internal void Write(HttpResponse response)
    {
        response.ClearBody();
        response.Status = Status;
        response.SetField("Content-Type"u8, "application/problem+json"u8);
        if (Challenge is not null) response.AddField("WWW-Authenticate"u8, Challenge);
        using Utf8JsonWriter json = new(response, JsonText.WriterOptions);
        json.WriteStartObject();
        json.WriteString("type"u8, Type);
        json.WriteString("title"u8, Title ?? StatusLines.Reason(Status));
        json.WriteNumber("status"u8, Status);
        if (Detail is not null) json.WriteString("detail"u8, Detail);
        if (Errors.Count > 0) WriteErrors(json);
        foreach ((string name, string value) in Extensions) json.WriteString(name, value);
        json.WriteEndObject();
    }

    private void WriteErrors(Utf8JsonWriter json)
    {
        json.WriteStartArray("errors"u8);
        foreach (ProblemError error in Errors)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, error.Name);
            json.WriteString("detail"u8, error.Detail);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
