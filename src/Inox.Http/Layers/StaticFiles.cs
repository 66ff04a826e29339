using System.Text;

namespace Inox.Http;

/// <summary>
/// Serves a folder: GET and HEAD, entity tags, conditional and partial requests (RFC 9110 sections 13 and 14), pre-compressed neighbours (<c>app.js.br</c>, <c>app.js.gz</c>), an
/// index page for folders. A file whose name holds a hash is immutable for browsers. What is not there goes on to the routes. Hidden files and what links lead out of the
/// folder are not served.
/// </summary>
public sealed class StaticFiles(string folder) : ILayer
{
    private readonly string _folder = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;

    /// <summary>Below which path it answers.</summary>
    public string Prefix { get; init; } = "/";

    /// <summary>What a folder answers with; null for nothing.</summary>
    public string? Index { get; init; } = "index.html";

    /// <summary>Whether a name such as <c>app-3f9a2c1b.js</c> may be kept for a year; its content can never change.</summary>
    public Func<string, bool> IsImmutable { get; init; } = HasHash;

    public HttpHandler Wrap(HttpHandler next)
    {
        byte[] prefix = Encoding.UTF8.GetBytes(Prefix.TrimEnd('/') + "/");
        return exchange =>
        {
            HttpRequest request = exchange.Request;
            if (request.Method is not (RequestMethod.Get or RequestMethod.Head) || !request.Path.StartsWith(prefix)) return next(exchange);
            return Locate(request.Path[prefix.Length..]) is { } file ? new FileResponse(file) { IsImmutable = IsImmutable(file.Name), UsesNeighbours = true }.RespondAsync(exchange) : next(exchange);
        };
    }

    private FileInfo? Locate(ReadOnlySpan<byte> path)
    {
        // The parser has resolved dot segments; an encoded slash is not one of the file system's.
        string relative = Encoding.UTF8.GetString(path);
        if (relative.Contains('%') || relative.Contains('\\') || relative.StartsWith('/') || relative.Contains("//", StringComparison.Ordinal) || relative.StartsWith('.') || relative.Contains("/.", StringComparison.Ordinal)) return null;
        string full = Path.Combine(_folder, relative);
        if (relative.Length == 0 || relative.EndsWith('/'))
        {
            if (Index is null) return null;
            full = Path.Combine(full, Index);
        }
        FileInfo file = new(full);
        if (!file.Exists || !file.FullName.StartsWith(_folder, StringComparison.Ordinal)) return null;
        return !PassesLink(file.FullName) || RealPath(file.FullName).StartsWith(RealPath(Path.TrimEndingDirectorySeparator(_folder)) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? file : null;
    }

    // Any part below the folder can be a link, not only the last one. The folder itself may be: that is how a new release is put into its place.
    private bool PassesLink(string path)
    {
        for (; path.Length > _folder.Length; path = Path.GetDirectoryName(path)!)
        {
            if (new FileInfo(path).LinkTarget is not null) return true;
        }
        return false;
    }

    // It ends, since the system has found the file.
    private static string RealPath(string path)
    {
        if (Path.GetDirectoryName(path) is not { } parent) return path;
        string whole = Path.Join(RealPath(parent), Path.GetFileName(path));
        return new FileInfo(whole).ResolveLinkTarget(returnFinalTarget: true) is { } target ? RealPath(target.FullName) : whole;
    }

    // Eight or more characters of a hash before the extension, a digit among them: `app-3f9a2c1b.js`, `app.3f9a2c1b.js`.
    private static bool HasHash(string name)
    {
        string stem = Path.GetFileNameWithoutExtension(name);
        string last = stem[(stem.LastIndexOfAny(['-', '.']) + 1)..];
        return last.Length >= 8 && last.Length < stem.Length && last.All(char.IsAsciiLetterOrDigit) && last.Any(char.IsAsciiDigit);
    }
}
