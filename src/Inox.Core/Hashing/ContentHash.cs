using System.Runtime.InteropServices;

namespace Inox.Core;

/// <summary>
/// 128 bits of <see cref="ContentHasher"/> over some content, to tell contents apart and to name files after them. Not for secrets: who wants
/// to can make two contents with one hash.
/// </summary>
public readonly record struct ContentHash(ulong High, ulong Low)
{
    /// <summary>How many characters <see cref="ToName"/> can give.</summary>
    public const int MaxNameLength = 25;

    // RFC 4648 Base32 in lower case: a file system that ignores case keeps two names apart.
    private const string Digits = "abcdefghijklmnopqrstuvwxyz234567";

    public static ContentHash Of(ReadOnlySpan<byte> bytes)
    {
        ContentHasher hasher = new();
        hasher.Append(bytes);
        return hasher.ToHash();
    }

    /// <summary>The hash of a text's UTF-16 code units, which is not that of its UTF-8.</summary>
    public static ContentHash Of(ReadOnlySpan<char> text) => Of(MemoryMarshal.AsBytes(text));

    /// <summary>The first <paramref name="length"/> Base32 digits, five bits each: 8 digits are 40 bits.</summary>
    public string ToName(int length = 8)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)length, (uint)MaxNameLength, nameof(length));
        Span<char> name = stackalloc char[length];
        UInt128 bits = new(High, Low);
        for (int i = 0; i < name.Length; i++)
        {
            name[i] = Digits[(int)(bits >> 123)];
            bits <<= 5;
        }
        return name.ToString();
    }

    /// <summary>All bits as 32 hexadecimal digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";
}
