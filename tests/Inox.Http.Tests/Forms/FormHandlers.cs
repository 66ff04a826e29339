namespace Inox.Http.Tests;

public sealed record Upload(string Title, Colour Colour, string[] Tags, FormFile? Cover, IReadOnlyList<FormFile> Pages);

public sealed record Portrait(string Name, FormFile Picture);

public sealed record Signup(string Name, int Age) : IValidated
{
    public IEnumerable<ProblemError> Validate()
    {
        if (Name.Length < 2) yield return new("name", "needs two characters");
    }
}

/// <summary>Tells what came in forms.</summary>
internal static class FormHandlers
{
    [Post("/parts")]
    public static async Task<string> Parts(Multipart form)
    {
        List<string> parts = [];
        while (await form.NextAsync() is { } part) parts.Add($"{part.Name}|{part.FileName ?? "-"}|{part.ContentType ?? "-"}|{(await part.ReadBytesAsync(1_000_000)).Length}");
        return string.Join('\n', parts);
    }

    /// <summary>Reads only the first byte of each part: the rest is skipped.</summary>
    [Post("/parts/first")]
    public static async Task<string> FirstBytes(Multipart form)
    {
        string firsts = "";
        byte[] one = new byte[1];
        while (await form.NextAsync() is { } part) firsts += await part.ReadAsync(one) > 0 ? (char)one[0] : '-';
        return firsts;
    }

    [Post("/parts/short")]
    public static async Task<string> Short(Multipart form)
    {
        string text = "";
        while (await form.NextAsync() is { } part) text += await part.ReadTextAsync(limit: 10);
        return text;
    }

    [Post("/parts/save")]
    public static async Task<string> Save(Multipart form, HttpApp app)
    {
        long total = 0;
        while (await form.NextAsync() is { } part) total += await part.SaveAsync(Path.Combine(app.State<DirectoryInfo>().FullName, part.Name), limit: 1_000_000);
        return $"{total}";
    }

    [Post("/uploads")]
    public static async Task<string> Uploads(Form<Upload> form)
    {
        Upload upload = form.Value;
        string cover = upload.Cover is { } file ? $"{file.FileName} {file.ContentType} {file.Length} {(await new StreamReader(file.OpenRead()).ReadToEndAsync()).Length}" : "-";
        return $"{upload.Title} {upload.Colour} [{string.Join(',', upload.Tags)}] {cover} [{string.Join(',', upload.Pages.Select(page => page.Length))}]";
    }

    [Post("/portraits")]
    public static string Portraits(Form<Portrait> form) => form.Value.Picture.FileName;

    [Get("/tags")]
    public static string Tags(string[] tag, List<int>? n) => $"{string.Join(',', tag)} {(n is null ? "-" : string.Join(',', n))}";

    [Post("/signup")]
    public static string Sign(FormInput<Signup> form) =>
        form.IsValid ? $"{form.Value.Name} {form.Value.Age}" : $"{form.Text("name")}:{form.Error("name")} {form.Text("age")}:{form.Error("age")}";

    [Get("/signup")]
    public static string Ask() => $"{FormInput<Signup>.Empty.Text("name")}{FormInput<Signup>.Empty.Error("name")}{FormInput<Signup>.Empty.IsValid}";
}
