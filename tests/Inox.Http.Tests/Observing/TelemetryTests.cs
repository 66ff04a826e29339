using System.Diagnostics;
using System.Diagnostics.Metrics;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>What OpenTelemetry would collect.</summary>
public sealed class TelemetryTests
{
    private static TestClient Client() => new(new HttpApp { Log = ConsoleLog.Quiet }.Use(new Telemetry()).Mount("/in", Routes.Table).AddState(new Users()));

    [Theory]
    [InlineData("GET", "/in/kinds/7", "GET", "/in/kinds/{id:int}", 200, null)]
    [InlineData("GET", "/in/nowhere/at/all", "GET", null, 404, null)]
    [InlineData("GET", "/in/fails", "GET", "/in/fails", 500, "500")]
    [InlineData("FROB", "/in/kinds/7", "_OTHER", null, 501, "501")]
    public async Task Measures(string method, string target, string named, string? route, int status, string? error)
    {
        List<KeyValuePair<string, object?>[]> durations = [];
        long active = 0, changes = 0;
        using MeterListener listener = new();
        listener.InstrumentPublished = (instrument, it) =>
        {
            if (instrument.Meter.Name == Telemetry.Name) it.EnableMeasurementEvents(instrument);
        };
        // Other tests run beside this one, and meters are the process's: only what comes from here counts.
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            if (Activity.Current?.OperationName == "test") durations.Add(tags.ToArray());
        });
        listener.SetMeasurementEventCallback<long>((_, change, _, _) =>
        {
            if (Activity.Current?.GetBaggageItem("test") is null) return;
            active += change;
            changes++;
        });
        listener.Start();
        using Activity test = new Activity("test").AddBaggage("test", "1").Start();
        await Client().SendAsync(method, target);
        test.Stop();
        KeyValuePair<string, object?>[] tags = Assert.Single(durations);
        Assert.Equal((named, route, status, error, "http", "1.1"), (Tag("http.request.method"), Tag("http.route"), Tag("http.response.status_code"), Tag("error.type"), Tag("url.scheme"), Tag("network.protocol.version")));
        Assert.Equal((0, 2), (active, changes));

        object? Tag(string name) => tags.FirstOrDefault(tag => tag.Key == name).Value;
    }

    [Fact]
    public async Task TracesOnFromTheCaller()
    {
        List<Activity> ended = [];
        using ActivityListener listener = new()
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> options) => options.Parent.TraceId.ToHexString() == "0af7651916cd43dd8448eb211c80319c" ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStopped = ended.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await Client().GetAsync("/in/kinds/7?secret=1", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"), ("User-Agent", "me"));
        Activity activity = Assert.Single(ended);
        Assert.Equal(("GET /in/kinds/{id:int}", ActivityKind.Server, "b7ad6b7169203331"), (activity.DisplayName, activity.Kind, activity.ParentSpanId.ToHexString()));
        string tags = string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
        Assert.Equal("http.request.method=GET http.response.status_code=200 http.route=/in/kinds/{id:int} network.protocol.version=1.1 server.address=localhost url.path=/in/kinds/7 url.scheme=http user_agent.original=me", tags);
    }
}
