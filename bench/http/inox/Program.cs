using System.Text.Json;
using System.Text.Json.Serialization;
using Inox.Http;

await new HttpApp(Routes.Table).RunAsync(args);

internal sealed record Greeting(string Message);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web), JsonSerializable(typeof(Greeting))]
internal sealed partial class GreetingJson : JsonSerializerContext;

internal static class Handlers
{
    [Get("/plaintext")]
    internal static string Plaintext() => "Hello, World!";

    [Get("/json")]
    internal static Greeting Json() => new("Hello, World!");
}
