namespace Inox.Http;

/// <summary>Host = uri-host [ ":" port ] (RFC 9110 section 7.2). Never empty for http (section 4.2.1), never with user information.</summary>
internal static class HostParser
{
    public static bool IsValid(ReadOnlySpan<byte> authority)
    {
        if (authority.IsEmpty) return false;
        ReadOnlySpan<byte> port;
        if (authority[0] == '[')
        {
            int end = authority.IndexOf((byte)']');
            if (end < 3 || authority[1..end].IndexOfAnyExcept(Characters.IpLiteral) >= 0 || !authority[1..end].Contains((byte)':')) return false;
            port = authority[(end + 1)..];
        }
        else
        {
            int colon = authority.IndexOf((byte)':');
            ReadOnlySpan<byte> host = colon < 0 ? authority : authority[..colon];
            if (host.IsEmpty || host.IndexOfAnyExcept(Characters.RegName) >= 0 || !PathDecoder.HasValidEscapes(host)) return false;
            port = colon < 0 ? default : authority[colon..];
        }
        return port.IsEmpty || IsPort(port);
    }

    // port = *DIGIT: `host:` is allowed by RFC 3986 section 3.2.3.
    private static bool IsPort(ReadOnlySpan<byte> port)
    {
        if (port[0] != ':' || port[1..].IndexOfAnyExcept(Characters.Digits) >= 0) return false;
        int number = 0;
        foreach (byte digit in port[1..])
        {
            number = number * 10 + digit - '0';
            if (number > ushort.MaxValue) return false;
        }
        return true;
    }
}
