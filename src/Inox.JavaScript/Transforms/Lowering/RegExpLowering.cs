using System.Text;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>
/// A regular expression in older syntax: names come off groups and references to them become numbers, <c>.</c> under the flag <c>s</c>
/// is a class of everything. What has no other form is left to the constructor. The pattern must be valid.
/// </summary>
internal sealed class RegExpLowering
{
    private readonly StringBuilder _output = new();
    private readonly string _pattern;
    private readonly string _sourceFlags;
    private readonly bool _unnames;
    private readonly bool _rewritesDot;
    private readonly Dictionary<string, List<int>> _groups = [];

    private RegExpLowering(string pattern, string flags, Func<SyntaxFeature, bool> lowers)
    {
        _pattern = pattern;
        _sourceFlags = flags;
        CollectGroups();
        bool repeats = _groups.Values.Any(static indices => indices.Count > 1);
        _unnames = _groups.Count > 0 && (lowers(SyntaxFeature.RegExpNamedGroup) || repeats && lowers(SyntaxFeature.RegExpDuplicateGroup));
        _rewritesDot = flags.Contains('s') && lowers(SyntaxFeature.RegExpDotAllFlag);
        Flags = _rewritesDot ? flags.Replace("s", "") : flags;
        NeedsConstructor = Flags.Contains('u') && lowers(SyntaxFeature.RegExpUnicodeFlag) || Flags.Contains('y') && lowers(SyntaxFeature.RegExpStickyFlag)
            || Flags.Contains('d') && lowers(SyntaxFeature.RegExpIndicesFlag) || Flags.Contains('v') && lowers(SyntaxFeature.RegExpSetsFlag)
            || Flags.AsSpan().IndexOfAny('u', 'v') >= 0 && lowers(SyntaxFeature.RegExpProperty) && (pattern.Contains("\\p") || pattern.Contains("\\P"));
    }

    public string Pattern { get; private set; } = "";

    public string Flags { get; }

    public bool NeedsConstructor { get; }

    /// <summary>The groups that lost their names, with their numbers.</summary>
    public Dictionary<string, List<int>> Groups => _unnames ? _groups : [];

    public static RegExpLowering Of(string pattern, string flags, Func<SyntaxFeature, bool> lowers)
    {
        RegExpLowering lowering = new(pattern, flags, lowers);
        lowering.Pattern = lowering._unnames || lowering._rewritesDot ? lowering.Rewrite() : pattern;
        return lowering;
    }

    private void CollectGroups()
    {
        int count = 0;
        for (int i = 0, depth = 0; i < _pattern.Length; i++)
        {
            char c = _pattern[i];
            if (c == '\\') i++;
            else if (c == '[') depth = NextDepth(depth, opens: true);
            else if (c == ']' && depth > 0) depth = NextDepth(depth, opens: false);
            else if (c == '(' && depth == 0 && GroupName(i) is { } name)
            {
                count++;
                if (name.Length == 0) continue;
                if (!_groups.TryGetValue(name, out List<int>? indices)) _groups.Add(name, indices = []);
                indices.Add(count);
            }
        }
    }

    // Classes nest under `v` only.
    private int NextDepth(int depth, bool opens) => _sourceFlags.Contains('v') ? depth + (opens ? 1 : -1) : opens ? 1 : 0;

    /// <summary>The name of a group that captures, empty when it has none; null for one that does not capture.</summary>
    private string? GroupName(int open)
    {
        if (open + 1 >= _pattern.Length || _pattern[open + 1] != '?') return "";
        if (open + 3 >= _pattern.Length || _pattern[open + 2] != '<' || _pattern[open + 3] is '=' or '!') return null;
        return _pattern[(open + 3).._pattern.IndexOf('>', open)];
    }

    private string Rewrite()
    {
        int depth = 0;
        for (int i = 0; i < _pattern.Length; i++)
        {
            char c = _pattern[i];
            if (c == '\\')
            {
                i = Escape(i);
                continue;
            }
            if (c == '[') depth = NextDepth(depth, opens: true);
            else if (c == ']' && depth > 0) depth = NextDepth(depth, opens: false);
            else if (depth == 0 && c == '.' && _rewritesDot)
            {
                _output.Append("[\\s\\S]");
                continue;
            }
            else if (depth == 0 && c == '(' && _unnames && GroupName(i) is { Length: > 0 })
            {
                _output.Append('(');
                i = _pattern.IndexOf('>', i);
                continue;
            }
            _output.Append(c);
        }
        return _output.ToString();
    }

    private int Escape(int i)
    {
        if (_unnames && i + 2 < _pattern.Length && _pattern[i + 1] == 'k' && _pattern[i + 2] == '<')
        {
            int end = _pattern.IndexOf('>', i);
            List<int> indices = _groups[_pattern[(i + 3)..end]];
            // of groups of one name at most one took part, and a reference to one that did not matches nothing
            foreach (int index in indices) _output.Append('\\').Append(index);
            // /\k<a>0/: not \10
            if (end + 1 < _pattern.Length && char.IsAsciiDigit(_pattern[end + 1])) _output.Append("(?:)");
            return end;
        }
        _output.Append(_pattern, i, Math.Min(2, _pattern.Length - i));
        return i + 1;
    }
}
