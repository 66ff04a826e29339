namespace Inox.JavaScript.Parsing;

/// <summary>The labels around the current statement, within the current function.</summary>
internal struct Labels
{
    private Label[] _items;
    private int _count;

    /// <summary>Where the labels of the current function start.</summary>
    private int _base;

    public void Push(string name, bool isLoop)
    {
        _items ??= new Label[8];
        if (_count == _items.Length) Array.Resize(ref _items, _count * 2);
        _items[_count++] = new(name, isLoop);
    }

    public void Pop() => _count--;

    /// <summary>Hides all labels from a function's body; give the result to <see cref="LeaveFunction"/>.</summary>
    public int EnterFunction()
    {
        int previous = _base;
        _base = _count;
        return previous;
    }

    public void LeaveFunction(int previous) => _base = previous;

    public readonly bool Find(string name, out bool isLoop)
    {
        for (int i = _count - 1; i >= _base; i--)
        {
            if (_items[i].Name != name) continue;
            isLoop = _items[i].IsLoop;
            return true;
        }
        isLoop = false;
        return false;
    }

    private readonly record struct Label(string Name, bool IsLoop);
}
