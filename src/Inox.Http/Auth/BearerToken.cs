using System.Text;

namespace Inox.Http;

/// <summary>The token of <c>Authorization: Bearer</c> (RFC 6750), as it came: whoever takes it checks it. 401 asks for one when it is missing.</summary>
public sealed record BearerToken(string Value) : IFromRequest<BearerToken>
{
    public static ValueTask<Result<BearerToken, Problem>> FromRequestAsync(HttpExchange exchange) =>
        new(AuthorizationField.TryRead(exchange.Request, "bearer"u8, out ReadOnlySpan<byte> token) ? new BearerToken(Encoding.ASCII.GetString(token)) : Missing());

    /// <summary>401 for a token that is not, or no longer, valid.</summary>
    public static Problem Reject(string? detail = "the token is not valid") => new(401, detail) { Challenge = "Bearer error=\"invalid_token\"" };

    /// <summary>403 for a token that is valid but does not allow this.</summary>
    public static Problem Insufficient(string? detail = null) => new(403, detail) { Challenge = "Bearer error=\"insufficient_scope\"" };

    // Without an error code: the client did nothing wrong yet (section 3.1).
    private static Problem Missing() => new(401, "a token is needed") { Challenge = "Bearer" };
}
