using System.Text.Json;
using System.Text.Json.Serialization;
using Inox.Http;
using PROJECT;

using Settings<AppSettings> settings = Settings.Load(ApiJson.Default.AppSettings, args);
HttpApp app = new HttpApp(Routes.Table).AddState(settings).AddState(new ItemStore());
app.Use(new Telemetry()).Use(new RequestIds()).Use(new AccessLog(Console.Out)).Use(new HealthChecks());
app.Use(new Compression()).Use(new ApiDocument(Routes.Table) { Title = "PROJECT" });
await app.RunAsync([.. settings.Rest.DefaultIfEmpty(settings.Current.Listen)]);

namespace PROJECT
{
    /// <summary>What settings.json, `APP_LISTEN` and `--listen` say.</summary>
    internal sealed record AppSettings
    {
        public string Listen { get; init; } = "http://127.0.0.1:8080";
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(AppSettings))]
    [JsonSerializable(typeof(Item)), JsonSerializable(typeof(Item[])), JsonSerializable(typeof(NewItem))]
    internal sealed partial class ApiJson : JsonSerializerContext;
}
