namespace Inox.Bundler.Graph;

/// <summary>Which attributes of which elements hold URLs that a page loads (HTML 4.2 and 4.8, SVG 2).</summary>
internal static class PageUrls
{
    public static bool IsUrl(HtmlElement element, string attribute) => (element.Name, attribute) switch
    {
        ("img" or "source" or "video" or "audio" or "track" or "embed", "src") => true,
        ("input", "src") => true,
        ("video", "poster") => true,
        ("object", "data") => true,
        ("image" or "use", "href" or "xlink:href") => true,
        ("link", "href") => IsAssetLink(element),
        ("meta", "content") => IsPictureMeta(element),
        _ => false,
    };

    public static bool IsSrcset(HtmlElement element, string attribute) =>
        attribute == "srcset" && element.Name is "img" or "source" || attribute == "imagesrcset" && element.Name == "link";

    public static bool HasRel(HtmlElement link, string rel)
    {
        if (link.ValueOf("rel") is not { } value) return false;
        foreach (Range part in value.AsSpan().Split(' '))
            if (value.AsSpan()[part].Trim().Equals(rel, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>A link that fetches code or styles ahead of the elements that use them: those go by other names in the output.</summary>
    public static bool IsCodePreload(HtmlElement element) =>
        element.Name == "link" && (HasRel(element, "modulepreload") || (HasRel(element, "preload") || HasRel(element, "prefetch")) && element.ValueOf("as") is "script" or "style");

    private static bool IsAssetLink(HtmlElement link) =>
        HasRel(link, "icon") || HasRel(link, "apple-touch-icon") || HasRel(link, "apple-touch-icon-precomposed") || HasRel(link, "mask-icon") || HasRel(link, "apple-touch-startup-image")
        || HasRel(link, "manifest") || HasRel(link, "image_src") || HasRel(link, "preload") || HasRel(link, "prefetch");

    private static bool IsPictureMeta(HtmlElement meta) =>
        (meta.ValueOf("property") ?? meta.ValueOf("name")) is "og:image" or "og:image:url" or "og:image:secure_url" or "twitter:image" or "msapplication-tileimage" or "msapplication-TileImage";

    /// <summary>Whether a URL may name a file of the project: no scheme, no other host, more than a fragment or query.</summary>
    public static bool IsFile(string url)
    {
        if (url.Length == 0 || url[0] is '#' or '?' || url.StartsWith("//", StringComparison.Ordinal) || url.StartsWith("\\\\", StringComparison.Ordinal)) return false;
        int colon = url.IndexOf(':');
        if (colon <= 0 || !char.IsAsciiLetter(url[0])) return true;
        foreach (char c in url.AsSpan(0, colon)) if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')) return true;
        return false;
    }
}
