namespace Inox.Core;

/// <summary>
/// Joins and takes apart paths of one style without asking the system, so that a build for either style can be tested on both.
/// Windows paths are accepted with both separators and made with <c>\</c>; their roots are <c>C:\</c>, <c>\</c> (of the current drive)
/// and <c>\\server\share\</c>. <c>C:a</c> is relative to the current folder of its drive.
/// </summary>
public abstract class PathStyle
{
    private const int StackChars = 512;

    public static PathStyle Posix { get; } = new PosixPathStyle();

    public static PathStyle Windows { get; } = new WindowsPathStyle();

    /// <summary>The style of the running system.</summary>
    public static PathStyle Native { get; } = OperatingSystem.IsWindows() ? Windows : Posix;

    public abstract char Separator { get; }

    /// <summary>How two names of one folder compare: a Windows file system ignores case.</summary>
    public abstract StringComparison Comparison { get; }

    /// <summary><see cref="Comparison"/> for tables of paths.</summary>
    public abstract StringComparer Comparer { get; }

    public abstract bool IsSeparator(char c);

    public bool IsAbsolute(ReadOnlySpan<char> path) => RootLength(path) > 0;

    /// <summary>
    /// Length of the root at the start of an absolute path: 1 for <c>/a</c>, 3 for <c>C:\a</c>, 15 for <c>\\server\share\a</c>,
    /// 0 for a relative path.
    /// </summary>
    public abstract int RootLength(ReadOnlySpan<char> path);

    /// <summary>
    /// Joins and normalises: <c>.</c>, <c>..</c> and doubled separators are resolved; an absolute <paramref name="relative"/> wins.
    /// On Windows <c>\a</c> keeps the drive of <paramref name="directory"/>.
    /// </summary>
    public string Join(string directory, string relative)
    {
        if (PrefixLength(relative) > 0) return JoinRooted(directory, relative);
        if (directory.Length == 0) return Normalize(relative);
        if (relative.Length == 0) return Normalize(directory);
        int length = directory.Length + 1 + relative.Length;
        Span<char> joined = length <= StackChars ? stackalloc char[StackChars] : new char[length];
        directory.CopyTo(joined);
        // `C:` + `a` is `C:a`, still relative to the drive's current folder: a separator would make it absolute.
        int end = directory.Length;
        if (PrefixLength(directory) != end || IsAbsolute(directory)) joined[end++] = Separator;
        relative.CopyTo(joined[end..]);
        return Normalize(joined[..(end + relative.Length)], null);
    }

    /// <summary>The folder above; null at a root; empty for a relative path of one part.</summary>
    public string? GetDirectory(string path)
    {
        int prefix = PrefixLength(path);
        int end = TrimSeparators(path, prefix, path.Length);
        if (end <= prefix) return null;
        while (end > prefix && !IsSeparator(path[end - 1])) end--;
        return path[..TrimSeparators(path, prefix, end)];
    }

    /// <summary>The last part of the path, empty for a root.</summary>
    public string GetName(string path)
    {
        int prefix = PrefixLength(path);
        int end = TrimSeparators(path, prefix, path.Length);
        int start = end;
        while (start > prefix && !IsSeparator(path[start - 1])) start--;
        return start > end ? "" : path[start..end];
    }

