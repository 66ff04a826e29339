namespace Inox.Http;

/// <summary>
/// An application: the routes of one or more assemblies, the layers around them, the state handlers take, and the engine that serves it. Configured on
/// one thread before it starts; nothing changes afterwards.
/// </summary>
public sealed partial class HttpApp
{
    private readonly List<(string Prefix, RouteTable Table)> _mounts = [];
    private readonly List<ILayer> _layers = [];
    private readonly List<IFairing> _fairings = [];
    private HttpHandler? _fallback;
    private SecretKeys? _keys;

    /// <summary>An application without routes; give it a <see cref="Fallback"/> or mount some.</summary>
    public HttpApp()
    {
    }

    /// <summary>An application of the generated <c>Routes.Table</c>.</summary>
    public HttpApp(RouteTable routes) => Mount("", routes);

    public HttpLimits Limits { get; set; } = HttpLimits.Default;

    public IServerLog Log { get; set; } = new ConsoleLog();

    /// <summary>Whether an error page may hold what the exception says; never set it where strangers look.</summary>
    public bool IsDevelopment { get; set; }

    /// <summary>What signs and encrypts cookies and sessions. Made for this process alone unless set: who was signed in is not after a restart, nor on another machine.</summary>
    public SecretKeys Keys
    {
        // Loops ask at the same time: what one sealed with keys that another replaced would never open.
        get => _keys ?? Interlocked.CompareExchange(ref _keys, SecretKeys.Random(), null) ?? _keys;
        set => _keys = value;
    }

    /// <summary>Where <c>Service&lt;T&gt;</c> parameters come from.</summary>
    public IServiceProvider? Services { get; set; }

    /// <summary>The routes mounted here with their whole patterns.</summary>
    public IEnumerable<RouteInfo> Routes =>
        from mount in _mounts from route in mount.Table.Routes select route with { Pattern = mount.Prefix + route.Pattern };

    /// <summary>Answers the routes of a table below a prefix such as <c>/admin</c>.</summary>
    public HttpApp Mount(string prefix, RouteTable routes)
    {
        if (prefix.Length > 0 && (prefix[0] != '/' || prefix[^1] == '/')) throw new ArgumentException("a prefix starts with a slash and ends without one", nameof(prefix));
        _mounts.Add((prefix, routes));
        return this;
    }

    /// <summary>Puts a layer around all routes; the first one added is the outermost.</summary>
    public HttpApp Use(ILayer layer)
    {
        _layers.Add(layer);
        return this;
    }

    /// <summary>Puts a layer around all routes that is only a function.</summary>
    public HttpApp Use(Func<HttpExchange, HttpHandler, ValueTask> layer) => Use(new FunctionLayer(layer));

    /// <summary>Adds hooks for start and shutdown, requests and responses.</summary>
    public HttpApp Add(IFairing fairing)
    {
        _fairings.Add(fairing);
        return this;
    }

    /// <summary>Answers what no route matches.</summary>
    public HttpApp Fallback(HttpHandler handler)
    {
        _fallback = handler;
        return this;
    }

    /// <summary>The whole application as one function, as an engine calls it. It never throws for a failing handler.</summary>
    public HttpHandler Build()
    {
        foreach ((_, RouteTable table) in _mounts) table.CheckState(this);
        Router router = new([.. _mounts], _fallback);
        HttpHandler handler = Guard(router.HandleAsync);
        for (int i = _layers.Count - 1; i >= 0; i--) handler = Guard(_layers[i].Wrap(handler));
        return _fairings.Count > 0 ? Guard(new FairingLayer([.. _fairings]).Wrap(handler)) : handler;

        HttpHandler Guard(HttpHandler next) => new ErrorBoundary(next, router).HandleAsync;
    }
}
