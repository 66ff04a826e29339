using Inox.Http;

// Usage: Uploads http://127.0.0.1:8080 FOLDER
string folder = args.Length > 1 ? args[1] : Directory.CreateTempSubdirectory().FullName;
HttpApp app = new HttpApp(Routes.Table) { Limits = HttpLimits.Default with { MaxBody = 2_000_000_000, MaxParts = 100 } };
await app.Use(new Csrf()).AddState(new DirectoryInfo(folder)).RunAsync(args.Length > 0 ? args[0] : "http://127.0.0.1:8080");

internal sealed record Profile(string Name, FormFile Picture);

internal static class Uploads
{
    [Get("/")]
    internal static Html Page() => Html.Raw("""
        <!doctype html><title>Uploads</title>
        <form method="post" action="/files" enctype="multipart/form-data"><input type="file" name="file" multiple><button>Upload</button></form>
        <form method="post" action="/profile" enctype="multipart/form-data"><input name="name"><input type="file" name="picture"><button>Save</button></form>
        """);

    /// <summary>Streams files of any size to disk, one after the other: a window of each is all that is in memory.</summary>
    [Post("/files")]
    internal static async Task<string> Store(Multipart form, State<DirectoryInfo> folder)
    {
        List<string> stored = [];
        while (await form.NextAsync() is { } part)
        {
            if (part.FileName is null) continue;
            // The client's name is shown, and never a path of ours.
            string path = Path.Combine(folder.Value.FullName, $"{Guid.NewGuid():N}");
            long length = await part.SaveAsync(path, limit: 1_000_000_000);
            stored.Add($"{part.FileName}: {length} bytes");
        }
        return string.Join('\n', stored);
    }

    /// <summary>A form with a file among its fields, bound as a whole; for files that are small.</summary>
    [Post("/profile")]
    internal static async Task<Result<string, Problem>> Save(Form<Profile> form, State<DirectoryInfo> folder)
    {
        (string name, FormFile picture) = form.Value;
        if (picture.ContentType is not ("image/png" or "image/jpeg")) return Problem.Unprocessable(new ProblemError("picture", "must be PNG or JPEG"));
        await picture.SaveAsync(Path.Combine(folder.Value.FullName, $"{Guid.NewGuid():N}"));
        return $"{name}: {picture.Length} bytes";
    }
}
