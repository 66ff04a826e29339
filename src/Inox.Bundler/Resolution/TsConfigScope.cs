using Inox.Core;

namespace Inox.Bundler.Resolution;

/// <summary>
/// Which files a tsconfig.json rules: <c>files</c>, <c>include</c> without <c>exclude</c>, and the extensions TypeScript reads (JavaScript with <c>allowJs</c>).
/// </summary>
internal sealed class TsConfigScope
{
    private static readonly string[] s_typeScript = [".ts", ".tsx", ".mts", ".cts"];
    private static readonly string[] s_javaScript = [".js", ".jsx", ".mjs", ".cjs"];

    private readonly PathStyle _paths;
    private readonly HashSet<string> _files;
    private readonly List<string[]> _include = [];
    private readonly List<string[]> _exclude = [];
    private readonly bool _allowJs;

    /// <summary>All paths are absolute; null stands for what is not set.</summary>
    public TsConfigScope(
        PathStyle paths, string directory, IReadOnlyList<string>? files, IReadOnlyList<string>? include, IReadOnlyList<string>? exclude, bool allowJs)
    {
        _paths = paths;
        _allowJs = allowJs;
        _files = new(files ?? [], paths.Comparer);
        IsSolution = files is { Count: 0 } && include is null or { Count: 0 };
        include ??= files is null ? [paths.Join(directory, "**/*")] : [];
        foreach (string pattern in include) _include.Add(Parts(pattern, isInclude: true));
        foreach (string pattern in exclude ?? []) _exclude.Add(Parts(pattern, isInclude: false));
        if (exclude is null) _exclude.Add(Parts(paths.Join(directory, "node_modules"), isInclude: false));
    }

    /// <summary>Whether the configuration rules no file itself and only lists projects: <c>"files": []</c>.</summary>
    public bool IsSolution { get; }

    public bool Includes(string file)
    {
        if (_files.Contains(file)) return true;
        string[] parts = Split(file);
        foreach (string[] pattern in _include)
        {
            if (MatchesAll(pattern, parts) && HasExtension(pattern[^1], parts[^1])) return !IsExcluded(parts);
        }
        return false;
    }

    private bool IsExcluded(string[] parts)
    {
        foreach (string[] pattern in _exclude)
        {
            if (MatchesPrefix(pattern, parts)) return true;
        }
        return false;
    }

    private bool HasExtension(string pattern, string name)
    {
        string extension = Path.GetExtension(name);
        if (s_typeScript.Contains(extension)) return true;
        if (s_javaScript.Contains(extension)) return _allowJs;
        // "src/**/*.vue": who names the extension has a plugin that reads it.
        string named = Path.GetExtension(pattern);
        return named.Length > 1 && named == extension;
    }

    private string[] Parts(string pattern, bool isInclude)
    {
        string[] parts = Split(pattern);
        bool isFolder = parts.Length == 0 || parts[^1].AsSpan().IndexOfAny('*', '?', '.') < 0 || parts[^1] is "**";
        return isInclude && isFolder ? [.. parts, "**", "*"] : parts;
    }

    private string[] Split(string path) => _paths.ToSlashes(path).Split('/', StringSplitOptions.RemoveEmptyEntries);

    private bool MatchesAll(ReadOnlySpan<string> pattern, ReadOnlySpan<string> parts)
    {
        if (pattern.IsEmpty) return parts.IsEmpty;
        if (pattern[0] is not "**")
        {
            return !parts.IsEmpty && MatchesPart(pattern[0], parts[0]) && MatchesAll(pattern[1..], parts[1..]);
        }
        for (int i = 0; i <= parts.Length; i++)
        {
            if (MatchesAll(pattern[1..], parts[i..])) return true;
            if (i < parts.Length && IsHidden(parts[i])) return false;
        }
        return false;
    }

    private bool MatchesPrefix(ReadOnlySpan<string> pattern, ReadOnlySpan<string> parts)
    {
        if (pattern.IsEmpty) return true;
        if (pattern[0] is not "**")
        {
            return !parts.IsEmpty && MatchesPart(pattern[0], parts[0]) && MatchesPrefix(pattern[1..], parts[1..]);
        }
        for (int i = 0; i <= parts.Length; i++)
        {
            if (MatchesPrefix(pattern[1..], parts[i..])) return true;
        }
        return false;
    }

    // `**` of an include passes neither packages nor hidden folders.
    private static bool IsHidden(string part) => part is "node_modules" or "bower_components" or "jspm_packages" || part[0] == '.';

    private bool MatchesPart(ReadOnlySpan<char> pattern, ReadOnlySpan<char> part)
    {
        while (!pattern.IsEmpty && pattern[0] != '*')
        {
            if (part.IsEmpty) return false;
            if (pattern[0] != '?' && !pattern[..1].Equals(part[..1], _paths.Comparison)) return false;
            pattern = pattern[1..];
            part = part[1..];
        }
        if (pattern.IsEmpty) return part.IsEmpty;
        for (int i = 0; i <= part.Length; i++)
        {
            if (MatchesPart(pattern[1..], part[i..])) return true;
        }
        return false;
    }
}
