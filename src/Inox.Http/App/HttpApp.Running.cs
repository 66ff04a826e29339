using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Inox.Http;

public sealed partial class HttpApp
{
    /// <summary>The engine; on Linux the own one unless set.</summary>
    public HttpEngine? Engine { get; set; }

    /// <summary>Starts to serve; dispose the server, or call its <c>StopAsync</c>, to end it.</summary>
    /// <param name="addresses">Such as <c>http://127.0.0.1:8080</c>; port 0 takes a free one.</param>
    /// <exception cref="FormatException">One is no address.</exception>
    /// <exception cref="ArgumentException">An <c>https</c> address for an engine without TLS.</exception>
    /// <exception cref="ListenException">One is in use, or not of this machine.</exception>
    public ValueTask<HttpServer> StartAsync(params string[] addresses)
    {
        HttpEngine engine = Engine ?? EpollEngine.Shared;
        return ServeAsync(engine, EndPointsOf(engine, addresses));
    }

    /// <summary>
    /// Serves until SIGINT or SIGTERM, then lets the requests under way end. Where it cannot listen, it writes a line on standard error and sets the exit code to 1: whoever starts
    /// a program with a wrong address is no reader of stack traces. To have the exception instead: <see cref="StartAsync"/>.
    /// </summary>
    /// <param name="addresses">As for <see cref="StartAsync"/>; <c>http://127.0.0.1:8080</c> when there is none.</param>
    public async Task RunAsync(params string[] addresses)
    {
        TaskCompletionSource stop = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        if (await TryStartAsync(addresses.Length > 0 ? addresses : ["http://127.0.0.1:8080"]) is not { } started) return;
        await using HttpServer server = started;
        await stop.Task;
        await server.StopAsync();

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.TrySetResult();
        }
    }

    // What the one who starts the program can mend is a line; what its author must, keeps its stack trace.
    private async ValueTask<HttpServer?> TryStartAsync(string[] addresses)
    {
        HttpEngine engine = Engine ?? EpollEngine.Shared;
        List<IPEndPoint> endPoints;
        try
        {
            endPoints = EndPointsOf(engine, addresses);
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            return Refuse(exception);
        }
        try
        {
            return await ServeAsync(engine, endPoints);
        }
        catch (ListenException exception)
        {
            return Refuse(exception);
        }

        static HttpServer? Refuse(Exception exception)
        {
            Console.Error.WriteLine($"error: {exception.Message}");
            Environment.ExitCode = 1;
            return null;
        }
    }

    private static List<IPEndPoint> EndPointsOf(HttpEngine engine, string[] addresses)
    {
        List<IPEndPoint> endPoints = [];
        foreach (string address in addresses)
        {
            // Served in clear text, it would look as if it were safe.
            if (!engine.IsSecure && address.StartsWith("https:", StringComparison.OrdinalIgnoreCase))
                throw new ArgumentException($"`{address}` needs TLS: set HttpApp.Engine to a KestrelEngine with a certificate, of Inox.Http.AspNetCore");
            endPoints.AddRange(ListenAddress.Parse(address));
        }
        return endPoints;
    }

    private async ValueTask<HttpServer> ServeAsync(HttpEngine engine, List<IPEndPoint> endPoints)
    {
        HttpHandler handler = Build();
        foreach (IFairing fairing in _fairings) await fairing.StartingAsync(this);
        HttpServer server = await ListenAsync(engine, handler, endPoints);
        server.Stopped += StopFairingsAsync;
        foreach (IPEndPoint address in server.Addresses) Log.Told($"listening on {server.Scheme}://{address}");
        return server;
    }

    private async ValueTask<HttpServer> ListenAsync(HttpEngine engine, HttpHandler handler, List<IPEndPoint> endPoints)
    {
        try
        {
            return await engine.StartAsync(this, handler, endPoints);
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            throw new ListenException($"cannot listen on {string.Join(", ", endPoints)}: {exception.GetBaseException().Message}", exception);
        }
    }

    private async ValueTask StopFairingsAsync()
    {
        for (int i = _fairings.Count - 1; i >= 0; i--) await _fairings[i].StoppedAsync(this);
    }
}
