using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Inox.JavaScript.Parsing;

// Safe because strings end in a NUL behind their last character and every scan stops at NUL or at a character it does not know, so
// that no index passes Text.Length: reading there gives the NUL, and no scan needs a check for the end.
internal partial struct Lexer
{
    private readonly char At(int index) => Unsafe.Add(ref Unsafe.AsRef(in Text.GetPinnableReference()), index);

    // Safe because a block is loaded only where all of it is text.
    private static Vector128<ushort> LoadBlock(string text, int index) =>
        Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref Unsafe.AsRef(in text.GetPinnableReference())), (nuint)index);

    // Safe because `count` is 0 to 8 and the row has 16 lanes: the window from 8 - count on has `count` full lanes and ends inside.
    private static Vector128<ushort> FirstLanes(int count) =>
        Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(LaneRow), (nuint)(NameHash.BlockLength - count));

    // Safe because start and length were scanned in the text.
    private static ReadOnlySpan<char> SliceText(string text, int start, int length) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref Unsafe.AsRef(in text.GetPinnableReference()), start), length);

    private static ReadOnlySpan<ushort> LaneRow => [0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0xffff, 0, 0, 0, 0, 0, 0, 0, 0];
}
