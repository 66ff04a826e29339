namespace Inox.JavaScript.Semantics;

/// <summary>A growing array of structs with access by reference.</summary>
internal struct Table<T>(int capacity) where T : struct
{
    private T[] _items = new T[capacity];

    public int Count { get; private set; }

    public readonly ref T this[int index] => ref _items[index];

    public readonly ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    public int Add(in T item)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count] = item;
        return Count++;
    }
}
