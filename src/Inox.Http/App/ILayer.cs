namespace Inox.Http;

/// <summary>
/// Something around handlers. Wrapped once, when the application is built, so that a layer costs a call a request and no allocation; what it keeps
/// is shared by all loops.
/// </summary>
public interface ILayer
{
    HttpHandler Wrap(HttpHandler next);
}

internal sealed class FunctionLayer(Func<HttpExchange, HttpHandler, ValueTask> layer) : ILayer
{
    public HttpHandler Wrap(HttpHandler next) => exchange => layer(exchange, next);
}
