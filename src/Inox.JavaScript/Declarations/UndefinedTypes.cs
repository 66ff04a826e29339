using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

/// <summary>Tells whether a type holds <c>undefined</c>, as far as this file knows it, and whether <c>| undefined</c> can be written behind it.</summary>
internal sealed class UndefinedTypes(DeclarationContext context)
{
    // type A = B; type B = A
    private int _depth;

    /// <summary>A type that this file does not declare is left alone: it may be anything.</summary>
    public bool IsIn(TSType type)
    {
        switch (type)
        {
            case TSKeywordType keyword: return keyword.Keyword == TSKeyword.Undefined;
            case TSUnionType union: return Array.Exists(union.Types, IsIn);
            case TSTypeReference { TypeName: IdentifierReference name }: return name.SymbolId < 0 || IsInDeclared(name.SymbolId);
            default: return false;
        }
    }

    private bool IsInDeclared(int symbol)
    {
        SymbolFlags flags = context.Model.GetSymbol(symbol).Flags;
        if ((flags & SymbolFlags.Import) != 0) return true;
        if ((flags & SymbolFlags.TypeAlias) == 0 || FindAlias(symbol) is not { } alias || ++_depth > 20) return false;
        return IsIn(alias.TypeAnnotation);
    }

    private TSTypeAliasDeclaration? FindAlias(int symbol)
    {
        foreach (Statement statement in context.Program.Body)
        {
            Statement? declaration = statement is ExportNamedDeclaration { Declaration: { } exported } ? exported : statement;
            if (declaration is TSTypeAliasDeclaration alias && alias.Id.SymbolId == symbol) return alias;
        }
        return null;
    }

    public static bool CanAdd(TSType type) => type switch
    {
        TSKeywordType or TSLiteralType or TSFunctionType or TSConstructorType or TSArrayType or TSTupleType or TSTypeLiteral or TSTemplateLiteralType or TSThisType => true,
        TSUnionType union => Array.TrueForAll(union.Types, CanAdd),
        TSIntersectionType intersection => Array.TrueForAll(intersection.Types, CanAdd),
        TSTypeOperator { Operator: TSTypeOperatorKind.Readonly, TypeAnnotation: TSTupleType } => true,
        _ => false,
    };
}
