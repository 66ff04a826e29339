using System.Text;

namespace Inox.Http;

/// <summary>
/// Finds the table and the route of a request and calls it. HEAD is answered by GET's handler, OPTIONS and 405 by what routes there are
/// (RFC 9110 sections 9.3.2, 9.3.7 and 15.5.6).
/// </summary>
internal sealed class Router
{
    private readonly (byte[] Prefix, RouteTable Table)[] _mounts;
    private readonly HttpHandler? _fallback;
    private readonly RouteTable? _only;

    public Router((string Prefix, RouteTable Table)[] mounts, HttpHandler? fallback)
    {
        // A longer prefix is tried first: `/admin/users` is not the business of what is mounted at `/admin` when both are.
        _mounts = [.. mounts.OrderByDescending(mount => mount.Prefix.Length).Select(mount => (Encoding.UTF8.GetBytes(mount.Prefix), mount.Table))];
        _fallback = fallback;
        _only = mounts is [{ Prefix: "" }] ? mounts[0].Table : null;
    }

    public ValueTask HandleAsync(HttpExchange exchange)
    {
        MethodSet allowed = MethodSet.None;
        if (_only is not null)
        {
            int route = _only.Match(exchange.Request, out allowed);
            return route >= 0 ? _only.InvokeAsync(route, exchange) : Miss(exchange, allowed);
        }
        foreach ((byte[] prefix, RouteTable table) in _mounts)
        {
            if (!IsBelow(exchange.Request.Path, prefix)) continue;
            if (prefix.Length > 0)
            {
                if (TryMounted(exchange, prefix.Length, table, ref allowed) is { } handling) return handling;
                continue;
            }
            int route = table.Match(exchange.Request, out MethodSet here);
            if (route >= 0) return table.InvokeAsync(route, exchange);
            allowed |= here;
        }
        return Miss(exchange, allowed);
    }

    public HttpHandler? FindCatcher(HttpExchange exchange, int status)
    {
        foreach ((byte[] prefix, RouteTable table) in _mounts)
        {
            ReadOnlySpan<byte> path = exchange.Request.Path;
            if (IsBelow(path, prefix) && table.TryCatch(status, path[prefix.Length..], out HttpHandler catcher)) return catcher;
        }
        return null;
    }

    private static ValueTask? TryMounted(HttpExchange exchange, int prefix, RouteTable table, ref MethodSet allowed)
    {
        int before = exchange.Request.EnterPrefix(prefix);
        int route = table.Match(exchange.Request, out MethodSet here);
        allowed |= here;
        if (route < 0)
        {
            exchange.Request.RestorePath(before);
            return null;
        }
        return InvokeMountedAsync(exchange, before, table, route);
    }

    private static async ValueTask InvokeMountedAsync(HttpExchange exchange, int before, RouteTable table, int route)
    {
        try
        {
            await table.InvokeAsync(route, exchange);
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
}
