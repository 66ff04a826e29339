using Xunit;

namespace Inox.Http.Tests;

/// <summary>Sessions in memory and in cookies, as a browser goes through them.</summary>
public sealed class SessionTests
{
    private static TestClient Client(Sessions sessions) => new(new HttpApp { Log = ConsoleLog.Quiet }.Use(sessions).Fallback(async exchange =>
    {
        Session session = Session.Of(exchange);
        switch (System.Text.Encoding.UTF8.GetString(exchange.Request.Path))
        {
            case "/count":
                session["count"] = $"{int.Parse(session["count"] ?? "0") + 1}";
                break;
            case "/renew":
                await session.RenewAsync();
                break;
            case "/end":
                await session.EndAsync();
                break;
            case "/stream":
                await exchange.Response.StartAsync();
                session["late"] = "1";
                break;
        }
        if (!exchange.Response.HasStarted) Respond.Text(exchange.Response, session["count"] ?? "-");
    }));

    public static TheoryData<ISessionStore> Stores => [new MemorySessions(), new CookieSessions(SecretKeys.Random())];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task RemembersAVisitor(ISessionStore store)
    {
        Browser browser = new(Client(new(store)));
        Assert.Equal("-", (await browser.GetAsync("/")).Text);
        Assert.Empty(browser.Cookie);
        TestResponse first = await browser.GetAsync("/count");
        Assert.Equal("Max-Age=1209600; Path=/; HttpOnly; SameSite=Lax", first.Field("Set-Cookie")!.Split(';', 2)[1].Trim());
        string ticket = browser.Cookie;
        Assert.Equal("2", (await browser.GetAsync("/count")).Text);
        Assert.Null((await browser.GetAsync("/")).Field("Set-Cookie"));
        Assert.Equal("2", (await browser.GetAsync("/renew")).Text);
        Assert.NotEqual(ticket, browser.Cookie);
        Assert.Equal("2", (await browser.GetAsync("/")).Text);
        Assert.Equal("-", (await new Browser(browser.Client).GetAsync("/")).Text);
        await browser.GetAsync("/end");
        Assert.Empty(browser.Cookie);
    }

    [Fact]
    public async Task TicketsOfTheClientsChoiceAreNothing()
    {
        MemorySessions store = new();
        Browser browser = new(Client(new(store))) { Cookie = "session=mine" };
        Assert.Equal("1", (await browser.GetAsync("/count")).Text);
        Assert.NotEqual("session=mine", browser.Cookie);
        Assert.Null(await store.LoadAsync("mine"));
    }

    [Fact]
    public async Task OldTicketsEnd()
    {
        MemorySessions store = new();
        Browser browser = new(Client(new(store))), thief = new(browser.Client);
        await browser.GetAsync("/count");
        thief.Cookie = browser.Cookie;
        await browser.GetAsync("/renew");
        Assert.Equal("-", (await thief.GetAsync("/")).Text);
        thief.Cookie = browser.Cookie;
        await browser.GetAsync("/end");
        Assert.Equal("-", (await thief.GetAsync("/")).Text);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task SessionsExpire(ISessionStore store)
    {
        Assert.NotNull(await store.LoadAsync((await store.SaveAsync(null, [1], TimeSpan.FromMinutes(1)))!));
        Assert.Null(await store.LoadAsync((await store.SaveAsync(null, [1], TimeSpan.Zero))!));
    }

    // A thief whose request is at work while the visitor signs out must not keep the session by it.
    [Theory]
    [InlineData("/end")]
    [InlineData("/renew")]
    public async Task WhatHasEndedDoesNotComeBack(string how)
    {
        MemorySessions store = new();
        TaskCompletionSource entered = new(), released = new();
        TestClient slow = new(new HttpApp { Log = ConsoleLog.Quiet }.Use(new Sessions(store)).Fallback(async exchange =>
        {
            Session session = Session.Of(exchange);
            entered.SetResult();
            await released.Task;
            session["count"] = "9";
            await session.SaveAsync();
            Assert.Empty(session.Names);
        }));
        Browser browser = new(Client(new(store)));
        await browser.GetAsync("/count");
        Browser thief = new(slow) { Cookie = browser.Cookie };
        Task<TestResponse> theft = thief.GetAsync("/");
        await entered.Task;
        await browser.GetAsync(how);
        released.SetResult();
        Assert.Equal((200, null), ((await theft).Status, (await theft).Field("Set-Cookie")));
        Assert.Null(await store.LoadAsync(thief.Cookie["session=".Length..]));
    }

    [Fact]
    public async Task MemoryIsBounded()
    {
        MemorySessions store = new() { Capacity = 100 };
        List<string> tickets = [];
        for (int i = 0; i < 150; i++) tickets.Add((await store.SaveAsync(null, [1], TimeSpan.FromMinutes(i + 1)))!);
        int kept = 0;
        foreach (string ticket in tickets) kept += await store.LoadAsync(ticket) is null ? 0 : 1;
        Assert.InRange(kept, 80, 100);
        Assert.NotNull(await store.LoadAsync(tickets[^1]));
    }

    [Fact]
    public async Task MemoryIsBoundedWhenAllBeginSessionsAtOnce()
    {
        MemorySessions store = new() { Capacity = 100 };
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 5000; i++) await store.SaveAsync(null, [1], TimeSpan.FromMinutes(1));
        })));
        await store.SaveAsync(null, [1], TimeSpan.FromMinutes(1));
        Assert.InRange(store.Count, 80, 101);
    }

    [Fact]
    public async Task TellsOfChangesThatComeTooLate() => await Assert.ThrowsAsync<IOException>(() => Client(new()).GetAsync("/stream"));

    [Fact]
    public async Task AsksForTheLayer()
    {
        TestClient client = new(new HttpApp { Log = ConsoleLog.Quiet }.Fallback(exchange =>
        {
            Session.Of(exchange);
            return default;
        }));
        Assert.Equal(500, (await client.GetAsync("/")).Status);
    }

    [Fact]
    public async Task CookiesHoldLittle() =>
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await new CookieSessions(SecretKeys.Random()).SaveAsync(null, new byte[4000], TimeSpan.FromDays(1)));
}

/// <summary>A client that keeps one cookie.</summary>
internal sealed class Browser(TestClient client)
{
    public TestClient Client { get; } = client;

    public string Cookie { get; set; } = "";

    public Task<TestResponse> GetAsync(string target, params (string Name, string Value)[] fields) => SendAsync("GET", target, "", fields);

    public async Task<TestResponse> SendAsync(string method, string target, string form, params (string Name, string Value)[] fields)
    {
        (string, string)[] all = Cookie.Length > 0 ? [("Cookie", Cookie), .. fields] : fields;
        TestResponse response = method == "GET" ? await Client.GetAsync(target, all) : await Client.PostFormAsync(target, form, all);
        if (response.Field("Set-Cookie") is { } set) Cookie = set.Contains("Max-Age=0;", StringComparison.Ordinal) ? "" : set.Split(';')[0];
        return response;
    }
}
