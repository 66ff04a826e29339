namespace Inox.Http;

/// <summary>A file of a form, as a member of what <see cref="Form{T}"/> binds. It is gone when the exchange has ended: <see cref="SaveAsync"/> keeps it.</summary>
public sealed class FormFile
{
    private readonly Stream _content;

    internal FormFile(string name, string fileName, string? contentType, Stream content)
    {
        Name = name;
        FileName = fileName;
        ContentType = contentType;
        _content = content;
    }

    /// <summary>The name of the field in the form.</summary>
    public string Name { get; }

    /// <summary>What the client calls it, without a path. It is the client's word: never open a file of this name.</summary>
    public string FileName { get; }

    /// <summary>The type the client gave; its word as well.</summary>
    public string? ContentType { get; }

    public long Length => _content.Length;

    /// <summary>The content from its start. The stream is this file's own; one reader at a time.</summary>
    public Stream OpenRead()
    {
        _content.Position = 0;
        return _content;
    }

    /// <summary>Copies the content into a file; one that is there already is replaced.</summary>
    public async ValueTask SaveAsync(string path)
    {
        await using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        await OpenRead().CopyToAsync(file);
    }
}
