using System.Globalization;

namespace Inox.Core;

/// <summary>
/// Code frames: the message, then each source with its lines, marks under what is wrong (<c>^</c>) and what has to do with it
/// (<c>-</c>), then what helps. A mark with a label has a row of its own.
/// </summary>
internal sealed class HumanRenderer(TextWriter output, RenderOptions options)
{
    private readonly Ansi _ansi = new(options.UseColor);
    private string _margin = "";
    private Severity _severity;

    public void Write(IEnumerable<Diagnostic> diagnostics)
    {
        bool isFirst = true;
        foreach (Diagnostic diagnostic in diagnostics)
        {
            if (!isFirst) output.Write('\n');
            isFirst = false;
            Write(diagnostic);
        }
    }

    private void Write(Diagnostic diagnostic)
    {
        _severity = diagnostic.Severity;
        List<CodeFrame> frames = CodeFrame.Build(diagnostic, options.Width);
        _margin = new(' ', MarginOf(frames));
        WriteRow(_ansi.For(_severity, $"{DiagnosticRenderer.NameOf(_severity)} {diagnostic.Code}"), _ansi.Strong($": {diagnostic.Message}"));
        foreach (CodeFrame frame in frames) WriteFrame(frame);
        if (diagnostic.Help is { } help) WriteAdvice("help", help);
        foreach (string note in diagnostic.Notes) WriteAdvice("note", note);
    }

    /// <summary>Columns of the largest line number.</summary>
    private static int MarginOf(List<CodeFrame> frames)
    {
        int last = 0;
        foreach (CodeFrame frame in frames) last = Math.Max(last, frame.Lines[^1].Line + 1);
        return last.ToString(CultureInfo.InvariantCulture).Length;
    }

    private void WriteFrame(CodeFrame frame)
    {
        WriteRow(_margin, _ansi.Quiet(" ┌─ "), ShortRenderer.PlaceOf(frame.Source, frame.Span));
        int previous = frame.Lines[0].Line;
        foreach (FrameLine line in frame.Lines)
        {
            if (line.Line > previous + 1) WriteRow(_margin, _ansi.Quiet(" ·"));
            previous = line.Line;
            WriteLine(frame.Source.GetLine(line.Line), line);
        }
    }

    private void WriteLine(ReadOnlySpan<char> text, FrameLine line)
    {
        DisplayLine shown = new(text[line.Start..line.End], options.TabWidth);
        bool isCutBefore = line.Start > 0, isCutAfter = line.End < text.Length;
        string row = (isCutBefore ? "…" : "") + shown.Text + (isCutAfter ? "…" : "");
        string number = (line.Line + 1).ToString(CultureInfo.InvariantCulture).PadLeft(_margin.Length);
        WriteRow(_ansi.Quiet($"{number} │"), row.Length == 0 ? "" : "  " + row.TrimEnd());
        int indent = isCutBefore ? 3 : 2;
        WriteUnlabelled(line, shown, indent);
        foreach (FrameMark mark in line.Marks)
        {
            if (mark.Label is null) continue;
            (int start, int length) = Extent(mark, line, shown);
            WriteMark(indent + start, mark, length, mark.Label.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Marks without a label share a row; where two overlap the primary one is seen.</summary>
    private void WriteUnlabelled(FrameLine line, DisplayLine shown, int indent)
    {
        char[] row = new char[shown.Width + 1];
        Array.Fill(row, ' ');
        FillRow(row, line, shown, isPrimary: false);
        FillRow(row, line, shown, isPrimary: true);
        ReadOnlySpan<char> rest = row.AsSpan().TrimEnd(' ');
        if (rest.IsEmpty) return;
        output.Write(_margin + _ansi.Quiet(" │") + new string(' ', indent));
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOfAnyExcept(rest[0]);
            string run = rest[..(end < 0 ? rest.Length : end)].ToString();
            output.Write(run[0] == ' ' ? run : Paint(run, run[0] == '^'));
            rest = rest[run.Length..];
        }
        output.Write('\n');
    }

    private static void FillRow(char[] row, FrameLine line, DisplayLine shown, bool isPrimary)
    {
        foreach (FrameMark mark in line.Marks)
        {
            if (mark.Label is not null || mark.IsPrimary != isPrimary) continue;
            (int start, int length) = Extent(mark, line, shown);
            row.AsSpan(start, length).Fill(isPrimary ? '^' : '-');
        }
    }

    private void WriteMark(int indent, FrameMark mark, int length, string label)
    {
        string marks = new(mark.IsPrimary ? '^' : '-', length);
        WriteRow(_margin, _ansi.Quiet(" │"), new(' ', indent), Paint(marks, mark.IsPrimary), Paint(" " + label, mark.IsPrimary));
    }

    private string Paint(string text, bool isPrimary) => isPrimary ? _ansi.For(_severity, text) : _ansi.Quiet(text);

    /// <summary>Terminal columns of a mark in the row; at least one, so that an empty span is seen.</summary>
    private static (int Start, int Length) Extent(FrameMark mark, FrameLine line, DisplayLine shown)
    {
        int start = shown.ColumnOf(mark.Start - line.Start);
        int end = mark.End > mark.Start ? shown.EndOf(Math.Min(mark.End, line.End) - line.Start) : start;
        return (start, Math.Max(end - start, 1));
    }

    private void WriteAdvice(string kind, string text)
    {
        string lines = text.ReplaceLineEndings($"\n{_margin}   {new string(' ', kind.Length + 2)}");
        WriteRow(_margin, " ", _ansi.Quiet("="), " ", _ansi.Advice(kind + ":"), " ", lines);
    }

    private void WriteRow(params ReadOnlySpan<string> parts)
    {
        foreach (string part in parts) output.Write(part);
        output.Write('\n');
    }
}
