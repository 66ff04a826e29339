namespace Inox.Core;

/// <summary>
/// The lines of one source that a diagnostic shows. Spans are cut into a mark for each line: of a span over many lines the first and the
/// last are shown, and what is between when it is little. A line longer than the width is shown as windows around its marks, so a file
/// of one line costs no more than any other.
/// </summary>
internal sealed class CodeFrame
{
    private const int MaxInnerLines = 3;

    private readonly int _width;

    private CodeFrame(SourceText source, TextSpan span, int width)
    {
        Source = source;
        Span = span;
        _width = Math.Max(width, 20);
    }

    public SourceText Source { get; }

    /// <summary>The place named above the frame.</summary>
    public TextSpan Span { get; }

    public List<FrameLine> Lines { get; } = [];

    /// <summary>A frame for each source, that of the diagnostic first.</summary>
    public static List<CodeFrame> Build(Diagnostic diagnostic, int width)
    {
        List<CodeFrame> frames = [];
        if (diagnostic.Source is { } source) FrameOf(frames, source, diagnostic.Span, width).Add(diagnostic.Span, isPrimary: true, diagnostic.Label);
        foreach (RelatedPlace related in diagnostic.Related)
            FrameOf(frames, related.Source, related.Span, width).Add(related.Span, isPrimary: false, related.Label);
        foreach (CodeFrame frame in frames) frame.Sort();
        return frames;
    }

    private static CodeFrame FrameOf(List<CodeFrame> frames, SourceText source, TextSpan span, int width)
    {
        foreach (CodeFrame frame in frames)
        {
            if (ReferenceEquals(frame.Source, source)) return frame;
        }
        frames.Add(new(source, span, width));
        return frames[^1];
    }

    private void Add(TextSpan span, bool isPrimary, string? label)
    {
        span = DiagnosticRenderer.Clip(Source, span);
        LineColumn start = Source.GetLineColumn(span.Start), end = Source.GetLineColumn(span.End);
        // A span with the line end in it does not reach into the next line.
        if (end.Column == 0 && end.Line > start.Line) end = new(end.Line - 1, Source.GetLine(end.Line - 1).Length);
        if (start.Line == end.Line)
        {
            Add(start.Line, new(start.Column, end.Column, isPrimary, label));
            return;
        }
        Add(start.Line, new(start.Column, Source.GetLine(start.Line).Length, isPrimary, null));
        if (end.Line - start.Line - 1 <= MaxInnerLines)
        {
            for (int line = start.Line + 1; line < end.Line; line++) AddWhole(line, isPrimary);
        }
        Add(end.Line, new(Math.Min(IndentOf(end.Line), end.Column), end.Column, isPrimary, label));
    }

    private void AddWhole(int line, bool isPrimary)
    {
        int indent = IndentOf(line), length = Source.GetLine(line).Length;
        if (indent < length) Add(line, new(indent, length, isPrimary, null));
        else WindowFor(line, 0);
    }

    private void Add(int line, FrameMark mark) => WindowFor(line, mark.Start).Marks.Add(mark);

    private FrameLine WindowFor(int line, int column)
    {
        foreach (FrameLine known in Lines)
        {
            if (known.Line == line && column >= known.Start && column <= known.End) return known;
        }
        FrameLine added = MakeWindow(line, column);
        Lines.Add(added);
        return added;
    }

    private FrameLine MakeWindow(int line, int column)
    {
        ReadOnlySpan<char> text = Source.GetLine(line);
        if (text.Length <= _width) return new(line, 0, text.Length);
        int start = Math.Clamp(column - _width / 3, 0, text.Length - _width);
        int end = start + _width;
        if (start > 0 && char.IsLowSurrogate(text[start])) start--;
        if (end < text.Length && char.IsLowSurrogate(text[end])) end++;
        return new(line, start, end);
    }

    private int IndentOf(int line)
    {
        ReadOnlySpan<char> text = Source.GetLine(line);
        return text.Length - text.TrimStart().Length;
    }

    private void Sort()
    {
        Lines.Sort(static (a, b) => a.Line != b.Line ? a.Line - b.Line : a.Start - b.Start);
        foreach (FrameLine line in Lines) line.Marks.Sort(static (a, b) => a.Start != b.Start ? a.Start - b.Start : a.End - b.End);
    }
}
