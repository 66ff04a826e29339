namespace Inox.Core;

/// <summary>Base64 VLQ numbers (ECMA-426 6): five bits a digit, least first, the sign in the lowest bit of the first.</summary>
internal static class Vlq
{
    /// <summary>No encoded 32-bit number is longer.</summary>
    public const int MaxLength = 7;

    private static ReadOnlySpan<byte> Digits => "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8;

    private static readonly sbyte[] s_values = BuildValues();

    /// <summary>Writes <paramref name="value"/> at the start of <paramref name="output"/> and returns the count of bytes.</summary>
    public static int Write(int value, Span<byte> output)
    {
        // int.MinValue has no positive twin: widen before negating.
        ulong rest = value < 0 ? ((ulong)-(long)value << 1) | 1 : (ulong)value << 1;
        int length = 0;
        while (rest > 31)
        {
            output[length++] = Digits[(int)(rest & 31) | 32];
            rest >>= 5;
        }
        output[length++] = Digits[(int)rest];
        return length;
    }

    /// <summary>Reads one number and moves <paramref name="position"/> behind it; false when it is cut off, too large or no Base64.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, ref int position, out int value)
    {
        ulong bits = 0;
        value = 0;
        for (int shift = 0; shift < 5 * MaxLength; shift += 5)
        {
            if (position >= text.Length || text[position] >= s_values.Length) return false;
            int digit = s_values[text[position]];
            if (digit < 0) return false;
            position++;
            bits |= (ulong)(digit & 31) << shift;
            if (digit < 32) return TryMakeSigned(bits, out value);
        }
        return false;
    }

    private static bool TryMakeSigned(ulong bits, out int value)
    {
        long number = (bits & 1) == 0 ? (long)(bits >> 1) : -(long)(bits >> 1);
        value = (int)number;
        return value == number;
    }

    private static sbyte[] BuildValues()
    {
        sbyte[] values = new sbyte[128];
        Array.Fill(values, (sbyte)-1);
        for (int i = 0; i < Digits.Length; i++) values[Digits[i]] = (sbyte)i;
        return values;
    }
}
