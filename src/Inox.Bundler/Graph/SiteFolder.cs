using Inox.Core;

namespace Inox.Bundler.Graph;

/// <summary>
/// What URLs from the root mean: <c>/logo.svg</c> is a file beside a page, or one in the folder <c>public</c> there, which goes out as it is and keeps
/// its address.
/// </summary>
internal sealed class SiteFolder(IFileSystem files, IEnumerable<string> pages)
{
    private const string PublicName = "public";

    /// <summary>The folders of the pages, outermost first.</summary>
    public IReadOnlyList<string> Folders { get; } =
        [.. pages.Select(page => files.Paths.GetDirectory(page)!).Distinct(files.Paths.Comparer).OrderBy(folder => folder.Length).ThenBy(folder => folder, StringComparer.Ordinal)];

    public IEnumerable<string> PublicFolders()
    {
        foreach (string folder in Folders)
        {
            string path = files.Paths.Join(folder, PublicName);
            if (files.GetKind(path) == EntryKind.Directory) yield return path;
        }
    }

    public bool IsPublic(string url)
    {
        if (!url.StartsWith('/') || url.StartsWith("//", StringComparison.Ordinal)) return false;
        string path = Uri.UnescapeDataString(url[1..].Split('?', '#')[0]);
        foreach (string folder in PublicFolders())
            if (path.Length > 0 && files.GetKind(files.Paths.Join(folder, path)) == EntryKind.File) return true;
        return false;
    }
}
