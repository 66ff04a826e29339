using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;

namespace Inox.Http.AspNetCore;

/// <summary>
/// Kestrel without the generic host: TLS, HTTP/2, and systems the own engine does not know. The same application runs on it unchanged; what differs is that handlers
/// run on the thread pool.
/// </summary>
public sealed class KestrelEngine : HttpEngine
{
    /// <summary>With a certificate all addresses are TLS.</summary>
    public X509Certificate2? Certificate { get; init; }

    /// <summary>Chooses a certificate by the name the client asks for (SNI), and can give a newer one at any time.</summary>
    public Func<string?, X509Certificate2?>? SelectCertificate { get; init; }

    /// <summary>HTTP/1.1 and, over TLS, HTTP/2 unless set; <see cref="HttpProtocols.Http2"/> alone for HTTP/2 without TLS.</summary>
    public HttpProtocols Protocols { get; init; } = HttpProtocols.Http1AndHttp2;

    public override bool IsSecure => Certificate is not null || SelectCertificate is not null;

    public override async ValueTask<HttpServer> StartAsync(HttpApp app, HttpHandler handler, IReadOnlyList<IPEndPoint> addresses)
    {
        ServiceCollection services = KestrelServices.Create();
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            Configure(options.Limits, app.Limits);
            foreach (IPEndPoint address in addresses) options.Listen(address, Configure);
        });
        ServiceProvider provider = services.BuildServiceProvider();
        IServer server = provider.GetRequiredService<IServer>();
        try
        {
            await server.StartAsync(new KestrelApplication(app, handler), CancellationToken.None);
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
        return new RunningKestrel(server, provider, app.Limits.DrainTimeout, IsSecure);
    }

    private void Configure(ListenOptions listen)
    {
        listen.Protocols = Protocols;
        if (!IsSecure) return;
        listen.UseHttps(new HttpsConnectionAdapterOptions
        {
            ServerCertificate = Certificate,
            ServerCertificateSelector = SelectCertificate is null ? null : (_, name) => SelectCertificate(name),
        });
    }

    // One set of limits for both engines.
    private static void Configure(KestrelServerLimits limits, HttpLimits own)
    {
        limits.MaxRequestLineSize = own.MaxRequestLine;
        limits.MaxRequestHeadersTotalSize = own.MaxHead;
        limits.MaxRequestHeaderCount = own.MaxFields;
        limits.MaxRequestBodySize = own.MaxBody;
        limits.RequestHeadersTimeout = own.HeadTimeout;
        limits.KeepAliveTimeout = own.KeepAliveTimeout;
        limits.MinRequestBodyDataRate = new(own.MinTransferRate, own.TransferGrace);
        limits.MinResponseDataRate = new(own.MinTransferRate, own.TransferGrace);
    }

    private sealed class RunningKestrel(IServer server, ServiceProvider provider, TimeSpan drainTimeout, bool isSecure) : HttpServer
    {
        public override string Scheme => isSecure ? "https" : "http";

        public override IReadOnlyList<IPEndPoint> Addresses { get; } =
            [.. server.Features.Get<IServerAddressesFeature>()!.Addresses.Select(address => new Uri(address)).Select(uri => new IPEndPoint(IPAddress.Parse(uri.Host), uri.Port))];

        protected override async Task DrainAsync()
        {
            using CancellationTokenSource limit = new(drainTimeout);
            await server.StopAsync(limit.Token);
            server.Dispose();
            await provider.DisposeAsync();
        }
    }
}
