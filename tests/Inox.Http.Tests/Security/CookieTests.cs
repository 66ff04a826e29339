using System.Text;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Cookies and the keys that seal them.</summary>
public sealed class CookieTests
{
    private static async Task<TestResponse> AskAsync(Action<HttpExchange> handle, string? cookie = null, SecretKeys? keys = null)
    {
        HttpApp app = new() { Log = ConsoleLog.Quiet, Keys = keys ?? SecretKeys.Random() };
        app.Fallback(exchange =>
        {
            handle(exchange);
            return default;
        });
        return await new TestClient(app).GetAsync("/", cookie is null ? [] : [("Cookie", cookie)]);
    }

    private static async Task<string?> FieldAsync(Cookie cookie) => (await AskAsync(exchange => exchange.Cookies.Set(cookie))).Field("Set-Cookie");

    [Fact]
    public async Task WritesCookiesCarefully()
    {
        Assert.Equal("a=b; Path=/; HttpOnly; SameSite=Lax", await FieldAsync(new("a", "b")));
        Assert.Equal("a=%C3%A9%3B%20%22; Path=/; HttpOnly; SameSite=Lax", await FieldAsync(new("a", "é; \"")));
        Assert.Equal("a=b; Max-Age=90; Path=/x; Domain=example.org; Secure; SameSite=None",
            await FieldAsync(new("a", "b") { MaxAge = TimeSpan.FromSeconds(90), Path = "/x", Domain = "example.org", IsSecure = true, IsHttpOnly = false, SameSite = SameSite.None }));
        Assert.Equal("a=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax", (await AskAsync(exchange => exchange.Cookies.Delete("a"))).Field("Set-Cookie"));
    }

    [Theory]
    [InlineData("a b", "/")]
    [InlineData("", "/")]
    [InlineData("a=b", "/")]
    [InlineData("a", "/; Domain=b")]
    [InlineData("a", "/\r\nX: 1")]
    public async Task RefusesCookiesThatWouldBeOthers(string name, string path) =>
        Assert.Equal(500, (await AskAsync(exchange => exchange.Cookies.Set(new(name, "b") { Path = path }))).Status);

    [Fact]
    public async Task SendsACookieOnceAndSeesIt()
    {
        string? seen = "", deleted = "";
        TestResponse response = await AskAsync(exchange =>
        {
            exchange.Cookies.Set("a", "1");
            exchange.Cookies.Set("a", "2");
            seen = exchange.Cookies.Find("a");
            exchange.Cookies.Delete("b");
            deleted = exchange.Cookies.Find("b");
        }, "a=0; b=1");
        Assert.Equal(("2", null), (seen, deleted));
        Assert.Equal(["a=2", "b="], response.Fields.Where(field => field.Key == "Set-Cookie").Select(field => field.Value.Split(';')[0]));
    }

