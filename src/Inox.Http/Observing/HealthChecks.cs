using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Inox.Http;

/// <summary>
/// Answers whoever starts and restarts the process: <c>/health/live</c> whether it runs at all, <c>/health/ready</c> whether it can do its work, by what was <see cref="Add"/>ed; 503 when it
/// cannot. Why goes to the log alone: everybody can ask.
/// </summary>
public sealed class HealthChecks : ILayer
{
    private readonly List<(string Name, Func<CancellationToken, Task> Check)> _checks = [];
    private Task<Report>? _last;
    private long _lastAt;

    /// <summary>Below which path it answers.</summary>
    public string Prefix { get; init; } = "/health";

    /// <summary>A check that takes longer has failed.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Who asks within this time gets what the one before got: asking is no way to burden a database.</summary>
    public TimeSpan Freshness { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Adds something that must work, such as a query to the database; it fails by an exception.</summary>
    public HealthChecks Add(string name, Func<CancellationToken, Task> check)
    {
        _checks.Add((name, check));
        return this;
    }

    public HttpHandler Wrap(HttpHandler next)
    {
        byte[] live = Encoding.UTF8.GetBytes(Prefix + "/live"), ready = Encoding.UTF8.GetBytes(Prefix + "/ready");
        return exchange =>
        {
            HttpRequest request = exchange.Request;
            if (request.Method is not (RequestMethod.Get or RequestMethod.Head)) return next(exchange);
            if (request.Path.SequenceEqual(live)) return Answer(exchange, new(true, []));
            return request.Path.SequenceEqual(ready) ? AnswerReadyAsync(exchange) : next(exchange);
        };
    }

    private async ValueTask AnswerReadyAsync(HttpExchange exchange)
    {
        Task<Report> asked;
        lock (_checks)
        {
            long now = Stopwatch.GetTimestamp();
            if (_last is null || _last.IsCompleted && Stopwatch.GetElapsedTime(_lastAt, now) > Freshness)
            {
                _last = RunAsync(exchange.App.Log);
                _lastAt = now;
            }
            asked = _last;
        }
        await Answer(exchange, await asked);
    }

    private async Task<Report> RunAsync(IServerLog log)
    {
        Outcome[] outcomes = await Task.WhenAll(_checks.Select(each => RunAsync(each.Name, each.Check, log)));
        return new(outcomes.All(outcome => outcome.IsHealthy), outcomes);
    }

    private async Task<Outcome> RunAsync(string name, Func<CancellationToken, Task> check, IServerLog log)
    {
        long start = Stopwatch.GetTimestamp();
        using CancellationTokenSource limit = new(Limit);
        bool isHealthy = false;
        try
        {
            // A check that does not look at its token must not hold the answer.
            await check(limit.Token).WaitAsync(Limit);
            isHealthy = true;
        }
        catch (Exception exception)
        {
            log.Failed($"the health check `{name}` failed", exception);
        }
        return new(name, isHealthy, Stopwatch.GetElapsedTime(start));
    }

    private static ValueTask Answer(HttpExchange exchange, Report report)
    {
        HttpResponse response = exchange.Response;
        response.Status = report.IsHealthy ? 200 : 503;
        response.SetField("Content-Type"u8, "application/json"u8);
        response.SetField("Cache-Control"u8, "no-store"u8);
        using Utf8JsonWriter json = new(response, JsonText.WriterOptions);
        json.WriteStartObject();
        json.WriteString("status"u8, Word(report.IsHealthy));
        if (report.Outcomes.Length > 0)
        {
            json.WriteStartObject("checks"u8);
            foreach (Outcome outcome in report.Outcomes)
            {
                json.WriteStartObject(outcome.Name);
                json.WriteString("status"u8, Word(outcome.IsHealthy));
                json.WriteNumber("ms"u8, Math.Round(outcome.Elapsed.TotalMilliseconds, 1));
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
        return default;
    }

    private static ReadOnlySpan<byte> Word(bool isHealthy) => isHealthy ? "healthy"u8 : "unhealthy"u8;

    private sealed record Report(bool IsHealthy, Outcome[] Outcomes);

    private sealed record Outcome(string Name, bool IsHealthy, TimeSpan Elapsed);
}
