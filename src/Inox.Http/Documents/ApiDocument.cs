using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Inox.Http;

/// <summary>
/// Serves the OpenAPI 3.1 document of generated routes, and a page to read and try them. The page is one file of our own: it loads nothing from elsewhere.
/// </summary>
public sealed class ApiDocument(RouteTable routes) : ILayer
{
    public string Title { get; init; } = "API";

    public string Version { get; init; } = "1";

    public string? Description { get; init; }

    /// <summary>Where the document is.</summary>
    public string DocumentPath { get; init; } = "/openapi.json";

    /// <summary>Where the page is; null for none.</summary>
    public string? PagePath { get; init; } = "/docs";

    /// <summary>The prefix the routes are mounted at.</summary>
    public string Prefix { get; init; } = "";

    public HttpHandler Wrap(HttpHandler next)
    {
        byte[] documentPath = Encoding.UTF8.GetBytes(DocumentPath), pagePath = Encoding.UTF8.GetBytes(PagePath ?? ""), document = WriteDocument(), page = PagePath is null ? [] : ReadPage();
        return exchange =>
        {
            HttpRequest request = exchange.Request;
            if (request.Method is not (RequestMethod.Get or RequestMethod.Head)) return next(exchange);
            if (request.Path.SequenceEqual(documentPath)) return new Content(document, "application/json").RespondAsync(exchange);
            if (page.Length == 0 || !request.Path.SequenceEqual(pagePath)) return next(exchange);
            // Script and style of the page stand in it; a stricter policy of an outer layer would keep them from running.
            exchange.Response.SetField("Content-Security-Policy"u8, "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; connect-src 'self'"u8);
            return new Content(page, "text/html; charset=utf-8").RespondAsync(exchange);
        };
    }

    private byte[] ReadPage()
    {
        using StreamReader page = new(typeof(ApiDocument).Assembly.GetManifestResourceStream("try.html")!);
        return Encoding.UTF8.GetBytes(page.ReadToEnd().Replace("OPENAPI_DOCUMENT", JsonEncodedText.Encode(DocumentPath).ToString(), StringComparison.Ordinal));
    }

    // The generator knows the routes; what the API is called is known here.
    private byte[] WriteDocument()
    {
        ArrayBufferWriter<byte> output = new();
        using JsonDocument generated = JsonDocument.Parse(routes.OpenApi);
        using (Utf8JsonWriter json = new(output, JsonText.WriterOptions))
        {
            json.WriteStartObject();
            foreach (JsonProperty member in generated.RootElement.EnumerateObject())
            {
                if (member.NameEquals("info"u8)) WriteInfo(json);
                else if (member.NameEquals("paths"u8)) WritePaths(json, member.Value);
                else member.WriteTo(json);
            }
            json.WriteEndObject();
        }
        return output.WrittenSpan.ToArray();
    }

    private void WriteInfo(Utf8JsonWriter json)
    {
        json.WriteStartObject("info"u8);
        json.WriteString("title"u8, Title);
        json.WriteString("version"u8, Version);
        if (Description is not null) json.WriteString("description"u8, Description);
        json.WriteEndObject();
    }

    private void WritePaths(Utf8JsonWriter json, JsonElement paths)
    {
        json.WriteStartObject("paths"u8);
        foreach (JsonProperty path in paths.EnumerateObject())
        {
            json.WritePropertyName(Prefix + path.Name);
            path.Value.WriteTo(json);
        }
        json.WriteEndObject();
    }
}
