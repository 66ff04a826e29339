using Inox.JavaScript.Parsing;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Minification;

/// <summary>Names for strings, `+=` for `= x +`, `==` for `===` where both sides are strings.</summary>
internal static class ShortenExpressions
{
    /// <summary>`a["b"]`</summary>
    public static void Member(MemberExpression node)
    {
        if (!node.IsComputed || node.Property is not StringLiteral { Value: var name } || !IsName(name)) return;
        node.Property = new IdentifierName(node.Property.Span, name);
        node.IsComputed = false;
    }

    /// <summary>`{ "b": 1 }` and `{ ["b"]: 1 }`; `__proto__` means another thing with brackets than without.</summary>
    public static void Key(Property node)
    {
        // { undefined }
        if (node.IsShorthand && node.Value is not IdentifierReference) node.IsShorthand = false;
        if (node.Key is not StringLiteral { Value: var name } || !IsName(name) || name == "__proto__") return;
        node.Key = new IdentifierName(node.Key.Span, name);
        node.IsComputed = false;
    }

    /// <summary>`new Array(1, 2)` is `[1, 2]`, `new Error(a)` is `Error(a)`: what makes the same without `new`.</summary>
    public static Expression New(NewExpression node)
    {
        if (node.Callee is not IdentifierReference { SymbolId: < 0 } callee) return node;
        Expression[] arguments = node.Arguments;
        switch (callee.Name)
        {
            case "Object" when arguments is []:
                return new ObjectExpression(node.Span, []);
            // Array(3) has holes
            case "Array" when arguments.Length != 1 && Array.TrueForAll(arguments, argument => argument is not SpreadElement):
                return new ArrayExpression(node.Span, arguments);
            // RegExp(x) is x when that is a regular expression
            case "RegExp" when arguments is [var pattern] && ValueTypes.IsPlainPrimitive(pattern) || arguments is [not SpreadElement, StringLiteral]:
            case "Object" or "Array" or "Function" or "Error" or "EvalError" or "RangeError" or "ReferenceError" or "SyntaxError" or "TypeError" or "URIError" or "AggregateError":
                return new CallExpression(node.Span, callee, null, arguments);
            default:
                return node;
        }
    }

    /// <summary>`typeof a === "b"`: strings on both sides.</summary>
    public static void Comparison(BinaryExpression node)
    {
        if (node.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual) Undefined(node);
        if (node.Operator is not (BinaryOperator.StrictEqual or BinaryOperator.StrictNotEqual) || !IsString(node.Left) || !IsString(node.Right)) return;
        node.Operator = node.Operator == BinaryOperator.StrictEqual ? BinaryOperator.Equal : BinaryOperator.NotEqual;
        Undefined(node);
    }

    // typeof a == "undefined": of all that typeof gives, only that is greater than "u"
    private static void Undefined(BinaryExpression node)
    {
        if (node.Left is StringLiteral && node.Right is UnaryExpression { Operator: UnaryOperator.Typeof }) (node.Left, node.Right) = (node.Right, (Expression)node.Left);
        if (node is not { Left: UnaryExpression { Operator: UnaryOperator.Typeof }, Right: StringLiteral { Value: "undefined" } text }) return;
        node.Operator = node.Operator == BinaryOperator.Equal ? BinaryOperator.Greater : BinaryOperator.Less;
        node.Right = new StringLiteral(text.Span, "u");
    }

    private static bool IsString(Node node) => node is StringLiteral or UnaryExpression { Operator: UnaryOperator.Typeof };

    /// <summary>`x = x + 1`, of a name that a scope declares.</summary>
    public static void Assignment(AssignmentExpression node)
    {
        if (node is not { Operator: AssignmentOperator.Assign, Left: IdentifierReference { SymbolId: >= 0 } x, Right: BinaryExpression { Left: IdentifierReference y } binary }
            || x.SymbolId != y.SymbolId || x.Name != y.Name || Combined(binary.Operator) is not { } @operator) return;
        node.Operator = @operator;
        node.Right = binary.Right;
    }

    private static AssignmentOperator? Combined(BinaryOperator @operator) => @operator switch
    {
        BinaryOperator.Add => AssignmentOperator.Add,
        BinaryOperator.Subtract => AssignmentOperator.Subtract,
        BinaryOperator.Multiply => AssignmentOperator.Multiply,
        BinaryOperator.Divide => AssignmentOperator.Divide,
        BinaryOperator.Remainder => AssignmentOperator.Remainder,
        BinaryOperator.ShiftLeft => AssignmentOperator.ShiftLeft,
        BinaryOperator.ShiftRight => AssignmentOperator.ShiftRight,
        BinaryOperator.ShiftRightUnsigned => AssignmentOperator.ShiftRightUnsigned,
        BinaryOperator.BitwiseOr => AssignmentOperator.BitwiseOr,
        BinaryOperator.BitwiseXor => AssignmentOperator.BitwiseXor,
        BinaryOperator.BitwiseAnd => AssignmentOperator.BitwiseAnd,
        _ => null,
    };

    private static bool IsName(string text)
    {
        if (text.Length == 0 || !char.IsAscii(text[0]) || !CharacterClass.IsStart(text[0])) return false;
        foreach (char c in text) if (c >= 128 || !CharacterClass.IsPart(c)) return false;
        return true;
    }
}
