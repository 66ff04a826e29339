using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>Puts an assignment where the next expression first reads what it assigns: `a = b, f(a)` is `f(a = b)`.</summary>
internal static class CollapseAssignments
{
    public static Expression In(SequenceExpression node, SymbolFacts facts, InlineOnce inline)
    {
        List<Expression>? parts = null;
        for (int i = node.Expressions.Length - 2; i >= 0; i--)
        {
            Expression next = parts is null ? node.Expressions[i + 1] : parts[i + 1];
            if (Assigned(node.Expressions[i], facts) is not { } name) continue;
            if (!inline.Into(name.SymbolId, AsValue(node.Expressions[i], facts, name.SymbolId), next, out Expression result)) continue;
            parts ??= [.. node.Expressions];
            parts[i + 1] = result;
            parts.RemoveAt(i);
        }
        if (parts is null) return node;
        if (parts.Count == 1) return parts[0];
        node.Expressions = [.. parts];
        return node;
    }

    private static IdentifierReference? Assigned(Expression node, SymbolFacts facts)
    {
        IdentifierReference? name = node switch
        {
            AssignmentExpression { Left: IdentifierReference left, Operator: < AssignmentOperator.Or } => left,
            UpdateExpression { Argument: IdentifierReference argument } => argument,
            _ => null,
        };
        if (name is null || !facts.IsLocal(name.SymbolId)) return null;
        return facts[name.SymbolId] is { IsCaptured: false, IsPinned: false, IsLexical: false } ? name : null;
    }

    // var a; a = b, f(a): the only use of the only value; a++, f(a) is f(++a)
    private static Expression AsValue(Expression node, SymbolFacts facts, int symbol)
    {
        if (node is UpdateExpression update) update.IsPrefix = true;
        return node is AssignmentExpression { Operator: AssignmentOperator.Assign } assignment && facts[symbol] is { Reads: 1, Writes: 1, Declarations: 1, Declarator: not null }
            ? assignment.Right : node;
    }
}
