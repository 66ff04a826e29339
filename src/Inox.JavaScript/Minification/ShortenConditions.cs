using Inox.Core;
using Inox.JavaScript.Semantics;
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
        if (node.Alternate is { } other && Growth(node.Test) < 0)
            (node.Test, node.Consequent, node.Alternate) = (NegateCondition(node.Test), other, node.Consequent);
        return node.Alternate is null ? WithoutElse(node) : WithElse(node, namesAreKnown);
    }

    private static Statement WithoutElse(IfStatement node)
    {
        switch (node.Consequent)
        {
            case ExpressionStatement { Expression: var value }:
                return new ExpressionStatement(node.Span, Growth(node.Test) < 0 ? Or(node.Span, NegateCondition(node.Test), value) : And(node.Span, node.Test, value));
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
        if (Growth(test) < 0) (test, a, b) = (NegateCondition(test), b, a);
        if (a is BooleanLiteral { Value: var first } && b is BooleanLiteral { Value: var second } && first != second)
        {
            if (!first) return Negate(test);
            return ValueTypes.IsBoolean(test) ? test : new UnaryExpression(span, UnaryOperator.Not, Negate(test));
        }
        return new ConditionalExpression(span, test, a, b);
    }

    public static Expression And(TextSpan span, Expression a, Expression b) => Logical(span, a, LogicalOperator.And, b);

    public static Expression Or(TextSpan span, Expression a, Expression b) => Logical(span, a, LogicalOperator.Or, b);

    /// <summary>`if (!test) value`</summary>
    public static Expression Unless(TextSpan span, Expression test, Expression value) =>
        Growth(test) < 0 ? And(span, NegateCondition(test), value) : Or(span, test, value);

    private static Expression Logical(TextSpan span, Expression a, LogicalOperator @operator, Expression b) => a is SequenceExpression sequence
        ? JoinStatements.Sequence(sequence.Expressions[..^1], Logical(span, sequence.Expressions[^1], @operator, b))
        : new LogicalExpression(span, a, @operator, b);

    /// <summary>An expression of which only the truth matters.</summary>
    public static Expression Condition(Expression test)
    {
        while (test is UnaryExpression { Operator: UnaryOperator.Not, Argument: UnaryExpression { Operator: UnaryOperator.Not } inner }) test = inner.Argument;
        switch (test)
        {
            case LogicalExpression { Operator: not LogicalOperator.Coalesce } logical:
                logical.Left = Condition(logical.Left);
                logical.Right = Condition(logical.Right);
                // a && true, a || false
                if (ConstantExpression.Truth(logical.Right) == (logical.Operator == LogicalOperator.And)) return logical.Left;
                return logical;
            case ConditionalExpression conditional:
                conditional.Consequent = Condition(conditional.Consequent);
                conditional.Alternate = Condition(conditional.Alternate);
                // a ? true : b, a ? b : false
                if (ConstantExpression.Truth(conditional.Consequent) == true && conditional.Consequent is BooleanLiteral or NumericLiteral) return Or(conditional.Span, conditional.Test, conditional.Alternate);
                if (ConstantExpression.Truth(conditional.Alternate) == false) return And(conditional.Span, conditional.Test, conditional.Consequent);
                return conditional;
            case SequenceExpression sequence:
                sequence.Expressions[^1] = Condition(sequence.Expressions[^1]);
                return sequence;
            default:
                return test;
        }
    }

    /// <summary>`!a` as a node: `!(a === b)` is `a !== b`. Not so `!(a &lt; b)`, which is true of NaN.</summary>
    public static Expression Not(UnaryExpression node)
    {
        // !!!a
        node.Argument = Condition(node.Argument);
        if (node.Argument is UnaryExpression { Operator: UnaryOperator.Not } inner && ValueTypes.IsBoolean(inner.Argument)) return inner.Argument;
        return TryNegate(node.Argument) ?? node;
    }

    /// <summary>The opposite of a condition, in a form at most as long as a `!` with parentheses; null when there is none.</summary>
    private static Expression? TryNegate(Expression test)
    {
        switch (test)
        {
            case BinaryExpression binary when OppositeOf(binary) is { } opposite:
                binary.Operator = opposite;
                return binary;
            case LogicalExpression { Operator: not LogicalOperator.Coalesce } logical when Growth(logical) <= 2:
                logical.Left = Negate(logical.Left);
                logical.Right = Negate(logical.Right);
                logical.Operator = logical.Operator == LogicalOperator.And ? LogicalOperator.Or : LogicalOperator.And;
                return logical;
            case SequenceExpression sequence:
                sequence.Expressions[^1] = Negate(sequence.Expressions[^1]);
                return sequence;
            default:
                return null;
        }
    }

    /// <summary>How many characters longer a condition is when it is negated.</summary>
    private static int Growth(Expression test) => test switch
    {
        UnaryExpression { Operator: UnaryOperator.Not } => -1,
        BinaryExpression binary => OppositeOf(binary) is not null ? 0 : 3,
        LogicalExpression { Operator: not LogicalOperator.Coalesce } logical => Math.Min(3, Growth(logical.Left) + Growth(logical.Right)),
        SequenceExpression sequence => Growth(sequence.Expressions[^1]),
        ConditionalExpression or AssignmentExpression or LogicalExpression or ArrowFunctionExpression or YieldExpression => 3,
        _ => 1,
    };

    /// <summary>The opposite of a condition.</summary>
    public static Expression Negate(Expression test)
    {
        if (test is UnaryExpression { Operator: UnaryOperator.Not } not && ValueTypes.IsBoolean(not.Argument)) return not.Argument;
        return Not(new UnaryExpression(test.Span, UnaryOperator.Not, test));
    }

    /// <summary>The opposite of what is only asked for its truth: `!a` becomes `a`.</summary>
    private static Expression NegateCondition(Expression test) => test is UnaryExpression { Operator: UnaryOperator.Not } not ? not.Argument : Negate(test);

    // typeof a > "u": typeof a is "undefined"
    private static BinaryOperator? OppositeOf(BinaryExpression node)
    {
        if (node is { Operator: BinaryOperator.Greater or BinaryOperator.Less, Left: UnaryExpression { Operator: UnaryOperator.Typeof }, Right: StringLiteral { Value: "u" } })
            return node.Operator == BinaryOperator.Greater ? BinaryOperator.Less : BinaryOperator.Greater;
        return Opposite(node.Operator);
    }

    private static BinaryOperator? Opposite(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Equal => BinaryOperator.NotEqual,
        BinaryOperator.NotEqual => BinaryOperator.Equal,
        BinaryOperator.StrictEqual => BinaryOperator.StrictNotEqual,
        BinaryOperator.StrictNotEqual => BinaryOperator.StrictEqual,
        _ => null,
    };
}
