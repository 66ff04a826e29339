using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Inox.Http.AspNetCore;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>The same application on Kestrel, in an ASP.NET Core program, and around its middleware.</summary>
public sealed class KestrelTests
{
    private static HttpApp CreateApp() => new HttpApp(Routes.Table) { Log = ConsoleLog.Quiet }.AddState(new Users());

    [Theory]
    [InlineData("GET", "/", 200)]
    [InlineData("HEAD", "/users/1", 200)]
    [InlineData("GET", "/users/1", 200)]
    [InlineData("GET", "/kinds/a%2Fb", 200)]
    [InlineData("GET", "/later", 200)]
    [InlineData("GET", "/void", 204)]
    [InlineData("GET", "/query", 400)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("DELETE", "/users", 405)]
    [InlineData("PURGE", "/cache/a", 200)]
    [InlineData("GET", "/fails", 500)]
    [InlineData("POST", "/users", 201)]
    [InlineData("POST", "/stream", 200)]
    [InlineData("POST", "/small", 413)]
    public async Task AnswersAsTheOwnEngineDoes(string method, string target, int status)
    {
        HttpApp kestrel = CreateApp();
        kestrel.Engine = new KestrelEngine();
        await using HttpServer one = await CreateApp().StartAsync("http://127.0.0.1:0"), other = await kestrel.StartAsync("http://127.0.0.1:0");
        using HttpClient client = new();
        (HttpResponseMessage Response, string Body) own = await SendAsync(client, one, method, target), theirs = await SendAsync(client, other, method, target);
        Assert.Equal(status, (int)own.Response.StatusCode);
        Assert.Equal(status, (int)theirs.Response.StatusCode);
        if (status != 500) Assert.Equal(own.Body, theirs.Body);
        Assert.Equal(own.Response.Content.Headers.ContentType, theirs.Response.Content.Headers.ContentType);
        Assert.Equal(own.Response.Content.Headers.ContentLength, theirs.Response.Content.Headers.ContentLength);
        Assert.Equal(own.Response.Content.Headers.Allow, theirs.Response.Content.Headers.Allow);
    }

    [Fact]
    public async Task NobodySharesAPort()
    {
        HttpApp kestrel = CreateApp();
        kestrel.Engine = new KestrelEngine();
        await using HttpServer first = await CreateApp().StartAsync("http://127.0.0.1:0");
        foreach (HttpApp app in new[] { CreateApp(), kestrel })
        {
            ListenException exception = await Assert.ThrowsAsync<ListenException>(async () => await app.StartAsync(first.BaseAddress.ToString()));
            Assert.Equal($"cannot listen on {first.Addresses[0]}: Address already in use", exception.Message);
        }
    }

    [Fact]
    public async Task ServesNothingInClearTextThatAsksForTls()
    {
        HttpApp kestrel = CreateApp();
        kestrel.Engine = new KestrelEngine();
        foreach (HttpApp app in new[] { CreateApp(), kestrel }) await Assert.ThrowsAsync<ArgumentException>(async () => await app.StartAsync("https://127.0.0.1:0"));
    }

    [Fact]
    public async Task SpeaksHttp2OverTls()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        HttpApp app = CreateApp();
        app.Engine = new KestrelEngine { Certificate = certificate };
        await using HttpServer server = await app.StartAsync("https://127.0.0.1:0");
        using SocketsHttpHandler handler = new() { SslOptions = { RemoteCertificateValidationCallback = (_, _, _, _) => true } };
        using HttpClient client = new(handler) { BaseAddress = server.BaseAddress, DefaultRequestVersion = HttpVersion.Version20, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        Assert.Equal("id 7", await client.GetStringAsync("/kinds/7", TestContext.Current.CancellationToken));
        using HttpResponseMessage response = await client.PostAsync("/stream", new ByteArrayContent(new byte[100_000]), TestContext.Current.CancellationToken);
        Assert.Equal("100000", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task MountsInAnAspNetCoreProgram()
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using WebApplication program = builder.Build();
        program.UseInox(CreateApp());
        program.MapGet("/theirs", () => "theirs");
        await program.StartAsync(TestContext.Current.CancellationToken);
        using HttpClient client = new() { BaseAddress = new(program.Urls.First()) };
        Assert.Equal("id 7", await client.GetStringAsync("/kinds/7", TestContext.Current.CancellationToken));
        Assert.Equal("theirs", await client.GetStringAsync("/theirs", TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/nowhere", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await client.DeleteAsync("/users", TestContext.Current.CancellationToken)).StatusCode);
        await program.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task CallsMiddlewareOfAspNetCore()
    {
        HttpApp app = CreateApp().UseAspNetCore(next => async context =>
        {
            context.Response.Headers["X-Theirs"] = context.Request.Path.Value;
            await next(context);
        });
        app.Engine = new KestrelEngine();
        await using HttpServer server = await app.StartAsync("http://127.0.0.1:0");
        using HttpClient client = new() { BaseAddress = server.BaseAddress };
        using HttpResponseMessage response = await client.GetAsync("/kinds/7", TestContext.Current.CancellationToken);
        Assert.Equal("/kinds/7", response.Headers.GetValues("X-Theirs").Single());
        Assert.Equal("id 7", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<(HttpResponseMessage, string)> SendAsync(HttpClient client, HttpServer server, string method, string target)
    {
        using HttpRequestMessage request = new(new(method), new Uri(server.BaseAddress, target));
        if (method == "POST") request.Content = new StringContent("""{"name":"Alan","age":41}""", System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
