using System.Text;
using Inox.Core;

namespace Inox.Bundler.Output;

/// <summary>Replaces parts of a text; all around them stays as it was.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(TextSpan Span, string Text)> _edits = [];

    public void Replace(TextSpan span, string with) => _edits.Add((span, with));

    public void Insert(int at, string inserted) => _edits.Add((TextSpan.At(at), inserted));

    /// <summary>Takes out a part, and its whole line when nothing else stands there.</summary>
    public void Remove(TextSpan span)
    {
        int start = span.Start, end = span.End;
        while (start > 0 && text[start - 1] is (' ' or '\t')) start--;
        while (end < text.Length && text[end] is (' ' or '\t' or '\r')) end++;
        bool isLine = (start == 0 || text[start - 1] == '\n') && (end == text.Length || text[end] == '\n');
        _edits.Add((isLine ? new(start, Math.Min(end + 1, text.Length)) : span, ""));
    }

    /// <summary>The white space before a place on its line.</summary>
    public string IndentAt(int offset)
    {
        int start = offset;
        while (start > 0 && text[start - 1] is (' ' or '\t')) start--;
        return start == 0 || text[start - 1] == '\n' ? text[start..offset] : "";
    }

    public string Apply()
    {
        StringBuilder output = new(text.Length);
        int from = 0;
        foreach ((TextSpan span, string replacement) in _edits.OrderBy(edit => edit.Span.Start))
        {
            // an edit inside of what was taken out went with it
            if (span.Start < from) continue;
            output.Append(text, from, span.Start - from).Append(replacement);
            from = span.End;
        }
        return output.Append(text, from, text.Length - from).ToString();
    }
}
