namespace Inox.Http;

/// <summary>The files of one multipart form, until its exchange ends.</summary>
public sealed class FormFiles : IDisposable
{
    // Most forms have one small file, which is not worth one on disk.
    private const int MaxInMemory = 64 * 1024;

    private readonly List<FormFile> _files = [];

    internal FormFiles()
    {
    }

    /// <summary>The files of a field of this form, for generated binders; none when the body had no files.</summary>
    public static FormFile[] Of(HttpExchange exchange, string name) => exchange.Find<FormFiles>() is { } files ? [.. files._files.Where(file => file.Name == name)] : [];

    public void Dispose()
    {
        foreach (FormFile file in _files) file.OpenRead().Dispose();
        _files.Clear();
    }

    internal async ValueTask TakeAsync(MultipartPart part)
    {
        MemoryStream memory = new();
        byte[] piece = new byte[8 * 1024];
        int read;
        while ((read = await part.ReadAsync(piece)) > 0)
        {
            memory.Write(piece, 0, read);
            if (memory.Length > MaxInMemory) break;
        }
        // Browsers send an empty part for a field where no file was chosen.
        if (memory.Length == 0 && part.FileName!.Length == 0) return;
        Stream content = read > 0 ? await SpoolAsync(memory, part) : memory;
        _files.Add(new(part.Name, part.FileName!, part.ContentType, content));
    }

    private static async ValueTask<Stream> SpoolAsync(MemoryStream begin, MultipartPart part)
    {
        string path = Path.Combine(Path.GetTempPath(), $"inox-{Guid.NewGuid():N}");
        FileStream file = OwnFile.Create(path, FileOptions.DeleteOnClose);
        try
        {
            begin.WriteTo(file);
            await part.CopyAsync(file, long.MaxValue);
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }
}
