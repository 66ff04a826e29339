using System.Text.Json;

namespace Inox.Bundler.Resolution;

internal enum ExportsError : byte { None, InvalidRequest, DirectoryRequest, InvalidKeys, FolderTarget, FileTarget }

/// <summary>Targets of a request in order, the key that matched, or what is wrong.</summary>
internal readonly record struct ExportsMatch(ExportsError Error, IReadOnlyList<string> Targets, string? Key)
{
    public static ExportsMatch Fail(ExportsError error, string? key = null) => new(error, [], key);
}

/// <summary>
/// <c>exports</c> or <c>imports</c> of one package.json, ready for many requests (Node.js, Modules: Packages, and PACKAGE_IMPORTS_EXPORTS_RESOLVE of
/// its ECMAScript modules page). On top of Node: folder mappings <c>"./lib/": "./src/"</c>, and every target of an array is answered.
/// </summary>
internal sealed class ExportsMap
{
    private readonly Dictionary<string, JsonElement> _exact = new(StringComparer.Ordinal);
    private readonly List<PatternKey> _patterns = [];
    private readonly bool _isImports;
    private readonly ExportsError _error;

    private ExportsMap(JsonElement field, bool isImports)
    {
        _isImports = isImports;
        bool isObject = field.ValueKind == JsonValueKind.Object;
        if (isImports || (isObject && HasPathKeys(field, out _error)))
        {
            if (!isObject) return;
            foreach (JsonProperty property in field.EnumerateObject()) Add(property.Name, property.Value);
            _patterns.Sort(PatternKey.Compare);
        }
        else if (_error == ExportsError.None)
        {
            _exact["."] = field;
        }
    }

    /// <summary>The keys as written, for a list of what may be asked for.</summary>
    public IEnumerable<string> Keys
    {
        get
        {
            foreach (string key in _exact.Keys) yield return key;
            foreach (PatternKey pattern in _patterns) yield return pattern.Key;
        }
    }

    public static ExportsMap ForExports(JsonElement field) => new(field, isImports: false);

    public static ExportsMap ForImports(JsonElement field) => new(field, isImports: true);

    /// <summary>What <c>./sub</c>, <c>.</c> or <c>#name</c> leads to under the conditions.</summary>
    public ExportsMatch Match(string request, ConditionSet conditions)
    {
        ExportsError error = CheckRequest(request);
        if (error == ExportsError.None) error = _error;
        if (error != ExportsError.None) return ExportsMatch.Fail(error);
        if (_exact.TryGetValue(request, out JsonElement exact)) return Expand(exact, new(request, null, false), conditions);
        foreach (PatternKey pattern in _patterns)
        {
            if (pattern.Match(request) is not { } star) continue;
            return Expand(pattern.Target, new(pattern.Key, star, pattern.IsFolder), conditions);
        }
        return new(ExportsError.None, [], null);
    }

    private static bool HasPathKeys(JsonElement field, out ExportsError error)
    {
        bool paths = false, conditions = false;
        error = ExportsError.None;
        foreach (JsonProperty property in field.EnumerateObject())
        {
            string key = property.Name;
            bool isPath = key is "." || key.StartsWith("./", StringComparison.Ordinal);
            paths |= isPath;
            conditions |= !isPath;
            if (!isPath && key.StartsWith('.')) error = ExportsError.InvalidKeys;
        }
        // { ".": "./a.js", "umd": "./b.js" }: neither a map of paths nor one of conditions.
        if (paths && conditions) error = ExportsError.InvalidKeys;
        return error == ExportsError.None && !conditions;
    }

    private void Add(string key, JsonElement target)
    {
        if (key.Contains('*') || key.EndsWith('/')) _patterns.Add(new(key, target));
        else _exact[key] = target;
    }

    private ExportsError CheckRequest(string request)
    {
        bool valid = _isImports ? request.Length > 1 && request[0] == '#' : request is "." || request.StartsWith("./", StringComparison.Ordinal);
        if (!valid) return ExportsError.InvalidRequest;
        return request.EndsWith('/') ? ExportsError.DirectoryRequest : ExportsError.None;
    }

    private static ExportsMatch Expand(JsonElement target, Substitution substitution, ConditionSet conditions)
    {
        List<string> targets = [];
        ExportsError error = ExportsError.None;
        Collect(target, substitution, conditions, targets, ref error);
        return error == ExportsError.None ? new(error, targets, substitution.Key) : ExportsMatch.Fail(error, substitution.Key);
    }

    /// <summary>False when no condition held, so that the object around goes on with its next one.</summary>
    private static bool Collect(
        JsonElement target, Substitution substitution, ConditionSet conditions, List<string> targets, ref ExportsError error)
    {
        switch (target.ValueKind)
        {
            case JsonValueKind.String:
                string text = target.GetString()!;
                if (error == ExportsError.None) error = substitution.Check(text);
                targets.Add(substitution.Apply(text));
                return true;
            case JsonValueKind.Array:
                foreach (JsonElement item in target.EnumerateArray()) Collect(item, substitution, conditions, targets, ref error);
                return true;
            case JsonValueKind.Object:
                foreach (JsonProperty property in target.EnumerateObject())
                {
                    if (conditions.Holds(property.Name) && Collect(property.Value, substitution, conditions, targets, ref error)) return true;
                }
                return false;
            default:
                // null says that the path is closed, whatever the conditions after it say.
                return true;
        }
    }

    /// <summary>What the star or the folder stood for; null when the key was whole.</summary>
    private readonly record struct Substitution(string Key, string? Star, bool IsFolder)
    {
        public ExportsError Check(string target)
        {
            // "./a.js?from=../" is a file: the query is no part of its path.
            int suffix = target.AsSpan().IndexOfAny('?', '#');
            bool isFolder = target.AsSpan(0, suffix < 0 ? target.Length : suffix).EndsWith('/');
            if (isFolder == IsFolder) return ExportsError.None;
            return IsFolder ? ExportsError.FolderTarget : ExportsError.FileTarget;
        }

        public string Apply(string target)
        {
            if (Star is null) return target;
            return IsFolder ? target + Star : target.Replace("*", Star, StringComparison.Ordinal);
        }
    }

    private sealed class PatternKey
    {
        private readonly int _star;
        private readonly bool _isUsable;

        public PatternKey(string key, JsonElement target)
        {
            Key = key;
            Target = target;
            _star = key.IndexOf('*');
            _isUsable = _star == key.LastIndexOf('*');
        }

        public string Key { get; }

        public JsonElement Target { get; }

        public bool IsFolder => _star < 0;

        private int BaseLength => _star < 0 ? Key.Length : _star + 1;

        // PATTERN_KEY_COMPARE: the longer base first, a pattern before a folder, then the longer key.
        public static int Compare(PatternKey a, PatternKey b)
        {
            if (a.BaseLength != b.BaseLength) return b.BaseLength - a.BaseLength;
            if (a.IsFolder != b.IsFolder) return a.IsFolder ? 1 : -1;
            return b.Key.Length - a.Key.Length;
        }

        public string? Match(string request)
        {
            if (!_isUsable) return null;
            if (IsFolder) return request.StartsWith(Key, StringComparison.Ordinal) ? request[Key.Length..] : null;
            ReadOnlySpan<char> trailer = Key.AsSpan(_star + 1);
            bool matches = request.Length >= Key.Length
                && request.AsSpan().StartsWith(Key.AsSpan(0, _star))
                && request.AsSpan().EndsWith(trailer);
            return matches ? request[_star..^trailer.Length] : null;
        }
    }
}
