namespace Inox.Bundler.Graph;

/// <summary>Media types by file extension (IANA).</summary>
internal static class MediaTypes
{
    private static readonly Dictionary<string, string> s_types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".jfif"] = "image/jpeg", [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml", [".webp"] = "image/webp", [".avif"] = "image/avif", [".ico"] = "image/x-icon", [".bmp"] = "image/bmp",
        [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf", [".otf"] = "font/otf", [".eot"] = "application/vnd.ms-fontobject",
        [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".ogv"] = "video/ogg", [".mp3"] = "audio/mpeg", [".wav"] = "audio/wav",
        [".ogg"] = "audio/ogg", [".flac"] = "audio/flac", [".aac"] = "audio/aac", [".pdf"] = "application/pdf", [".wasm"] = "application/wasm",
        [".js"] = "text/javascript", [".mjs"] = "text/javascript", [".css"] = "text/css", [".html"] = "text/html", [".json"] = "application/json",
        [".txt"] = "text/plain", [".xml"] = "text/xml", [".md"] = "text/markdown", [".webmanifest"] = "application/manifest+json", [".vtt"] = "text/vtt",
    };

    public static string Of(string path) => s_types.GetValueOrDefault(System.IO.Path.GetExtension(path), "application/octet-stream");
}
