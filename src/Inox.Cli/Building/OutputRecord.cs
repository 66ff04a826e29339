using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Inox.Bundler;
using Inox.Core;

namespace Inox.Cli.Building;

/// <summary>
/// Remembers in the user's cache what a build wrote into a folder, so that the next one can take its leavings away: chunks with yesterday's
/// hash. Only a build of the same entries takes away: two builds may share a folder. A file counts as ours only while its time is the one
/// we left it with.
/// </summary>
/// <param name="cacheFolder">The folder of all records; null remembers nothing.</param>
/// <param name="build">What tells builds into one folder apart, such as their entries.</param>
internal sealed class OutputRecord(IFileSystem files, string? cacheFolder, string outputFolder, string build)
{
    private readonly string? _path = cacheFolder is null ? null : files.Paths.Join(cacheFolder, Digest(outputFolder + "\0" + build));

    /// <summary>The user's cache folder, as the XDG base directory specification says.</summary>
    public static string? DefaultFolder
    {
        get
        {
            if (Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } cache) return Path.Join(cache, "inox", "outputs");
            string home = Environment.GetFolderPath(OperatingSystem.IsWindows() ? Environment.SpecialFolder.LocalApplicationData : Environment.SpecialFolder.UserProfile);
            if (home.Length == 0) return null;
            return OperatingSystem.IsWindows() ? Path.Join(home, "inox", "outputs") : Path.Join(home, ".cache", "inox", "outputs");
        }
    }

    /// <summary>The files that the last build wrote and nobody touched since.</summary>
    public IReadOnlyList<string> Read()
    {
        if (_path is null || files.ReadFile(_path) is not { } bytes) return [];
        List<string> paths = [];
        foreach (string line in Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            int tab = line.IndexOf('\t');
            if (tab < 0) continue;
            string path = files.Paths.Join(outputFolder, line[(tab + 1)..]);
            if (files.Paths.Contains(outputFolder, path) && line.AsSpan(0, tab).SequenceEqual(Stamp(path))) paths.Add(path);
        }
        return paths;
    }

    public void Write(IEnumerable<OutputFile> outputs)
    {
        if (_path is null) return;
        StringBuilder text = new();
        foreach (OutputFile output in outputs)
        {
            if (files.Paths.Contains(outputFolder, output.Path)) text.Append(Stamp(output.Path)).Append('\t').Append(files.Paths.GetRelative(outputFolder, output.Path)).Append('\n');
        }
        try
        {
            files.WriteFile(_path, Encoding.UTF8.GetBytes(text.ToString()));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A home that cannot be written, as in some containers: then stale files stay, which is what esbuild does everywhere.
        }
    }

    private string Stamp(string path) => files.GetWriteTime(path).ToString("x", CultureInfo.InvariantCulture);

    private static string Digest(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)).AsSpan(0, 12));
}
