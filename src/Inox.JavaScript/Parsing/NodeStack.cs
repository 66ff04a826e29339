using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

/// <summary>
/// Where the parser collects children before it knows how many there are. A production takes a mark, pushes, and takes everything above
/// its mark as an array of the right size.
/// </summary>
internal struct NodeStack
{
    private Node?[] _items;
    private int _count;

    public static NodeStack Rent() => new() { _items = ArrayPool<Node?>.Shared.Rent(1024) };

    public void Return()
    {
        ArrayPool<Node?>.Shared.Return(_items, clearArray: true);
        _items = [];
    }

    public readonly int Mark() => _count;

    public readonly int CountFrom(int mark) => _count - mark;

    /// <summary>The nodes above a mark, valid until the next push.</summary>
    public readonly ReadOnlySpan<Node?> From(int mark) => _items.AsSpan(mark, _count - mark);

    public void Push(Node? node)
    {
        if (_count == _items.Length) Grow();
        _items[_count++] = node;
    }

    /// <summary>Takes all nodes above the mark; each must be a <typeparamref name="T"/>, or null where the array may have holes.</summary>
    public T[] Take<T>(int mark) where T : Node
    {
        int count = _count - mark;
        if (count == 0) return [];
        T[] taken = new T[count];
        _count = mark;
        // One block copy instead of a type check per element: only the production that took the mark pushes above it.
        Span<Node?> target = MemoryMarshal.CreateSpan(ref Unsafe.As<T, Node?>(ref MemoryMarshal.GetArrayDataReference(taken)), count);
        _items.AsSpan(mark, count).CopyTo(target);
        return taken;
    }

    public void Drop(int mark) => _count = mark;

    private void Grow()
    {
        Node?[] items = ArrayPool<Node?>.Shared.Rent(_items.Length * 2);
        _items.AsSpan(0, _count).CopyTo(items);
        ArrayPool<Node?>.Shared.Return(_items, clearArray: true);
        _items = items;
    }
}
