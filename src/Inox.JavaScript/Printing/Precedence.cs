using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

/// <summary>
/// How tightly operators bind. An expression is put in parentheses when the level of its place is at or above its own level
/// (`a, b` in the place of an argument, which is at <see cref="Comma"/>).
/// </summary>
internal static class Precedence
{
    public const int Lowest = 0;
    public const int Comma = 1;
    public const int Spread = 2;
    public const int Yield = 3;
    public const int Assign = 4;
    public const int Conditional = 5;
    public const int Coalesce = 6;
    public const int Or = 7;
    public const int And = 8;
    public const int Exponent = 17;
    public const int Prefix = 18;
    public const int Postfix = 19;
    public const int New = 20;
    public const int Call = 21;

    private const int BitwiseOr = 9;
    private const int BitwiseXor = 10;
    private const int BitwiseAnd = 11;
    private const int Equality = 12;
    private const int Relational = 13;
    private const int Shift = 14;
    private const int Additive = 15;
    private const int Multiplicative = 16;

    public static int Of(BinaryOperator op) => s_binary[(int)op];

    public static int Of(LogicalOperator op) => op switch
    {
        LogicalOperator.Or => Or,
        LogicalOperator.And => And,
        _ => Coalesce,
    };

    // In the order of BinaryOperator.
    private static ReadOnlySpan<byte> s_binary =>
    [
        Equality, Equality, Equality, Equality, Relational, Relational, Relational, Relational, Shift, Shift, Shift,
        Additive, Additive, Multiplicative, Multiplicative, Multiplicative, Exponent, BitwiseOr, BitwiseXor, BitwiseAnd,
        Relational, Relational,
    ];
}

/// <summary>What the place of an expression forbids beyond its level.</summary>
internal static class Forbid
{
    public const int Nothing = 0;

    /// <summary>`for (x = a in b;;)`: an <c>in</c> would end the head.</summary>
    public const int In = 1;

    /// <summary>`new (a())()`: a call would be taken for the arguments of <c>new</c>.</summary>
    public const int Call = 2;
}
