using Inox.JavaScript.Printing;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>JavaScript's operators on numbers (ECMA-262 6.1.6.1).</summary>
internal static class NumberOperations
{
    public static double? Apply(BinaryOperator op, double a, double b) => op switch
    {
        BinaryOperator.Add => a + b,
        BinaryOperator.Subtract => a - b,
        BinaryOperator.Multiply => a * b,
        BinaryOperator.Divide => a / b,
        BinaryOperator.Remainder => a % b,
        BinaryOperator.Exponent => Power(a, b),
        BinaryOperator.ShiftLeft => ToInt32(a) << (ToInt32(b) & 31),
        BinaryOperator.ShiftRight => ToInt32(a) >> (ToInt32(b) & 31),
        BinaryOperator.ShiftRightUnsigned => (uint)ToInt32(a) >> (ToInt32(b) & 31),
        BinaryOperator.BitwiseOr => ToInt32(a) | ToInt32(b),
        BinaryOperator.BitwiseXor => ToInt32(a) ^ ToInt32(b),
        BinaryOperator.BitwiseAnd => ToInt32(a) & ToInt32(b),
        _ => null,
    };

    // 1 ** Infinity and 1 ** NaN are NaN (6.1.6.1.3), IEEE 754 has 1.
    private static double Power(double a, double b) =>
        double.IsNaN(b) || (Math.Abs(a) == 1 && double.IsInfinity(b)) ? double.NaN : Math.Pow(a, b);

    public static int ToInt32(double value)
    {
        if (!double.IsFinite(value)) return 0;
        if (Math.Abs(value) < 1L << 52) return unchecked((int)(long)value);
        double wrapped = Math.IEEERemainder(Math.Truncate(value), 4294967296.0);
        return unchecked((int)(long)wrapped);
    }

    public static string ToText(double value)
    {
        if (double.IsNaN(value)) return "NaN";
        if (value == 0) return "0";
        if (double.IsInfinity(value)) return value > 0 ? "Infinity" : "-Infinity";
        Span<char> buffer = stackalloc char[NumberText.MaxLength];
        string text = new(buffer[..NumberText.Write(Math.Abs(value), buffer, shortest: false)]);
        return value < 0 ? "-" + text : text;
    }
}
