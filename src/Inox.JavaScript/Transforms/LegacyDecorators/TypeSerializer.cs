using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.LegacyDecorators;

/// <summary>Turns a type into the value that stands for it in metadata: <c>string</c> into <c>String</c>, a class into itself, most others into <c>Object</c>.</summary>
internal sealed class TypeSerializer(TransformContext context, TypeKinds kinds, Func<string> newVariable)
{
    public Expression Serialize(TSTypeAnnotation? annotation, TextSpan span) => annotation is null ? Name(span, "Object") : Serialize(annotation.TypeAnnotation);

    public Expression SerializeReturn(FunctionExpression function) =>
        function.ReturnType is { } type ? Serialize(type.TypeAnnotation) : function.IsAsync ? Name(function.Span, "Promise") : Make.Undefined(function.Span);

    /// <summary>The type of a parameter; of a rest parameter that of its elements.</summary>
    public Expression SerializeParameter(FormalParameter parameter)
    {
        if (!parameter.IsRest) return Serialize(parameter.TypeAnnotation, parameter.Span);
        return parameter.TypeAnnotation?.TypeAnnotation switch
        {
            TSArrayType array => Serialize(array.ElementType),
            TSTypeReference { TypeArguments.Params: [var only] } => Serialize(only),
            _ => Name(parameter.Span, "Object"),
        };
    }

    private Expression Serialize(TSType type) => type switch
    {
        TSKeywordType keyword => Of(TypeKinds.OfKeyword(keyword.Keyword), type.Span),
        TSLiteralType literal => Of(TypeKinds.OfLiteral(literal.Literal), type.Span),
        TSTemplateLiteralType => Name(type.Span, "String"),
        TSFunctionType or TSConstructorType => Name(type.Span, "Function"),
        TSArrayType or TSTupleType => Name(type.Span, "Array"),
        TSTypePredicate predicate => Of(predicate.Asserts ? TypeKind.Nothing : TypeKind.Boolean, type.Span),
        TSTypeReference reference => SerializeName(reference.TypeName),
        TSUnionType union => SerializeParts(union.Types, type.Span, isIntersection: false),
        TSIntersectionType all => SerializeParts(all.Types, type.Span, isIntersection: true),
        TSConditionalType conditional => SerializeParts([conditional.TrueType, conditional.FalseType], type.Span, isIntersection: false, isConditional: true),
        TSTypeOperator { Operator: TSTypeOperatorKind.Readonly } modified => Serialize(modified.TypeAnnotation),
        _ => Name(type.Span, "Object"),
    };

    private static IdentifierReference Name(TextSpan span, string name) => Make.Reference(span, name);

    private Expression Of(TypeKind kind, TextSpan span) => kind switch
    {
        TypeKind.Nothing => Make.Undefined(span),
        TypeKind.Boolean => Name(span, "Boolean"),
        TypeKind.Number => Name(span, "Number"),
        TypeKind.String => Name(span, "String"),
        TypeKind.BigInt => Global(span, "BigInt", EcmaVersion.Es2020),
        TypeKind.Symbol => Global(span, "Symbol", EcmaVersion.Es2015),
        TypeKind.Array => Name(span, "Array"),
        TypeKind.Function => Name(span, "Function"),
        _ => Name(span, "Object"),
    };

    // typeof BigInt === "function" ? BigInt : Object
    private Expression Global(TextSpan span, string name, EcmaVersion since) =>
        context.Options.Target.Version >= since ? Name(span, name) : Make.Conditional(span, IsFunction(Name(span, name)), Name(span, name), Name(span, "Object"));

    private static BinaryExpression IsFunction(Expression value) =>
        Make.Binary(value.Span, new UnaryExpression(value.Span, UnaryOperator.Typeof, value), BinaryOperator.StrictEqual, Make.String(value.Span, "function"));

    // One value for all parts, else Object: `string | "a"` is String.
    private Expression SerializeParts(TSType[] types, TextSpan span, bool isIntersection, bool isConditional = false)
    {
        Expression? common = null;
        foreach (TSType type in types)
        {
            switch (type)
            {
                case TSKeywordType { Keyword: TSKeyword.Never }:
                    if (isIntersection) return Make.Undefined(span);
                    continue;
                case TSKeywordType { Keyword: TSKeyword.Unknown } when isIntersection: continue;
                case TSKeywordType { Keyword: TSKeyword.Null or TSKeyword.Undefined } or TSLiteralType { Literal: NullLiteral } when !context.Options.TypeScript.StrictNullChecks: continue;
            }
            if (isConditional && type is TSTypeReference reference && kinds.OfName(reference.TypeName) == TypeKind.Unknown) return Name(span, "Object");
            Expression value = Serialize(type);
            if (value is IdentifierReference { Name: "Object" } || common is not null && !TreeComparer.AreEqual(common, value)) return Name(span, "Object");
            common ??= value;
        }
        return common ?? Make.Undefined(span);
    }

    private Expression SerializeName(Node name)
    {
        TypeKind kind = kinds.OfName(name);
        if (kind == TypeKind.Class) return Entity(name);
        if (kind != TypeKind.Unknown) return Of(kind, name.Span);
        // it may be a class, a type, or not loaded yet: typeof (_a = typeof A !== "undefined" && A) === "function" ? _a : Object
        string variable = newVariable();
        return Make.Conditional(name.Span, IsFunction(Make.Assign(name.Span, Name(name.Span, variable), Checked(name))), Name(name.Span, variable), Name(name.Span, "Object"));
    }

    // A.B.C: typeof A !== "undefined" && (_a = A.B) !== void 0 && _a.C
    private LogicalExpression Checked(Node name)
    {
        TextSpan span = name.Span;
        if (name is not TSQualifiedName { Left: TSQualifiedName left } qualified)
        {
            Node root = name is TSQualifiedName two ? two.Left : name;
            Expression isDefined = Make.Binary(span, new UnaryExpression(span, UnaryOperator.Typeof, Entity(root)), BinaryOperator.StrictNotEqual, Make.String(span, "undefined"));
            return new(span, isDefined, LogicalOperator.And, Entity(name));
        }
        LogicalExpression holder = Checked(left);
        string variable = newVariable();
        Expression isThere = Make.Binary(span, Make.Assign(span, Name(span, variable), holder.Right), BinaryOperator.StrictNotEqual, Make.Undefined(span));
        return new(span, new LogicalExpression(span, holder.Left, LogicalOperator.And, isThere), LogicalOperator.And, Make.Member(span, Name(span, variable), ((IdentifierName)qualified.Right).Name));
    }

    private static Expression Entity(Node name) => name switch
    {
        TSQualifiedName qualified => Make.Member(name.Span, Entity(qualified.Left), ((IdentifierName)qualified.Right).Name),
        IdentifierReference reference => new IdentifierReference(name.Span, reference.Name) { SymbolId = reference.SymbolId },
        _ => new ThisExpression(name.Span),
    };
}
