using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Inox.Http.AspNetCore;

/// <summary>A middleware of ASP.NET Core as a layer. It sees the request's features, and the response when the handler has answered.</summary>
internal sealed class AspNetCoreLayer(Func<RequestDelegate, RequestDelegate> middleware) : ILayer
{
    public HttpHandler Wrap(HttpHandler next)
    {
        RequestDelegate inner = middleware(async context => await next(context.Features.GetRequiredFeature<ExchangeFeature>().Exchange));
        return async exchange =>
        {
            if (exchange.Transport is not FeatureTransport transport) throw new InvalidOperationException("ASP.NET Core middleware needs KestrelEngine or UseInox");
            await inner(transport.Context(new ExchangeFeature(exchange)));
        };
    }
}

internal sealed record ExchangeFeature(HttpExchange Exchange);
