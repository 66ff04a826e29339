using Inox.Core;

namespace Inox.Css;

/// <summary>
/// Writes numbers as CSS serializes them (CSSOM 6.7.2): six significant digits of the single precision that browsers compute with, no zero before the
/// point, and an exponent only below a millionth or above what an integer can hold.
/// </summary>
internal static class CssNumbers
{
    private const int Precision = 6;

    private static readonly double[] s_powers = CreatePowers();

    private static double[] CreatePowers()
    {
        double[] powers = new double[100];
        for (int i = 0; i < powers.Length; i++) powers[i] = Math.Pow(10, i - 50);
        return powers;
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

        WriteFraction(output, value);
    }

    private static void WriteFraction(CharWriter output, float value)
    {
        double magnitude = Math.Abs((double)value);
        int exponent = (int)Math.Floor(Math.Log10(magnitude));
        if (magnitude >= Power(exponent + 1)) exponent++;
        long digits = (long)Math.Round(magnitude * Power(Precision - 1 - exponent));
        if (digits >= 1_000_000)
        {
            digits /= 10;
            exponent++;
        }

        Span<char> text = stackalloc char[Precision];
        for (int i = Precision - 1; i >= 0; i--, digits /= 10) text[i] = (char)('0' + digits % 10);
        int count = Precision;
        while (count > 1 && text[count - 1] == '0') count--;
        if (value < 0) output.Write('-');
        WriteDigits(output, text[..count], exponent);
    }

    private static double Power(int exponent) => s_powers[exponent + 50];

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
