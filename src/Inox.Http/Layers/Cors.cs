namespace Inox.Http;

/// <summary>Lets pages of other origins read responses (WHATWG Fetch section 3.3): answers preflights and marks the rest.</summary>
public sealed class Cors : ILayer
{
    /// <summary>Such as <c>https://example.org</c>; <c>*</c> for all, which goes without credentials.</summary>
    public required IReadOnlyList<string> Origins { get; init; }

    public IReadOnlyList<string> Methods { get; init; } = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>Fields a page may send beside the safelisted ones.</summary>
    public IReadOnlyList<string> Fields { get; init; } = ["Content-Type", "Authorization"];

    /// <summary>Fields of responses a page may read beside the safelisted ones.</summary>
    public IReadOnlyList<string> Exposed { get; init; } = [];

    /// <summary>Whether cookies go with it.</summary>
    public bool AllowsCredentials { get; init; }

    public TimeSpan MaxAge { get; init; } = TimeSpan.FromHours(2);

    /// <exception cref="InvalidOperationException">Every origin with credentials: that would give every page what the user may see.</exception>
    public HttpHandler Wrap(HttpHandler next)
    {
        bool isOpen = Origins.Contains("*");
        if (isOpen && AllowsCredentials) throw new InvalidOperationException("credentials need named origins");
        HashSet<string> origins = [.. Origins];
        string methods = string.Join(", ", Methods), fields = string.Join(", ", Fields), exposed = string.Join(", ", Exposed), age = ((long)MaxAge.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return exchange =>
        {
            HttpResponse response = exchange.Response;
            string? origin = exchange.Request.Fields.Text(KnownField.Origin);
            // A shared cache must not give one origin's response to another, nor one without the fields to any.
            if (!isOpen) response.AddField("Vary"u8, "Origin"u8);
            if (origin is null || !isOpen && !origins.Contains(origin)) return next(exchange);
            response.SetField("Access-Control-Allow-Origin"u8, isOpen ? "*" : origin);
            if (AllowsCredentials) response.SetField("Access-Control-Allow-Credentials"u8, "true"u8);
            if (exchange.Request.Method == RequestMethod.Options && exchange.Request.Fields.TryGet("Access-Control-Request-Method"u8, out _))
            {
                response.Status = 204;
                response.SetField("Access-Control-Allow-Methods"u8, methods);
                response.SetField("Access-Control-Allow-Headers"u8, fields);
                response.SetField("Access-Control-Max-Age"u8, age);
                return default;
            }
            if (exposed.Length > 0) response.SetField("Access-Control-Expose-Headers"u8, exposed);
            return next(exchange);
        };
    }
}
