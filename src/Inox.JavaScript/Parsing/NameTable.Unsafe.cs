using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Inox.JavaScript.Parsing;

internal partial struct NameTable
{
    // Safe because the slot was masked with the size of the table, a power of two that is no larger than the array.
    private static ref Entry At(ref Entry entries, uint slot) => ref Unsafe.Add(ref entries, slot);

    // Safe because both texts have `length` characters: steps of four stay below it, and the last step, which overlaps the one before, ends at it.
    private static bool IsSame(ReadOnlySpan<char> text, string name)
    {
        int length = text.Length;
        if (length != name.Length) return false;
        ref char a = ref MemoryMarshal.GetReference(text);
        ref char b = ref Unsafe.AsRef(in name.GetPinnableReference());
        if (length >= 4)
        {
            for (int i = 0; i < length - 4; i += 4) if (Four(ref a, i) != Four(ref b, i)) return false;
            return Four(ref a, length - 4) == Four(ref b, length - 4);
        }
        for (int i = 0; i < length; i++) if (Unsafe.Add(ref a, i) != Unsafe.Add(ref b, i)) return false;
        return true;
    }

    private static ulong Four(ref char text, int index) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref text, index)));
}
