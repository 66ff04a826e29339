using Inox.Core;

namespace Inox.Cli.Building;

/// <summary>Empties an output folder for <c>--clean</c>, but never one that holds what the build was made from.</summary>
internal static class OutputCleaner
{
    /// <summary>The input or folder that forbids cleaning <paramref name="outdir"/>, or null.</summary>
    public static string? FindObstacle(string outdir, string workingDirectory, IEnumerable<string> inputs, PathStyle paths)
    {
        if (paths.Contains(outdir, workingDirectory)) return workingDirectory;
        foreach (string input in inputs) if (paths.Contains(outdir, input)) return input;
        return null;
    }

    /// <summary>Every file below <paramref name="outdir"/>.</summary>
    public static IEnumerable<string> FilesBelow(string outdir, IFileSystem files)
    {
        foreach (DirectoryEntry entry in files.ReadDirectory(outdir) ?? [])
        {
            string path = files.Paths.Join(outdir, entry.Name);
            if (entry.Kind != EntryKind.Directory)
            {
                yield return path;
                continue;
            }
            foreach (string below in FilesBelow(path, files)) yield return below;
        }
    }
}
