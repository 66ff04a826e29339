using System.Globalization;
using Inox.Core;

namespace Inox.Css;

/// <summary>
/// Writes numbers as CSS serializes them (CSSOM 6.7.2): no zero before the point, and an exponent only below a millionth or above what an integer can hold.
/// What was computed has six significant digits of the single precision that browsers compute with.
/// </summary>
internal static class CssNumbers
{
    private const int ComputedDigits = 6;

    // .2em of 1.42857143em of 14px is a border of 4px, .2em of 1.42857em one of 3.99999px, which is drawn with 3px. Single precision tells no more than nine digits apart.
    private const int WrittenDigits = 9;

    // A whole number is a name as often as it is a length.
    private const int AllDigits = 17;

    /// <summary>Writes a number that an author has chosen.</summary>
    public static void WriteAsWritten(CharWriter output, double value)
    {
        value = Math.Clamp(value, -double.MaxValue, double.MaxValue);
        if (value == Math.Truncate(value) && Math.Abs(value) < 2147483648d)
        {
            output.Write((int)value);
            return;
        }

        Span<char> text = stackalloc char[32];
        Math.Abs(value).TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        WriteFraction(output, text[..length], value < 0, value == Math.Truncate(value) ? AllDigits : WrittenDigits);
    }

    public static void Write(CharWriter output, float value)
    {
        if (value == MathF.Truncate(value) && MathF.Abs(value) < 2147483648f)
        {
            output.Write((int)value);
            return;
        }

        if (!float.IsFinite(value))
        {
            output.Write(float.IsNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity");
            return;
        }

        Span<char> text = stackalloc char[16];
        MathF.Abs(value).TryFormat(text, out int length, "R", CultureInfo.InvariantCulture);
        WriteFraction(output, text[..length], value < 0, ComputedDigits);
    }

    // The shortest digits that tell the number from its neighbours, of which the first are left: .9729615 is .972962, though it is a little less.
    private static void WriteFraction(CharWriter output, ReadOnlySpan<char> shortest, bool isNegative, int precision)
    {
        Span<char> digits = stackalloc char[32];
        int count = ReadDigits(shortest, digits, out int exponent);
        if (count > precision) count = Round(digits, precision, ref exponent);
        while (count > 1 && digits[count - 1] == '0') count--;
        if (isNegative) output.Write('-');
        WriteDigits(output, digits[..count], exponent);
    }

    // 0.0125, 12.5 or 1.25E-07: the digits from the first that is not 0, and the power of ten of that one.
    private static int ReadDigits(ReadOnlySpan<char> text, Span<char> digits, out int exponent)
    {
        int count = 0, beforePoint = 0, zeros = 0, i = 0;
        bool afterPoint = false;
        for (; i < text.Length && text[i] != 'E'; i++)
        {
            if (text[i] == '.')
            {
                afterPoint = true;
                continue;
            }

            if (count == 0 && text[i] == '0')
            {
                if (afterPoint) zeros++;
                continue;
            }

            digits[count++] = text[i];
            if (!afterPoint) beforePoint++;
        }

        exponent = beforePoint > 0 ? beforePoint - 1 : -zeros - 1;
        if (i < text.Length) exponent += int.Parse(text[(i + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return count;
    }

    // Five goes up.
    private static int Round(Span<char> digits, int precision, ref int exponent)
    {
        if (digits[precision] < '5') return precision;
        for (int i = precision - 1; i >= 0; i--)
        {
            if (digits[i]++ != '9') return precision;
            digits[i] = '0';
        }

        digits[0] = '1';
        exponent++;
        return 1;
    }

    private static void WriteDigits(CharWriter output, ReadOnlySpan<char> digits, int exponent)
    {
        if (exponent is < -6 or > 20)
        {
            output.Write(digits[0]);
            if (digits.Length > 1)
            {
                output.Write('.');
                output.Write(digits[1..]);
            }

            output.Write('e');
            output.Write(exponent);
        }
        else if (exponent < 0)
        {
            output.Write('.');
            output.Write('0', -exponent - 1);
            output.Write(digits);
        }
        else if (digits.Length <= exponent + 1)
        {
            output.Write(digits);
            output.Write('0', exponent + 1 - digits.Length);
        }
        else
        {
            output.Write(digits[..(exponent + 1)]);
            output.Write('.');
            output.Write(digits[(exponent + 1)..]);
        }
    }
}
