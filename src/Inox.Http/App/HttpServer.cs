using System.Net;

namespace Inox.Http;

/// <summary>A running engine.</summary>
public abstract class HttpServer : IAsyncDisposable
{
    private Task? _stopping;

    internal event Func<ValueTask>? Stopped;

    /// <summary>Where it listens, with the ports it was given.</summary>
    public abstract IReadOnlyList<IPEndPoint> Addresses { get; }

    public virtual string Scheme => "http";

    /// <summary>The first address as a URI.</summary>
    public Uri BaseAddress => new($"{Scheme}://{Addresses[0]}");

    /// <summary>Stops accepting, lets the requests under way end within the drain time, then closes what is left.</summary>
    public Task StopAsync() => _stopping ??= StopOnceAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task DrainAsync();

    private async Task StopOnceAsync()
    {
        await DrainAsync();
        if (Stopped is { } stopped) await stopped();
    }
}
