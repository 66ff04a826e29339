using System.Net;

namespace Inox.Http;

/// <summary>What accepts connections and speaks HTTP. Handlers do not know which one runs them.</summary>
public abstract class HttpEngine
{
    /// <summary>Whether it serves TLS; an <c>https</c> address needs that.</summary>
    public virtual bool IsSecure => false;

    /// <param name="app">Limits, log and state.</param>
    /// <param name="handler">The built application.</param>
    /// <param name="addresses">Where to listen.</param>
    public abstract ValueTask<HttpServer> StartAsync(HttpApp app, HttpHandler handler, IReadOnlyList<IPEndPoint> addresses);
}
