namespace Inox.Http;

/// <summary>The id of a request, in logs and in the response.</summary>
public sealed record RequestId(string Value);

/// <summary>Gives each request an id: that of <c>X-Request-Id</c> when a proxy set a decent one, else a new one.</summary>
public sealed class RequestIds : ILayer
{
    public HttpHandler Wrap(HttpHandler next) => exchange =>
    {
        string? given = exchange.Request.Fields.Text("X-Request-Id"u8);
        bool isDecent = given is { Length: > 0 and <= 100 } && given.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.');
        RequestId id = new(isDecent ? given! : Guid.NewGuid().ToString("N"));
        exchange.Put(id);
        exchange.Response.SetField("X-Request-Id"u8, id.Value);
        return next(exchange);
    };
}
