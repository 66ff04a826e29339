using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inox.Core;

/// <summary>
/// MurmurHash3 x64 128 (Austin Appleby) of bytes that come in pieces. The system's SHA-256 is not used because it loads OpenSSL, which costs
/// a short command more than everything it hashes. Where the pieces are cut does not count: append lengths where it must.
/// </summary>
public struct ContentHasher
{
    private const int BlockLength = 16;
    private const ulong C1 = 0x87c37b91114253d5, C2 = 0x4cf5ad432745937f;

    private Block _tail;
    private ulong _h1, _h2;
    private long _length;

    public void Append(ReadOnlySpan<byte> bytes)
    {
        int held = (int)(_length % BlockLength);
        _length += bytes.Length;
        if (held > 0)
        {
            int taken = Math.Min(BlockLength - held, bytes.Length);
            bytes[..taken].CopyTo(_tail[held..]);
            bytes = bytes[taken..];
            if (held + taken < BlockLength) return;
            Mix(_tail);
        }
        while (bytes.Length >= BlockLength)
        {
            Mix(bytes);
            bytes = bytes[BlockLength..];
        }
        bytes.CopyTo(_tail);
    }

    /// <summary>Appends a text's UTF-16 code units, low byte first.</summary>
    public void Append(ReadOnlySpan<char> text) => Append(MemoryMarshal.AsBytes(text));

    public void Append(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Append(bytes);
    }

    public void Append(ContentHash hash)
    {
        Append((long)hash.High);
        Append((long)hash.Low);
    }

    /// <summary>The hash of all that was appended; more may be appended after.</summary>
    public readonly ContentHash ToHash()
    {
        ulong h1 = _h1, h2 = _h2;
        int held = (int)(_length % BlockLength);
        Block last = _tail;
        last[held..].Clear();
        // The tail is mixed in without the steps between blocks; zeros in it change nothing.
        h2 ^= BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(last[8..]) * C2, 33) * C1;
        h1 ^= BitOperations.RotateLeft(BinaryPrimitives.ReadUInt64LittleEndian(last) * C1, 31) * C2;
        h1 ^= (ulong)_length;
        h2 ^= (ulong)_length;
        h1 += h2;
        h2 += h1;
        h1 = Finish(h1);
        h2 = Finish(h2);
        h1 += h2;
        h2 += h1;
        return new(h1, h2);
    }

    private void Mix(ReadOnlySpan<byte> block)
    {
        ulong k1 = BinaryPrimitives.ReadUInt64LittleEndian(block), k2 = BinaryPrimitives.ReadUInt64LittleEndian(block[8..]);
        _h1 ^= BitOperations.RotateLeft(k1 * C1, 31) * C2;
        _h1 = BitOperations.RotateLeft(_h1, 27) + _h2;
        _h1 = _h1 * 5 + 0x52dce729;
        _h2 ^= BitOperations.RotateLeft(k2 * C2, 33) * C1;
        _h2 = BitOperations.RotateLeft(_h2, 31) + _h1;
        _h2 = _h2 * 5 + 0x38495ab5;
    }

    private static ulong Finish(ulong k)
    {
        k = (k ^ (k >> 33)) * 0xff51afd7ed558ccd;
        k = (k ^ (k >> 33)) * 0xc4ceb9fe1a85ec53;
        return k ^ (k >> 33);
    }

    [InlineArray(BlockLength)]
    private struct Block
    {
        private byte _first;
    }
}
