using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>Purity where the order of uses is known: a <c>let</c> further down throws, and so does a class that extends what is none.</summary>
internal sealed class SettledPurity(SymbolFacts facts) : Purity
{
    protected override bool IsDeclaredNameSafe(IdentifierReference name) =>
        name.SymbolId < 0 || facts[name.SymbolId] is { IsSettled: true } or { IsLexical: false, IsParameter: false } or { IsParameter: true, IsPinned: false };

    protected override bool IsDeclaredClass(IdentifierReference name) => facts[name.SymbolId] is { IsSettled: true, IsClass: true };

    /// <summary>Whether the value is the same wherever the expression is evaluated, and evaluating it does nothing.</summary>
    public bool IsFixed(Node? node)
    {
        switch (node)
        {
            case null or StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral or BigIntLiteral or FunctionExpression or ArrowFunctionExpression or RegExpLiteral:
                return true;
            case IdentifierReference name:
                return name.SymbolId >= 0 ? facts.IsFixed(name.SymbolId) : name.Name is "undefined" or "NaN" or "Infinity";
            case UnaryExpression { Operator: UnaryOperator.Not or UnaryOperator.Void or UnaryOperator.Typeof } unary:
                return IsFixed(unary.Argument);
            case UnaryExpression { Operator: UnaryOperator.Minus, Argument: NumericLiteral }:
                return true;
            case ArrayExpression array:
                return Array.TrueForAll(array.Elements, element => element is not SpreadElement && IsFixed(element));
            case ObjectExpression obj:
                return Array.TrueForAll(obj.Properties, property => property is Property { IsComputed: false } plain && IsFixed(plain.Value));
            case ConditionalExpression conditional:
                return IsFixed(conditional.Test) && IsFixed(conditional.Consequent) && IsFixed(conditional.Alternate);
            case LogicalExpression logical:
                return IsFixed(logical.Left) && IsFixed(logical.Right);
            case BinaryExpression { Operator: BinaryOperator.StrictEqual or BinaryOperator.StrictNotEqual } binary:
                return IsFixed(binary.Left) && IsFixed(binary.Right);
            default:
                return false;
        }
    }
}
