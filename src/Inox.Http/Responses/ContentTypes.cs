using System.Collections.Frozen;

namespace Inox.Http;

/// <summary>Media types by extension, for files.</summary>
public static class ContentTypes
{
    private static readonly FrozenDictionary<string, string> s_types = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        [".html"] = "text/html; charset=utf-8", [".htm"] = "text/html; charset=utf-8", [".css"] = "text/css; charset=utf-8", [".js"] = "text/javascript; charset=utf-8",
        [".mjs"] = "text/javascript; charset=utf-8", [".json"] = "application/json", [".map"] = "application/json", [".txt"] = "text/plain; charset=utf-8",
        [".md"] = "text/markdown; charset=utf-8", [".csv"] = "text/csv; charset=utf-8", [".xml"] = "application/xml", [".svg"] = "image/svg+xml", [".png"] = "image/png",
        [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif", [".webp"] = "image/webp", [".avif"] = "image/avif", [".ico"] = "image/x-icon",
        [".woff"] = "font/woff", [".woff2"] = "font/woff2", [".ttf"] = "font/ttf", [".otf"] = "font/otf", [".wasm"] = "application/wasm", [".pdf"] = "application/pdf",
        [".mp3"] = "audio/mpeg", [".ogg"] = "audio/ogg", [".wav"] = "audio/wav", [".mp4"] = "video/mp4", [".webm"] = "video/webm", [".zip"] = "application/zip",
        [".gz"] = "application/gzip", [".webmanifest"] = "application/manifest+json",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>application/octet-stream</c> when the extension is not known.</summary>
    public static string Of(string path) => s_types.GetValueOrDefault(Path.GetExtension(path), "application/octet-stream");

    /// <summary>Whether compressing pays.</summary>
    internal static bool IsCompressible(ReadOnlySpan<byte> type) =>
        type.StartsWith("text/"u8) && !type.StartsWith("text/event-stream"u8) || type.StartsWith("application/json"u8) || type.StartsWith("application/problem+json"u8)
        || type.StartsWith("application/xml"u8) || type.StartsWith("image/svg+xml"u8) || type.StartsWith("application/wasm"u8) || type.StartsWith("application/manifest+json"u8);
}
