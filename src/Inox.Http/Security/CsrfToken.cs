using System.Buffers.Text;
using System.Security.Cryptography;

namespace Inox.Http;

/// <summary>
/// The token a form must bring back under <see cref="Csrf.RequiresToken"/>; a handler that shows the form takes it as a parameter and puts <see cref="Field"/> into it. It is bound to a cookie of
/// the visitor: another site knows neither.
/// </summary>
public sealed class CsrfToken : IFromRequest<CsrfToken>
{
    private static readonly TimeSpan s_lifetime = TimeSpan.FromHours(12);

    private CsrfToken(string value) => Value = value;

    /// <summary>For <c>X-CSRF-Token</c>, or a query.</summary>
    public string Value { get; }

    /// <summary>The hidden field of the form.</summary>
    public Html Field => Html.Of($"<input type=\"hidden\" name=\"{Csrf.FieldName}\" value=\"{Value}\">");

    public static ValueTask<Result<CsrfToken, Problem>> FromRequestAsync(HttpExchange exchange)
    {
        string? visitor = exchange.Cookies.Find(Csrf.CookieName);
        if (visitor is null)
        {
            visitor = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
            exchange.Cookies.Set(new Cookie(Csrf.CookieName, visitor) { SameSite = SameSite.Strict });
        }
        return new(Result<CsrfToken, Problem>.Ok(new(exchange.App.Keys.Sign(PurposeOf(visitor), [], DateTimeOffset.UtcNow + s_lifetime))));
    }

    internal static bool IsValid(HttpExchange exchange, string token) =>
        exchange.Cookies.Find(Csrf.CookieName) is { } visitor && exchange.App.Keys.TryVerify(PurposeOf(visitor), token, out _);

    private static string PurposeOf(string visitor) => "csrf " + visitor;
}
