using System.IO.Compression;
using System.Text.Json;
using Inox.Testing;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>A pack whose files have to stand on disk, unpacked for one run.</summary>
internal sealed class PackFolder : IDisposable
{
    private readonly TempFolder _temp = new();

    public PackFolder(string packsFolder, string name)
    {
        ZipFile.ExtractToDirectory(Path.Combine(packsFolder, name + ".zip"), _temp.Root);
        Root = _temp[name];
    }

    /// <summary>The folder of the pack's own name.</summary>
    public string Root { get; }

    public string this[string relative] => Path.Combine(Root, relative);

    /// <summary>A folder outside of the pack, made when a file is written to it.</summary>
    public string Scratch(string relative) => _temp[relative];

    public IEnumerable<JsonElement> ReadLines(string name)
    {
        foreach (string line in File.ReadLines(this[name]))
        {
            if (line.Length == 0) continue;
            using JsonDocument document = JsonDocument.Parse(line, new JsonDocumentOptions { MaxDepth = 1024 });
            yield return document.RootElement.Clone();
        }
    }

    /// <summary>Makes the symbolic links that a zip cannot hold.</summary>
    public void MakeLinks(string index)
    {
        foreach (JsonElement link in ReadLines(index))
        {
            string path = this[link.GetProperty("link").GetString()!];
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (!Path.Exists(path)) Directory.CreateSymbolicLink(path, link.GetProperty("target").GetString()!);
        }
    }

    public void Dispose() => _temp.Dispose();
}
