using Inox.Core;

namespace Inox.Css;

/// <summary>Where values are written: the text, how compressed it is, and for which browsers.</summary>
internal sealed class ValueWriter(CharWriter output, bool minify, TargetSet targets)
{
    [ThreadStatic]
    private static ValueWriter? s_compressed;

    public CharWriter Output { get; } = output;

    public bool Minify { get; } = minify;

    public TargetSet Targets { get; } = targets;

    /// <summary>Whether a math function is around, where a zero length keeps its unit.</summary>
    public bool InMath { get; set; }

    public static string ToText(CssValue value)
    {
        ValueWriter writer = s_compressed ??= new(new CharWriter(256), true, TargetSet.None);
        s_compressed = null;
        value.Write(writer);
        string text = writer.Output.ToString();
        writer.Output.Truncate(0);
        s_compressed = writer;
        return text;
    }

    public static string ToText(CssValue value, bool minify, TargetSet targets)
    {
        if (minify && targets.IsNone) return value.Text;
        using CharWriter output = new(128);
        value.Write(new(output, minify, targets));
        return output.ToString();
    }

    public void Write(string text) => Output.Write(text);

    public void Write(ReadOnlySpan<char> text) => Output.Write(text);

    public void Write(char c) => Output.Write(c);

    public void WriteNumber(float value) => CssNumbers.Write(Output, value);

    /// <summary>Writes a number that an author has chosen, with the digits that browsers tell apart.</summary>
    public void WriteAsWritten(double value) => CssNumbers.WriteAsWritten(Output, value);

    /// <summary>A blank that only a reader wants.</summary>
    public void OptionalSpace()
    {
        if (!Minify) Output.Write(' ');
    }

    /// <summary>A new line for readers, <paramref name="indent"/> blanks behind where the declaration starts.</summary>
    public void NewLine(int indent)
    {
        if (Minify) return;
        Output.Write('\n');
        Output.Write(' ', indent);
    }

    public void Comma()
    {
        Output.Write(',');
        OptionalSpace();
    }

    public void Separate(char separator)
    {
        if (separator == ' ') Output.Write(' ');
        else if (separator == ',') Comma();
        else
        {
            OptionalSpace();
            Output.Write(separator);
            OptionalSpace();
        }
    }

    public void WriteString(string value) => Output.Write(CssEscapes.QuotedString(value));

    public void WriteUrl(string url) => Output.Write(UrlText.Write(url, Minify));
}

internal static class UrlText
{
    /// <summary><paramref name="url"/> as <c>url(…)</c>: without quotes when compressed, unless escapes would make that longer.</summary>
    public static string Write(string url, bool minify)
    {
        string quoted = $"url({CssEscapes.QuotedString(url)})";
        if (!minify) return quoted;
        string bare = CssEscapes.Url(url);
        return bare.Length <= quoted.Length ? bare : quoted;
    }
}
