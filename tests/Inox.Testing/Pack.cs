using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace Inox.Testing;

/// <summary>A zip of test data: indexes as JSON Lines, single files, folders, and tars of many small files. Not safe for concurrent use.</summary>
public sealed class Pack : IDisposable
{
    private readonly ZipArchive _zip;

    private Pack(string path) => _zip = ZipFile.OpenRead(path);

    /// <summary>The names of all files in the zip.</summary>
    public IEnumerable<string> Names => _zip.Entries.Select(entry => entry.FullName).Where(name => !name.EndsWith('/'));

    public static Pack Open(string path) => new(path);

    /// <summary>Opens a conformance pack, or skips the running test by name when the packs are absent.</summary>
    public static Pack Require(string name)
    {
        string? path = Repository.ConformancePack(name);
        if (path is null) Repository.SkipSuite(name);
        return new(path!);
    }

    public bool Contains(string name) => _zip.GetEntry(name) is not null;

    public byte[] ReadBytes(string name)
    {
        using Stream stream = Open(_zip, name);
        using MemoryStream bytes = new();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public string ReadText(string name) => Encoding.UTF8.GetString(ReadBytes(name));

    /// <summary>The objects of an index, one on each line.</summary>
    public IEnumerable<JsonElement> ReadLines(string name)
    {
        using StreamReader reader = new(Open(_zip, name), Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0) continue;
            using JsonDocument document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1024 });
            yield return document.RootElement.Clone();
        }
    }

    /// <summary>The raw bytes of the files in a tar inside the zip, by their paths there.</summary>
    public Dictionary<string, byte[]> ReadTar(string name)
    {
        Dictionary<string, byte[]> files = new(StringComparer.Ordinal);
        using Stream stream = Open(_zip, name);
        using TarReader tar = new(stream);
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.EntryType is not (TarEntryType.RegularFile or TarEntryType.V7RegularFile)) continue;
            using MemoryStream bytes = new((int)entry.Length);
            entry.DataStream?.CopyTo(bytes);
            files[entry.Name.StartsWith("./", StringComparison.Ordinal) ? entry.Name[2..] : entry.Name] = bytes.ToArray();
        }
        return files;
    }

    /// <summary>Writes the files under <paramref name="prefix"/> (<c>samples/a/</c>) to <paramref name="folder"/>, without that prefix.</summary>
    public void Extract(string prefix, string folder)
    {
        foreach (string name in Names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).ToList())
        {
            string path = Path.Combine(folder, name[prefix.Length..]);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, ReadBytes(name));
        }
    }

    public void Dispose() => _zip.Dispose();

    private static Stream Open(ZipArchive zip, string name) =>
        (zip.GetEntry(name) ?? throw new FileNotFoundException($"the pack has no `{name}`")).Open();
}
