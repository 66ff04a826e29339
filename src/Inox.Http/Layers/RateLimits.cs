using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Inox.Http;

/// <summary>
/// Lets through what a limiter of System.Threading.RateLimiting allows; the rest gets 429, with <c>Retry-After</c> when the limiter knows. A lease is held until the handler has ended, so that
/// limiters of concurrency work, too.
/// </summary>
public sealed class RateLimits(PartitionedRateLimiter<HttpExchange> limiter) : ILayer
{
    /// <summary>Each client on its own: so many requests at once, and as many again evenly over each <paramref name="window"/>.</summary>
    /// <param name="permits">Requests in a window.</param>
    /// <param name="window">How long it takes to earn them.</param>
    /// <param name="clientOf">Who a client is, such as a user's name; its address unless given. Behind a proxy all addresses are the proxy's.</param>
    public static RateLimits PerClient(int permits, TimeSpan window, Func<HttpExchange, string>? clientOf = null)
    {
        clientOf ??= AddressOf;
        TokenBucketRateLimiterOptions options = new()
        {
            TokenLimit = permits,
            TokensPerPeriod = 1,
            ReplenishmentPeriod = TimeSpan.FromTicks(Math.Max(1, window.Ticks / permits)),
            AutoReplenishment = true,
        };
        return new(PartitionedRateLimiter.Create<HttpExchange, string>(exchange => RateLimitPartition.GetTokenBucketLimiter(clientOf(exchange), _ => options)));
    }

    /// <summary>All clients together, such as a limit of requests under way at the same time.</summary>
    public static RateLimits Together(RateLimiter limiter) => new(PartitionedRateLimiter.Create<HttpExchange, int>(_ => RateLimitPartition.Get(0, _ => limiter)));

    public HttpHandler Wrap(HttpHandler next) => exchange =>
    {
        ValueTask<RateLimitLease> asking = limiter.AcquireAsync(exchange, 1, CancellationToken.None);
        return asking.IsCompletedSuccessfully ? Go(exchange, asking.Result, next) : WaitAsync(exchange, asking, next);
    };

    private static async ValueTask WaitAsync(HttpExchange exchange, ValueTask<RateLimitLease> asking, HttpHandler next) => await Go(exchange, await asking, next);

    private static ValueTask Go(HttpExchange exchange, RateLimitLease lease, HttpHandler next)
    {
        if (lease.IsAcquired)
        {
            ValueTask handling;
            try
            {
                handling = next(exchange);
            }
            catch
            {
                // A layer of a route stands inside of what catches: a lease that is never given back is a request less for ever.
                lease.Dispose();
                throw;
            }
            if (!handling.IsCompletedSuccessfully) return HoldAsync(handling, lease);
            lease.Dispose();
            return default;
        }
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after)) exchange.Response.SetField("Retry-After"u8, ((long)Math.Ceiling(after.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture));
        lease.Dispose();
        Problem.Write(exchange.Response, 429, "there were too many requests: wait before the next one");
        return default;
    }

    private static async ValueTask HoldAsync(ValueTask handling, RateLimitLease lease)
    {
        using (lease) await handling;
    }

    // A network of IPv6 is one client: whoever has one has 2^64 addresses.
    private static string AddressOf(HttpExchange exchange)
    {
        if (exchange.Connection.Remote?.Address is not { } address) return "";
        if (address.AddressFamily != AddressFamily.InterNetworkV6 || address.IsIPv4MappedToIPv6) return address.ToString();
        Span<byte> bytes = stackalloc byte[16];
        address.TryWriteBytes(bytes, out _);
        bytes[8..].Clear();
        return new IPAddress(bytes).ToString();
    }
}
