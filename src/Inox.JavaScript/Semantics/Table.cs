using System.Buffers;
using System.Runtime.CompilerServices;

namespace Inox.JavaScript.Semantics;

/// <summary>
/// A growing array of structs with access by reference. Files are small and analyzed several times each, so it grows in rented memory:
/// <see cref="Settle"/> keeps what was added, <see cref="Release"/> nothing. An array is in one table at a time: <see cref="Take"/> leaves none
/// in the table it takes from. A copy of the struct is another table, so it is held in a field and passed by reference.
/// </summary>
internal struct Table<T>(int capacity) where T : struct
{
    // From here on a copy costs more than the unused rest of a rented array.
    private const int MostCopied = 4096;

    private T[] _items = ArrayPool<T>.Shared.Rent(capacity);
    private bool _isRented = true;

    // How many items were there before the table was emptied: those behind Count are of no use and may hold on to a tree.
    private int _used;

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

    /// <summary>Empties the table; its memory stays.</summary>
    public void Clear()
    {
        _used = Math.Max(_used, Count);
        Count = 0;
    }

    /// <summary>An empty table in the memory of this one, which has none any more.</summary>
    public Table<T> Take()
    {
        Clear();
        Table<T> taken = this;
        (_items, _isRented, _used) = ([], false, 0);
        return taken;
    }

    /// <summary>Gives rented memory back and keeps the items; more may be added.</summary>
    public void Settle()
    {
        if (_isRented && Count <= MostCopied) Move(Count == 0 ? [] : new T[Count], isRented: false);
        else Forget(Count);
    }

    /// <summary>Gives rented memory and the items back.</summary>
    public void Release()
    {
        Clear();
        Move([], isRented: false);
    }

    private void Move(T[] items, bool isRented)
    {
        _items.AsSpan(0, Count).CopyTo(items);
        if (_isRented)
        {
            Forget(0);
            ArrayPool<T>.Shared.Return(_items);
        }
        _items = items;
        _isRented = isRented;
        _used = 0;
    }

    // What references point to must not live on, in the pool or behind the items of a table that is kept.
    private void Forget(int start)
    {
        int end = Math.Max(_used, Count);
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>()) _items.AsSpan(start, end - start).Clear();
        _used = 0;
    }
}
