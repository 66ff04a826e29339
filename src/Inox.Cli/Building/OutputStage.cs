using Inox.Bundler;
using Inox.Core;

namespace Inox.Cli.Building;

/// <summary>
/// Writes what a build gave. Files are first written into a folder beside the output folder and moved in when all of them stand there:
/// assets and chunks first, pages last, so that a page never names a file that has not arrived; what the previous build left behind goes
/// at the end. A build with errors writes nothing. Files that neither this build nor the one before wrote stay, unless they are to be cleaned.
/// </summary>
internal sealed class OutputStage(IFileSystem files, string folder)
{
    private readonly PathStyle _paths = files.Paths;

    /// <summary>Whether a file that already has these bytes is left alone, so that nothing downstream wakes up.</summary>
    public bool KeepsIdentical { get; init; }

    /// <param name="outputs">What to write; absolute paths.</param>
    /// <param name="previous">What the build before wrote here and may be removed.</param>
    /// <returns>How many files were written.</returns>
    public int Write(IReadOnlyList<OutputFile> outputs, IEnumerable<string> previous)
    {
        List<OutputFile> changed = [.. outputs.Where(output => !KeepsIdentical || !IsOnDisk(output))];
        changed.Sort(static (a, b) => Rank(a.Kind).CompareTo(Rank(b.Kind)));
        string stage = _paths.Join(_paths.GetDirectory(folder) ?? folder, $".{_paths.GetName(folder)}.tmp-{Environment.ProcessId:x}-{Environment.TickCount64:x}");
        try
        {
            for (int i = 0; i < changed.Count; i++) files.WriteFile(Staged(stage, i), changed[i].Bytes);
            for (int i = 0; i < changed.Count; i++) MoveIn(Staged(stage, i), changed[i].Path);
        }
        finally
        {
            files.Delete(stage);
        }
        Remove(previous, outputs);
        return changed.Count;
    }

    private string Staged(string stage, int index) => _paths.Join(stage, index.ToString(System.Globalization.CultureInfo.InvariantCulture));

    private static int Rank(OutputKind kind) => kind switch
    {
        OutputKind.Asset or OutputKind.SourceMap or OutputKind.Legal => 0,
        OutputKind.Chunk => 1,
        OutputKind.Entry => 2,
        _ => 3,
    };

    private void MoveIn(string staged, string path)
    {
        if (_paths.GetDirectory(path) is { Length: > 0 } directory) Directory.CreateDirectory(directory);
        File.Move(staged, path, overwrite: true);
    }

    private bool IsOnDisk(OutputFile output) => files.ReadFile(output.Path) is { } bytes && bytes.AsSpan().SequenceEqual(output.Bytes);

    private void Remove(IEnumerable<string> previous, IReadOnlyList<OutputFile> outputs)
    {
        HashSet<string> current = new(outputs.Select(output => output.Path), _paths.Comparer);
        HashSet<string> folders = new(_paths.Comparer);
        foreach (string path in previous)
        {
            if (current.Contains(path)) continue;
            files.Delete(path);
            if (_paths.GetDirectory(path) is { } directory) folders.Add(directory);
        }
        foreach (string directory in folders) RemoveEmpty(directory);
    }

    private void RemoveEmpty(string directory)
    {
        while (directory.Length > folder.Length && _paths.Contains(folder, directory) && files.ReadDirectory(directory) is { Count: 0 })
        {
            files.Delete(directory);
            directory = _paths.GetDirectory(directory)!;
        }
    }
}
