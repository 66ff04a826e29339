using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Inox.Core;

/// <summary>
/// Text that grows at its end, in one pooled array: what printers write to. Lengths and positions are UTF-16 code units. Not safe for
/// concurrent use; dispose it to give the array back.
/// </summary>
public sealed class CharWriter : IDisposable
{
    private char[] _buffer;
    private int _length;

    public CharWriter(int capacity = 4096) => _buffer = ArrayPool<char>.Shared.Rent(capacity);

    public int Length => _length;

    /// <summary>The last character, <c>\0</c> when there is none: what decides whether a printer needs a space.</summary>
    public char Last
    {
        get
        {
            char[] buffer = _buffer;
            int last = _length - 1;
            return (uint)last < (uint)buffer.Length ? buffer[last] : '\0';
        }
    }

    public char this[int index] => AsSpan()[index];

    public void Write(char c)
    {
        char[] buffer = _buffer;
        int length = _length;
        if ((uint)length < (uint)buffer.Length)
        {
            buffer[length] = c;
            _length = length + 1;
        }
        else WriteGrowing(c);
    }

    public void Write(string text) => Write(text.AsSpan());

    public void Write(ReadOnlySpan<char> text)
    {
        if (text.Length > _buffer.Length - _length) Grow(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>Writes <paramref name="c"/> <paramref name="count"/> times, as an indent.</summary>
    public void Write(char c, int count)
    {
        GetSpan(count)[..count].Fill(c);
        _length += count;
    }

    /// <summary>Writes a number in decimal digits.</summary>
    public void Write(int number)
    {
        number.TryFormat(GetSpan(11), out int written, provider: CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Free room of at least <paramref name="size"/> at the end; call <see cref="Advance"/> with what was filled.</summary>
    public Span<char> GetSpan(int size)
    {
        if (size > _buffer.Length - _length) Grow(size);
        return _buffer.AsSpan(_length);
    }

    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)(_buffer.Length - _length), nameof(count));
        _length += count;
    }

    /// <summary>Takes back everything after the first <paramref name="length"/> characters.</summary>
    public void Truncate(int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)_length, nameof(length));
        _length = length;
    }

    /// <summary>What is written so far; valid until the next write.</summary>
    public ReadOnlySpan<char> AsSpan() => _buffer.AsSpan(0, _length);

    public ReadOnlySpan<char> AsSpan(int start) => _buffer.AsSpan(start, _length - start);

    public override string ToString() => new(_buffer, 0, _length);

    /// <summary>The text in UTF-8 without a BOM; a lone surrogate becomes U+FFFD.</summary>
    public byte[] ToUtf8() => Encoding.UTF8.GetBytes(_buffer, 0, _length);

    /// <summary>Appends the text in UTF-8 to <paramref name="output"/>.</summary>
    public void WriteUtf8(IBufferWriter<byte> output)
    {
        int size = Encoding.UTF8.GetByteCount(AsSpan());
        output.Advance(Encoding.UTF8.GetBytes(AsSpan(), output.GetSpan(size)));
    }

    public void Dispose()
    {
        char[] buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0) ArrayPool<char>.Shared.Return(buffer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void WriteGrowing(char c)
    {
        Grow(1);
        _buffer[_length++] = c;
    }

    private void Grow(int more)
    {
        int wanted = Math.Max(checked(_length + more), (int)Math.Min(2L * _buffer.Length, Array.MaxLength));
        char[] grown = ArrayPool<char>.Shared.Rent(wanted);
        _buffer.AsSpan(0, _length).CopyTo(grown);
        if (_buffer.Length > 0) ArrayPool<char>.Shared.Return(_buffer);
        _buffer = grown;
    }
}
