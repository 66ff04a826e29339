using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>
/// Tells which outermost statements can go when nothing uses what they declare. It errs on the side of keeping: reading a
/// member may run a getter, reading an unknown global may throw, a spread runs an iterator.
/// </summary>
internal static class SideEffects
{
    public static void Mark(Module module)
    {
        Statement[] body = module.Program.Body;
        for (int i = 0; i < body.Length; i++) module.Statements[i].IsPure = IsPure(body[i], module.Model);
    }

    public static bool IsPure(Statement statement, SemanticModel model) => statement switch
    {
        FunctionDeclaration or EmptyStatement or ImportDeclaration or ExportAllDeclaration or Directive => true,
        ClassDeclaration definition => IsPureClass(definition, model),
        VariableDeclaration declaration => IsPureDeclaration(declaration, model),
        ExpressionStatement expression => IsPure(expression.Expression, model),
        ExportNamedDeclaration { Declaration: { } declaration } => IsPure(declaration, model),
        ExportNamedDeclaration => true,
        ExportDefaultDeclaration { Declaration: Expression expression } => IsPure(expression, model),
        ExportDefaultDeclaration { Declaration: Statement declaration } => IsPure(declaration, model),
        BlockStatement block => AllPure(block.Body, model),
        IfStatement branch => IsPure(branch.Test, model) && IsPure(branch.Consequent, model) && (branch.Alternate is null || IsPure(branch.Alternate, model)),
        _ => false,
    };

    private static bool AllPure(Statement[] statements, SemanticModel model)
    {
        foreach (Statement statement in statements) if (!IsPure(statement, model)) return false;
        return true;
    }

