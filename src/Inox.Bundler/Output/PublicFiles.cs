using Inox.Core;

namespace Inox.Bundler.Output;

/// <summary>Reads a folder whose files go out as they are, under the same names.</summary>
internal static class PublicFiles
{
    /// <summary>The files below <paramref name="folder"/> that an output has not taken the place of.</summary>
    public static List<OutputFile> Read(string folder, string outputFolder, IFileSystem files, ISet<string> taken)
    {
        List<OutputFile> found = [];
        Stack<string> folders = new([folder]);
        while (folders.TryPop(out string? next))
        {
            // an output folder in the public folder would grow into itself
            if (files.Paths.Contains(outputFolder, next)) continue;
            foreach (DirectoryEntry entry in files.ReadDirectory(next) ?? [])
            {
                string path = files.Paths.Join(next, entry.Name);
                EntryKind kind = entry.Kind == EntryKind.None ? files.GetKind(path) : entry.Kind;
                if (kind == EntryKind.Directory) folders.Push(path);
                if (kind != EntryKind.File || files.ReadFile(path) is not { } bytes) continue;
                string output = files.Paths.Join(outputFolder, files.Paths.GetRelative(folder, path));
                if (taken.Add(output)) found.Add(new(output, OutputKind.Asset, bytes));
            }
        }
        found.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return found;
    }
}
