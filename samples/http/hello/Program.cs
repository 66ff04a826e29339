using Inox.Http;

await new HttpApp(Routes.Table).RunAsync(args);

internal static class Handlers
{
    [Get("/")]
    internal static string Hello() => "Hello, world!";

    [Get("/hello/{name}")]
    internal static string Greet(string name, int times = 1) => string.Concat(Enumerable.Repeat($"Hello, {name}! ", times)).TrimEnd();
}
