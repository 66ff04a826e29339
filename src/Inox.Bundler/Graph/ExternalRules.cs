using Inox.Core;

namespace Inox.Bundler.Graph;

/// <summary>Which requests stay as they are: <c>react</c> covers <c>react/jsx-runtime</c>, <c>*</c> stands for any text, paths are compared absolute.</summary>
internal sealed class ExternalRules(BuildOptions options)
{
    public bool Matches(string request, string root, string importer, PathStyle paths)
    {
        if (IsUrl(request)) return true;
        bool isPath = request.StartsWith('.') || paths.IsAbsolute(request);
        if (options.ExternalPackages && !isPath && !request.StartsWith('#') && !request.StartsWith("data:", StringComparison.Ordinal)) return true;
        foreach (string rule in options.External)
        {
            if (MatchesText(rule, request)) return true;
            if (!isPath && !rule.Contains('*') && request.StartsWith(rule, StringComparison.Ordinal) && request.Length > rule.Length && request[rule.Length] == '/') return true;
            if (isPath && (rule.StartsWith('.') || paths.IsAbsolute(rule)) && paths.GetDirectory(importer) is { } folder
                && MatchesText(paths.Join(root, rule), paths.Join(folder, request))) return true;
        }
        return false;
    }

    /// <summary>What to write in the output for a request that matches: a rule that names a file means that file, wherever the output is.</summary>
    public string Written(string request, string root, string importer, PathStyle paths)
    {
        if (!request.StartsWith('.') || paths.GetDirectory(importer) is not { } folder || options.External.Any(rule => MatchesText(rule, request))) return request;
        string output = options.Outdir ?? (options.Outfile is null ? "." : paths.GetDirectory(paths.Join(root, options.Outfile))!);
        string relative = paths.GetRelative(paths.Join(root, output), paths.Join(folder, request));
        return relative.StartsWith('.') || paths.IsAbsolute(relative) ? relative : "./" + relative;
    }

    private static bool IsUrl(string request) =>
        request.StartsWith("http://", StringComparison.Ordinal) || request.StartsWith("https://", StringComparison.Ordinal) || request.StartsWith("//", StringComparison.Ordinal);

    private static bool MatchesText(string rule, string text)
    {
        int star = rule.IndexOf('*');
        if (star < 0) return rule == text;
        ReadOnlySpan<char> after = rule.AsSpan(star + 1);
        return text.Length >= rule.Length - 1 && text.AsSpan().StartsWith(rule.AsSpan(0, star)) && text.AsSpan().EndsWith(after);
    }
}
