using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Inox.JavaScript.Estree;

/// <summary>
/// ESTree JSON of a parsed file, as acorn (ecmaVersion latest, without locations) or typescript-estree (with ranges) give it. Values that
/// JSON has no form for are written as <c>JSON.stringify</c> writes them: a regular expression is <c>{}</c>, an infinite number null; the value
/// of a bigint is null and its digits are in <c>bigint</c>. Safe to call from several threads.
/// </summary>
public static class EstreeJson
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = int.MaxValue, SkipValidation = true };

    public static void Write(ParseResult parsed, IBufferWriter<byte> output, EstreeOptions? options = null)
    {
        using Utf8JsonWriter json = new(output, s_options);
        Write(parsed, json, options);
    }

    /// <summary>Writes to <paramref name="json"/>, whose MaxDepth must be above the depth of the tree.</summary>
    public static void Write(ParseResult parsed, Utf8JsonWriter json, EstreeOptions? options = null) =>
        new EstreeWriter(json, parsed.Source.Text, (options ?? EstreeOptions.Default).Dialect).Write(parsed.Program);
}
