using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>What can be said about the type of the value of an expression from its form.</summary>
internal static class ValueTypes
{
    /// <summary>
    /// Whether the value is certainly a string, a number, a boolean, <c>null</c> or <c>undefined</c>, so that converting it runs nothing and does
    /// not throw. Symbols and big integers throw: <c>+1n</c>.
    /// </summary>
    public static bool IsPlainPrimitive(Node node) => node switch
    {
        StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral or TemplateLiteral => true,
        UnaryExpression { Operator: UnaryOperator.Not or UnaryOperator.Typeof or UnaryOperator.Void or UnaryOperator.Plus } => true,
        // -1n is one more big integer
        UnaryExpression { Operator: UnaryOperator.Minus or UnaryOperator.BitwiseNot } unary => IsPlainPrimitive(unary.Argument),
        BinaryExpression { Operator: <= BinaryOperator.GreaterOrEqual or BinaryOperator.In or BinaryOperator.Instanceof } => true,
        BinaryExpression binary => IsPlainPrimitive(binary.Left) && IsPlainPrimitive(binary.Right),
        ConditionalExpression conditional => IsPlainPrimitive(conditional.Consequent) && IsPlainPrimitive(conditional.Alternate),
        _ => false,
    };

    /// <summary>Whether the value is true or false and nothing else.</summary>
    public static bool IsBoolean(Node node) => node switch
    {
        BooleanLiteral => true,
        UnaryExpression { Operator: UnaryOperator.Not or UnaryOperator.Delete } => true,
        BinaryExpression { Operator: <= BinaryOperator.GreaterOrEqual or BinaryOperator.In or BinaryOperator.Instanceof } => true,
        LogicalExpression { Operator: not LogicalOperator.Coalesce } logical => IsBoolean(logical.Left) && IsBoolean(logical.Right),
        ConditionalExpression conditional => IsBoolean(conditional.Consequent) && IsBoolean(conditional.Alternate),
        SequenceExpression sequence => IsBoolean(sequence.Expressions[^1]),
        _ => false,
    };

    /// <summary>Whether the value is <c>null</c> or <c>undefined</c>.</summary>
    public static bool IsNullish(Node node) =>
        node is NullLiteral or UnaryExpression { Operator: UnaryOperator.Void } or IdentifierReference { SymbolId: < 0, Name: "undefined" };
}
