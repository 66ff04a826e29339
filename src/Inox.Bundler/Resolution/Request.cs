namespace Inox.Bundler.Resolution;

/// <summary>A request taken apart into path, <c>?query</c> and <c>#fragment</c>, each with its first character.</summary>
internal readonly record struct Request(string Text, string Query, string Fragment)
{
    /// <summary>Written as a folder: <c>a/</c>, <c>.</c>, <c>../..</c>. The slash is not in <see cref="Text"/>.</summary>
    public bool IsDirectory { get; init; }

    /// <summary>Whether no extension and no index file is added.</summary>
    public bool FullySpecified { get; init; }

    public bool IsRelative => Text is ['.'] or ['.', '.'] or ['.', '/', ..] or ['.', '.', '/', ..];

    /// <summary>The whole text is a path, <c>#</c> and <c>?</c> too.</summary>
    public static Request Literal(string text) => Finish(text, "", "");

    public static bool HasSuffix(string text) => text.Length > 1 && text.AsSpan(1).IndexOfAny('?', '#') >= 0;

    // A `#` at the start is a name of `imports`; `\0#` is a number sign of a path, as webpack writes it.
    public static Request Parse(string text)
    {
        int end = FindSuffix(text, 0, stopAtQuery: true);
        int fragment = end < text.Length && text[end] == '?' ? FindSuffix(text, end + 1, stopAtQuery: false) : end;
        return Finish(Unescape(text[..end]), Unescape(text[end..fragment]), text[fragment..]);
    }

    /// <summary>A query or fragment of its own wins over that of the request this one replaces.</summary>
    public Request Inherit(Request replaced) => this with
    {
        Query = Query.Length > 0 ? Query : replaced.Query,
        Fragment = Fragment.Length > 0 ? Fragment : replaced.Fragment,
    };

    private static Request Finish(string path, string query, string fragment)
    {
        bool slash = path.Length > 1 && path[^1] == '/';
        // `import ".."` is the folder's index, never a file `...js` beside it.
        bool isDirectory = slash || path is "." or ".." || path.EndsWith("/.", StringComparison.Ordinal) || path.EndsWith("/..", StringComparison.Ordinal);
        return new(slash ? path[..^1] : path, query, fragment) { IsDirectory = isDirectory };
    }

    private static int FindSuffix(string text, int start, bool stopAtQuery)
    {
        for (int i = start; i < text.Length; i++)
        {
            if (text[i] == '\0') i++;
            else if (text[i] == '#' ? i > 0 : stopAtQuery && text[i] == '?') return i;
        }
        return text.Length;
    }

    private static string Unescape(string text) => text.Replace("\0", "", StringComparison.Ordinal);
}
