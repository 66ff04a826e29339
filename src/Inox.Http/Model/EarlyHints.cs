using System.Text;

namespace Inox.Http;

internal static class EarlyHints
{
    public static byte[] Lines(ReadOnlySpan<string> links)
    {
        using MemoryStream lines = new();
        foreach (string link in links)
        {
            byte[] value = Encoding.UTF8.GetBytes(link);
            if (value.AsSpan().IndexOfAny(Characters.NotInValue) >= 0) throw new ArgumentException("a link holds a control character", nameof(links));
            lines.Write("Link: "u8);
            lines.Write(value);
            lines.Write("\r\n"u8);
        }
        return lines.ToArray();
    }
}
