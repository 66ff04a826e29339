using Inox.Core;

namespace Inox.Testing;

/// <summary>A folder of its own for one test, removed with all that is in it when disposed.</summary>
public sealed class TempFolder : IDisposable
{
    // The system's folder may stand behind a link, as on macOS; tests compare real paths.
    public string Root { get; } = new RealFileSystem().GetRealPath(Directory.CreateTempSubdirectory("inox-").FullName);

    /// <summary>The absolute path of <paramref name="relative"/>, which is written with forward slashes.</summary>
    public string this[string relative] => PathStyle.Native.Join(Root, relative);

    public void Write(string relative, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], text);
    }

    public string Read(string relative) => File.ReadAllText(this[relative]);

    public void Dispose()
    {
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }
}
