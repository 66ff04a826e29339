using System.Text;
using Inox.Core;

namespace Inox.Css;

/// <summary>Replacements in one text, collected in order of their places.</summary>
internal sealed class TextEdits
{
    private readonly List<(int Start, int End, string Text)> _edits = [];

    public void Replace(TextSpan span, string text) => _edits.Add((span.Start, span.End, text));

    public void Remove(int start, int end) => _edits.Add((start, end, ""));

    /// <summary>The text with all replacements made, which are then forgotten; the text itself when there are none.</summary>
    public CssText Apply(CssText text)
    {
        if (_edits.Count == 0) return text;
        StringBuilder result = new(text.Length + _edits.Count * 16);
        int position = text.Start;
        foreach ((int start, int end, string replacement) in _edits)
        {
            result.Append(text.Buffer, position, start - position).Append(replacement);
            position = end;
        }

        result.Append(text.Buffer, position, text.End - position);
        _edits.Clear();
        return new(result.ToString());
    }
}
