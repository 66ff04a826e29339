using Inox.Http;

// Usage: Files http://127.0.0.1:8080 FOLDER
string folder = args.Length > 1 ? args[1] : ".";
HttpApp app = new HttpApp(Routes.Table).Use(new AccessLog(Console.Out)).Use(new StaticFiles(folder)).AddState(new DirectoryInfo(folder));
await app.RunAsync(args.Length > 0 ? args[0] : "http://127.0.0.1:8080");

internal static class Uploads
{
    /// <summary>Streams a body of any length into a file: never more than a piece of it is in memory.</summary>
    [Put("/{name:slug}")]
    internal static async Task<StatusOnly> Store(string name, Stream body, State<DirectoryInfo> folder)
    {
        await using FileStream file = File.Create(Path.Combine(folder.Value.FullName, name));
        await body.CopyToAsync(file);
        return new(201);
    }
}
