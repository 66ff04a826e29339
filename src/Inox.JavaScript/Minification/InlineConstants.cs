using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>Writes a constant where the variable that holds it is read, when that is no longer.</summary>
internal static class InlineConstants
{
    // A short name, and what declares it: `,a=`.
    private const int NameLength = 2, DeclarationLength = 4;

    public static Expression Of(IdentifierReference node, SymbolFacts facts)
    {
        if (!facts.IsLocal(node.SymbolId)) return node;
        ref SymbolFact fact = ref facts[node.SymbolId];
        if (!fact.IsSettled || fact.Declarator is not { } declarator || fact.IsFunction || fact.IsParameter) return node;
        // function () { this } has another
        if (declarator.Init is ThisExpression && fact.IsCaptured) return node;
        int length = declarator.Init is { } value ? LengthOf(value) : fact.IsLexical ? 6 : -1;
        if (length < 0 || (length - NameLength) * fact.Reads > length + DeclarationLength) return node;
        return declarator.Init is { } constant ? Copy(constant, node.Span) : Make.Undefined(node.Span);
    }

    private static int LengthOf(Expression value) => value switch
    {
        NumericLiteral number => NumberOperations.ToText(number.Value).Length,
        UnaryExpression { Operator: UnaryOperator.Minus, Argument: NumericLiteral number } => NumberOperations.ToText(number.Value).Length + 1,
        StringLiteral text => text.Value.Length + 2,
        BooleanLiteral => 2,
        NullLiteral or ThisExpression => 4,
        _ => ConstantExpression.IsUndefined(value) ? 6 : -1,
    };

    /// <summary>Another node for a literal, `undefined` or `this`.</summary>
    public static Expression Copy(Expression value, TextSpan span) => value switch
    {
        NumericLiteral number => new NumericLiteral(span, number.Value),
        StringLiteral text => new StringLiteral(span, text.Value),
        BooleanLiteral boolean => new BooleanLiteral(span, boolean.Value),
        NullLiteral => new NullLiteral(span),
        ThisExpression => new ThisExpression(span),
        UnaryExpression { Operator: UnaryOperator.Minus, Argument: NumericLiteral number } => new UnaryExpression(span, UnaryOperator.Minus, new NumericLiteral(span, number.Value)),
        _ => Make.Undefined(span),
    };
}
