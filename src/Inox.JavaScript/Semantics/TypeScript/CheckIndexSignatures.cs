using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>Index signatures whose key has a named type: `{ [key: T]: U }`. What imported names and those of other files mean is not known.</summary>
internal sealed class CheckIndexSignatures(RuleContext context) : TypeScriptRule(context)
{
    private readonly Dictionary<int, TSType> _aliases = [];
    private readonly List<TSTypeReference> _keys = [];

    public override void Check()
    {
        base.Check();
        foreach (TSTypeReference key in _keys)
        {
            KeyType type = Judge(key, []);
            if (type == KeyType.Wrong) Report(TypeScriptErrors.IndexType, key.Span);
            else if (type == KeyType.Literal) Report(TypeScriptErrors.IndexLiteralType, key.Span);
        }
    }

    protected override void VisitTSTypeAliasDeclaration(TSTypeAliasDeclaration node)
    {
        _aliases.TryAdd(node.Id.SymbolId, node.TypeAnnotation);
        base.VisitTSTypeAliasDeclaration(node);
    }

    protected override void VisitTSIndexSignature(TSIndexSignature node)
    {
        if (node.Parameters is [{ TypeAnnotation.TypeAnnotation: TSTypeReference key }]) _keys.Add(key);
        base.VisitTSIndexSignature(node);
    }

    private enum KeyType : byte { Unknown, Good, Wrong, Literal }

    private KeyType Judge(TSType type, HashSet<int> seen)
    {
        switch (type)
        {
            case TSKeywordType keyword: return keyword.Keyword is TSKeyword.String or TSKeyword.Number or TSKeyword.Symbol ? KeyType.Good : KeyType.Wrong;
            case TSTemplateLiteralType: return KeyType.Good;
            case TSLiteralType or TSTypeOperator { Operator: TSTypeOperatorKind.Unique }: return KeyType.Literal;
            case TSArrayType or TSTupleType or TSFunctionType or TSConstructorType or TSTypeLiteral: return KeyType.Wrong;
            case TSUnionType union: return JudgeUnion(union, seen);
            case TSTypeReference { TypeName: IdentifierReference { SymbolId: >= 0 } name } when seen.Add(name.SymbolId): return JudgeSymbol(name.SymbolId, seen);
            default: return KeyType.Unknown;
        }
    }

    private KeyType JudgeUnion(TSUnionType union, HashSet<int> seen)
    {
        KeyType worst = KeyType.Good;
        foreach (TSType part in union.Types)
        {
            KeyType type = Judge(part, seen);
            if (type == KeyType.Unknown) return type;
            if (type > worst) worst = type;
        }
        return worst;
    }

    private KeyType JudgeSymbol(int symbol, HashSet<int> seen)
    {
        SymbolFlags flags = Model.Symbols[symbol].Flags;
        if ((flags & (SymbolFlags.TypeParameter | SymbolFlags.Enum | SymbolFlags.ConstEnum | SymbolFlags.EnumMember)) != 0) return KeyType.Literal;
        if ((flags & (SymbolFlags.Class | SymbolFlags.Interface)) != 0) return KeyType.Wrong;
        return _aliases.TryGetValue(symbol, out TSType? alias) ? Judge(alias, seen) : KeyType.Unknown;
    }
}
