namespace Inox.Http;

/// <summary>All handlers of one assembly; generated while compiling as <c>Routes.Table</c>.</summary>
public abstract class RouteTable
{
    /// <summary>No route matched.</summary>
    public const int NotFound = -1;

    /// <summary>What there is, in the order of the numbers <see cref="Match"/> returns.</summary>
    public abstract IReadOnlyList<RouteInfo> Routes { get; }

    /// <summary>The OpenAPI 3.1 document of these routes, UTF-8.</summary>
    public virtual ReadOnlyMemory<byte> OpenApi => default;

    /// <summary>Finds the route of a request and records its parameters.</summary>
    /// <param name="request">Its parameters are recorded when a route is found.</param>
    /// <param name="allowed">The methods of the routes whose path matched.</param>
    /// <returns>The number of a route, or <see cref="NotFound"/>.</returns>
    public abstract int Match(HttpRequest request, out MethodSet allowed);

    /// <summary>Binds the parameters of a route, calls its handler and answers.</summary>
    public abstract ValueTask InvokeAsync(int route, HttpExchange exchange);

    /// <summary>Answers in place of a bare error status; false when no catcher is for this status and path.</summary>
    public virtual bool TryCatch(int status, ReadOnlySpan<byte> path, out HttpHandler catcher)
    {
        catcher = null!;
        return false;
    }

    /// <summary>What handlers take as <c>State</c>, by type name; a missing one is an error at the start rather than at the first request.</summary>
    public virtual void CheckState(HttpApp app)
    {
    }
}
