namespace Inox.Http;

/// <summary>
/// One request and its response. Exchanges are reused: neither this object nor a span taken from it may be kept after the handler has
/// completed. Not safe for concurrent use.
/// </summary>
public sealed class HttpExchange
{
    private Dictionary<Type, object>? _features;
    private List<IDisposable>? _disposables;
    private Cookies? _cookies;
    private CancellationTokenSource? _aborted;
    private bool _isAborted;

    internal HttpExchange()
    {
        Request = new(this);
        Response = new(this);
    }

    public HttpRequest Request { get; }

    public HttpResponse Response { get; }

    /// <summary>The application that answers; null only in tests of an engine alone.</summary>
    public HttpApp App { get; internal set; } = null!;

    /// <summary>The engine's side of this exchange.</summary>
    public ExchangeTransport Transport { get; internal set; } = null!;

    public ConnectionInfo Connection => Transport.Info;

    /// <summary>The cookies that came and those that go; made on first use.</summary>
    public Cookies Cookies => _cookies ??= new(this);

    /// <summary>The route that was matched; null before that, and when there is none.</summary>
    public RouteInfo? Route { get; internal set; }

    /// <summary>Cancelled when the client is gone; made on first use.</summary>
    public CancellationToken Aborted
    {
        get
        {
            if (_aborted is null)
            {
                _aborted = new();
                if (_isAborted) _aborted.Cancel();
            }
            return _aborted.Token;
        }
    }

    /// <summary>What a layer left for those behind it, such as a session; null when there is none of this type.</summary>
    public T? Find<T>() where T : class => _features is not null && _features.TryGetValue(typeof(T), out object? found) ? (T)found : null;

    /// <summary>Leaves a value for the layers and handlers behind; the previous one of the same type is replaced.</summary>
    public void Put<T>(T value) where T : class => (_features ??= [])[typeof(T)] = value;

    /// <summary>Disposes something when the exchange has ended, such as a file that lives as long as the request it came with.</summary>
    public void DisposeAtEnd(IDisposable disposable) => (_disposables ??= []).Add(disposable);

    internal bool IsAborted => _isAborted;

    internal void Abort()
    {
        _isAborted = true;
        _aborted?.Cancel();
    }

    /// <summary>Asks the handler to stop, though the client is still there.</summary>
    internal void Cancel()
    {
        IsTimedOut = true;
        _ = Aborted;
        _aborted!.Cancel();
    }

    internal bool IsTimedOut { get; private set; }

    internal void Reset()
    {
        DisposeAll();
        Request.Reset();
        Response.Reset();
        _features?.Clear();
        _cookies = null;
        Route = null;
        if (_aborted is not null && !_aborted.TryReset()) _aborted.Dispose();
        _aborted = null;
        _isAborted = IsTimedOut = false;
    }

    private void DisposeAll()
    {
        if (_disposables is null) return;
        for (int i = _disposables.Count - 1; i >= 0; i--) _disposables[i].Dispose();
        _disposables.Clear();
    }
}
