using System.IO.Enumeration;

namespace Inox.Core;

/// <summary>
/// Lists a folder. Asking an entry whether it is a link costs an lstat each, although the folder itself says so: the enumerator knows,
/// and can leave links out without asking. So a first pass takes what is no link, and a second one looks only at the rest.
/// </summary>
internal static class DirectoryReader
{
    private static readonly EnumerationOptions s_noLinks = new() { AttributesToSkip = FileAttributes.ReparsePoint, IgnoreInaccessible = false };
    private static readonly EnumerationOptions s_everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    public static DirectoryEntry[] Read(string path)
    {
        List<DirectoryEntry> entries = [.. new FileSystemEnumerable<DirectoryEntry>(path, ToPlain, s_noLinks)];
        entries.Sort(ByName);
        List<DirectoryEntry> rest = [];
        using (Rest others = new(path, entries))
        {
            while (others.MoveNext()) rest.Add(others.Current);
        }
        if (rest.Count > 0)
        {
            entries.AddRange(rest);
            entries.Sort(ByName);
        }
        return [.. entries];
    }

    private static int ByName(DirectoryEntry a, DirectoryEntry b) => string.CompareOrdinal(a.Name, b.Name);

    private static DirectoryEntry ToPlain(ref FileSystemEntry entry) =>
        new(entry.FileName.ToString(), entry.IsDirectory ? EntryKind.Directory : EntryKind.File, false);

    /// <summary>The entries that are not among the known ones: links, and what was made since.</summary>
    private sealed class Rest(string path, List<DirectoryEntry> known) : FileSystemEnumerator<DirectoryEntry>(path, s_everything)
    {
        protected override bool ShouldIncludeEntry(ref FileSystemEntry entry)
        {
            int low = 0, high = known.Count;
            while (low < high)
            {
                int middle = (low + high) >>> 1;
                int order = entry.FileName.CompareTo(known[middle].Name, StringComparison.Ordinal);
                if (order == 0) return false;
                if (order < 0) high = middle;
                else low = middle + 1;
            }
            return true;
        }

        protected override DirectoryEntry TransformEntry(ref FileSystemEntry entry)
        {
            bool isLink = (entry.Attributes & FileAttributes.ReparsePoint) != 0;
            EntryKind kind = isLink ? EntryKind.None : entry.IsDirectory ? EntryKind.Directory : EntryKind.File;
            return new(entry.FileName.ToString(), kind, isLink);
        }
    }
}
