using System.Text.Json;
using System.Text.Json.Serialization;
using Inox.Http;

// settings.json, settings.PROFILE.json, APP_GREETING=Hi and --greeting Hi, each over the one before; a file that changes is read again.
using Settings<AppSettings> settings = Settings.Load(ServiceJson.Default.AppSettings, args);
HttpApp app = new(Routes.Table);
app.AddState(settings);
app.Use(new Telemetry()).Use(new RequestIds()).Use(new AccessLog(Console.Out));
app.Use(new HealthChecks().Add("greeting", _ => settings.Current.Greeting.Length > 0 ? Task.CompletedTask : throw new InvalidOperationException("there is no greeting")));
app.Use(RateLimits.PerClient(settings.Current.RequestsPerMinute, TimeSpan.FromMinutes(1)));
app.Use(new Timeouts(TimeSpan.FromSeconds(10))).Use(new Compression()).Use(new ApiDocument(Routes.Table) { Title = "Greetings", Version = "1.0" });
await app.RunAsync([.. settings.Rest.DefaultIfEmpty(settings.Current.Listen)]);

internal sealed record AppSettings : IValidated
{
    public string Listen { get; init; } = "http://127.0.0.1:8080";

    public string Greeting { get; init; } = "Hello";

    public int RequestsPerMinute { get; init; } = 600;

    public IEnumerable<ProblemError> Validate()
    {
        if (RequestsPerMinute < 1) yield return new("requestsPerMinute", "must be positive");
    }
}

internal sealed record Greeting(string Text, string Profile);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AppSettings)), JsonSerializable(typeof(Greeting))]
internal sealed partial class ServiceJson : JsonSerializerContext;

internal static class Greetings
{
    /// <summary>Greets somebody, as the settings say at this moment.</summary>
    [Get("/greetings/{name}")]
    internal static Greeting Greet(string name, State<Settings<AppSettings>> settings) => new($"{settings.Value.Current.Greeting}, {name}!", settings.Value.Profile);
}
