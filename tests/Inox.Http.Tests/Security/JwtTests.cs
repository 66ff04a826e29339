using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Inox.Http.Jwt;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Inox.Http.Tests;

public sealed class Editors : IPolicy
{
    public static bool Allows(JwtUser user) => user.HasRole("editor") || user.HasScope("write");
}

internal static class JwtHandlers
{
    [Get("/jwt")]
    public static string Who(JwtUser user) => user.Subject;

    [Get("/jwt/edit")]
    public static string Edit(Allowed<Editors> editor) => editor.User.Subject;
}

/// <summary>Tokens of a key of one's own, and of an OpenID provider.</summary>
public sealed class JwtTests
{
    private static readonly byte[] s_key = RandomNumberGenerator.GetBytes(32);
    private static readonly JwtAuthentication s_own = JwtAuthentication.OfKey(s_key, "https://a.org");

    private static Task<TestResponse> AskAsync(string token, string target = "/jwt", JwtAuthentication? tokens = null) =>
        new TestClient(new HttpApp(Routes.Table) { Log = ConsoleLog.Quiet }.AddState(new Users()).AddState(tokens ?? s_own)).GetAsync(target, ("Authorization", $"Bearer {token}"));

    [Fact]
    public async Task KnowsItsOwn() => Assert.Equal((200, "ada"), await AskAsync(s_own.Issue("ada", TimeSpan.FromMinutes(1))) is var response ? (response.Status, response.Text) : default);

    public static TheoryData<string, string> Forged
    {
        get
        {
            string good = s_own.Issue("ada", TimeSpan.FromMinutes(1)), body = good.Split('.')[1];
            return new()
            {
                { "no token", "x" },
                { "expired", s_own.Issue("ada", TimeSpan.FromHours(-1)) },
                { "another key", JwtAuthentication.OfKey(RandomNumberGenerator.GetBytes(32), "https://a.org").Issue("ada", TimeSpan.FromMinutes(1)) },
                { "another issuer", JwtAuthentication.OfKey(s_key, "https://b.org", "https://a.org").Issue("ada", TimeSpan.FromMinutes(1)) },
                { "another audience", JwtAuthentication.OfKey(s_key, "https://a.org", "https://b.org").Issue("ada", TimeSpan.FromMinutes(1)) },
                { "no signature", good[..good.LastIndexOf('.')] + "." },
                { "the algorithm none", $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{body}." },
                { "a changed body", good.Replace(body, Base64UrlEncoder.Encode(Encoding.UTF8.GetString(Base64UrlEncoder.DecodeBytes(body)).Replace("ada", "eve"))) },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Forged), DisableDiscoveryEnumeration = true)]
    public async Task RefusesForgeries(string name, string token)
    {
        TestResponse response = await AskAsync(token);
        Assert.True(response.Status == 401, name);
        Assert.Equal("Bearer error=\"invalid_token\"", response.Field("WWW-Authenticate"));
    }

    [Theory]
    [InlineData("roles", "editor", 200)]
    [InlineData("roles", "reader", 403)]
    [InlineData("scope", "read write", 200)]
    [InlineData("scope", "rewrite", 403)]
    public async Task HoldsUsersToPolicies(string claim, string value, int status) =>
        Assert.Equal(status, (await AskAsync(s_own.Issue("ada", TimeSpan.FromMinutes(1), new Claim(claim, value)), "/jwt/edit")).Status);

    [Fact]
    public async Task ReadsTheKeysOfAProvider()
    {
        using RSA rsa = RSA.Create(2048);
        RsaSecurityKey key = new(rsa) { KeyId = "k1" };
        JsonWebKey shown = JsonWebKeyConverter.ConvertFromRSASecurityKey(new(rsa.ExportParameters(false)) { KeyId = "k1" });
        HttpApp provider = new() { Log = ConsoleLog.Quiet };
        string authority = "";
        provider.Fallback(exchange => new Content(Encoding.UTF8.GetBytes(exchange.Request.Path.SequenceEqual("/keys"u8)
            ? $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"k1","n":"{{shown.N}}","e":"{{shown.E}}"}]}"""
            : $$"""{"issuer":"{{authority}}","jwks_uri":"{{authority}}/keys"}"""), "application/json").RespondAsync(exchange));
        await using HttpServer server = await provider.StartAsync("http://127.0.0.1:0");
        authority = server.BaseAddress.ToString().TrimEnd('/');
        using HttpClient client = new();
        JwtAuthentication tokens = JwtAuthentication.OfAuthority(authority, "api", client);
        SecurityTokenDescriptor descriptor = new() { Issuer = authority, Audience = "api", Subject = new([new("sub", "ada")]), SigningCredentials = new(key, SecurityAlgorithms.RsaSha256) };
        Assert.Equal("ada", (await AskAsync(new JsonWebTokenHandler().CreateToken(descriptor), tokens: tokens)).Text);
        // What the provider shows to everybody is no secret to sign with (RFC 8725 section 2.1).
        foreach (byte[] open in new[] { Encoding.ASCII.GetBytes(rsa.ExportSubjectPublicKeyInfoPem()), rsa.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(shown.N), Base64UrlEncoder.DecodeBytes(shown.N) })
        {
            descriptor.SigningCredentials = new(new SymmetricSecurityKey(open) { KeyId = "k1" }, SecurityAlgorithms.HmacSha256);
            Assert.Equal(401, (await AskAsync(new JsonWebTokenHandler().CreateToken(descriptor), tokens: tokens)).Status);
        }
        descriptor.SigningCredentials = new(key, SecurityAlgorithms.RsaSha256);
        descriptor.Audience = "other";
        Assert.Equal(401, (await AskAsync(new JsonWebTokenHandler().CreateToken(descriptor), tokens: tokens)).Status);
        Assert.Throws<InvalidOperationException>(() => tokens.Issue("ada", TimeSpan.FromMinutes(1)));
    }
}
