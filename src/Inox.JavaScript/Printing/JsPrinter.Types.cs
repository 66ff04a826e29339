using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

/// <summary>How tightly type operators bind: a type is put in parentheses when its place is at a higher level.</summary>
internal static class TypeLevel
{
    public const int Lowest = 0;
    public const int Union = 1;
    public const int Intersection = 2;
    public const int Operator = 3;
    public const int Postfix = 4;
}

public sealed partial class JsPrinter
{
    // `: T`
    private void PrintTypeAnnotation(TSTypeAnnotation? annotation)
    {
        if (annotation is null) return;
        Write(':');
        Space();
        PrintType(annotation.TypeAnnotation, TypeLevel.Lowest);
    }

    private void PrintTypeParameters(TSTypeParameterDeclaration? declaration)
    {
        if (declaration is null) return;
        WriteAngle();
        for (int i = 0; i < declaration.Params.Length; i++)
        {
            if (i > 0) Comma();
            PrintTypeParameter(declaration.Params[i]);
        }
        Write('>');
    }

    private void PrintTypeParameter(TSTypeParameter parameter)
    {
        if (parameter.IsConst) Write("const ");
        if (parameter.IsIn) Write("in ");
        if (parameter.IsOut) Write("out ");
        PrintBinding(parameter.Name);
        if (parameter.Constraint is not null)
        {
            Write(" extends ");
            PrintType(parameter.Constraint, TypeLevel.Lowest);
        }
        if (parameter.Default is null) return;
        Space();
        if (_output.Last == '>') Write(' ');
        Write('=');
        Space();
        PrintType(parameter.Default, TypeLevel.Lowest);
    }

    private void PrintTypeArguments(TSTypeParameterInstantiation? arguments)
    {
        if (arguments is null) return;
        WriteAngle();
        for (int i = 0; i < arguments.Params.Length; i++)
        {
            if (i > 0) Comma();
            PrintType(arguments.Params[i], TypeLevel.Lowest);
        }
        Write('>');
    }

