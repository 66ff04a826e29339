using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Inox.JavaScript.Parsing;

/// <summary>
/// The hash of a name: blocks of eight characters are mixed one after the other, the last, perhaps empty, filled up with zeros. The lexer mixes the block
/// it has just looked at; names that come from elsewhere are put into blocks here.
/// </summary>
internal static class NameHash
{
    public const int BlockLength = 8;

    public static uint Of(ReadOnlySpan<char> name)
    {
        ulong hash = 0;
        for (; name.Length >= BlockLength; name = name[BlockLength..])
            hash = Mix(hash, Vector128.Create(MemoryMarshal.Cast<char, ushort>(name)));
        Span<ushort> last = stackalloc ushort[BlockLength];
        for (int i = 0; i < name.Length; i++) last[i] = name[i];
        return Finish(Mix(hash, Vector128.Create<ushort>(last)));
    }

    public static ulong Mix(ulong hash, Vector128<ushort> block)
    {
        Vector128<ulong> halves = block.AsUInt64();
        return (hash ^ BitOperations.RotateLeft(halves.ToScalar() * 0x9E3779B97F4A7C15, 29) ^ halves.GetElement(1)) * 0xD6E8FEB86659FD93;
    }

    public static uint Finish(ulong hash) => (uint)(hash >> 32);
}
