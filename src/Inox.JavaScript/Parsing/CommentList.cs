namespace Inox.JavaScript.Parsing;

/// <summary>The comments met so far. Those before a token wait until its start is known.</summary>
internal struct CommentList(bool keeps)
{
    private Comment[] _items = [];
    private int _attached;

    public int Count { get; private set; }

    public void Add(CommentKind kind, int start, int end, bool isTrailing)
    {
        if (!keeps) return;
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(16, Count * 2));
        _items[Count++] = new(kind, start, end, end, isTrailing);
    }

    /// <summary>Some wait for their token.</summary>
    public readonly bool HasLoose => _attached < Count;

    public void Attach(int tokenStart)
    {
        for (; _attached < Count; _attached++) _items[_attached] = _items[_attached] with { AttachedTo = tokenStart };
    }

    public void Truncate(int count)
    {
        Count = count;
        _attached = Math.Min(_attached, count);
    }

    public readonly Comment[] ToArray() => Count == 0 ? [] : _items.AsSpan(0, Count).ToArray();
}
