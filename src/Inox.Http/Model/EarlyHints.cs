using System.Text;

namespace Inox.Http;

internal static class EarlyHints
{
    public static byte[] Lines(ReadOnlySpan<string> links)
    {
        StringBuilder lines = new();
        foreach (string link in links)
        {
            if (link.AsSpan().IndexOfAny('\r', '\n') >= 0) throw new ArgumentException("a link holds a line end", nameof(links));
            lines.Append("Link: ").Append(link).Append("\r\n");
        }
        return Encoding.UTF8.GetBytes(lines.ToString());
    }
}
