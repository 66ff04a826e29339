namespace Inox.Http;

/// <summary>Hooks that look at the life of an application without standing in the way of a request.</summary>
public interface IFairing
{
    /// <summary>Before the first connection is accepted; an exception ends the start.</summary>
    ValueTask StartingAsync(HttpApp app) => default;

    /// <summary>After the last request has ended.</summary>
    ValueTask StoppedAsync(HttpApp app) => default;

    /// <summary>Before the layers.</summary>
    void OnRequest(HttpExchange exchange)
    {
    }

    /// <summary>Just before the head of the response is sent.</summary>
    void OnResponse(HttpExchange exchange)
    {
    }
}

internal sealed class FairingLayer(IFairing[] fairings) : ILayer
{
    private readonly Action<HttpExchange> _onResponse = exchange =>
    {
        foreach (IFairing fairing in fairings) fairing.OnResponse(exchange);
    };

    public HttpHandler Wrap(HttpHandler next) => exchange =>
    {
        foreach (IFairing fairing in fairings) fairing.OnRequest(exchange);
        exchange.Response.OnStarting(_onResponse);
        return next(exchange);
    };
}
