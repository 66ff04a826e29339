namespace Inox.Http;

/// <summary>Fields that make browsers careful. What a handler sets itself stays.</summary>
public sealed class SecurityHeaders : ILayer
{
    private readonly List<(byte[] Name, string Value)> _fields = [];

    /// <summary>The defaults: no sniffing, no framing by others, no referrer across origins, nothing loaded from elsewhere.</summary>
    public SecurityHeaders() => With("X-Content-Type-Options", "nosniff").With("Referrer-Policy", "strict-origin-when-cross-origin")
        .With("X-Frame-Options", "DENY").With("Cross-Origin-Opener-Policy", "same-origin")
        .With("Content-Security-Policy", "default-src 'self'; frame-ancestors 'none'; base-uri 'self'; form-action 'self'");

    /// <summary>Browsers come back by TLS only for this long; meant for a site that is served by TLS alone.</summary>
    public SecurityHeaders WithStrictTransport(TimeSpan maxAge) => With("Strict-Transport-Security", $"max-age={(long)maxAge.TotalSeconds}; includeSubDomains");

    /// <summary>Replaces a field; an empty value leaves it out.</summary>
    public SecurityHeaders With(string name, string value)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(name);
        _fields.RemoveAll(field => field.Name.AsSpan().SequenceEqual(bytes));
        if (value.Length > 0) _fields.Add((bytes, value));
        return this;
    }

    public HttpHandler Wrap(HttpHandler next)
    {
        (byte[] Name, string Value)[] fields = [.. _fields];
        Action<HttpExchange> set = exchange =>
        {
            foreach ((byte[] name, string value) in fields)
            {
                if (!exchange.Response.HasField(name)) exchange.Response.AddField(name, value);
            }
        };
        return exchange =>
        {
            exchange.Response.OnStarting(set);
            return next(exchange);
        };
    }
}
