using System.Net;

namespace Inox.Bundler.Graph;

/// <summary>Character references in the values of attributes.</summary>
internal static class HtmlText
{
    public static string Decode(string raw) => raw.Contains('&') ? WebUtility.HtmlDecode(raw) : raw;

    /// <summary>A value for an attribute that is quoted with <paramref name="quote"/>; <c>\0</c> is a value without quotes, which gets them when it needs them.</summary>
    public static string Encode(string value, char quote)
    {
        if (quote == '\0') return IsPlain(value) ? value : $"\"{Encode(value, '"')}\"";
        string encoded = value.Contains('&') ? value.Replace("&", "&amp;") : value;
        return quote == '"' ? encoded.Replace("\"", "&quot;") : encoded.Replace("'", "&#39;");
    }

    private static bool IsPlain(string value) => value.Length > 0 && value.AsSpan().IndexOfAny(" \t\r\n\f\"'`=<>&") < 0;
}