    private static bool IsPureDeclaration(VariableDeclaration declaration, SemanticModel model)
    {
        if (declaration.DeclarationKind is VariableKind.Using or VariableKind.AwaitUsing) return false;
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            if (declarator.Id is not BindingIdentifier && !IsPurePattern(declarator, model)) return false;
            if (declarator.Init is not null && !IsPure(declarator.Init, model)) return false;
        }
        return true;
    }

    // const [a, b] = [1, 2] and const { a } = { a: 1 }: nothing of the program runs
    private static bool IsPurePattern(VariableDeclarator declarator, SemanticModel model)
    {
        switch (declarator.Id)
        {
            case ArrayPattern array when declarator.Init is ArrayExpression:
                foreach (Node? element in array.Elements) if (element is not (null or BindingIdentifier)) return false;
                return true;
            case ObjectPattern { Properties: [] }:
                return declarator.Init is ObjectExpression;
            default:
                return false;
        }
    }

    public static bool IsPure(Node? expression, SemanticModel model)
    {
        switch (expression)
        {
            case null or StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral or BigIntLiteral or RegExpLiteral
                or FunctionExpression or ArrowFunctionExpression or ThisExpression or MetaProperty:
                return true;
            case IdentifierReference reference:
                return reference.SymbolId >= 0 || KnownGlobals.IsSafeToRead(reference.Name);
            case ClassExpression definition:
                return IsPureClass(definition, model);
            case TemplateLiteral template:
                return Array.TrueForAll(template.Expressions, part => IsPrimitive(part) && IsPure(part, model));
            case ArrayExpression array:
                return Array.TrueForAll(array.Elements, element => element is not SpreadElement && IsPure(element, model));
            case ObjectExpression obj:
                return Array.TrueForAll(obj.Properties, property => IsPureProperty(property, model));
            case ConditionalExpression conditional:
                return IsPure(conditional.Test, model) && IsPure(conditional.Consequent, model) && IsPure(conditional.Alternate, model);
            case LogicalExpression logical:
                return IsPure(logical.Left, model) && IsPure(logical.Right, model);
            case SequenceExpression sequence:
                return Array.TrueForAll(sequence.Expressions, part => IsPure(part, model));
            case UnaryExpression unary:
                return IsPureUnary(unary, model);
            case BinaryExpression binary:
                return IsPureBinary(binary, model);
            case CallExpression call:
                return (call.IsPure || IsPureCallee(call.Callee)) && ArgumentsArePure(call.Arguments, model);
            case NewExpression created:
                return (created.IsPure || IsPureConstruction(created)) && ArgumentsArePure(created.Arguments, model);
            case ImportExpression:
                return false;
            case MemberExpression member:
                return KnownGlobals.IsSafeMember(member);
            case ChainExpression chain:
                return IsPure(chain.Expression, model);
            default:
                return false;
        }
    }

    private static bool ArgumentsArePure(Expression[] arguments, SemanticModel model) =>
        Array.TrueForAll(arguments, argument => argument is SpreadElement { Argument: ArrayExpression } spread ? IsPure(spread.Argument, model)
            : argument is not SpreadElement && IsPure(argument, model));

    private static bool IsPureCallee(Expression callee) =>
        callee is IdentifierReference { SymbolId: < 0, Name: "Symbol" };

    // new Map() and new Map([]) iterate nothing of the program's; new WeakMap(x) might
    private static bool IsPureConstruction(NewExpression created)
    {
        if (created.Callee is not IdentifierReference { SymbolId: < 0 } callee) return false;
        return callee.Name switch
        {
            "Map" or "Set" or "WeakMap" or "WeakSet" => created.Arguments is [] or [NullLiteral] or [ArrayExpression { Elements: [] }],
            "Date" => created.Arguments is [] or [NumericLiteral] or [StringLiteral],
            "Object" or "Array" when created.Arguments is [] => true,
            _ => false,
        };
    }

    private static bool IsPureUnary(UnaryExpression unary, SemanticModel model) => unary.Operator switch
    {
        // typeof does not throw for an unknown global
        UnaryOperator.Typeof => unary.Argument is IdentifierReference || IsPure(unary.Argument, model),
        UnaryOperator.Void or UnaryOperator.Not => IsPure(unary.Argument, model),
        UnaryOperator.Delete => false,
        // -x may call valueOf
        _ => IsPrimitive(unary.Argument) && unary.Argument is not BigIntLiteral && IsPure(unary.Argument, model),
    };

    private static bool IsPureBinary(BinaryExpression binary, SemanticModel model)
    {
        if (!IsPure(binary.Left, model) || !IsPure(binary.Right, model)) return false;
        return binary.Operator switch
        {
            BinaryOperator.StrictEqual or BinaryOperator.StrictNotEqual => true,
            BinaryOperator.In or BinaryOperator.Instanceof => false,
            _ => IsPrimitive(binary.Left) && IsPrimitive(binary.Right),
        };
    }

    private static bool IsPrimitive(Node node) => node switch
    {
        StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral or TemplateLiteral => true,
        UnaryExpression { Operator: not UnaryOperator.Delete } => true,
        BinaryExpression binary => IsPrimitive(binary.Left) && IsPrimitive(binary.Right),
        ConditionalExpression conditional => IsPrimitive(conditional.Consequent) && IsPrimitive(conditional.Alternate),
        _ => false,
    };

    private static bool IsPureProperty(Node property, SemanticModel model) => property switch
    {
        Property { IsComputed: true } computed => IsPrimitive(computed.Key) && IsPure(computed.Key, model) && IsPure(computed.Value, model),
        Property named => IsPure(named.Value, model),
        _ => false,
    };

    private static bool IsPureClass(IClass definition, SemanticModel model)
    {
        if (definition.Decorators.Length > 0) return false;
        if (definition.SuperClass is not (null or IdentifierReference { SymbolId: >= 0 } or NullLiteral) && !IsPure(definition.SuperClass, model)) return false;
        foreach (ClassElement element in definition.Body.Body)
        {
            bool pure = element switch
            {
                MethodDefinition method => method.Decorators.Length == 0 && IsPureKey(method.IsComputed, method.Key, model),
                PropertyDefinition field => field.Decorators.Length == 0 && IsPureKey(field.IsComputed, field.Key, model)
                    && (!field.IsStatic || IsPure(field.Value, model)),
                StaticBlock block => block.Body.Length == 0,
                _ => true,
            };
            if (!pure) return false;
        }
        return true;
    }

    private static bool IsPureKey(bool isComputed, Node key, SemanticModel model) =>
        !isComputed || IsPrimitive(key) && IsPure(key, model) || key is MemberExpression member && KnownGlobals.IsSafeMember(member);
}
