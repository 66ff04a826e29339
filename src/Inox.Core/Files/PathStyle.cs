namespace Inox.Core;

/// <summary>
/// Joins and takes apart paths of one style without asking the system, so that a build for either style can be tested on both.
/// Windows paths are accepted with both separators and made with <c>\</c>.
/// </summary>
public abstract class PathStyle
{
    public static PathStyle Posix { get; } = new PosixPaths();

    public static PathStyle Windows { get; } = new WindowsPaths();

    /// <summary>The style of the running system.</summary>
    public static PathStyle Native { get; } = OperatingSystem.IsWindows() ? Windows : Posix;

    public abstract char Separator { get; }

    public abstract bool IsAbsolute(ReadOnlySpan<char> path);

    public abstract bool IsSeparator(char c);

    /// <summary>Length of the root at the start of an absolute path: 1 for <c>/a</c>, 3 for <c>C:\a</c>, 0 for a relative path.</summary>
    public abstract int RootLength(ReadOnlySpan<char> path);

    /// <summary>Joins and normalises: <c>.</c>, <c>..</c> and doubled separators are resolved; an absolute <paramref name="relative"/> wins.</summary>
    public string Join(string directory, string relative) =>
        IsAbsolute(relative) ? Normalize(relative) : Normalize(directory + Separator + relative);

    /// <summary>The folder above; null at a root.</summary>
    public string? GetDirectory(string path)
    {
        int root = RootLength(path);
        if (path.Length <= root) return null;
        int end = path.Length;
        while (end > root && !IsSeparator(path[end - 1])) end--;
        while (end > root && IsSeparator(path[end - 1])) end--;
        return path[..end];
    }

    /// <summary>The last part of the path.</summary>
    public string GetName(string path)
    {
        int start = path.Length;
        while (start > 0 && !IsSeparator(path[start - 1])) start--;
        return path[start..];
    }

    /// <summary>From the folder <paramref name="from"/> to <paramref name="to"/> with forward slashes; <paramref name="to"/> itself when the roots differ.</summary>
    public string GetRelative(string from, string to)
    {
        if (!Root(from).Equals(Root(to), StringComparison.OrdinalIgnoreCase)) return to.Replace('\\', '/');
        string[] a = Parts(from), b = Parts(to);
        int same = 0;
        while (same < a.Length && same < b.Length && a[same] == b[same]) same++;
        return string.Join('/', [.. Enumerable.Repeat("..", a.Length - same), .. b[same..]]);
    }

    public string Normalize(string path)
    {
        string root = Root(path);
        List<string> parts = [];
        foreach (string part in Parts(path))
        {
            if (part == "." ) continue;
            if (part != "..") parts.Add(part);
            else if (parts.Count > 0 && parts[^1] != "..") parts.RemoveAt(parts.Count - 1);
            else if (root.Length == 0) parts.Add(part);
        }
        string joined = string.Join(Separator, parts);
        return root.Length == 0 && joined.Length == 0 ? "." : root + joined;
    }

    private string Root(string path)
    {
        string root = path[..RootLength(path)];
        return root.Length == 0 ? "" : root.TrimEnd('/', '\\') + Separator;
    }

    private string[] Parts(string path) =>
        path[RootLength(path)..].Split(SeparatorsOf(), StringSplitOptions.RemoveEmptyEntries);

    private char[] SeparatorsOf() => Separator == '/' ? ['/'] : ['/', '\\'];

    private sealed class PosixPaths : PathStyle
    {
        public override char Separator => '/';

        public override bool IsSeparator(char c) => c == '/';

        public override bool IsAbsolute(ReadOnlySpan<char> path) => path.StartsWith('/');

        public override int RootLength(ReadOnlySpan<char> path) => path.StartsWith('/') ? 1 : 0;
    }

    private sealed class WindowsPaths : PathStyle
    {
        public override char Separator => '\\';

        public override bool IsSeparator(char c) => c is '/' or '\\';

        public override bool IsAbsolute(ReadOnlySpan<char> path) => RootLength(path) > 0;

        public override int RootLength(ReadOnlySpan<char> path)
        {
            if (path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':') return path.Length > 2 && IsSeparator(path[2]) ? 3 : 2;
            return path.Length > 0 && IsSeparator(path[0]) ? 1 : 0;
        }
    }
}