    /// <summary>
    /// From the folder <paramref name="from"/> to <paramref name="to"/> with forward slashes, empty when they are the same;
    /// <paramref name="to"/> itself when the roots differ.
    /// </summary>
    public string GetRelative(string from, string to)
    {
        from = Normalize(from);
        to = Normalize(to);
        int root = PrefixLength(from);
        if (!from.AsSpan(0, root).Equals(to.AsSpan(0, PrefixLength(to)), Comparison)) return ToSlashes(to);
        ReadOnlySpan<char> a = Below(from, root), b = Below(to, root);
        int same = CommonLength(a, b);
        int ups = CountParts(a[same..]);
        ReadOnlySpan<char> down = b[same..].TrimStart(Separator);
        if (ups == 0) return ToSlashes(down.ToString());
        string up = string.Concat(Enumerable.Repeat("../", ups));
        return down.IsEmpty ? up[..^1] : up + ToSlashes(down.ToString());
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="directory"/> or stands below it. Both are absolute and normal.</summary>
    public bool Contains(string directory, string path)
    {
        if (!path.StartsWith(directory, Comparison)) return false;
        return path.Length == directory.Length || IsSeparator(directory[^1]) || IsSeparator(path[directory.Length]);
    }

    /// <summary>
    /// Resolves <c>.</c>, <c>..</c> and doubled separators and drops trailing ones; <c>..</c> at a root stays there; an empty path is <c>.</c>.
    /// Returns the argument itself when there is nothing to do.
    /// </summary>
    public string Normalize(string path) => Normalize(path, path);

    /// <summary>The path with <c>/</c> between its parts, as URLs, source maps and import specifiers write it.</summary>
    public string ToSlashes(string path) => Separator == '/' ? path : path.Replace(Separator, '/');

    /// <summary>Length of everything that is not a part: the root, or <c>C:</c> of <c>C:a</c>.</summary>
    private protected abstract int PrefixLength(ReadOnlySpan<char> path);

    /// <summary>Writes the prefix in its one spelling and returns its length, at most one more than that of <paramref name="prefix"/>.</summary>
    private protected abstract int WritePrefix(ReadOnlySpan<char> prefix, Span<char> output);

    /// <summary><see cref="Join"/> for a <paramref name="relative"/> that has a prefix.</summary>
    private protected virtual string JoinRooted(string directory, string relative) => Normalize(relative);

    private string Normalize(ReadOnlySpan<char> path, string? original)
    {
        Span<char> output = path.Length + 1 <= StackChars ? stackalloc char[StackChars] : new char[path.Length + 1];
        ReadOnlySpan<char> result = output[..WriteNormal(path, output)];
        if (result.IsEmpty) result = ".";
        return original is not null && result.SequenceEqual(original) ? original : result.ToString();
    }

    private int WriteNormal(ReadOnlySpan<char> path, Span<char> output)
    {
        int prefix = PrefixLength(path);
        int root = WritePrefix(path[..prefix], output);
        bool absolute = IsAbsolute(path);
        int length = root;
        for (int start = prefix; start < path.Length;)
        {
            int end = start;
            while (end < path.Length && !IsSeparator(path[end])) end++;
            ReadOnlySpan<char> part = path[start..end];
            start = end + 1;
            if (part.IsEmpty || part is ".") continue;
            int last = root + LastPart(output[root..length]);
            bool isUp = part is "..";
            if (isUp && length > root && output[last..length] is not "..")
            {
                length = Math.Max(root, last - 1);
                continue;
            }
            if (isUp && absolute) continue;
            if (length > root) output[length++] = Separator;
            part.CopyTo(output[length..]);
            length += part.Length;
        }
        return length;
    }

    private int LastPart(ReadOnlySpan<char> parts) => parts.LastIndexOf(Separator) + 1;

    private int TrimSeparators(string path, int prefix, int end)
    {
        while (end > prefix && IsSeparator(path[end - 1])) end--;
        return end;
    }

    private static ReadOnlySpan<char> Below(string normal, int prefix)
    {
        ReadOnlySpan<char> parts = normal.AsSpan(prefix);
        return parts is "." ? [] : parts;
    }

    /// <summary>Length of the longest common run of whole parts.</summary>
    private int CommonLength(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        int same = 0;
        while (true)
        {
            int endA = PartEnd(a, same), endB = PartEnd(b, same);
            if (endA != endB || endA == same || !a[same..endA].Equals(b[same..endB], Comparison)) return same;
            same = endA;
        }
    }

    /// <summary>Where the part that starts at <paramref name="start"/>, with the separator before it, ends.</summary>
    private int PartEnd(ReadOnlySpan<char> parts, int start)
    {
        if (start >= parts.Length) return start;
        int next = parts[(start + 1)..].IndexOf(Separator);
        return next < 0 ? parts.Length : start + 1 + next;
    }

    private int CountParts(ReadOnlySpan<char> rest)
    {
        rest = rest.Trim(Separator);
        return rest.IsEmpty ? 0 : rest.Count(Separator) + 1;
    }
}
