using System.Text;

namespace Inox.Http;

/// <summary>
/// request-target in its four forms (RFC 9112 section 3.2). The query is left encoded; the path is decoded only when it holds an escape or
/// a dot segment, so that most requests cost one vectorised look.
/// </summary>
internal static class TargetParser
{
    public static HeadFault? Parse(ReadOnlySpan<byte> target, int start, HttpRequest request)
    {
        if (request.Method == RequestMethod.Connect) return ParseAuthorityForm(target, start, request);
        if (target[0] == '/') return ParseOrigin(target, start, request);
        if (target.SequenceEqual("*"u8))
        {
            if (request.Method != RequestMethod.Options) return HeadFault.TargetForm;
            request.PathRange = new(start, 1);
            return null;
        }
        return ParseAbsoluteForm(target, start, request);
    }

    // origin-form = absolute-path [ "?" query ]
    private static HeadFault? ParseOrigin(ReadOnlySpan<byte> target, int start, HttpRequest request)
    {
        ReadOnlySpan<byte> path = target;
        int question = target.IndexOf((byte)'?');
        if (question >= 0)
        {
            ReadOnlySpan<byte> query = target[(question + 1)..];
            // A fragment never reaches a server (RFC 9110 section 7.1): `#` is in neither class.
            if (query.IndexOfAnyExcept(Characters.Query) >= 0) return HeadFault.Target;
            if (!PathDecoder.HasValidEscapes(query)) return HeadFault.Escape;
            request.QueryRange = new(start + question + 1, query.Length);
            path = target[..question];
        }
        if (path.IndexOfAnyExcept(Characters.Path) >= 0) return HeadFault.Target;
        request.PathRange = new(start, path.Length);
        return PathDecoder.NeedsDecoding(path) ? PathDecoder.Decode(path, request) : null;
    }

    // absolute-form = absolute-URI, of http and https
    private static HeadFault? ParseAbsoluteForm(ReadOnlySpan<byte> target, int start, HttpRequest request)
    {
        int scheme = StartsWithIgnoreCase(target, "http://"u8) ? 7 : StartsWithIgnoreCase(target, "https://"u8) ? 8 : 0;
        if (scheme == 0) return HeadFault.TargetForm;
        ReadOnlySpan<byte> rest = target[scheme..];
        int length = rest.IndexOfAny((byte)'/', (byte)'?');
        if (length < 0) length = rest.Length;
        if (!HostParser.IsValid(rest[..length])) return HeadFault.Target;
        request.AuthorityRange = new(start + scheme, length);
        int pathStart = scheme + length;
        if (pathStart < target.Length && target[pathStart] == '/') return ParseOrigin(target[pathStart..], start + pathStart, request);
        // `http://host` and `http://host?q`: the path is `/` (RFC 9110 section 4.2.3), or `*` for OPTIONS (RFC 9112 section 3.2.4).
        bool isServerWide = request.Method == RequestMethod.Options && pathStart == target.Length;
        request.BeginDecodedPath(1)[0] = isServerWide ? (byte)'*' : (byte)'/';
        request.EndDecodedPath(1);
        if (pathStart == target.Length) return null;
        ReadOnlySpan<byte> query = target[(pathStart + 1)..];
        if (query.IndexOfAnyExcept(Characters.Query) >= 0) return HeadFault.Target;
        if (!PathDecoder.HasValidEscapes(query)) return HeadFault.Escape;
        request.QueryRange = new(start + pathStart + 1, query.Length);
        return null;
    }

    // authority-form = uri-host ":" port
    private static HeadFault? ParseAuthorityForm(ReadOnlySpan<byte> target, int start, HttpRequest request)
    {
        int colon = target.LastIndexOf((byte)':');
        if (colon < 0 || colon == target.Length - 1 || !HostParser.IsValid(target)) return HeadFault.TargetForm;
        request.AuthorityRange = new(start, target.Length);
        return null;
    }

    private static bool StartsWithIgnoreCase(ReadOnlySpan<byte> text, ReadOnlySpan<byte> prefix) =>
        text.Length >= prefix.Length && Ascii.EqualsIgnoreCase(text[..prefix.Length], prefix);
}
