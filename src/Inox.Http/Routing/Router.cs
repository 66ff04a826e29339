using System.Text;

namespace Inox.Http;

/// <summary>
/// Finds the table and the route of a request and calls it. HEAD is answered by GET's handler, OPTIONS and 405 by what routes there are
/// (RFC 9110 sections 9.3.2, 9.3.7 and 15.5.6).
/// </summary>
internal sealed class Router
{
    private readonly MountedTable[] _mounts;
    private readonly HttpHandler? _fallback;
    private readonly MountedTable? _only;

    public Router((string Prefix, RouteTable Table)[] mounts, HttpHandler? fallback)
    {
        // A longer prefix is tried first: `/admin/users` is not the business of what is mounted at `/admin` when both are.
        _mounts = [.. mounts.OrderByDescending(mount => mount.Prefix.Length).Select(mount => new MountedTable(mount.Prefix, mount.Table))];
        _fallback = fallback;
        _only = mounts is [{ Prefix: "" }] ? _mounts[0] : null;
    }

    public ValueTask HandleAsync(HttpExchange exchange)
    {
        MethodSet allowed = MethodSet.None;
        if (_only is not null)
        {
            int route = _only.Table.Match(exchange.Request, out allowed);
            return route >= 0 ? _only.InvokeAsync(route, exchange) : Miss(exchange, allowed);
        }
        foreach (MountedTable mount in _mounts)
        {
            if (!IsBelow(exchange.Request.Path, mount.Prefix)) continue;
            if (mount.Prefix.Length > 0)
            {
                if (TryMounted(exchange, mount, ref allowed) is { } handling) return handling;
                continue;
            }
            int route = mount.Table.Match(exchange.Request, out MethodSet here);
            if (route >= 0) return mount.InvokeAsync(route, exchange);
            allowed |= here;
        }
        return Miss(exchange, allowed);
    }

    public HttpHandler? FindCatcher(HttpExchange exchange, int status)
    {
        foreach (MountedTable mount in _mounts)
        {
            ReadOnlySpan<byte> path = exchange.Request.Path;
            if (IsBelow(path, mount.Prefix) && mount.Table.TryCatch(status, path[mount.Prefix.Length..], out HttpHandler catcher)) return catcher;
        }
        return null;
    }

    private static ValueTask? TryMounted(HttpExchange exchange, MountedTable mount, ref MethodSet allowed)
    {
        int before = exchange.Request.EnterPrefix(mount.Prefix.Length);
        int route = mount.Table.Match(exchange.Request, out MethodSet here);
        allowed |= here;
        if (route < 0)
        {
            exchange.Request.RestorePath(before);
            return null;
        }
        return InvokeMountedAsync(exchange, before, mount, route);
    }

    private static async ValueTask InvokeMountedAsync(HttpExchange exchange, int before, MountedTable mount, int route)
    {
        try
        {
            await mount.InvokeAsync(route, exchange);
        }
        finally
        {
            exchange.Request.RestorePath(before);
        }
    }

    private static bool IsBelow(ReadOnlySpan<byte> path, byte[] prefix) =>
        path.StartsWith(prefix) && (path.Length == prefix.Length || prefix.Length == 0 || path[prefix.Length] == '/');

    private ValueTask Miss(HttpExchange exchange, MethodSet allowed)
    {
        HttpRequest request = exchange.Request;
        HttpResponse response = exchange.Response;
        if (request.Method == RequestMethod.Options && request.Path.SequenceEqual("*"u8))
        {
            response.Status = 204;
            response.SetField("Allow"u8, "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS"u8);
            return default;
        }
        if (allowed == MethodSet.None)
        {
            // A method nobody here knows is not a wrong path (RFC 9110 section 15.6.2); CONNECT would make this a proxy.
            if (request.Method is RequestMethod.Other or RequestMethod.Connect or RequestMethod.Trace) return Refuse(response, request.Method == RequestMethod.Other ? 501 : 405);
            if (_fallback is not null) return _fallback(exchange);
            response.Status = 404;
            return default;
        }
        Span<byte> list = stackalloc byte[80];
        response.SetField("Allow"u8, list[..AllowList.Write(allowed, list)]);
        response.Status = request.Method switch
        {
            RequestMethod.Options => 204,
            RequestMethod.Other => 501,
            _ => 405,
        };
        return default;
    }

    private static ValueTask Refuse(HttpResponse response, int status)
    {
        response.Status = status;
        if (status == 405) response.SetField("Allow"u8, "GET, HEAD, POST, PUT, DELETE, PATCH, OPTIONS"u8);
        return default;
    }

    /// <summary>A table where it is mounted, its routes with their whole patterns.</summary>
    private sealed class MountedTable(string prefix, RouteTable table)
    {
        private readonly RouteInfo[] _routes = [.. table.Routes.Select(route => prefix.Length == 0 ? route : route with { Pattern = prefix + route.Pattern })];

        public byte[] Prefix { get; } = Encoding.UTF8.GetBytes(prefix);

        public RouteTable Table => table;

        public ValueTask InvokeAsync(int route, HttpExchange exchange)
        {
            exchange.Route = _routes[route];
            return table.InvokeAsync(route, exchange);
        }
    }
}
