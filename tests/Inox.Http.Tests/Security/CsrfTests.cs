using System.Text;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Which requests a page of another site can have a browser make.</summary>
public sealed class CsrfTests
{
    private static TestClient Client(Csrf csrf) => new(new HttpApp { Log = ConsoleLog.Quiet }.Use(csrf).Fallback(async exchange =>
    {
        if (exchange.Request.Method == RequestMethod.Get) await (await CsrfToken.FromRequestAsync(exchange)).Value.Field.RespondAsync(exchange);
        else Respond.Text(exchange.Response, Encoding.UTF8.GetString((await exchange.Request.ReadAllAsync()).Span));
    }));

    [Theory]
    [InlineData("GET", "cross-site", "https://evil.org", 200)]
    [InlineData("POST", null, null, 200)]
    [InlineData("POST", "same-origin", "http://localhost", 200)]
    [InlineData("POST", "none", null, 200)]
    [InlineData("POST", "same-site", "https://other.localhost", 403)]
    [InlineData("POST", "cross-site", "https://evil.org", 403)]
    [InlineData("POST", "cross-site", null, 403)]
    [InlineData("POST", null, "http://localhost", 200)]
    [InlineData("POST", null, "https://localhost", 200)]
    [InlineData("POST", null, "http://localhost:81", 403)]
    [InlineData("POST", null, "https://evil.org", 403)]
    [InlineData("POST", null, "null", 403)]
    [InlineData("POST", "cross-site", "https://admin.org", 200)]
    [InlineData("DELETE", "cross-site", "https://evil.org", 403)]
    public async Task JudgesOrigins(string method, string? site, string? origin, int status)
    {
        List<(string, string)> fields = [];
        if (site is not null) fields.Add(("Sec-Fetch-Site", site));
        if (origin is not null) fields.Add(("Origin", origin));
        Assert.Equal(status, (await Client(new Csrf { TrustedOrigins = ["https://admin.org"] }).SendAsync(method, "/", null, [.. fields])).Status);
    }

    [Fact]
    public async Task AsksForTokens()
    {
        Browser browser = new(Client(new Csrf { RequiresToken = true })), other = new(browser.Client);
        string token = TokenOf(await browser.GetAsync("/")), theirs = TokenOf(await other.GetAsync("/"));
        Assert.Equal($"a=1&csrf-token={token}", (await browser.SendAsync("POST", "/", $"a=1&csrf-token={token}")).Text);
        Assert.Equal(200, (await browser.SendAsync("POST", "/", "a=1", ("X-CSRF-Token", token))).Status);
        Assert.Equal(200, (await browser.SendAsync("POST", $"/?csrf-token={token}", "a=1")).Status);
        Assert.Equal(403, (await browser.SendAsync("POST", "/", "a=1")).Status);
        Assert.Equal(403, (await browser.SendAsync("POST", "/", $"csrf-token={theirs}")).Status);
        Assert.Equal(403, (await browser.SendAsync("POST", "/", $"csrf-token={token}", ("Origin", "https://evil.org"))).Status);
        browser.Cookie = "";
        Assert.Equal(403, (await browser.SendAsync("POST", "/", $"csrf-token={token}")).Status);
    }

    private static string TokenOf(TestResponse page) => page.Text.Split("value=\"")[1].Split('"')[0];
}