    private void PrintType(TSType type, int level)
    {
        if (NeedsFreshStack()) PrintTypeOnFreshStack(type, level);
        else DispatchType(type, level);
        _depth--;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void PrintTypeOnFreshStack(TSType type, int level) => DeepStack.Run(() => DispatchType(type, level));

    private void DispatchType(TSType type, int level)
    {
        bool wrap = level > LevelOf(type);
        if (wrap) Write('(');
        switch (type.Kind)
        {
            case NodeKind.TSKeywordType: Keyword(KeywordText(((TSKeywordType)type).Keyword)); break;
            case NodeKind.TSThisType: Keyword("this"); break;
            case NodeKind.TSTypeReference:
                PrintEntityName(((TSTypeReference)type).TypeName);
                PrintTypeArguments(((TSTypeReference)type).TypeArguments);
                break;
            case NodeKind.TSArrayType:
                PrintType(((TSArrayType)type).ElementType, TypeLevel.Postfix);
                Write("[]");
                break;
            case NodeKind.TSTupleType: PrintTuple((TSTupleType)type); break;
            case NodeKind.TSNamedTupleMember: PrintNamedMember((TSNamedTupleMember)type); break;
            case NodeKind.TSOptionalType:
                PrintType(((TSOptionalType)type).TypeAnnotation, TypeLevel.Postfix);
                Write('?');
                break;
            case NodeKind.TSRestType:
                Write("...");
                PrintType(((TSRestType)type).TypeAnnotation, TypeLevel.Lowest);
                break;
            case NodeKind.TSUnionType: PrintTypeList(((TSUnionType)type).Types, '|', TypeLevel.Intersection); break;
            case NodeKind.TSIntersectionType: PrintTypeList(((TSIntersectionType)type).Types, '&', TypeLevel.Operator); break;
            case NodeKind.TSConditionalType: PrintConditionalType((TSConditionalType)type); break;
            case NodeKind.TSInferType:
                Keyword("infer ");
                PrintTypeParameter(((TSInferType)type).TypeParameter);
                break;
            case NodeKind.TSTypeOperator:
                Keyword(((TSTypeOperator)type).Operator.ToText());
                Write(' ');
                PrintType(((TSTypeOperator)type).TypeAnnotation, TypeLevel.Operator);
                break;
            case NodeKind.TSIndexedAccessType:
                PrintType(((TSIndexedAccessType)type).ObjectType, TypeLevel.Postfix);
                Write('[');
                PrintType(((TSIndexedAccessType)type).IndexType, TypeLevel.Lowest);
                Write(']');
                break;
            case NodeKind.TSMappedType: PrintMappedType((TSMappedType)type); break;
            case NodeKind.TSLiteralType: PrintLiteralType(((TSLiteralType)type).Literal); break;
            case NodeKind.TSTemplateLiteralType: PrintTemplateType((TSTemplateLiteralType)type); break;
            case NodeKind.TSFunctionType: PrintFunctionType((TSFunctionType)type); break;
            case NodeKind.TSConstructorType: PrintConstructorType((TSConstructorType)type); break;
            case NodeKind.TSTypeLiteral: PrintTypeLiteral((TSTypeLiteral)type); break;
            case NodeKind.TSTypePredicate: PrintPredicate((TSTypePredicate)type); break;
            case NodeKind.TSTypeQuery: PrintTypeQuery((TSTypeQuery)type); break;
            case NodeKind.TSImportType: PrintImportType((TSImportType)type); break;
            default: throw new InvalidOperationException($"{type.Kind} is no type");
        }
        if (wrap) Write(')');
    }

    private static int LevelOf(TSType type) => type.Kind switch
    {
        NodeKind.TSFunctionType or NodeKind.TSConstructorType or NodeKind.TSConditionalType => TypeLevel.Lowest,
        NodeKind.TSUnionType => TypeLevel.Union,
        NodeKind.TSIntersectionType => TypeLevel.Intersection,
        NodeKind.TSTypeOperator => TypeLevel.Operator,
        // `infer U extends X ? a : b` would be a conditional type
        NodeKind.TSInferType => ((TSInferType)type).TypeParameter.Constraint is null ? TypeLevel.Operator : TypeLevel.Lowest,
        _ => TypeLevel.Postfix,
    };

    private static string KeywordText(TSKeyword keyword) => s_keywords[(int)keyword];

    // In the order of TSKeyword.
    private static readonly string[] s_keywords =
        ["any", "bigint", "boolean", "intrinsic", "never", "null", "number", "object", "string", "symbol", "undefined", "unknown", "void"];

    private void PrintTypeList(TSType[] types, char separator, int level)
    {
        // `| A`, a union of one
        if (types.Length == 1)
        {
            Write(separator);
            Space();
        }
        for (int i = 0; i < types.Length; i++)
        {
            if (i > 0)
            {
                Space();
                Write(separator);
                Space();
            }
            PrintType(types[i], level);
        }
    }

    private void PrintTuple(TSTupleType tuple)
    {
        Write('[');
        for (int i = 0; i < tuple.ElementTypes.Length; i++)
        {
            if (i > 0) Comma();
            PrintType(tuple.ElementTypes[i], TypeLevel.Lowest);
        }
        Write(']');
    }

    private void PrintNamedMember(TSNamedTupleMember member)
    {
        // `...rest: T[]`
        TSType type = member.ElementType;
        if (type is TSRestType rest)
        {
            Write("...");
            type = rest.TypeAnnotation;
        }
        PrintName(member.Label.Name);
        if (member.IsOptional) Write('?');
        Write(':');
        Space();
        PrintType(type, TypeLevel.Lowest);
    }

    private void PrintConditionalType(TSConditionalType type)
    {
        PrintType(type.CheckType, TypeLevel.Union);
        Write(" extends ");
        PrintType(type.ExtendsType, TypeLevel.Union);
        Space();
        Write('?');
        Space();
        PrintType(type.TrueType, TypeLevel.Lowest);
        Space();
        Write(':');
        Space();
        PrintType(type.FalseType, TypeLevel.Lowest);
    }

    private void PrintMappedType(TSMappedType type)
    {
        Write('{');
        Space();
        if (type.Readonly != TSMappedModifier.None)
        {
            WriteMappedSign(type.Readonly);
            Keyword("readonly ");
        }
        Write('[');
        PrintBinding(type.Key);
        Write(" in ");
        PrintType(type.Constraint, TypeLevel.Lowest);
        if (type.NameType is not null)
        {
            Write(" as ");
            PrintType(type.NameType, TypeLevel.Lowest);
        }
        Write(']');
        if (type.Optional != TSMappedModifier.None)
        {
            WriteMappedSign(type.Optional);
            Write('?');
        }
        if (type.TypeAnnotation is not null)
        {
            Write(':');
            Space();
            PrintType(type.TypeAnnotation, TypeLevel.Lowest);
        }
        Space();
        Write('}');
    }

    private void WriteMappedSign(TSMappedModifier modifier)
    {
        if (modifier == TSMappedModifier.Plus) Write('+');
        else if (modifier == TSMappedModifier.Minus) Write('-');
    }

    private void PrintLiteralType(Expression literal)
    {
        switch (literal)
        {
            case StringLiteral text: PrintString(text.Value, allowTemplate: false); break;
            case BooleanLiteral boolean: PrintWord(boolean, boolean.Value ? "true" : "false"); break;
            default: PrintExpression(literal, Precedence.Lowest, Forbid.Nothing); break;
        }
    }

    private void PrintTemplateType(TSTemplateLiteralType type)
    {
        Write('`');
        for (int i = 0; i < type.Quasis.Length; i++)
        {
            Write(type.Quasis[i].Raw);
            if (i >= type.Types.Length) break;
            Write("${");
            PrintType(type.Types[i], TypeLevel.Lowest);
            Write('}');
        }
        Write('`');
    }

    private void PrintFunctionType(TSFunctionType type)
    {
        PrintTypeParameters(type.TypeParameters);
        PrintParameters(type.Parameters);
        PrintArrowType(type.ReturnType);
    }

    private void PrintConstructorType(TSConstructorType type)
    {
        SeparateWord();
        Write(type.IsAbstract ? "abstract new" : "new");
        Space();
        PrintTypeParameters(type.TypeParameters);
        PrintParameters(type.Parameters);
        PrintArrowType(type.ReturnType);
    }

    private void PrintArrowType(TSTypeAnnotation? returnType)
    {
        Space();
        Write("=>");
        Space();
        if (returnType is not null) PrintType(returnType.TypeAnnotation, TypeLevel.Lowest);
    }

    private void PrintTypeLiteral(TSTypeLiteral type)
    {
        Write('{');
        if (type.Members.Length > 0)
        {
            Space();
            for (int i = 0; i < type.Members.Length; i++)
            {
                if (i > 0)
                {
                    Write(';');
                    Space();
                }
                PrintInlineComments(type.Members[i].Start);
                PrintTypeElement(type.Members[i]);
            }
            Space();
        }
        Write('}');
    }

    private void PrintPredicate(TSTypePredicate predicate)
    {
        if (predicate.Asserts) Keyword("asserts ");
        if (predicate.ParameterName is TSType self) PrintType(self, TypeLevel.Postfix);
        else PrintEntityName(predicate.ParameterName);
        if (predicate.TypeAnnotation is null) return;
        Write(" is ");
        PrintType(predicate.TypeAnnotation.TypeAnnotation, TypeLevel.Lowest);
    }

    private void PrintTypeQuery(TSTypeQuery query)
    {
        Keyword("typeof ");
        if (query.ExprName is TSImportType import) PrintImportType(import);
        else PrintEntityName(query.ExprName);
        PrintTypeArguments(query.TypeArguments);
    }

    private void PrintImportType(TSImportType type)
    {
        Keyword("import(");
        PrintType(type.Argument, TypeLevel.Lowest);
        if (type.Options is not null)
        {
            Comma();
            PrintExpression(type.Options, Precedence.Comma, Forbid.Nothing);
        }
        Write(')');
        if (type.Qualifier is not null)
        {
            Write('.');
            PrintEntityName(type.Qualifier);
        }
        PrintTypeArguments(type.TypeArguments);
    }

    private void PrintTypeElement(TSTypeElement element)
    {
        switch (element)
        {
            case TSPropertySignature node:
                if (node.IsReadonly) Keyword("readonly ");
                PrintKey(node.Key, node.IsComputed);
                if (node.IsOptional) Write('?');
                PrintTypeAnnotation(node.TypeAnnotation);
                break;
            case TSMethodSignature node:
                if (node.SignatureKind != TSMethodSignatureKind.Method)
                {
                    Write(node.SignatureKind.ToText());
                    Write(' ');
                }
                PrintKey(node.Key, node.IsComputed);
                if (node.IsOptional) Write('?');
                PrintSignature(node.TypeParameters, node.Parameters, node.ReturnType);
                break;
            case TSCallSignatureDeclaration node: PrintSignature(node.TypeParameters, node.Parameters, node.ReturnType); break;
            case TSConstructSignatureDeclaration node:
                Write("new");
                Space();
                PrintSignature(node.TypeParameters, node.Parameters, node.ReturnType);
                break;
            case TSIndexSignature node: PrintIndexSignature(node); break;
            default: throw new InvalidOperationException($"{element.Kind} is no type element");
        }
    }

    private void PrintIndexSignature(TSIndexSignature node)
    {
        PrintModifiers(node.Accessibility, node.IsStatic, isAbstract: false, isOverride: false);
        if (node.IsReadonly) Keyword("readonly ");
        Write('[');
        for (int i = 0; i < node.Parameters.Length; i++)
        {
            if (i > 0) Comma();
            PrintParameter(node.Parameters[i]);
        }
        Write(']');
        PrintTypeAnnotation(node.TypeAnnotation);
    }
}
