using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>Takes from an expression whose value is not used what only makes the value: `a === b(), c` is `b()`.</summary>
internal static class DropValues
{
    /// <summary>What is left to do; null for nothing.</summary>
    public static Expression? Unused(Expression node, Purity purity)
    {
        if (purity.IsPure(node)) return null;
        switch (node)
        {
            case UnaryExpression { Operator: UnaryOperator.Not or UnaryOperator.Void or UnaryOperator.Typeof } unary:
                return Unused(unary.Argument, purity);
            case BinaryExpression { Operator: BinaryOperator.StrictEqual or BinaryOperator.StrictNotEqual, Left: Expression left } binary:
                return Join(Unused(left, purity), Unused(binary.Right, purity));
            case LogicalExpression logical:
                return Logical(logical, purity);
            case ConditionalExpression conditional:
                return Conditional(conditional, purity);
            case SequenceExpression sequence:
                Expression? joined = null;
                foreach (Expression part in sequence.Expressions) joined = Join(joined, Unused(part, purity));
                return joined;
            case ArrayExpression array when Array.TrueForAll(array.Elements, element => element is not SpreadElement):
                Expression? elements = null;
                foreach (Expression? element in array.Elements) if (element is not null) elements = Join(elements, Unused(element, purity));
                return elements;
            case ObjectExpression obj when Array.TrueForAll(obj.Properties, property => property is Property { IsComputed: false }):
                Expression? values = null;
                foreach (Node property in obj.Properties) values = Join(values, Unused(((Property)property).Value, purity));
                return values;
            case CallExpression { IsPure: true } call when Array.TrueForAll(call.Arguments, argument => argument is not SpreadElement):
                return All(call.Arguments, purity);
            case NewExpression { IsPure: true } created when Array.TrueForAll(created.Arguments, argument => argument is not SpreadElement):
                return All(created.Arguments, purity);
            default:
                return node;
        }
    }

    private static Expression? All(Expression[] parts, Purity purity)
    {
        Expression? joined = null;
        foreach (Expression part in parts) joined = Join(joined, Unused(part, purity));
        return joined;
    }

    private static Expression? Join(Expression? a, Expression? b) => a is null ? b : b is null ? a : JoinStatements.Sequence(a, b);

    private static Expression? Logical(LogicalExpression node, Purity purity)
    {
        Expression? right = Unused(node.Right, purity);
        if (right is null) return Unused(node.Left, purity);
        node.Right = right;
        return node;
    }

    private static Expression? Conditional(ConditionalExpression node, Purity purity)
    {
        Expression? a = Unused(node.Consequent, purity), b = Unused(node.Alternate, purity);
        if (a is null && b is null) return Unused(node.Test, purity);
        if (b is null) return ShortenConditions.And(node.Span, node.Test, a!);
        if (a is null) return ShortenConditions.Unless(node.Span, node.Test, b);
        node.Consequent = a;
        node.Alternate = b;
        return node;
    }
}
