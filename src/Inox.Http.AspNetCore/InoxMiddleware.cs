using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Inox.Http.AspNetCore;

/// <summary>Puts the one framework into the other.</summary>
public static class InoxMiddleware
{
    /// <summary>Answers with an Inox application what it has routes for; everything else goes on to the next middleware.</summary>
    public static IApplicationBuilder UseInox(this IApplicationBuilder builder, HttpApp app)
    {
        app.Services ??= builder.ApplicationServices;
        PassOn passOn = new();
        HttpHandler handler = app.Fallback(passOn.MarkAsync).Build();
        return builder.Use(next => context => RunAsync(app, handler, context, next));
    }

    /// <summary>Runs ASP.NET Core middleware around the handlers of an Inox application that is served by <see cref="KestrelEngine"/> or <see cref="UseInox"/>.</summary>
    public static HttpApp UseAspNetCore(this HttpApp app, Func<RequestDelegate, RequestDelegate> middleware) => app.Use(new AspNetCoreLayer(middleware));

    private static async Task RunAsync(HttpApp app, HttpHandler handler, HttpContext context, RequestDelegate next)
    {
        FeatureTransport transport = new(app, context.Features);
        try
        {
            if (!transport.TryRead(out int status, out string detail)) transport.Refuse(status, detail);
            else await handler(transport.Exchange);
            if (transport.Exchange.Find<PassOn>() is not null) await next(context);
            else await transport.CompleteAsync();
        }
        finally
        {
            transport.End();
        }
    }

    /// <summary>Marks an exchange no route was found for.</summary>
    private sealed class PassOn
    {
        public ValueTask MarkAsync(HttpExchange exchange)
        {
            exchange.Put(this);
            return default;
        }
    }
}
