namespace Inox.Bundler.Resolution;

/// <summary>
/// A path pattern with <c>*</c>, <c>?</c>, <c>**</c>, <c>[a-z]</c> and <c>{a,b}</c>, matched against whole paths with forward slashes.
/// </summary>
internal sealed class GlobPattern
{
    private const int MaxAlternatives = 256;

    private readonly List<string> _alternatives = [];

    public GlobPattern(string pattern) => ExpandBraces(pattern);

    public bool Matches(ReadOnlySpan<char> path)
    {
        foreach (string alternative in _alternatives)
        {
            if (Matches(alternative, path)) return true;
        }
        return false;
    }

    private void ExpandBraces(string pattern)
    {
        int open = pattern.IndexOf('{');
        int close = open < 0 ? -1 : FindClose(pattern, open);
        if (close < 0 || _alternatives.Count >= MaxAlternatives)
        {
            _alternatives.Add(pattern);
            return;
        }
        int start = open + 1, depth = 0;
        for (int i = start; i <= close; i++)
        {
            if (pattern[i] == '{') depth++;
            if (pattern[i] == '}' && i < close) depth--;
            if (i < close && (depth > 0 || pattern[i] != ',')) continue;
            ExpandBraces(string.Concat(pattern.AsSpan(0, open), pattern.AsSpan(start, i - start), pattern.AsSpan(close + 1)));
            start = i + 1;
        }
    }

    private static int FindClose(string pattern, int open)
    {
        int depth = 0;
        for (int i = open; i < pattern.Length; i++)
        {
            if (pattern[i] == '{') depth++;
            else if (pattern[i] == '}' && --depth == 0) return i;
        }
        return -1;
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> path)
    {
        while (!pattern.IsEmpty)
        {
            if (pattern.StartsWith("**")) return MatchesDeepStar(pattern.TrimStart('*'), path);
            if (pattern[0] == '*') return MatchesStar(pattern[1..], path);
            if (path.IsEmpty || !MatchesOne(ref pattern, path[0])) return false;
            path = path[1..];
        }
        return path.IsEmpty;
    }

    // `**/x` also matches `x`: the slash after the stars goes with them.
    private static bool MatchesDeepStar(ReadOnlySpan<char> rest, ReadOnlySpan<char> path)
    {
        if (rest.IsEmpty) return true;
        bool wholeParts = rest[0] == '/';
        if (wholeParts) rest = rest[1..];
        for (int i = 0; i <= path.Length; i++)
        {
            if (wholeParts && i > 0 && path[i - 1] != '/') continue;
            if (Matches(rest, path[i..])) return true;
        }
        return false;
    }

    private static bool MatchesStar(ReadOnlySpan<char> rest, ReadOnlySpan<char> path)
    {
        for (int i = 0; i <= path.Length; i++)
        {
            if (Matches(rest, path[i..])) return true;
            if (i < path.Length && path[i] == '/') return false;
        }
        return false;
    }

    private static bool MatchesOne(ref ReadOnlySpan<char> pattern, char c)
    {
        char expected = pattern[0];
        int close = expected == '[' ? pattern.IndexOf(']') : -1;
        if (close > 1)
        {
            ReadOnlySpan<char> set = pattern[1..close];
            pattern = pattern[(close + 1)..];
            return IsInSet(set, c);
        }
        if (expected == '\\' && pattern.Length > 1)
        {
            expected = pattern[1];
            pattern = pattern[2..];
            return expected == c;
        }
        pattern = pattern[1..];
        return expected == '?' ? c != '/' : expected == c;
    }

    private static bool IsInSet(ReadOnlySpan<char> set, char c)
    {
        bool negated = set[0] is '!' or '^';
        if (negated) set = set[1..];
        bool found = false;
        for (int i = 0; i < set.Length; i++)
        {
            bool isRange = i + 2 < set.Length && set[i + 1] == '-';
            found |= isRange ? c >= set[i] && c <= set[i + 2] : c == set[i];
            if (isRange) i += 2;
        }
        return found != negated && c != '/';
    }
}
