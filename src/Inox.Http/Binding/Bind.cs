using System.Text;
using System.Text.Unicode;

namespace Inox.Http;

/// <summary>What generated binders call: text of a request into values, without boxing and without reflection.</summary>
public static class Bind
{
    /// <summary>Parses a value that reads UTF-8 itself: numbers, <c>char</c>, IP addresses, and types of one's own.</summary>
    public static bool TryUtf8<T>(ReadOnlySpan<byte> text, out T value) where T : IUtf8SpanParsable<T> =>
        T.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out value!);

    /// <summary>Parses a value that reads UTF-16 only, such as <see cref="DateTime"/>.</summary>
    public static bool TryChars<T>(ReadOnlySpan<byte> text, out T value) where T : ISpanParsable<T>
    {
        Span<char> chars = stackalloc char[256];
        if (text.Length > chars.Length || Utf8.ToUtf16(text, chars, out _, out int written, replaceInvalidSequences: false) != System.Buffers.OperationStatus.Done)
        {
            value = default!;
            return false;
        }
        return T.TryParse(chars[..written], System.Globalization.CultureInfo.InvariantCulture, out value!);
    }

    public static bool TryBoolean(ReadOnlySpan<byte> text, out bool value)
    {
        value = text.SequenceEqual("true"u8) || text.SequenceEqual("1"u8) || text.SequenceEqual("on"u8);
        return value || text.SequenceEqual("false"u8) || text.SequenceEqual("0"u8);
    }

    public static bool TryEnum<T>(ReadOnlySpan<byte> text, out T value) where T : struct, Enum =>
        Enum.TryParse(Encoding.UTF8.GetString(text), ignoreCase: true, out value) && Enum.IsDefined(value);

    public static bool TryText(ReadOnlySpan<byte> text, out string value)
    {
        value = Encoding.UTF8.GetString(text);
        return true;
    }

    /// <summary>A parameter of the route, its <c>%2F</c> and <c>%25</c> decoded.</summary>
    public static ReadOnlySpan<byte> Route(HttpExchange exchange, int index)
    {
        ReadOnlySpan<byte> value = exchange.Request.RouteValue(index);
        return value.Contains((byte)'%') ? FormText.DecodePath(value) : value;
    }

    /// <summary>The first parameter of this name in the query, decoded.</summary>
    public static bool TryQuery(HttpExchange exchange, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value) =>
        FormText.TryFind(exchange.Request.QueryBytes, name, out value);

    public static bool TryField(HttpExchange exchange, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value) =>
        exchange.Request.Fields.TryGet(name, out value);

    /// <summary>A cookie, its percent-encoding decoded.</summary>
    public static bool TryCookie(HttpExchange exchange, ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        if (!RequestCookies.TryFind(exchange.Request, name, out value)) return false;
        if (value.Contains((byte)'%')) value = FormText.DecodePath(value);
        return true;
    }

    public static Problem Missing(string source, string name) =>
        new(400, $"the {source} `{name}` is missing") { Errors = [new(name, "is missing")] };

    /// <summary>What is told of text that could not be parsed; the fault is a predicate, such as <c>is no boolean</c>.</summary>
    public static Problem Malformed(string source, string name, string fault) =>
        new(400, $"the {source} `{name}` {fault}") { Errors = [new(name, fault)] };

    /// <summary>The problem of a value that does not find itself in order; null when it does.</summary>
    public static Problem? Validate<T>(T value) where T : IValidated
    {
        ProblemError[] errors = [.. value.Validate()];
        return errors.Length == 0 ? null : Problem.Unprocessable(errors);
    }
}
