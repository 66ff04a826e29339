using System.Buffers;

namespace Inox.JavaScript.Semantics;

/// <summary>
/// A growing array of structs with access by reference. Files are small and analyzed several times each, so it grows in rented memory:
/// <see cref="Settle"/> keeps what was added, <see cref="Release"/> nothing.
/// </summary>
internal struct Table<T>(int capacity) where T : struct
{
    // From here on a copy costs more than the unused rest of a rented array.
    private const int MostCopied = 4096;

    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);
    private bool _isRented = true;

    /// <summary>An empty table in the memory of one that nothing looks at any more.</summary>
    public Table(Table<T> replaced) : this(0) => (_items, _isRented) = (replaced._items, replaced._isRented);

    public int Count { get; private set; }

    public readonly int Capacity => _items.Length;

    public readonly ref T this[int index] => ref _items[index];

    public readonly ReadOnlySpan<T> Span => _items.AsSpan(0, Count);

    public int Add(in T item)
    {
        if (Count == _items.Length) Move(ArrayPool<T>.Shared.Rent(Math.Max(Count * 2, 16)), isRented: true);
        _items[Count] = item;
        return Count++;
    }

    /// <summary>Gives rented memory back and keeps the items; more may be added.</summary>
    public void Settle()
    {
        if (_isRented && Count <= MostCopied) Move(Count == 0 ? [] : new T[Count], isRented: false);
    }

    /// <summary>Gives rented memory and the items back.</summary>
    public void Release()
    {
        Count = 0;
        Move([], isRented: false);
    }

    private void Move(T[] items, bool isRented)
    {
        _items.AsSpan(0, Count).CopyTo(items);
        // what references point to must not live on in the pool
        if (_isRented) ArrayPool<T>.Shared.Return(_items, System.Runtime.CompilerServices.RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _items = items;
        _isRented = isRented;
    }
}
