using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>Writes branches as `&amp;&amp;`, `||` and `?:`, and conditions without needless negations.</summary>
internal static class ShortenConditions
{
    /// <summary>The statement that stands for an `if`.</summary>
    public static Statement If(IfStatement node, bool namesAreKnown)
    {
        node.Consequent = DropUseless.Braces(node.Consequent);
        if (node.Alternate is not null) node.Alternate = DropUseless.Braces(node.Alternate);
        if (node.Alternate is { } nothing && DropUseless.IsNothing(nothing)) node.Alternate = null;
        node.Test = Condition(node.Test);
        if (DropUseless.IsNothing(node.Consequent))
        {
            if (node.Alternate is null) return new ExpressionStatement(node.Span, node.Test);
            (node.Test, node.Consequent, node.Alternate) = (Negate(node.Test), node.Alternate, null);
        }
        // if (!a) b; else c
        if (node.Alternate is { } other && node.Test is UnaryExpression { Operator: UnaryOperator.Not } not)
            (node.Test, node.Consequent, node.Alternate) = (not.Argument, other, node.Consequent);
        return node.Alternate is null ? WithoutElse(node) : WithElse(node, namesAreKnown);
    }

    private static Statement WithoutElse(IfStatement node)
    {
        switch (node.Consequent)
        {
            case ExpressionStatement { Expression: var value }:
                return new ExpressionStatement(node.Span, node.Test is UnaryExpression { Operator: UnaryOperator.Not } not
                    ? Or(node.Span, not.Argument, value)
                    : And(node.Span, node.Test, value));
            case IfStatement { Alternate: null } inner:
                node.Test = And(node.Span, node.Test, inner.Test);
                node.Consequent = inner.Consequent;
                return node;
            default:
                return node;
        }
    }

    private static Statement WithElse(IfStatement node, bool namesAreKnown) => (node.Consequent, node.Alternate) switch
    {
        (ReturnStatement { Argument: { } a }, ReturnStatement { Argument: { } b }) => new ReturnStatement(node.Span, Conditional(node.Span, node.Test, a, b)),
        (ExpressionStatement a, ExpressionStatement b) => new ExpressionStatement(node.Span, Choice(node, a.Expression, b.Expression, namesAreKnown)),
        _ => node,
    };

    private static Expression Choice(IfStatement node, Expression a, Expression b, bool namesAreKnown)
    {
        // if (a) x = 1; else x = 2: the place of a property would be looked up before the test, that of a known name makes no difference
        if (namesAreKnown
            && a is AssignmentExpression { Operator: AssignmentOperator.Assign, Left: IdentifierReference { SymbolId: >= 0 } x } first
            && b is AssignmentExpression { Operator: AssignmentOperator.Assign, Left: IdentifierReference y } second
            && x.SymbolId == y.SymbolId && x.Name == y.Name && !TakesName(first.Right) && !TakesName(second.Right))
            return Make.Assign(node.Span, x, Conditional(node.Span, node.Test, first.Right, second.Right));
        return Conditional(node.Span, node.Test, a, b);
    }

    // x = function () {} names the function, x = a ? function () {} : 0 does not
    private static bool TakesName(Expression value) => value is ArrowFunctionExpression or FunctionExpression { Id: null } or ClassExpression { Id: null };

    /// <summary>`test ? a : b` in its shortest form.</summary>
    public static Expression Conditional(TextSpan span, Expression test, Expression a, Expression b)
    {
        test = Condition(test);
        // (x(), test) ? a : b
        if (test is SequenceExpression sequence)
            return JoinStatements.Sequence(sequence.Expressions[..^1], Conditional(span, sequence.Expressions[^1], a, b));
        if (test is UnaryExpression { Operator: UnaryOperator.Not } not) (test, a, b) = (not.Argument, b, a);
        if (a is BooleanLiteral { Value: var first } && b is BooleanLiteral { Value: var second } && first != second)
            return first ? new UnaryExpression(span, UnaryOperator.Not, Negate(test)) : Negate(test);
        return new ConditionalExpression(span, test, a, b);
    }

    public static Expression And(TextSpan span, Expression a, Expression b) => Logical(span, a, LogicalOperator.And, b);

    public static Expression Or(TextSpan span, Expression a, Expression b) => Logical(span, a, LogicalOperator.Or, b);

    /// <summary>`if (!test) value`</summary>
    public static Expression Unless(TextSpan span, Expression test, Expression value) =>
        test is UnaryExpression { Operator: UnaryOperator.Not } not ? And(span, not.Argument, value) : Or(span, test, value);

    private static Expression Logical(TextSpan span, Expression a, LogicalOperator @operator, Expression b) => a is SequenceExpression sequence
        ? JoinStatements.Sequence(sequence.Expressions[..^1], Logical(span, sequence.Expressions[^1], @operator, b))
        : new LogicalExpression(span, a, @operator, b);

    /// <summary>An expression of which only the truth matters.</summary>
    public static Expression Condition(Expression test)
    {
        while (test is UnaryExpression { Operator: UnaryOperator.Not, Argument: UnaryExpression { Operator: UnaryOperator.Not } inner }) test = inner.Argument;
        return test;
    }

    /// <summary>`!a` as a node: `!(a === b)` is `a !== b`. Not so `!(a &lt; b)`, which is true of NaN.</summary>
    public static Expression Not(UnaryExpression node)
    {
        // !!!a
        node.Argument = Condition(node.Argument);
        if (node.Argument is not BinaryExpression binary || Opposite(binary.Operator) is not { } opposite) return node;
        binary.Operator = opposite;
        return binary;
    }

    private static Expression Negate(Expression test) => Not(new UnaryExpression(test.Span, UnaryOperator.Not, test));

    private static BinaryOperator? Opposite(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.StrictEqual => BinaryOperator.StrictNotEqual,
        BinaryOperator.StrictNotEqual => BinaryOperator.StrictEqual,
        _ => null,
    };
}
