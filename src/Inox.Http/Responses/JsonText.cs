using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inox.Http;

internal static class JsonText
{
    // The default encoder escapes `'`, `+` and everything outside of ASCII, for JSON inside of HTML; these bodies are JSON alone.
    public static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
}
