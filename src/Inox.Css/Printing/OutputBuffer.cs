using System.Buffers;

namespace Inox.Css;

/// <summary>A growing buffer of characters on a rented array; return it with <see cref="Dispose"/>.</summary>
internal sealed class OutputBuffer(int capacity) : IDisposable
{
    private char[] _chars = ArrayPool<char>.Shared.Rent(Math.Max(capacity, 256));

    public int Length { get; private set; }

    public ReadOnlySpan<char> Written => _chars.AsSpan(0, Length);

    public void Append(char c)
    {
        if (Length == _chars.Length) Grow(1);
        _chars[Length++] = c;
    }

    public void Append(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > _chars.Length) Grow(text.Length);
        text.CopyTo(_chars.AsSpan(Length));
        Length += text.Length;
    }

    public void AppendSpaces(int count)
    {
        if (Length + count > _chars.Length) Grow(count);
        _chars.AsSpan(Length, count).Fill(' ');
        Length += count;
    }

    public void RemoveLast() => Length--;

    public override string ToString() => new(Written);

    public void Dispose() => ArrayPool<char>.Shared.Return(_chars);

    private void Grow(int more)
    {
        char[] larger = ArrayPool<char>.Shared.Rent(Math.Max(_chars.Length * 2, Length + more));
        Written.CopyTo(larger);
        ArrayPool<char>.Shared.Return(_chars);
        _chars = larger;
    }
}
