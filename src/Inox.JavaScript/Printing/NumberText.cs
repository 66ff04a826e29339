using System.Globalization;

namespace Inox.JavaScript.Printing;

/// <summary>Numbers as JavaScript writes them (ECMA-262 6.1.6.1.20), or in the fewest characters a numeric literal can have.</summary>
internal static class NumberText
{
    public const int MaxLength = 400;

    public const int MaxIntegerLength = 16;

    /// <summary>Whether <see cref="WriteInteger"/> takes the number.</summary>
    public static bool IsShortInteger(double value) => value < 1e9 && value == (int)value;

    /// <summary>Writes a number that is not negative and not NaN; returns the length.</summary>
    public static int Write(double value, Span<char> output, bool shortest)
    {
        // 1e999 reads as Infinity, and cannot be shadowed
        if (double.IsPositiveInfinity(value)) return Copy("1e999", output);
        if (IsShortInteger(value)) return WriteInteger((int)value, output, shortest);
        Span<char> text = stackalloc char[32];
        value.TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        Span<char> digits = stackalloc char[32];
        int count = Decompose(text[..length], digits, out int point);
        return shortest ? WriteShortest(value, digits[..count], point, output) : WriteLong(digits[..count], point, output);
    }

    /// <summary>Writes a number that is not negative; returns the length.</summary>
    public static int WriteInteger(int value, Span<char> output, bool shortest)
    {
        value.TryFormat(output, out int length, provider: CultureInfo.InvariantCulture);
        if (!shortest || length < 4 || output[length - 1] != '0' || output[length - 2] != '0' || output[length - 3] != '0') return length;
        int zeros = 3;
        while (output[length - 1 - zeros] == '0') zeros++;
        length -= zeros;
        output[length++] = 'e';
        output[length++] = (char)('0' + zeros);
        return length;
    }

    // Significant digits without zeros at either end; the value is 0.digits times ten to the power of point.
    private static int Decompose(ReadOnlySpan<char> text, Span<char> digits, out int point)
    {
        int exponent = 0;
        int e = text.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }
        int dot = text.IndexOf('.');
        point = (dot < 0 ? text.Length : dot) + exponent;
        int count = 0;
        foreach (char c in text)
        {
            if (c == '.') continue;
            if (count == 0 && c == '0') point--;
            else digits[count++] = c;
        }
        while (count > 0 && digits[count - 1] == '0') count--;
        return count;
    }

    private static int WriteLong(ReadOnlySpan<char> digits, int point, Span<char> output)
    {
        int count = digits.Length;
        if (point >= count && point <= 21)
        {
            digits.CopyTo(output);
            output[count..point].Fill('0');
            return point;
        }
        if (point > 0 && point <= 21) return WriteWithPoint(digits, point, output);
        if (point > -6 && point <= 0)
        {
            output[0] = '0';
            return 1 + WriteFraction(digits, point, output[1..]);
        }
        output[0] = digits[0];
        int length = 1;
        if (count > 1)
        {
            output[length++] = '.';
            digits[1..].CopyTo(output[length..]);
            length += count - 1;
        }
        return length + WriteExponent(point - 1, output[length..], withPlus: true);
    }

    private static int WriteShortest(double value, ReadOnlySpan<char> digits, int point, Span<char> output)
    {
        int count = digits.Length;
        if (point > 0 && point < count) return WriteWithPoint(digits, point, output);
        int zeros = point <= 0 ? -point + 1 : point - count;
        if (point <= 0 && zeros + count <= count + ExponentLength(point - count)) return WriteFraction(digits, point, output);
        int length = count;
        digits.CopyTo(output);
        if (point > 0 && zeros <= ExponentLength(zeros))
        {
            output[count..point].Fill('0');
            length = point;
        }
        else
        {
            length += WriteExponent(point - count, output[count..], withPlus: false);
        }
        return point > 0 && value < 1e19 && HexLength((ulong)value) < length ? WriteHex((ulong)value, output) : length;
    }

    private static int WriteWithPoint(ReadOnlySpan<char> digits, int point, Span<char> output)
    {
        digits[..point].CopyTo(output);
        output[point] = '.';
        digits[point..].CopyTo(output[(point + 1)..]);
        return digits.Length + 1;
    }

    private static int WriteFraction(ReadOnlySpan<char> digits, int point, Span<char> output)
    {
        output[0] = '.';
        output[1..(1 - point)].Fill('0');
        digits.CopyTo(output[(1 - point)..]);
        return 1 - point + digits.Length;
    }

    private static int ExponentLength(int exponent)
    {
        int length = exponent < 0 ? 2 : 1;
        int magnitude = Math.Abs(exponent);
        return length + (magnitude < 10 ? 1 : magnitude < 100 ? 2 : 3);
    }

    private static int WriteExponent(int exponent, Span<char> output, bool withPlus)
    {
        int length = 0;
        output[length++] = 'e';
        if (withPlus && exponent > 0) output[length++] = '+';
        exponent.TryFormat(output[length..], out int written, provider: CultureInfo.InvariantCulture);
        return length + written;
    }

    private static int HexLength(ulong value) => 2 + (64 - System.Numerics.BitOperations.LeadingZeroCount(value) + 3) / 4;

    private static int WriteHex(ulong value, Span<char> output)
    {
        output[0] = '0';
        output[1] = 'x';
        value.TryFormat(output[2..], out int written, "x", CultureInfo.InvariantCulture);
        return 2 + written;
    }

    private static int Copy(string text, Span<char> output)
    {
        text.CopyTo(output);
        return text.Length;
    }
}
