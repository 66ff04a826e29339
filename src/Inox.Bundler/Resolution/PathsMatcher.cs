using System.Text.Json;

namespace Inox.Bundler.Resolution;

/// <summary><c>paths</c> of a tsconfig.json: an exact name wins, then the pattern with the longest text before its star.</summary>
internal sealed class PathsMatcher
{
    private readonly Dictionary<string, string[]> _exact = new(StringComparer.Ordinal);
    private readonly List<(string Prefix, string Suffix, string[] Targets)> _patterns = [];

    /// <summary><paramref name="targetOf"/> makes a target absolute; a star in it stays.</summary>
    public PathsMatcher(JsonElement paths, Func<string, string> targetOf)
    {
        foreach (JsonProperty property in paths.EnumerateObject())
        {
            if (property.Value.ValueKind != JsonValueKind.Array) continue;
            List<string> targets = [];
            foreach (JsonElement item in property.Value.EnumerateArray())
            {
                if (item.ValueKind == JsonValueKind.String) targets.Add(targetOf(item.GetString()!));
            }
            int star = property.Name.IndexOf('*');
            if (star < 0) _exact[property.Name] = [.. targets];
            else _patterns.Add((property.Name[..star], property.Name[(star + 1)..], [.. targets]));
        }
        // A stable order: of two patterns with one prefix the first one written counts, as in TypeScript.
        _patterns = [.. _patterns.OrderByDescending(pattern => pattern.Prefix.Length)];
    }

    /// <summary>Absolute paths to try for a request that is not relative, in order.</summary>
    public string[] Match(string request)
    {
        if (_exact.TryGetValue(request, out string[]? exact)) return exact;
        foreach ((string prefix, string suffix, string[] targets) in _patterns)
        {
            bool matches = request.Length >= prefix.Length + suffix.Length
                && request.StartsWith(prefix, StringComparison.Ordinal)
                && request.EndsWith(suffix, StringComparison.Ordinal);
            if (matches) return Substitute(targets, request[prefix.Length..^suffix.Length]);
        }
        return [];
    }

    private static string[] Substitute(string[] targets, string star)
    {
        string[] paths = new string[targets.Length];
        for (int i = 0; i < targets.Length; i++)
        {
            int at = targets[i].IndexOf('*');
            paths[i] = at < 0 ? targets[i] : string.Concat(targets[i].AsSpan(0, at), star, targets[i].AsSpan(at + 1));
        }
        return paths;
    }
}
