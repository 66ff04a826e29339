using Xunit;

namespace Inox.Http.Tests;

internal static class AuthHandlers
{
    [Get("/basic")]
    public static Result<string, Problem> Basic(BasicCredentials credentials) => credentials.Are("Ada", "se:cret") ? credentials.Name : BasicCredentials.Reject();

    [Get("/bearer")]
    public static Result<string, Problem> Bearer(BearerToken token) => token.Value == "abc" ? token.Value : BearerToken.Reject();

    [Get("/bearer/maybe")]
    public static string MaybeBearer(BearerToken? token) => token?.Value ?? "nobody";
}

/// <summary>Who asks, by basic and bearer authentication.</summary>
public sealed class AuthTests
{
    private static readonly TestClient s_client = new(new HttpApp(Routes.Table) { Log = ConsoleLog.Quiet }.AddState(new Users()));

    [Theory]
    [InlineData("/basic", null, 401, "Basic realm=\"this site\", charset=\"UTF-8\"")]
    [InlineData("/basic", "Basic QWRhOnNlOmNyZXQ=", 200, null)]
    [InlineData("/basic", "basic  QWRhOnNlOmNyZXQ=", 200, null)]
    [InlineData("/basic", "Basic QWRhOndyb25n", 401, "Basic realm=\"this site\", charset=\"UTF-8\"")]
    [InlineData("/basic", "Basic QWRh", 401, "Basic realm=\"this site\", charset=\"UTF-8\"")]
    [InlineData("/basic", "Basic ???", 401, "Basic realm=\"this site\", charset=\"UTF-8\"")]
    [InlineData("/basic", "Basic", 401, "Basic realm=\"this site\", charset=\"UTF-8\"")]
    [InlineData("/basic", "Bearer abc", 401, "Basic realm=\"this site\", charset=\"UTF-8\"")]
    [InlineData("/bearer", null, 401, "Bearer")]
    [InlineData("/bearer", "Bearer abc", 200, null)]
    [InlineData("/bearer", "BEARER abc", 200, null)]
    [InlineData("/bearer", "Bearer x", 401, "Bearer error=\"invalid_token\"")]
    [InlineData("/bearer", "Bearer a b", 401, "Bearer")]
    [InlineData("/bearer/maybe", null, 200, null)]
    public async Task Asks(string target, string? authorization, int status, string? challenge)
    {
        TestResponse response = await s_client.GetAsync(target, authorization is null ? [] : [("Authorization", authorization)]);
        Assert.Equal((status, challenge), (response.Status, response.Field("WWW-Authenticate")));
    }

    [Fact]
    public void HashesPasswords()
    {
        string hash = PasswordHash.Create("sécret");
        Assert.True(PasswordHash.Verify(hash, "sécret"));
        Assert.False(PasswordHash.Verify(hash, "secret"));
        Assert.NotEqual(hash, PasswordHash.Create("sécret"));
        foreach (string other in new[] { "", "sécret", "pbkdf2-sha256$0$AA==$AA==", "pbkdf2-sha256$x$AA==$AA==", hash[..^8], hash.Replace("256", "512"), hash + "$" }) Assert.False(PasswordHash.Verify(other, "sécret"), other);
    }
}
