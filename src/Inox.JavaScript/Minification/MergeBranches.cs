using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>Writes once what both branches of a conditional have in common: `a ? f(b) : f(c)` is `f(a ? b : c)`.</summary>
internal static class MergeBranches
{
    /// <summary>A shorter form of `test ? a : b`, or the node itself.</summary>
    public static Expression In(ConditionalExpression node, SymbolFacts facts)
    {
        (Expression test, Expression a, Expression b) = (node.Test, node.Consequent, node.Alternate);
        TextSpan span = node.Span;
        if (TreeComparer.AreEqual(a, b)) return JoinStatements.Sequence(test, a);
        // a ? a : b, a ? b : a
        if (test is IdentifierReference { SymbolId: >= 0 } name)
        {
            if (IsSame(name, a)) return ShortenConditions.Or(span, test, b);
            if (IsSame(name, b)) return ShortenConditions.And(span, test, a);
        }
        if (Literals(span, test, a, b) is { } logical) return logical;
        // a ? b : c ? b : d
        if (b is ConditionalExpression inner && TreeComparer.AreEqual(a, inner.Consequent))
            return ShortenConditions.Conditional(span, ShortenConditions.Or(span, test, inner.Test), a, inner.Alternate);
        // a ? b ? c : d : d
        if (a is ConditionalExpression first && TreeComparer.AreEqual(b, first.Alternate))
            return ShortenConditions.Conditional(span, ShortenConditions.And(span, test, first.Test), first.Consequent, b);
        // a ? (x, b) : b
        if (a is SequenceExpression sequence && TreeComparer.AreEqual(sequence.Expressions[^1], b))
            return JoinStatements.Sequence(ShortenConditions.And(span, test, Join(sequence.Expressions[..^1])), b);
        // a ? b : (x, b)
        if (b is SequenceExpression other && TreeComparer.AreEqual(other.Expressions[^1], a))
            return JoinStatements.Sequence(ShortenConditions.Or(span, test, Join(other.Expressions[..^1])), a);
        // a ? b && c : c
        if (a is LogicalExpression { Operator: LogicalOperator.Or } either && TreeComparer.AreEqual(either.Right, b))
            return ShortenConditions.Or(span, ShortenConditions.And(span, test, either.Left), b);
        if (b is LogicalExpression { Operator: LogicalOperator.And } both && TreeComparer.AreEqual(both.Right, a))
            return ShortenConditions.And(span, ShortenConditions.Or(span, test, both.Left), a);
        return Assignments(node, facts) ?? Calls(node, facts) ?? node;
    }

    private static Expression Join(Expression[] parts) => parts.Length == 1 ? parts[0] : new SequenceExpression(parts[0].Span, parts);

    private static bool IsSame(IdentifierReference name, Expression other) =>
        other is IdentifierReference reference && reference.SymbolId == name.SymbolId && reference.Name == name.Name;

    // a ? false : b, a ? b : true; and of an a that is true or false: a ? true : b, a ? b : false
    private static Expression? Literals(TextSpan span, Expression test, Expression a, Expression b)
    {
        if (a is BooleanLiteral first)
        {
            if (!first.Value) return ShortenConditions.And(span, ShortenConditions.Negate(test), b);
            if (ValueTypes.IsBoolean(test)) return ShortenConditions.Or(span, test, b);
        }
        if (b is BooleanLiteral second)
        {
            if (second.Value) return ShortenConditions.Or(span, ShortenConditions.Negate(test), a);
            if (ValueTypes.IsBoolean(test)) return ShortenConditions.And(span, test, a);
        }
        return null;
    }

    // a ? x = b : x = c: the place of a property would be looked up before the test, that of a variable makes no difference
    private static AssignmentExpression? Assignments(ConditionalExpression node, SymbolFacts facts)
    {
        if (node.Consequent is not AssignmentExpression { Left: IdentifierReference { SymbolId: >= 0 } x } first || node.Alternate is not AssignmentExpression { Left: IdentifierReference y } second
            || first.Operator != second.Operator || !IsSame(x, y) || first.Operator >= AssignmentOperator.Or || TakesName(first.Right) || TakesName(second.Right)) return null;
        // x += b reads x before the test
        if (first.Operator != AssignmentOperator.Assign && !(facts.IsLocal(x.SymbolId) && !facts[x.SymbolId].IsCaptured && !Mentions.Write(node.Test, x.SymbolId))) return null;
        return new(node.Span, x, first.Operator, ShortenConditions.Conditional(node.Span, node.Test, first.Right, second.Right));
    }

    private static bool TakesName(Expression value) => value is ArrowFunctionExpression or FunctionExpression { Id: null } or ClassExpression { Id: null };

    private static Expression? Calls(ConditionalExpression node, SymbolFacts facts)
    {
        switch (node.Consequent, node.Alternate)
        {
            case (CallExpression { IsOptional: false, Callee: IdentifierReference f } a, CallExpression { IsOptional: false, Callee: IdentifierReference g } b)
                when IsSameCallee(f, g, node.Test, facts) && FirstDiffers(a.Arguments, b.Arguments):
                a.Arguments[0] = ShortenConditions.Conditional(node.Span, node.Test, a.Arguments[0], b.Arguments[0]);
                return a;
            case (NewExpression { Callee: IdentifierReference f } a, NewExpression { Callee: IdentifierReference g } b)
                when IsSameCallee(f, g, node.Test, facts) && FirstDiffers(a.Arguments, b.Arguments):
                a.Arguments[0] = ShortenConditions.Conditional(node.Span, node.Test, a.Arguments[0], b.Arguments[0]);
                return a;
            default:
                return null;
        }
    }

    // The function is looked up before the test then, which must not change it.
    private static bool IsSameCallee(IdentifierReference f, IdentifierReference g, Expression test, SymbolFacts facts) =>
        f.SymbolId >= 0 && IsSame(f, g) && f.Name != "eval" && (facts.IsFixed(f.SymbolId) || facts.IsLocal(f.SymbolId) && !facts[f.SymbolId].IsCaptured && !facts[f.SymbolId].IsLexical && !Mentions.Write(test, f.SymbolId));

    private static bool FirstDiffers(Expression[] a, Expression[] b)
    {
        if (a.Length == 0 || a.Length != b.Length || a[0] is SpreadElement || b[0] is SpreadElement) return false;
        for (int i = 1; i < a.Length; i++) if (!TreeComparer.AreEqual(a[i], b[i])) return false;
        return true;
    }
}
