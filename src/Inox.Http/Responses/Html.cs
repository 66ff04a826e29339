using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Inox.Http;

/// <summary>
/// HTML with values in it: <c>Html page = $"&lt;p&gt;{name}&lt;/p&gt;"</c> escapes <c>name</c>; another <see cref="Html"/> goes in as it is, a sequence of them one
/// after the other. In attributes, put quotes around the value.
/// </summary>
[InterpolatedStringHandler]
public sealed class Html : IResponder
{
    private readonly StringBuilder _text;

    public Html(int literalLength, int formattedCount) => _text = new(literalLength + formattedCount * 16);

    private Html(string text) => _text = new(text);

    /// <summary>Text that is HTML already. Never give it what a client sent.</summary>
    public static Html Raw(string html) => new(html);

    /// <summary>Makes an interpolated string HTML where no type says so: <c>Html.Of($"...")</c>.</summary>
    public static Html Of(Html html) => html;

    public void AppendLiteral(string text) => _text.Append(text);

    public void AppendFormatted(string? value)
    {
        if (value is not null) _text.Append(HtmlEncoder.Default.Encode(value));
    }

    public void AppendFormatted(Html? value)
    {
        if (value is not null) _text.Append(value._text);
    }

    public void AppendFormatted(IEnumerable<Html> values)
    {
        foreach (Html value in values) _text.Append(value._text);
    }

    public void AppendFormatted<T>(T value, string? format = null) =>
        AppendFormatted(value is IFormattable formattable ? formattable.ToString(format, System.Globalization.CultureInfo.InvariantCulture) : value?.ToString());

    public override string ToString() => _text.ToString();

    public ValueTask RespondAsync(HttpExchange exchange)
    {
        exchange.Response.SetField("Content-Type"u8, "text/html; charset=utf-8"u8);
        foreach (ReadOnlyMemory<char> chunk in _text.GetChunks())
        {
            Span<byte> space = exchange.Response.GetSpan(Encoding.UTF8.GetMaxByteCount(chunk.Length));
            exchange.Response.Advance(Encoding.UTF8.GetBytes(chunk.Span, space));
        }
        return default;
    }
}
