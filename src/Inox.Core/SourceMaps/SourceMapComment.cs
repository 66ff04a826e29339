using System.Buffers;
using System.Text;

namespace Inox.Core;

/// <summary>
/// The comment that joins a file to its map: <c>//# sourceMappingURL=app.js.map</c>, in CSS <c>/*# sourceMappingURL=app.css.map */</c>. The old
/// <c>@</c> in place of <c>#</c> is read too. <see cref="Span"/> is the whole comment without its line end.
/// </summary>
public readonly record struct SourceMapComment(TextSpan Span, string Url)
{
    private const string Marker = "sourceMappingURL=";
    private const string JsonDataUrl = "data:application/json;charset=utf-8;base64,";

    // What ends a URL in a comment; a quote shows that the match stands in a string.
    private static readonly SearchValues<char> s_urlEnds = SearchValues.Create(" \t\r\n\v\f\u2028\u2029\"'`");

    /// <summary>
    /// Finds the last such comment with nothing but blanks and comments behind it (ECMA-426 11.1.2.1), so that one inside a string of a bundle
    /// of development builds is not taken for the bundle's own.
    /// </summary>
    public static SourceMapComment? Find(string text)
    {
        for (int end = text.Length; end > 0;)
        {
            int marker = text.AsSpan(0, end).LastIndexOf(Marker);
            if (marker < 0) return null;
            if (TryRead(text, marker) is { } found) return IsTail(text.AsSpan(found.Span.End)) ? found : null;
            end = marker;
        }
        return null;
    }

    /// <summary>The bytes of the map when <see cref="Url"/> is a <c>data:</c> URL; null when it is none or is broken.</summary>
    public byte[]? ReadDataUrl()
    {
        if (!Url.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return null;
        int comma = Url.IndexOf(',', StringComparison.Ordinal);
        if (comma < 0) return null;
        string data = Uri.UnescapeDataString(Url[(comma + 1)..]);
        if (!Url.AsSpan(0, comma).EndsWith(";base64", StringComparison.OrdinalIgnoreCase)) return Encoding.UTF8.GetBytes(data);
        byte[] bytes = new byte[data.Length / 4 * 3 + 3];
        return Convert.TryFromBase64String(Padded(data), bytes, out int written) ? bytes[..written] : null;
    }

    /// <summary>A <c>data:</c> URL that holds a map's JSON.</summary>
    public static string ToDataUrl(ReadOnlySpan<byte> json) => JsonDataUrl + Convert.ToBase64String(json);

    private static string Padded(string base64) => (base64.Length % 4) switch
    {
        2 => base64 + "==",
        3 => base64 + "=",
        _ => base64,
    };

    private static SourceMapComment? TryRead(string text, int marker)
    {
        int open = marker;
        while (open > 0 && text[open - 1] is ' ' or '\t') open--;
        if (open < 3 || text[open - 1] is not ('#' or '@')) return null;
        ReadOnlySpan<char> opening = text.AsSpan(open - 3, 2);
        bool isBlock = opening is "/*";
        if (!isBlock && opening is not "//") return null;
        int urlStart = marker + Marker.Length;
        int length = text.AsSpan(urlStart).IndexOfAny(s_urlEnds);
        // `/*# sourceMappingURL=a.map*/`
        int close = isBlock ? text.AsSpan(urlStart).IndexOf("*/") : -1;
        if (close >= 0 && (length < 0 || close < length)) length = close;
        int urlEnd = length < 0 ? text.Length : urlStart + length;
        if (urlEnd == urlStart || CommentEnd(text, urlEnd, isBlock) is not { } end) return null;
        return new(new(open - 3, end), text[urlStart..urlEnd]);
    }

    /// <summary>The end of the comment when only blanks follow the URL in it.</summary>
    private static int? CommentEnd(string text, int urlEnd, bool isBlock)
    {
        if (!isBlock)
        {
            int line = text.AsSpan(urlEnd).IndexOfAny(LineTable.Terminators);
            int end = line < 0 ? text.Length : urlEnd + line;
            return text.AsSpan(urlEnd..end).IsWhiteSpace() ? urlEnd : null;
        }
        int close = text.IndexOf("*/", urlEnd, StringComparison.Ordinal);
        return close >= 0 && text.AsSpan(urlEnd..close).IsWhiteSpace() ? close + 2 : null;
    }

    private static bool IsTail(ReadOnlySpan<char> rest)
    {
        while (true)
        {
            rest = rest.TrimStart();
            if (rest.IsEmpty) return true;
            int skip;
            if (rest.StartsWith("//")) skip = rest.IndexOfAny(LineTable.Terminators);
            else if (rest.StartsWith("/*")) skip = rest.IndexOf("*/") is var close and >= 0 ? close + 2 : -1;
            else return false;
            if (skip < 0) return rest.StartsWith("//");
            rest = rest[skip..];
        }
    }
}
