using System.Text;

namespace Inox.Http;

/// <summary>Writes a head for engines that get their requests in pieces, so that all requests go through one parser.</summary>
internal static class RequestHead
{
    public static byte[] Write(string method, string target, ReadOnlySpan<(string Name, string Value)> fields, int? length)
    {
        StringBuilder head = new();
        head.Append(method).Append(' ').Append(target).Append(" HTTP/1.1\r\n");
        bool hasHost = false;
        foreach ((string name, string value) in fields)
        {
            hasHost |= name.Equals("Host", StringComparison.OrdinalIgnoreCase);
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }
        if (!hasHost) head.Append("Host: localhost\r\n");
        if (length is not null) head.Append("Content-Length: ").Append(length.Value).Append("\r\n");
        return Encoding.UTF8.GetBytes(head.Append("\r\n").ToString());
    }
}
