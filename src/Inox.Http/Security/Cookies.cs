using System.Text;

namespace Inox.Http;

/// <summary>
/// The cookies of one exchange. <see cref="Find"/> sees what came and what was set since; a cookie that is set twice is sent once. Signed ones can be read by the client but not
/// changed, encrypted ones neither (<see cref="HttpApp.Keys"/>).
/// </summary>
public sealed class Cookies
{
    private readonly HttpExchange _exchange;
    private Dictionary<string, Cookie>? _set;

    internal Cookies(HttpExchange exchange) => _exchange = exchange;

    /// <summary>The value, its percent-encoding decoded; null when there is no such cookie.</summary>
    public string? Find(string name)
    {
        if (_set is not null && _set.TryGetValue(name, out Cookie? set)) return set.MaxAge <= TimeSpan.Zero ? null : set.Value;
        return Bind.TryCookie(_exchange, Encoding.UTF8.GetBytes(name), out ReadOnlySpan<byte> value) ? Encoding.UTF8.GetString(value) : null;
    }

    /// <summary>The value of a cookie set by <see cref="SetSigned"/>; null when there is none, or one that somebody else made or that has expired.</summary>
    public string? FindSigned(string name) =>
        Find(name) is { } text && _exchange.App.Keys.TryVerify(PurposeOf(name), text, out byte[] value) ? Encoding.UTF8.GetString(value) : null;

    /// <summary>The value of a cookie set by <see cref="SetEncrypted"/>; null when there is none, or one that somebody else made or that has expired.</summary>
    public string? FindEncrypted(string name) =>
        Find(name) is { } text && _exchange.App.Keys.TryDecrypt(PurposeOf(name), text, out byte[] value) ? Encoding.UTF8.GetString(value) : null;

    public void Set(Cookie cookie)
    {
        if (_set is null)
        {
            _set = [];
            _exchange.Response.OnStarting(Write);
        }
        _set[cookie.Name] = cookie;
    }

    public void Set(string name, string value) => Set(new Cookie(name, value));

    /// <summary>Sets a cookie whose value the client can read but not change. It ends with its <see cref="Cookie.MaxAge"/>, whatever the client does.</summary>
    public void SetSigned(Cookie cookie) =>
        Set(cookie with { Value = _exchange.App.Keys.Sign(PurposeOf(cookie.Name), Encoding.UTF8.GetBytes(cookie.Value), DateTimeOffset.UtcNow + cookie.MaxAge) });

    /// <summary>Sets a cookie whose value the client can neither read nor change. It ends with its <see cref="Cookie.MaxAge"/>, whatever the client does.</summary>
    public void SetEncrypted(Cookie cookie) =>
        Set(cookie with { Value = _exchange.App.Keys.Encrypt(PurposeOf(cookie.Name), Encoding.UTF8.GetBytes(cookie.Value), DateTimeOffset.UtcNow + cookie.MaxAge) });

    /// <summary>Makes the browser forget a cookie; path and domain must be those it was set with.</summary>
    public void Delete(string name, string path = "/", string? domain = null) => Set(new Cookie(name, "") { Path = path, Domain = domain, MaxAge = TimeSpan.Zero });

    private static string PurposeOf(string name) => "cookie " + name;

    private void Write(HttpExchange exchange)
    {
        foreach (Cookie cookie in _set!.Values) exchange.Response.AddField("Set-Cookie"u8, cookie.ToField(cookie.IsSecure ?? exchange.Request.IsSecure));
    }
}
