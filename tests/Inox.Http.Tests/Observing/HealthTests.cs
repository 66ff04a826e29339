using System.Text.Json;
using System.Threading.RateLimiting;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Health, and how much one may ask.</summary>
public sealed class HealthTests
{
    private static TestClient Client(ILayer layer) => new(new HttpApp { Log = ConsoleLog.Quiet }.Use(layer).Fallback(exchange =>
    {
        Respond.Text(exchange.Response, "app");
        return default;
    }));

    [Fact]
    public async Task TellsWhatWorks()
    {
        bool isDown = false;
        int asked = 0;
        TestClient client = Client(new HealthChecks { Freshness = TimeSpan.Zero, Limit = TimeSpan.FromMilliseconds(50) }
            .Add("database", _ =>
            {
                asked++;
                return isDown ? throw new InvalidOperationException("secret") : Task.CompletedTask;
            })
            .Add("disk", _ => Task.CompletedTask));
        TestResponse live = await client.GetAsync("/health/live"), ready = await client.GetAsync("/health/ready");
        Assert.Equal((200, """{"status":"healthy"}"""), (live.Status, live.Text));
        Assert.Equal((200, "no-store", 1), (ready.Status, ready.Field("Cache-Control"), asked));
        isDown = true;
        ready = await client.GetAsync("/health/ready");
        JsonElement checks = JsonDocument.Parse(ready.Text).RootElement.GetProperty("checks");
        Assert.Equal((503, "unhealthy", "healthy"), (ready.Status, checks.GetProperty("database").GetProperty("status").GetString(), checks.GetProperty("disk").GetProperty("status").GetString()));
        Assert.DoesNotContain("secret", ready.Text, StringComparison.Ordinal);
        Assert.Equal("app", (await client.GetAsync("/health")).Text);
        Assert.Equal("app", (await client.SendAsync("POST", "/health/live")).Text);
    }

    [Fact]
    public async Task ChecksThatHangHaveFailed()
    {
        TestClient client = Client(new HealthChecks { Limit = TimeSpan.FromMilliseconds(20) }.Add("hangs", _ => new TaskCompletionSource().Task));
        Assert.Equal(503, (await client.GetAsync("/health/ready")).Status);
    }

    [Fact]
    public async Task AskingOftenIsNoBurden()
    {
        int asked = 0;
        TestClient client = Client(new HealthChecks { Freshness = TimeSpan.FromMinutes(1) }.Add("one", async _ =>
        {
            Interlocked.Increment(ref asked);
            await Task.Yield();
        }));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.GetAsync("/health/ready")));
        Assert.Equal(1, asked);
    }

    [Fact]
    public async Task EachClientHasItsOwnPermits()
    {
        TestClient client = Client(RateLimits.PerClient(2, TimeSpan.FromHours(1), exchange => exchange.Request.Fields.Text("X-User"u8) ?? ""));
        foreach (string user in new[] { "ada", "grace" })
        {
            Assert.Equal(200, (await client.GetAsync("/", ("X-User", user))).Status);
            Assert.Equal(200, (await client.GetAsync("/", ("X-User", user))).Status);
            TestResponse refused = await client.GetAsync("/", ("X-User", user));
            Assert.Equal(429, refused.Status);
            Assert.InRange(int.Parse(refused.Field("Retry-After")!), 1, 1800);
        }
    }

    [Fact]
    public async Task LeasesLastAsLongAsHandlers()
    {
        TaskCompletionSource finish = new();
        using ConcurrencyLimiter limiter = new(new() { PermitLimit = 1, QueueLimit = 1 });
        TestClient client = new(new HttpApp { Log = ConsoleLog.Quiet }.Use(RateLimits.Together(limiter)).Fallback(async _ => await finish.Task));
        Task<TestResponse> first = client.GetAsync("/"), queued = client.GetAsync("/");
        Assert.Equal(429, (await client.GetAsync("/")).Status);
        finish.SetResult();
        Assert.Equal((200, 200), ((await first).Status, (await queued).Status));
    }
}
