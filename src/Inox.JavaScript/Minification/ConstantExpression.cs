using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>What can be said about the value of an expression from its text alone.</summary>
internal static class ConstantExpression
{
    /// <summary>Whether a condition is always true or always false, and evaluating it has no effect; null when unknown.</summary>
    public static bool? Truth(Expression expression) => expression switch
    {
        BooleanLiteral boolean => boolean.Value,
        NumericLiteral number => number.Value != 0 && !double.IsNaN(number.Value),
        StringLiteral text => text.Value.Length > 0,
        NullLiteral => false,
        BigIntLiteral number => number.Value != "0",
        RegExpLiteral or FunctionExpression or ArrowFunctionExpression => true,
        ObjectExpression { Properties.Length: 0 } or ArrayExpression { Elements.Length: 0 } => true,
        UnaryExpression { Operator: UnaryOperator.Not } not => !Truth(not.Argument),
        UnaryExpression { Operator: UnaryOperator.Void } nothing when IsLiteral(nothing.Argument) => false,
        _ => null,
    };

    /// <summary>Whether it is null or undefined, or certainly not; null when unknown.</summary>
    public static bool? IsNullish(Expression expression)
    {
        if (expression is NullLiteral || IsUndefined(expression)) return true;
        return IsLiteral(expression) || Truth(expression) == true ? false : null;
    }

    public static bool IsUndefined(Expression expression) =>
        expression is UnaryExpression { Operator: UnaryOperator.Void } nothing && IsLiteral(nothing.Argument);

    private static bool IsLiteral(Expression expression) =>
        expression is BooleanLiteral or NumericLiteral or StringLiteral or NullLiteral or BigIntLiteral;

    /// <summary>The outcome of `===`; null when unknown.</summary>
    public static bool? StrictlyEqual(Expression a, Expression b)
    {
        if (IsUndefined(a) || IsUndefined(b)) return IsKnown(a) && IsKnown(b) ? IsUndefined(a) && IsUndefined(b) : null;
        if (!IsLiteral(a) || !IsLiteral(b)) return null;
        return (a, b) switch
        {
            (StringLiteral x, StringLiteral y) => x.Value == y.Value,
            (NumericLiteral x, NumericLiteral y) => x.Value == y.Value,
            (BooleanLiteral x, BooleanLiteral y) => x.Value == y.Value,
            (BigIntLiteral x, BigIntLiteral y) => x.Value == y.Value,
            (NullLiteral, NullLiteral) => true,
            _ => false,
        };
    }

    private static bool IsKnown(Expression expression) => IsLiteral(expression) || IsUndefined(expression);

    /// <summary>The outcome of `==`; null when unknown or when it would convert.</summary>
    public static bool? LooselyEqual(Expression a, Expression b)
    {
        if (IsNullish(a) == true && IsNullish(b) is { } other && IsKnown(b)) return other;
        if (IsNullish(b) == true && IsNullish(a) is { } same && IsKnown(a)) return same;
        return a.Kind == b.Kind ? StrictlyEqual(a, b) : null;
    }

    public static string? TypeOf(Expression expression) => expression switch
    {
        StringLiteral => "string",
        NumericLiteral => "number",
        BooleanLiteral => "boolean",
        BigIntLiteral => "bigint",
        NullLiteral => "object",
        FunctionExpression or ArrowFunctionExpression => "function",
        _ => IsUndefined(expression) ? "undefined" : null,
    };
}
