using System.Text;

namespace Inox.Http;

/// <summary>
/// Refuses requests that a page of another site makes with the user's cookies. Browsers say where a request comes from (<c>Sec-Fetch-Site</c>, W3C Fetch Metadata; <c>Origin</c> before that), and
/// no page can change that; a client that says neither is no browser. GET, HEAD, OPTIONS and TRACE pass: they must change nothing. With <see cref="RequiresToken"/> a request must
/// moreover bring the token of <see cref="CsrfToken"/>, which also covers browsers that are older than both.
/// </summary>
public sealed class Csrf : ILayer
{
    /// <summary>The cookie the token is bound to.</summary>
    internal const string CookieName = "csrf";

    /// <summary>The field of a form, and with <c>X-</c> before it the field of a request, that brings the token.</summary>
    internal const string FieldName = "csrf-token";

    /// <summary>Other origins whose pages may send, such as <c>https://admin.example.org</c>.</summary>
    public IReadOnlyList<string> TrustedOrigins { get; init; } = [];

    /// <summary>Whether a request that changes something must bring a token, in a form's field or in <c>X-CSRF-Token</c>.</summary>
    public bool RequiresToken { get; init; }

    public HttpHandler Wrap(HttpHandler next) => exchange =>
    {
        if (exchange.Request.Method is RequestMethod.Get or RequestMethod.Head or RequestMethod.Options or RequestMethod.Trace) return next(exchange);
        if (!IsOfThisSite(exchange.Request)) return Refuse(exchange, "this request comes from a page of another site");
        return RequiresToken ? CheckTokenAsync(exchange, next) : next(exchange);
    };

    private static ValueTask Refuse(HttpExchange exchange, string why) => Problem.Forbidden(why).RespondAsync(exchange);

    private bool IsOfThisSite(HttpRequest request)
    {
        string? origin = request.Fields.Text(KnownField.Origin);
        if (origin is not null && TrustedOrigins.Contains(origin)) return true;
        if (request.Fields.TryGet("Sec-Fetch-Site"u8, out ReadOnlySpan<byte> site)) return site.SequenceEqual("same-origin"u8) || site.SequenceEqual("none"u8);
        return origin is null || Origins.IsOfHost(origin, request.Authority);
    }

    private static async ValueTask CheckTokenAsync(HttpExchange exchange, HttpHandler next)
    {
        if (await FindTokenAsync(exchange) is { } token && CsrfToken.IsValid(exchange, token)) await next(exchange);
        else await Refuse(exchange, "the token of this form is missing or has expired: load the page again");
    }

    // A multipart body is streamed to its handler: its token comes in the field of the request, or in the query.
    private static async ValueTask<string?> FindTokenAsync(HttpExchange exchange)
    {
        HttpRequest request = exchange.Request;
        if (request.Fields.Text("X-CSRF-Token"u8) is { } field) return field;
        if (TryToken(request.QueryBytes, out string token)) return token;
        if (!MediaType.IsForm(request)) return null;
        ReadOnlyMemory<byte> pairs = await request.ReadAllAsync();
        return TryToken(pairs.Span, out token) ? token : null;
    }

    private static bool TryToken(ReadOnlySpan<byte> pairs, out string token)
    {
        bool isThere = FormText.TryFind(pairs, "csrf-token"u8, out ReadOnlySpan<byte> value);
        token = isThere ? Encoding.UTF8.GetString(value) : "";
        return isThere;
    }
}
