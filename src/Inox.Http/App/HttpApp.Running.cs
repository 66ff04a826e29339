using System.Net;
using System.Runtime.InteropServices;

namespace Inox.Http;

public sealed partial class HttpApp
{
    /// <summary>The engine; on Linux the own one unless set.</summary>
    public HttpEngine? Engine { get; set; }

    /// <summary>Starts to serve; dispose the server, or call its <c>StopAsync</c>, to end it.</summary>
    /// <param name="addresses">Such as <c>http://127.0.0.1:8080</c>; port 0 takes a free one.</param>
    /// <exception cref="ArgumentException">An <c>https</c> address for an engine without TLS.</exception>
    public async ValueTask<HttpServer> StartAsync(params string[] addresses)
    {
        HttpEngine engine = Engine ?? EpollEngine.Shared;
        List<IPEndPoint> endPoints = [];
        foreach (string address in addresses)
        {
            // Served in clear text, it would look as if it were safe.
            if (!engine.IsSecure && address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"`{address}` needs TLS: set HttpApp.Engine to a KestrelEngine with a certificate, of Inox.Http.AspNetCore", nameof(addresses));
            endPoints.AddRange(ListenAddress.Parse(address));
        }
        HttpHandler handler = Build();
        foreach (IFairing fairing in _fairings) await fairing.StartingAsync(this);
        HttpServer server = await engine.StartAsync(this, handler, endPoints);
        server.Stopped += StopFairingsAsync;
        foreach (IPEndPoint address in server.Addresses) Log.Told($"listening on {server.Scheme}://{address}");
        return server;
    }

    /// <summary>Serves until SIGINT or SIGTERM, then lets the requests under way end.</summary>
    /// <param name="addresses">As for <see cref="StartAsync"/>; <c>http://127.0.0.1:8080</c> when there is none.</param>
    public async Task RunAsync(params string[] addresses)
    {
        TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        await using HttpServer server = await StartAsync(addresses.Length > 0 ? addresses : ["http://127.0.0.1:8080"]);
        await stop.Task;
        await server.StopAsync();

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.TrySetResult();
        }
    }

    private async ValueTask StopFairingsAsync()
    {
        for (int i = _fairings.Count - 1; i >= 0; i--) await _fairings[i].StoppedAsync(this);
    }
}
