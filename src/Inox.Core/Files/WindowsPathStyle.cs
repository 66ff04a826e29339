namespace Inox.Core;

internal sealed class WindowsPathStyle : PathStyle
{
    public override char Separator => '\\';

    public override StringComparison Comparison => StringComparison.OrdinalIgnoreCase;

    public override StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    public override bool IsSeparator(char c) => c is '/' or '\\';

    public override int RootLength(ReadOnlySpan<char> path)
    {
        int prefix = PrefixLength(path);
        return IsDriveOnly(path[..prefix]) ? 0 : prefix;
    }

    private protected override int PrefixLength(ReadOnlySpan<char> path)
    {
        if (HasDrive(path)) return path.Length > 2 && IsSeparator(path[2]) ? 3 : 2;
        if (path.IsEmpty || !IsSeparator(path[0])) return 0;
        int share = ShareLength(path);
        return share > 0 ? share : 1;
    }

    private protected override int WritePrefix(ReadOnlySpan<char> prefix, Span<char> output)
    {
        int length = 0;
        for (int i = 0; i < prefix.Length; i++)
        {
            // The first two separators are what makes `\\server\share` a share; any later run is one separator.
            bool doubled = i > 1 && IsSeparator(prefix[i]) && IsSeparator(prefix[i - 1]);
            if (!doubled) output[length++] = IsSeparator(prefix[i]) ? '\\' : prefix[i];
        }
        if (length > 3 && output[length - 1] != '\\') output[length++] = '\\';
        return length;
    }

    private protected override string JoinRooted(string directory, string relative)
    {
        if (!IsAbsolute(relative))
        {
            ReadOnlySpan<char> drive = relative.AsSpan(0, 2);
            bool same = directory.AsSpan().StartsWith(drive, StringComparison.OrdinalIgnoreCase);
            return same ? Join(directory, relative[2..]) : Normalize($"{drive}\\{relative.AsSpan(2)}");
        }
        // `\a` is absolute on the drive or share it is joined to.
        if (RootLength(relative) != 1) return Normalize(relative);
        if (HasDrive(directory)) return Normalize(string.Concat(directory.AsSpan(0, 2), relative));
        return Normalize(string.Concat(directory.AsSpan(0, ShareLength(directory)), relative));
    }

    private static bool HasDrive(ReadOnlySpan<char> path) => path.Length >= 2 && char.IsAsciiLetter(path[0]) && path[1] == ':';

    private static bool IsDriveOnly(ReadOnlySpan<char> prefix) => prefix.Length == 2 && HasDrive(prefix);

    /// <summary>Length of <c>\\server\share\</c>, the last separator only where it is there; 0 when this is no share.</summary>
    private int ShareLength(ReadOnlySpan<char> path)
    {
        if (path.Length < 5 || !IsSeparator(path[0]) || !IsSeparator(path[1]) || IsSeparator(path[2])) return 0;
        int position = SkipName(path, 2);
        int share = SkipSeparators(path, position);
        if (share == path.Length) return 0;
        position = SkipName(path, share);
        return position < path.Length ? position + 1 : position;
    }

    private int SkipName(ReadOnlySpan<char> path, int position)
    {
        while (position < path.Length && !IsSeparator(path[position])) position++;
        return position;
    }

    private int SkipSeparators(ReadOnlySpan<char> path, int position)
    {
        while (position < path.Length && IsSeparator(path[position])) position++;
        return position;
    }
}
