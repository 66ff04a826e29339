using System.Net;

namespace Inox.Http;

/// <summary>Reads <c>http://host:port</c>: an IP address, <c>localhost</c>, or <c>*</c> for every address of the machine.</summary>
internal static class ListenAddress
{
    public static IEnumerable<IPEndPoint> Parse(string address)
    {
        ReadOnlySpan<char> rest = address;
        int defaultPort = 80;
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)) rest = rest[7..];
        else if (rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[8..];
            defaultPort = 443;
        }
        rest = rest.TrimEnd('/');
        int colon = rest.LastIndexOf(':');
        bool hasPort = colon >= 0 && colon > rest.LastIndexOf(']');
        int port = defaultPort;
        if (hasPort && (!int.TryParse(rest[(colon + 1)..], out port) || port is < 0 or > 65535)) throw new FormatException($"`{address}` has no valid port");
        ReadOnlySpan<char> host = hasPort ? rest[..colon] : rest;
        if (host is "*" or "+" or "") return [new IPEndPoint(IPAddress.Any, port)];
        if (host is "localhost") return [new IPEndPoint(IPAddress.Loopback, port)];
        if (IPAddress.TryParse(host.Trim("[]"), out IPAddress? ip)) return [new IPEndPoint(ip, port)];
        throw new FormatException($"`{address}` is no address to listen on: give an IP address, localhost or *");
    }
}
