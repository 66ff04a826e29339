namespace Inox.Http;

/// <summary>request-line = method SP request-target SP HTTP-version (RFC 9112 section 3). Exactly one space each: nothing is skipped.</summary>
internal static class RequestLineParser
{
    private const int VersionLength = 8;

    public static HeadFault? Parse(ReadOnlySpan<byte> line, int start, HttpRequest request)
    {
        int space = line.IndexOf((byte)' ');
        if (space <= 0) return HeadFault.RequestLine;
        if (line[..space].IndexOfAnyExcept(Characters.Token) >= 0) return HeadFault.Method;
        int targetStart = space + 1, targetEnd = line.Length - VersionLength - 1;
        // `GET /` alone is HTTP/0.9.
        if (targetEnd <= targetStart || line[targetEnd] != ' ') return HeadFault.RequestLine;
        if (ParseVersion(line[(targetEnd + 1)..], request) is { } fault) return fault;
        request.Method = Classify(line[..space]);
        request.MethodRange = new(start, space);
        request.TargetRange = ByteRange.Between(start + targetStart, start + targetEnd);
        return TargetParser.Parse(line[targetStart..targetEnd], start + targetStart, request);
    }

    // HTTP-version = HTTP-name "/" DIGIT "." DIGIT; HTTP-name is case-sensitive.
    private static HeadFault? ParseVersion(ReadOnlySpan<byte> version, HttpRequest request)
    {
        if (!version.StartsWith("HTTP/"u8) || version[6] != '.' || !char.IsAsciiDigit((char)version[5]) || !char.IsAsciiDigit((char)version[7]))
            return HeadFault.Version;
        if (version[5] != '1') return HeadFault.VersionNotSupported;
        // HTTP/1.2 is served as the highest minor version known (RFC 9110 section 2.5).
        request.MinorVersion = version[7] == '0' ? 0 : 1;
        return null;
    }

    internal static RequestMethod Classify(ReadOnlySpan<byte> method)
    {
        switch (method.Length)
        {
            case 3:
                if (method.SequenceEqual("GET"u8)) return RequestMethod.Get;
                if (method.SequenceEqual("PUT"u8)) return RequestMethod.Put;
                break;
            case 4:
                if (method.SequenceEqual("POST"u8)) return RequestMethod.Post;
                if (method.SequenceEqual("HEAD"u8)) return RequestMethod.Head;
                break;
            case 5:
                if (method.SequenceEqual("PATCH"u8)) return RequestMethod.Patch;
                if (method.SequenceEqual("TRACE"u8)) return RequestMethod.Trace;
                break;
            case 6 when method.SequenceEqual("DELETE"u8): return RequestMethod.Delete;
            case 7:
                if (method.SequenceEqual("OPTIONS"u8)) return RequestMethod.Options;
                if (method.SequenceEqual("CONNECT"u8)) return RequestMethod.Connect;
                break;
        }
        return RequestMethod.Other;
    }
}