    [Theory]
    [InlineData("a=%C3%A9%3B", "é;")]
    [InlineData("a=\"b\"", "b")]
    [InlineData("b=1; a=2", "2")]
    [InlineData("A=1", null)]
    [InlineData("a", null)]
    public async Task FindsCookies(string cookie, string? expected)
    {
        string? found = "";
        await AskAsync(exchange => found = exchange.Cookies.Find("a"), cookie);
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task OpensWhatItSealed(bool isEncrypted)
    {
        SecretKeys keys = SecretKeys.Random();
        string cookie = await SealAsync(keys, "user", "Ada é", isEncrypted, TimeSpan.FromMinutes(1));
        Assert.Equal("Ada é", await OpenAsync(keys, "user", cookie, isEncrypted));
        Assert.Null(await OpenAsync(SecretKeys.Random(), "user", cookie, isEncrypted));
        // What was sealed for one cookie is nothing to another, nor in the other way.
        Assert.Null(await OpenAsync(keys, "admin", "admin" + cookie[4..], isEncrypted));
        Assert.Null(await OpenAsync(keys, "user", cookie, !isEncrypted));
        for (int i = 5; i < cookie.Length; i++)
        {
            string changed = $"{cookie[..i]}{(cookie[i] == 'A' ? 'B' : 'A')}{cookie[(i + 1)..]}";
            // The last character of base64 has bits nobody reads.
            if (await OpenAsync(keys, "user", changed, isEncrypted) is { } opened) Assert.True(i == cookie.Length - 1 || cookie[i + 1] == '.', $"{changed} opened as {opened}");
        }
    }

    [Fact]
    public void EndsSealsWithTheirTime()
    {
        SecretKeys keys = SecretKeys.Random();
        DateTimeOffset past = DateTimeOffset.UtcNow.AddSeconds(-1);
        Assert.False(keys.TryDecrypt("p", keys.Encrypt("p", "x"u8, past), out _));
        Assert.False(keys.TryVerify("p", keys.Sign("p", "x"u8, past), out _));
        Assert.True(keys.TryVerify("p", keys.Sign("p", "x"u8, DateTimeOffset.UtcNow.AddMinutes(1)), out byte[] value));
        Assert.Equal("x"u8, value);
    }

    [Fact]
    public void OldKeysStillOpen()
    {
        string old = SecretKeys.Create(), newer = SecretKeys.Create();
        string text = SecretKeys.Of(old).Encrypt("p", "x"u8), signed = SecretKeys.Of(old).Sign("p", "x"u8);
        SecretKeys both = SecretKeys.Of(newer, old);
        Assert.True(both.TryDecrypt("p", text, out byte[] plain) && both.TryVerify("p", signed, out _));
        Assert.Equal("x", Encoding.UTF8.GetString(plain));
        Assert.False(SecretKeys.Of(newer).TryDecrypt("p", text, out _));
        Assert.False(SecretKeys.Of(old).TryDecrypt("p", both.Encrypt("p", "x"u8), out _));
    }

    [Fact]
    public void NothingOutlivesTheTimeItWasGiven()
    {
        SecretKeys keys = SecretKeys.Random();
        // The epoch is what a clock without a battery says, and no word for never.
        foreach (DateTimeOffset past in new[] { DateTimeOffset.MinValue, DateTimeOffset.UnixEpoch, DateTimeOffset.UtcNow.AddSeconds(-1) })
        {
            Assert.False(keys.TryVerify("p", keys.Sign("p", "x"u8, past), out _));
            Assert.False(keys.TryDecrypt("p", keys.Encrypt("p", "x"u8, past), out _));
        }
        Assert.True(keys.TryVerify("p", keys.Sign("p", "x"u8), out _) && keys.TryVerify("p", keys.Sign("p", "x"u8, DateTimeOffset.MaxValue), out _));
    }

    [Fact]
    public void LoopsThatAskAtOnceGetTheSameKeys()
    {
        for (int i = 0; i < 50; i++)
        {
            HttpApp app = new();
            using Barrier start = new(2);
            SecretKeys[] keys = new SecretKeys[2];
            Thread[] loops = [.. Enumerable.Range(0, 2).Select(loop => new Thread(() =>
            {
                start.SignalAndWait();
                keys[loop] = app.Keys;
            }))];
            foreach (Thread loop in loops) loop.Start();
            foreach (Thread loop in loops) loop.Join();
            Assert.Same(keys[0], keys[1]);
        }
    }

    [Fact]
    public void FilesOfKeysAreMadeOnceForOneUser()
    {
        using Inox.Testing.TempFolder folder = new();
        string path = folder["keys"], text = SecretKeys.FromFile(path).Sign("p", "x"u8);
        Assert.True(SecretKeys.FromFile(path).TryVerify("p", text, out _));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        Assert.Throws<FormatException>(() => SecretKeys.Of("c2hvcnQ="));
    }

    [Fact]
    public async Task ProcessesThatStartAtOnceHaveTheSameKeys()
    {
        using Inox.Testing.TempFolder folder = new();
        string path = folder["keys"];
        using Barrier start = new(4);
        SecretKeys[] keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(() =>
        {
            start.SignalAndWait();
            return SecretKeys.FromFile(path);
        }, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        string text = keys[0].Sign("p", "x"u8);
        Assert.All(keys, each => Assert.True(each.TryVerify("p", text, out byte[] _)));
        Assert.Equal([path], Directory.GetFiles(folder.Root));
    }

    private static async Task<string> SealAsync(SecretKeys keys, string name, string value, bool isEncrypted, TimeSpan age)
    {
        Cookie cookie = new(name, value) { MaxAge = age };
        TestResponse response = await AskAsync(exchange => (isEncrypted ? (Action<Cookie>)exchange.Cookies.SetEncrypted : exchange.Cookies.SetSigned)(cookie), null, keys);
        return response.Field("Set-Cookie")!.Split(';')[0];
    }

    private static async Task<string?> OpenAsync(SecretKeys keys, string name, string cookie, bool isEncrypted)
    {
        string? found = null;
        await AskAsync(exchange => found = isEncrypted ? exchange.Cookies.FindEncrypted(name) : exchange.Cookies.FindSigned(name), cookie, keys);
        return found;
    }
}
