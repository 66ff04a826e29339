using Inox.Core;

namespace Inox.Cli.Minifying;

/// <summary>Turns arguments with <c>*</c>, <c>?</c> and <c>**</c> into the files they mean, in ordinal order; folders named node_modules are left out.</summary>
internal sealed class FilePatterns(IFileSystem files, string folder)
{
    public List<string> Expand(IReadOnlyList<string> arguments)
    {
        List<string> paths = [];
        foreach (string argument in arguments)
        {
            if (argument == "-" || argument.AsSpan().IndexOfAny('*', '?') < 0) paths.Add(argument);
            else Find(folder, argument.Replace('\\', '/').Split('/'), 0, paths);
        }
        return paths;
    }

    private void Find(string at, string[] parts, int index, List<string> found)
    {
        if (parts[index] == "**" && index + 1 < parts.Length) Find(at, parts, index + 1, found);
        foreach (DirectoryEntry entry in files.ReadDirectory(at) ?? [])
        {
            string path = files.Paths.Join(at, entry.Name);
            bool isLast = index == parts.Length - 1;
            if (entry.Kind == EntryKind.File && isLast && Matches(parts[index], entry.Name)) found.Add(path);
            if (entry.Kind != EntryKind.Directory || entry.Name is "node_modules" or ".git") continue;
            if (parts[index] == "**") Find(path, parts, index, found);
            else if (!isLast && Matches(parts[index], entry.Name)) Find(path, parts, index + 1, found);
        }
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> name)
    {
        int star = pattern.IndexOf('*');
        int fixedLength = star < 0 ? pattern.Length : star;
        if (name.Length < fixedLength || star < 0 && name.Length != fixedLength) return false;
        for (int i = 0; i < fixedLength; i++) if (pattern[i] != '?' && pattern[i] != name[i]) return false;
        if (star < 0) return true;
        ReadOnlySpan<char> rest = pattern[(star + 1)..];
        for (int i = fixedLength; i <= name.Length; i++) if (Matches(rest, name[i..])) return true;
        return false;
    }
}
