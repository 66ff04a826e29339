using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>
/// What evaluating an expression may do besides giving a value. It errs on the side of doing something: reading a property may run a
/// getter, converting an object to a primitive value its <c>valueOf</c>, a spread an iterator, and an unknown global throws. What is known
/// of the names of the program is for who asks to say.
/// </summary>
public abstract class Purity
{
    /// <summary>Whether reading a declared name, or <c>arguments</c>, cannot throw.</summary>
    protected abstract bool IsDeclaredNameSafe(IdentifierReference name);

    /// <summary>Whether a declared name stands for something that a class can extend.</summary>
    protected abstract bool IsDeclaredClass(IdentifierReference name);

    /// <summary>Whether reading a name cannot throw.</summary>
    public bool IsSafeToRead(IdentifierReference name) =>
        name.SymbolId >= 0 || name.Name == "arguments" ? IsDeclaredNameSafe(name) : KnownGlobals.IsSafeToRead(name.Name);

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
            case UnaryExpression unary:
                return IsPureUnary(unary);
            case BinaryExpression binary:
                return IsPure(binary.Left) && IsPure(binary.Right) && IsPureOperator(binary);
            case TemplateLiteral template:
                return Array.TrueForAll(template.Expressions, IsPurePrimitive);
            case CallExpression call:
                return call.IsPure ? Array.TrueForAll(call.Arguments, IsPureArgument) : IsPureCall(call);
            case NewExpression created:
                return (created.IsPure || IsPureConstruction(created)) && Array.TrueForAll(created.Arguments, IsPureArgument);
            case MemberExpression member:
                return KnownGlobals.IsSafeMember(member);
            case ClassExpression definition:
                return IsPureClass(definition);
            case ChainExpression chain:
                return IsPure(chain.Expression);
            default:
                return false;
        }
    }

    /// <summary>Whether defining the class does nothing: it may go when nothing uses it.</summary>
    public bool IsPureClass(IClass definition)
    {
        if (definition.Decorators.Length > 0 || definition.SuperClass is { } extended && !IsPureSuperclass(extended)) return false;
        foreach (ClassElement element in definition.Body.Body)
        {
            bool pure = element switch
            {
                MethodDefinition method => method.Decorators.Length == 0 && IsPureKey(method.IsComputed, method.Key),
                PropertyDefinition field => field.Decorators.Length == 0 && IsPureKey(field.IsComputed, field.Key) && (!field.IsStatic || IsPure(field.Value)),
                StaticBlock block => block.Body.Length == 0,
                _ => element is TSIndexSignatureElement,
            };
            if (!pure) return false;
        }
        return true;
    }

    // class A extends x throws when x is no constructor
    private bool IsPureSuperclass(Expression extended) => extended switch
    {
        NullLiteral => true,
        IdentifierReference name => name.SymbolId >= 0 ? IsDeclaredNameSafe(name) && IsDeclaredClass(name) : KnownGlobals.IsClass(name.Name),
        CallExpression { IsPure: true } or ClassExpression => IsPure(extended),
        _ => false,
    };

    private bool IsPureUnary(UnaryExpression unary) => unary.Operator switch
    {
        // typeof does not throw for an unknown global
        UnaryOperator.Typeof => unary.Argument is IdentifierReference { SymbolId: < 0 } || IsPure(unary.Argument),
        UnaryOperator.Not or UnaryOperator.Void => IsPure(unary.Argument),
        UnaryOperator.Delete => false,
        // -x may call valueOf
        _ => IsPurePrimitive(unary.Argument),
    };

    private static bool IsPureOperator(BinaryExpression binary) => binary.Operator switch
    {
        BinaryOperator.StrictEqual or BinaryOperator.StrictNotEqual => true,
        BinaryOperator.In or BinaryOperator.Instanceof => false,
        // x == null converts nothing
        BinaryOperator.Equal or BinaryOperator.NotEqual when ValueTypes.IsNullish(binary.Left) || ValueTypes.IsNullish(binary.Right) => true,
        _ => ValueTypes.IsPlainPrimitive(binary.Left) && ValueTypes.IsPlainPrimitive(binary.Right),
    };

    private bool IsPurePrimitive(Node node) => ValueTypes.IsPlainPrimitive(node) && IsPure(node);

    private bool IsPureProperty(Node property) => property is Property plain && IsPureKey(plain.IsComputed, plain.Key) && IsPure(plain.Value);

    private bool IsPureKey(bool isComputed, Node key) => !isComputed || IsPurePrimitive(key) || key is MemberExpression member && KnownGlobals.IsSafeMember(member);

    // f(...[a]) iterates nothing of the program's
    private bool IsPureArgument(Node argument) => argument is SpreadElement { Argument: ArrayExpression array } ? IsPure(array) : IsPure(argument);

    private bool IsPureCall(CallExpression call) =>
        call is { Callee: IdentifierReference { SymbolId: < 0, Name: "Symbol" } } && Array.TrueForAll(call.Arguments, IsPurePrimitive);

    // new Map() and new Map([]) iterate nothing of the program's; new WeakMap(x) might
    private static bool IsPureConstruction(NewExpression created)
    {
        if (created.Callee is not IdentifierReference { SymbolId: < 0 } callee) return false;
        return callee.Name switch
        {
            "Map" or "Set" or "WeakMap" or "WeakSet" => created.Arguments is [] or [NullLiteral] or [ArrayExpression { Elements: [] }],
            "Date" => created.Arguments is [] or [NumericLiteral] or [StringLiteral],
            "Object" or "Array" => created.Arguments is [],
            _ => false,
        };
    }
}
