using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Inox.Http.Jwt;

/// <summary>
/// Judges and issues JSON Web Tokens (RFC 7519); added to the application as state, for the guards <see cref="JwtUser"/> and <see cref="Allowed{TPolicy}"/>. Signature, issuer, audience and time are always
/// checked, but for rules of one's own that say otherwise; algorithms are those of the keys, so that <c>none</c> is never one.
/// </summary>
public sealed class JwtAuthentication
{
    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    private readonly TokenValidationParameters _parameters;
    private readonly SigningCredentials? _credentials;

    /// <summary>Tokens by rules of one's own.</summary>
    public JwtAuthentication(TokenValidationParameters parameters)
    {
        _parameters = parameters.Clone();
        _parameters.NameClaimType = JwtRegisteredClaimNames.Sub;
        _parameters.RoleClaimType = "roles";
    }

    private JwtAuthentication(TokenValidationParameters parameters, SigningCredentials? credentials) : this(parameters) => _credentials = credentials;

    /// <summary>Tokens this application signs itself (HMAC-SHA-256).</summary>
    /// <param name="key">At least 32 bytes, the same on every machine.</param>
    /// <param name="issuer">Who signs, such as <c>https://example.org</c>.</param>
    /// <param name="audience">Whom the tokens are for; the issuer unless given.</param>
    public static JwtAuthentication OfKey(ReadOnlySpan<byte> key, string issuer, string? audience = null)
    {
        if (key.Length < 32) throw new ArgumentException("a key for HMAC-SHA-256 has at least 32 bytes", nameof(key));
        SymmetricSecurityKey secret = new(key.ToArray());
        TokenValidationParameters parameters = new() { IssuerSigningKey = secret, ValidIssuer = issuer, ValidAudience = audience ?? issuer, ValidAlgorithms = [SecurityAlgorithms.HmacSha256] };
        return new(parameters, new(secret, SecurityAlgorithms.HmacSha256));
    }

    /// <summary>Tokens of an OpenID provider: its keys are read from <c>/.well-known/openid-configuration</c>, and again when they change.</summary>
    /// <param name="authority">The provider's issuer, such as <c>https://login.example.org</c>.</param>
    /// <param name="audience">Whom the tokens are for: this application.</param>
    /// <param name="client">What fetches the document; one with TLS unless given.</param>
    public static JwtAuthentication OfAuthority(string authority, string audience, HttpClient? client = null)
    {
        bool isSecure = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        HttpDocumentRetriever retriever = new(client ?? new()) { RequireHttps = isSecure || client is null };
        ConfigurationManager<OpenIdConnectConfiguration> configuration = new($"{authority.TrimEnd('/')}/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), retriever);
        return new(new TokenValidationParameters { ConfigurationManager = configuration, ValidAudience = audience, ValidIssuer = authority });
    }

    /// <summary>How far clocks may differ.</summary>
    public TimeSpan ClockSkew
    {
        get => _parameters.ClockSkew;
        init => _parameters.ClockSkew = value;
    }

    /// <summary>A token for this user.</summary>
    /// <exception cref="InvalidOperationException">The keys are another's.</exception>
    public string Issue(string subject, TimeSpan lifetime, params IEnumerable<Claim> claims)
    {
        if (_credentials is null) throw new InvalidOperationException("only tokens of a key of one's own (OfKey) can be issued");
        DateTime now = DateTime.UtcNow;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = _parameters.ValidIssuer,
            Audience = _parameters.ValidAudience,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + lifetime,
            Subject = new([new(JwtRegisteredClaimNames.Sub, subject), .. claims]),
            SigningCredentials = _credentials,
        });
    }

    /// <summary>The user of a token, or 401. Why a token is not valid is not told: it would help who forges one.</summary>
    public async ValueTask<Result<JwtUser, Problem>> JudgeAsync(string token)
    {
        TokenValidationResult result = await _handler.ValidateTokenAsync(token, _parameters);
        if (result.IsValid) return new JwtUser(result.ClaimsIdentity);
        return BearerToken.Reject(result.Exception is SecurityTokenExpiredException ? "the token has expired" : "the token is not valid");
    }
}
