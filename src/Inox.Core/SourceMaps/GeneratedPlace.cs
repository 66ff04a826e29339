namespace Inox.Core;

/// <summary>Counts the lines of a text that grows, looking at each character once. Lines end as in <see cref="LineTable"/>.</summary>
internal struct GeneratedPlace
{
    private int _seen;
    private int _lineStart;
    private bool _endsInReturn;

    public int Line { get; private set; }

    public readonly int Column => _seen - _lineStart;

    public void MoveTo(ReadOnlySpan<char> printed)
    {
        ReadOnlySpan<char> fresh = printed[_seen..];
        while (!fresh.IsEmpty)
        {
            // CR LF whose halves were printed in two steps is still one line end.
            if (_endsInReturn && fresh[0] == '\n')
            {
                _lineStart = _seen + 1;
                _seen++;
                _endsInReturn = false;
                fresh = fresh[1..];
                continue;
            }
            int end = fresh.IndexOfAny(LineTable.Terminators);
            _endsInReturn = end >= 0 && fresh[end] == '\r';
            if (end < 0) break;
            Line++;
            _seen += end + 1;
            _lineStart = _seen;
            fresh = fresh[(end + 1)..];
        }
        _seen = printed.Length;
    }
}
