using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Inox.Http.Jwt;

/// <summary>Whoever has a valid token; 401 for everybody else. The application has a <see cref="JwtAuthentication"/> as state.</summary>
public sealed class JwtUser(ClaimsIdentity identity) : IFromRequest<JwtUser>
{
    public ClaimsIdentity Identity { get; } = identity;

    /// <summary>The <c>sub</c> of the token; empty when it has none.</summary>
    public string Subject => Claim(JwtRegisteredClaimNames.Sub) ?? "";

    /// <summary>The first claim of this name.</summary>
    public string? Claim(string name) => Identity.FindFirst(name)?.Value;

    /// <summary>Whether <c>roles</c> holds this one.</summary>
    public bool HasRole(string role) => Identity.HasClaim("roles", role);

    /// <summary>Whether <c>scope</c>, a list with blanks (RFC 8693 section 4.2), or <c>scp</c> holds this one.</summary>
    public bool HasScope(string scope) => Identity.FindAll(claim => claim.Type is "scope" or "scp").Any(claim => claim.Value.Split(' ').Contains(scope));

    public static async ValueTask<Result<JwtUser, Problem>> FromRequestAsync(HttpExchange exchange)
    {
        Result<BearerToken, Problem> token = await BearerToken.FromRequestAsync(exchange);
        return token.IsOk ? await exchange.App.State<JwtAuthentication>().JudgeAsync(token.Value.Value) : token.Error;
    }
}
