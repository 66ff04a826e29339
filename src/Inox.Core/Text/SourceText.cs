using System.Text;

namespace Inox.Core;

/// <summary>
/// One file's text in UTF-16 with the path it is shown under. Immutable; the line table is built on first use and is safe to ask for
/// from several threads.
/// </summary>
public sealed class SourceText
{
    private int[]? _lineStarts;

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
    }

    /// <summary>The path as diagnostics and source maps show it.</summary>
    public string Path { get; }

    public string Text { get; }

    public int LineCount => LineStarts.Length;

    internal int[] LineStarts => _lineStarts ??= LineTable.Build(Text);

    /// <summary>Decodes a file: UTF-8 (with or without BOM), or UTF-16 in either byte order when a BOM says so.</summary>
    public static SourceText Decode(string path, ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) return new(path, Encoding.UTF8.GetString(bytes[3..]));
        if (bytes.StartsWith(Encoding.Unicode.Preamble)) return new(path, Encoding.Unicode.GetString(bytes[2..]));
        if (bytes.StartsWith(Encoding.BigEndianUnicode.Preamble)) return new(path, Encoding.BigEndianUnicode.GetString(bytes[2..]));
        return new(path, Encoding.UTF8.GetString(bytes));
    }

    /// <summary>The place of <paramref name="offset"/>, which may be the end of the text.</summary>
    public LineColumn GetLineColumn(int offset)
    {
        int line = LineTable.Find(LineStarts, offset);
        return new(line, offset - LineStarts[line]);
    }

    public int GetOffset(LineColumn place) => LineStarts[place.Line] + place.Column;

    /// <summary>The text of a line without its line terminator.</summary>
    public ReadOnlySpan<char> GetLine(int line)
    {
        int start = LineStarts[line];
        int end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Text.Length;
        return Text.AsSpan(start, end - start).TrimEnd("\r\n\u2028\u2029");
    }

    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);
}
