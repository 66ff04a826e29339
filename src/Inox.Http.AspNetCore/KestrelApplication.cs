using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Inox.Http.AspNetCore;

/// <summary>What Kestrel calls for each request: makes an exchange of its features and runs the application.</summary>
internal sealed class KestrelApplication(HttpApp app, HttpHandler handler) : IHttpApplication<FeatureTransport>
{
    public FeatureTransport CreateContext(IFeatureCollection contextFeatures) => new(app, contextFeatures);

    public async Task ProcessRequestAsync(FeatureTransport context)
    {
        if (!context.TryRead(out int status, out string detail)) context.Refuse(status, detail);
        else await handler(context.Exchange);
        await context.CompleteAsync();
    }

    public void DisposeContext(FeatureTransport context, Exception? exception) => context.End();
}
