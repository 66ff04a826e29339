using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

/// <summary>
/// The types of expressions that say them by their form: literals, functions whose heads are typed, objects of such, <c>as const</c> and other
/// assertions. What needs the type of another name is reported.
/// </summary>
internal sealed partial class InferType(DeclarationContext context, NormalizeTypes types)
{
    public static TSKeywordType Any(TextSpan span) => new(span, TSKeyword.Any);

    public static TSTypeAnnotation Annotate(TSType type) => new(type.Span, type);

    public static TSUnionType OrUndefined(TSType type)
    {
        TSKeywordType undefined = new(type.Span, TSKeyword.Undefined);
        return new(type.Span, type is TSUnionType union ? [.. union.Types, undefined] : [type, undefined]);
    }

    /// <summary>The literal that a <c>const</c> or a readonly field keeps in place of a type; null when it is none.</summary>
    public static Expression? FreshLiteral(Expression? expression) => expression switch
    {
        StringLiteral or NumericLiteral or BooleanLiteral or BigIntLiteral => expression,
        TemplateLiteral { Expressions.Length: 0 } template => new StringLiteral(template.Span, template.Quasis[0].Cooked ?? ""),
        UnaryExpression { Operator: UnaryOperator.Plus, Argument: NumericLiteral number } => number,
        UnaryExpression { Operator: UnaryOperator.Minus, Argument: NumericLiteral { Value: 0 } zero } => zero,
        UnaryExpression { Operator: UnaryOperator.Minus, Argument: NumericLiteral or BigIntLiteral } => expression,
        _ => null,
    };

    /// <summary>The type of an expression; when it cannot be told that is reported and it is <c>any</c>.</summary>
    public TSType OrAny(Expression expression, DiagnosticDescriptor descriptor, TextSpan span, bool keepsLiterals) =>
        Of(expression, isConst: false, keepsLiterals) ?? Unknown(descriptor, span);

    private TSKeywordType Unknown(DiagnosticDescriptor descriptor, TextSpan span)
    {
        context.Report(descriptor, span);
        return Any(span);
    }

    public TSTypeAnnotation ReturnOrAny(IFunction function, DiagnosticDescriptor descriptor, TextSpan span)
    {
        if (function.ReturnType is { } annotation) return types.Annotation(annotation);
        TSType? type = ReturnedExpression.Of(function) is { } returned ? Of(returned, isConst: false, keepsLiterals: false) : null;
        return Annotate(type ?? Unknown(descriptor, span));
    }

    /// <summary>The type of a property with accessors: what either of them says, else what the getter returns.</summary>
    public TSTypeAnnotation AccessorType(MethodDefinition accessor, MethodDefinition? other)
    {
        if ((AnnotationOf(accessor) ?? AnnotationOf(other)) is { } annotation) return types.Annotation(annotation);
        MethodDefinition? getter = accessor.MethodKind == MethodKind.Get ? accessor : other;
        if (getter is not null && ReturnedExpression.Of(getter.Value) is { } returned && Of(returned, isConst: false, keepsLiterals: false) is { } type) return Annotate(type);
        return Annotate(Unknown(DeclarationDiagnostics.Accessor, accessor.Key.Span));
    }

    private static TSTypeAnnotation? AnnotationOf(MethodDefinition? accessor) => accessor switch
    {
        null => null,
        { MethodKind: MethodKind.Get } => accessor.Value.ReturnType is { TypeAnnotation: not TSTypePredicate } type ? type : null,
        _ => accessor.Value.Parameters is [.., { TypeAnnotation: var type }] ? type : null,
    };

    // Null when the expression says nothing; what was reported is `any`.
    private TSType? Of(Expression expression, bool isConst, bool keepsLiterals)
    {
        TextSpan span = expression.Span;
        switch (expression)
        {
            case IdentifierReference { Name: "undefined", SymbolId: < 0 }: return new TSKeywordType(span, TSKeyword.Undefined);
            case NullLiteral: return new TSKeywordType(span, TSKeyword.Null);
            case FunctionExpression or ArrowFunctionExpression: return OfFunction((IFunction)expression, span);
            case TSAsExpression node: return OfAssertion(node.Expression, node.TypeAnnotation);
            case TSTypeAssertion node: return OfAssertion(node.Expression, node.TypeAnnotation);
            case ArrayExpression array: return OfArray(array, isConst);
            case ObjectExpression obj: return OfObject(obj, isConst);
            case ClassExpression: return Unknown(DeclarationDiagnostics.ClassExpression, span);
            case TemplateLiteral { Expressions.Length: > 0 }: return isConst || keepsLiterals ? null : new TSKeywordType(span, TSKeyword.String);
            default: return FreshLiteral(expression) is { } literal ? OfLiteral(literal, isConst || keepsLiterals) : null;
        }
    }

    private static TSType OfLiteral(Expression literal, bool keepsLiterals)
    {
        if (keepsLiterals) return new TSLiteralType(literal.Span, literal);
        Expression value = literal is UnaryExpression unary ? unary.Argument : literal;
        return new TSKeywordType(literal.Span, value switch
        {
            StringLiteral => TSKeyword.String,
            NumericLiteral => TSKeyword.Number,
            BigIntLiteral => TSKeyword.BigInt,
            _ => TSKeyword.Boolean,
        });
    }

    private TSType? OfAssertion(Expression expression, TSType type)
    {
        if (type is TSTypeReference { TypeName: IdentifierReference { Name: "const" }, TypeArguments: null }) return Of(expression, isConst: true, keepsLiterals: false);
        return (TSType)types.Visit(type)!;
    }

    private TSFunctionType OfFunction(IFunction function, TextSpan span)
    {
        TSTypeAnnotation result = ReturnOrAny(function, DeclarationDiagnostics.FunctionReturn, span);
        return new(span, types.Parameters(function.TypeParameters), types.Parameters(function.Parameters), result);
    }

    private TSType OfArray(ArrayExpression array, bool isConst)
    {
        if (!isConst) return Unknown(DeclarationDiagnostics.Array, array.Span);
        TSType[] elements = new TSType[array.Elements.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            if (array.Elements[i] is SpreadElement spread) return Unknown(DeclarationDiagnostics.ArraySpread, spread.Span);
            elements[i] = array.Elements[i] is { } element ? OfPart(element, isConst: true) : new TSKeywordType(array.Span, TSKeyword.Undefined);
        }
        return new TSTypeOperator(array.Span, TSTypeOperatorKind.Readonly, new TSTupleType(array.Span, elements));
    }

    private TSType OfPart(Expression expression, bool isConst) => Of(expression, isConst, keepsLiterals: false) ?? Unknown(DeclarationDiagnostics.Expression, expression.Span);
}
