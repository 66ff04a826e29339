using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Inox.Http;

/// <summary>
/// Measures and traces requests by the names of OpenTelemetry's semantic conventions for HTTP servers: the meter and the activity source are both called <see cref="Name"/>. While nobody listens
/// to either, it costs a call. A trace that comes in <c>traceparent</c> (W3C Trace Context) goes on.
/// </summary>
public sealed class Telemetry : ILayer
{
    public const string Name = "Inox.Http";

    private static readonly ActivitySource s_source = new(Name);
    private static readonly Meter s_meter = new(Name);
    private static readonly UpDownCounter<long> s_active = s_meter.CreateUpDownCounter<long>("http.server.active_requests", "{request}", "Requests under way.");

    // The boundaries the conventions ask for.
    private static readonly Histogram<double> s_duration = s_meter.CreateHistogram("http.server.request.duration", "s", "Duration of requests.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] });

    public HttpHandler Wrap(HttpHandler next) => exchange => s_duration.Enabled || s_active.Enabled || s_source.HasListeners() ? MeasureAsync(exchange, next) : next(exchange);

    private static async ValueTask MeasureAsync(HttpExchange exchange, HttpHandler next)
    {
        long start = Stopwatch.GetTimestamp();
        string method = MethodOf(exchange.Request), scheme = exchange.Request.IsSecure ? "https" : "http";
        TagList active = new() { { "http.request.method", method }, { "url.scheme", scheme } };
        s_active.Add(1, active);
        using Activity? activity = Start(exchange, method, scheme);
        try
        {
            await next(exchange);
        }
        finally
        {
            s_active.Add(-1, active);
            Finish(exchange, activity, active, Stopwatch.GetElapsedTime(start));
        }
    }

    // Methods nobody knows are one: each of them would be a series of its own, and clients make them up.
    private static string MethodOf(HttpRequest request) => request.Method == RequestMethod.Other ? "_OTHER" : Encoding.ASCII.GetString(request.MethodBytes);

    private static Activity? Start(HttpExchange exchange, string method, string scheme)
    {
        if (!s_source.HasListeners()) return null;
        HttpRequest request = exchange.Request;
        ActivityContext.TryParse(request.Fields.Text("traceparent"u8), request.Fields.Text("tracestate"u8), isRemote: true, out ActivityContext parent);
        Activity? activity = s_source.StartActivity(method, ActivityKind.Server, parent);
        if (activity is not { IsAllDataRequested: true }) return activity;
        activity.SetTag("http.request.method", method);
        if (method == "_OTHER") activity.SetTag("http.request.method_original", Encoding.ASCII.GetString(request.MethodBytes));
        activity.SetTag("url.scheme", scheme);
        activity.SetTag("url.path", Encoding.UTF8.GetString(request.Path));
        activity.SetTag("server.address", Encoding.ASCII.GetString(request.Authority));
        activity.SetTag("network.protocol.version", VersionOf(exchange));
        if (exchange.Connection.Remote is { } remote) activity.SetTag("client.address", remote.Address.ToString());
        if (request.Fields.Text(KnownField.UserAgent) is { } agent) activity.SetTag("user_agent.original", agent);
        return activity;
    }

    private static void Finish(HttpExchange exchange, Activity? activity, TagList tags, TimeSpan elapsed)
    {
        int status = exchange.Response.Status;
        string? route = exchange.Route?.Pattern, error = status >= 500 ? status.ToString(CultureInfo.InvariantCulture) : null;
        tags.Add("http.response.status_code", status);
        tags.Add("network.protocol.version", VersionOf(exchange));
        if (route is not null) tags.Add("http.route", route);
        if (error is not null) tags.Add("error.type", error);
        s_duration.Record(elapsed.TotalSeconds, tags);
        if (activity is not { IsAllDataRequested: true }) return;
        if (route is not null)
        {
            activity.DisplayName = $"{activity.DisplayName} {route}";
            activity.SetTag("http.route", route);
        }
        activity.SetTag("http.response.status_code", status);
        if (error is null) return;
        activity.SetTag("error.type", error);
        activity.SetStatus(ActivityStatusCode.Error);
    }

    // `1.1` of `HTTP/1.1`.
    private static string VersionOf(HttpExchange exchange) => exchange.Connection.Protocol is ['H', 'T', 'T', 'P', '/', .. var version] ? version : exchange.Connection.Protocol;
}
