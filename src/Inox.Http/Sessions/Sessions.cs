namespace Inox.Http;

/// <summary>Gives each request the <see cref="Session"/> of its visitor. A visitor in whose session nothing is put gets no cookie.</summary>
public sealed class Sessions(ISessionStore? store = null) : ILayer
{
    /// <summary>In memory unless given.</summary>
    public ISessionStore Store { get; } = store ?? new MemorySessions();

    public string CookieName { get; init; } = "session";

    /// <summary>How long a session lives that is not used; half of it may pass before it is saved anew.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Whether the cookie goes by TLS alone; as the request came when null. Behind a proxy that ends TLS, say true.</summary>
    public bool? IsSecure { get; init; }

    public HttpHandler Wrap(HttpHandler next) => async exchange =>
    {
        Session session = new(this, exchange);
        exchange.Put(session);
        if (exchange.Cookies.Find(CookieName) is { } ticket) await session.LoadAsync(ticket);
        await next(exchange);
        await session.SaveAsync();
    };
}
