using System.Collections.Frozen;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>
/// What evaluating an expression may do besides giving a value. Reading a property may run a getter and converting an object to a
/// primitive value its <c>valueOf</c>; names of nobody may throw, and so may those declared by <c>let</c> further down.
/// </summary>
internal sealed class Purity(SymbolFacts facts)
{
    // What is there wherever programs run, so that reading it cannot throw.
    private static readonly FrozenSet<string> s_globals = FrozenSet.Create(
        StringComparer.Ordinal,
        "undefined", "NaN", "Infinity", "Object", "Function", "Array", "String", "Number", "Boolean", "Math", "JSON", "Date", "RegExp", "Error", "TypeError",
        "RangeError", "SyntaxError", "ReferenceError", "EvalError", "URIError", "parseInt", "parseFloat", "isNaN", "isFinite", "encodeURIComponent",
        "decodeURIComponent", "encodeURI", "decodeURI", "arguments");

    /// <summary>Whether the expression can go when its value is not used.</summary>
    public bool IsPure(Node? node)
    {
        switch (node)
        {
            case null or StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral or BigIntLiteral or RegExpLiteral or FunctionExpression or ArrowFunctionExpression
                or ThisExpression or MetaProperty:
                return true;
            case IdentifierReference name:
                return IsSafeToRead(name);
            case ArrayExpression array:
                return Array.TrueForAll(array.Elements, IsPure);
            case ObjectExpression obj:
                return Array.TrueForAll(obj.Properties, IsPureProperty);
            case ConditionalExpression conditional:
                return IsPure(conditional.Test) && IsPure(conditional.Consequent) && IsPure(conditional.Alternate);
            case LogicalExpression logical:
                return IsPure(logical.Left) && IsPure(logical.Right);
            case SequenceExpression sequence:
                return Array.TrueForAll(sequence.Expressions, IsPure);
            case UnaryExpression { Operator: UnaryOperator.Typeof, Argument: IdentifierReference { SymbolId: < 0 } }:
                return true;
            case UnaryExpression { Operator: UnaryOperator.Not or UnaryOperator.Void or UnaryOperator.Typeof } unary:
                return IsPure(unary.Argument);
            case UnaryExpression { Operator: not UnaryOperator.Delete } unary:
                return IsPrimitive(unary.Argument) && unary.Argument is not BigIntLiteral && IsPure(unary.Argument);
            case BinaryExpression binary:
                return IsPure(binary.Left) && IsPure(binary.Right)
                    && (binary.Operator is BinaryOperator.StrictEqual or BinaryOperator.StrictNotEqual
                        || binary.Operator is not (BinaryOperator.In or BinaryOperator.Instanceof) && IsPrimitive(binary.Left) && IsPrimitive(binary.Right)
                        || binary.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual && (IsNullish(binary.Left) || IsNullish(binary.Right)));
            case TemplateLiteral template:
                return Array.TrueForAll(template.Expressions, part => IsPrimitive(part) && IsPure(part));
            case CallExpression { IsPure: true } call:
                return Array.TrueForAll(call.Arguments, IsPure);
            case NewExpression created:
                return (created.IsPure || IsPureConstruction(created)) && Array.TrueForAll(created.Arguments, IsPure);
            case ClassExpression definition:
                return IsPureClass(definition);
            case ChainExpression chain:
                return IsPure(chain.Expression);
            default:
                return false;
        }
    }

    public bool IsSafeToRead(IdentifierReference name) =>
        name.SymbolId < 0 ? s_globals.Contains(name.Name) : facts[name.SymbolId] is { IsSettled: true } or { IsLexical: false, IsParameter: false } or { IsParameter: true, IsPinned: false };

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

    private bool IsPureProperty(Node property) => property switch
    {
        Property { IsComputed: true } computed => computed.Key is StringLiteral or NumericLiteral && IsPure(computed.Value),
        Property named => IsPure(named.Value),
        _ => false,
    };

    // new Map() iterates nothing; new Map(x) might
    private static bool IsPureConstruction(NewExpression created) =>
        created is { Callee: IdentifierReference { SymbolId: < 0, Name: "Map" or "Set" or "WeakMap" or "WeakSet" or "Object" or "Array" or "Date" }, Arguments: [] };

    public bool IsPureClass(IClass definition)
    {
        if (definition.Decorators.Length > 0 || definition.SuperClass is not (null or NullLiteral)) return false;
        foreach (ClassElement element in definition.Body.Body)
        {
            bool pure = element switch
            {
                MethodDefinition method => method.Decorators.Length == 0 && !method.IsComputed,
                PropertyDefinition field => field.Decorators.Length == 0 && !field.IsComputed && (!field.IsStatic || IsPure(field.Value)),
                StaticBlock block => block.Body.Length == 0,
                _ => false,
            };
            if (!pure) return false;
        }
        return true;
    }

    private static bool IsNullish(Node node) => node is NullLiteral || node is Expression expression && ConstantExpression.IsUndefined(expression);

    /// <summary>Whether the value is certainly no object, so that converting it runs nothing; symbols and big integers apart.</summary>
    public static bool IsPrimitive(Node node) => node switch
    {
        StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral or TemplateLiteral => true,
        UnaryExpression { Operator: UnaryOperator.Not or UnaryOperator.Typeof or UnaryOperator.Void or UnaryOperator.Plus } => true,
        BinaryExpression { Operator: <= BinaryOperator.GreaterOrEqual or BinaryOperator.In or BinaryOperator.Instanceof } => true,
        BinaryExpression { Operator: BinaryOperator.Add } sum => IsText(sum.Left) && IsPrimitive(sum.Right) || IsPrimitive(sum.Left) && IsText(sum.Right),
        ConditionalExpression conditional => IsPrimitive(conditional.Consequent) && IsPrimitive(conditional.Alternate),
        _ => false,
    };

    private static bool IsText(Node node) => node is StringLiteral or TemplateLiteral or UnaryExpression { Operator: UnaryOperator.Typeof };

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
}
