namespace Inox.Http;

/// <summary>What a handler may return beside text, bytes and values with a JSON shape: a value that knows how to answer.</summary>
public interface IResponder
{
    /// <summary>Puts status, fields and body into the response, or sends it.</summary>
    ValueTask RespondAsync(HttpExchange exchange);
}
