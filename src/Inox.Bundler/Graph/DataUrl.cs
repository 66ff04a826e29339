using System.Text;

namespace Inox.Bundler.Graph;

/// <summary>Reads and writes <c>data:</c> URLs (RFC 2397).</summary>
internal static class DataUrl
{
    public static (string MediaType, byte[] Bytes)? Read(string url)
    {
        int comma = url.IndexOf(',');
        if (!url.StartsWith("data:", StringComparison.Ordinal) || comma < 0) return null;
        string head = url[5..comma];
        bool isBase64 = head.EndsWith(";base64", StringComparison.Ordinal);
        string mediaType = head.Split(';')[0];
        string body = url[(comma + 1)..];
        try
        {
            return (mediaType, isBase64 ? Convert.FromBase64String(Uri.UnescapeDataString(body)) : Encoding.UTF8.GetBytes(Uri.UnescapeDataString(body)));
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>The shorter of the base64 and, for text, the percent form.</summary>
    public static string Write(string mediaType, byte[] bytes)
    {
        string base64 = $"data:{mediaType};base64,{Convert.ToBase64String(bytes)}";
        if (!IsText(mediaType)) return base64;
        string text = Encoding.UTF8.GetString(bytes);
        if (text.Contains('\uFFFD')) return base64;
        string percent = $"data:{mediaType},{Escape(text)}";
        return percent.Length < base64.Length ? percent : base64;
    }

    private static bool IsText(string mediaType) => mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType is "image/svg+xml" or "application/json";

    private static string Escape(string text)
    {
        StringBuilder output = new();
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            bool isPlain = b is > 0x20 and < 0x7F && b is not ((byte)'%' or (byte)'#' or (byte)'"' or (byte)'\'' or (byte)'<' or (byte)'>' or (byte)'`' or (byte)'\\' or (byte)'(' or (byte)')')
                || b == ' ' && output.Length > 0;
            if (isPlain) output.Append((char)b);
            else output.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }
        // a URL parser strips blanks at the end
        return output.ToString().TrimEnd(' ') is var trimmed && trimmed.Length < output.Length ? trimmed + "%20" : output.ToString();
    }
}
