using System.Text;

namespace Inox.Bundler.Graph;

/// <summary>Makes identifiers that remind of a file or an export.</summary>
internal static class FileNames
{
    /// <summary><c>/a/my-button.tsx</c> → <c>my_button</c>; an <c>index</c> file is named after its folder.</summary>
    public static string ToIdentifier(string path)
    {
        ReadOnlySpan<char> name = LastPart(path, out ReadOnlySpan<char> folder);
        int dot = name.IndexOf('.');
        if (dot > 0) name = name[..dot];
        if (name is "index" && folder.Length > 0) name = LastPart(folder, out _);
        StringBuilder text = new();
        foreach (char c in name)
        {
            if (char.IsAsciiLetterOrDigit(c) || c is '$' or '_') text.Append(c);
            else if (text.Length > 0 && text[^1] != '_') text.Append('_');
        }
        if (text.Length == 0 || char.IsAsciiDigit(text[0])) text.Insert(0, '_');
        return text.ToString();
    }

    private static ReadOnlySpan<char> LastPart(ReadOnlySpan<char> path, out ReadOnlySpan<char> folder)
    {
        int slash = path.LastIndexOfAny('/', '\\');
        folder = slash < 0 ? default : path[..slash];
        return path[(slash + 1)..];
    }
}
