namespace Inox.Core;

/// <summary>Finds lines of one text for offsets that mostly grow: tries the line found before and the next one, then searches.</summary>
internal struct LineCursor
{
    private SourceText? _source;
    private int _line;

    public LineColumn Find(SourceText source, int offset)
    {
        ReadOnlySpan<int> starts = source.LineStarts;
        if (!ReferenceEquals(source, _source))
        {
            _source = source;
            _line = 0;
        }
        if (_line + 1 < starts.Length && offset >= starts[_line + 1]) _line++;
        if (offset < starts[_line] || (_line + 1 < starts.Length && offset >= starts[_line + 1])) _line = LineTable.Find(starts, offset);
        return new(_line, offset - starts[_line]);
    }
}
