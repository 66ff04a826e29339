using Inox.Core;

namespace Inox.Bundler.Graph;

/// <summary>The URLs of a <c>srcset</c> (HTML 4.8.4.3.6): candidates with commas between them, each a URL and perhaps a width or density.</summary>
internal static class Srcset
{
    public static List<TextSpan> Read(string value)
    {
        List<TextSpan> urls = [];
        int at = 0;
        while (true)
        {
            while (at < value.Length && (char.IsWhiteSpace(value[at]) || value[at] == ',')) at++;
            if (at == value.Length) return urls;
            int start = at;
            while (at < value.Length && !char.IsWhiteSpace(value[at])) at++;
            int end = at;
            // "a.png, b.png": a comma at the end of a URL ends the candidate; one within belongs to it
            while (end > start && value[end - 1] == ',') end--;
            urls.Add(new(start, end));
            if (end < at) continue;
            at = SkipDescriptor(value, at);
        }
    }

    private static int SkipDescriptor(string value, int at)
    {
        int depth = 0;
        for (; at < value.Length && (value[at] != ',' || depth > 0); at++)
        {
            if (value[at] == '(') depth++;
            else if (value[at] == ')' && depth > 0) depth--;
        }
        return at;
    }
}
