using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.LegacyDecorators;

/// <summary>What a type is at run time, as far as one file can tell.</summary>
internal enum TypeKind : byte
{
    /// <summary>Declared in another file, or nowhere.</summary>
    Unknown,
    Object,

    /// <summary><c>void</c>, <c>undefined</c>, <c>null</c> or <c>never</c>.</summary>
    Nothing,
    Boolean, Number, BigInt, String, Symbol, Array, Function,

    /// <summary>A class of this file, which can be named.</summary>
    Class,
}

/// <summary>Finds out what the names of types stand for: classes, interfaces, aliases, enums and type parameters of the file.</summary>
internal sealed class TypeKinds
{
    // type A = A[]: aliases may go round
    private const int MaxDepth = 32;

    private readonly TransformContext _context;
    private readonly Dictionary<int, List<Node>> _declarations = [];
    private readonly EnumEvaluator _enums;

    public TypeKinds(TransformContext context)
    {
        _context = context;
        _enums = new(context.Model);
        new EnumCollector(_enums).Visit(context.Program);
        new Collector(_declarations).Visit(context.Program);
    }

    /// <summary>What the type of that name is.</summary>
    public TypeKind OfName(Node name) => OfName(name, 0);

    private TypeKind OfName(Node name, int depth)
    {
        if (name is IdentifierReference { SymbolId: >= 0 } reference && IsTypeOnly(reference.SymbolId)) return TypeKind.Object;
        if (name is TSQualifiedName qualified && IsTypeOnlyRoot(qualified)) return TypeKind.Object;
        TypeKind kind = TypeKind.Unknown;
        foreach (Node declaration in Declarations(name))
        {
            TypeKind found = OfDeclaration(declaration, depth);
            if (found == TypeKind.Class) return found;
            if (kind is TypeKind.Unknown or TypeKind.Object) kind = found;
        }
        return kind;
    }

    private bool IsTypeOnly(int symbol) => (_context.Model.GetSymbol(symbol).Flags & SymbolFlags.TypeOnly) != 0;

    private bool IsTypeOnlyRoot(TSQualifiedName name)
    {
        Node root = name;
        while (root is TSQualifiedName qualified) root = qualified.Left;
        return root is IdentifierReference { SymbolId: >= 0 } reference && IsTypeOnly(reference.SymbolId);
    }

    private IEnumerable<Node> Declarations(Node name)
    {
        if (name is IdentifierReference reference) return _declarations.GetValueOrDefault(reference.SymbolId) ?? [];
        if (name is not TSQualifiedName { Right: IdentifierName member } qualified) return [];
        List<Node> found = [];
        foreach (Node holder in Declarations(qualified.Left))
        {
            if (holder is TSModuleDeclaration { Body: { } block } space) AddMembers(block, member.Name, space.IsDeclare, found);
            else if (holder is TSEnumDeclaration list) found.AddRange(Array.FindAll(list.Members, each => EnumMembers.NameOf(each) == member.Name));
        }
        return found;
    }

    // declare namespace N { class A {} }: there all is exported
    private static void AddMembers(TSModuleBlock block, string name, bool isAmbient, List<Node> found)
    {
        foreach (Statement statement in block.Body)
        {
            Statement? declaration = statement is ExportNamedDeclaration export ? export.Declaration : isAmbient ? statement : null;
            if (declaration is not null && NameOf(declaration)?.Name == name) found.Add(declaration);
        }
    }

    private static BindingIdentifier? NameOf(Node declaration) => declaration switch
    {
        ClassDeclaration node => node.Id,
        TSInterfaceDeclaration node => node.Id,
        TSTypeAliasDeclaration node => node.Id,
        TSEnumDeclaration node => node.Id,
        TSModuleDeclaration { Id: BindingIdentifier id } => id,
        _ => null,
    };

    private TypeKind OfDeclaration(Node declaration, int depth) => declaration switch
    {
        ClassDeclaration => TypeKind.Class,
        TSInterfaceDeclaration node => IsCallable(node.Body.Body) ? TypeKind.Function : TypeKind.Object,
        TSTypeAliasDeclaration node => depth > MaxDepth ? TypeKind.Object : OfAlias(node.TypeAnnotation, depth + 1),
        TSEnumDeclaration node => OfEnum(node),
        TSEnumMember node => node.Initializer is { } value && EnumMembers.IsText(value) ? TypeKind.String : TypeKind.Number,
        TSTypeParameter { Constraint: { } constraint } when depth <= MaxDepth => OfAlias(constraint, depth + 1),
        TSTypeParameter => TypeKind.Object,
        _ => TypeKind.Unknown,
    };

    // an instance of a class by another name is an object
    private TypeKind OfAlias(TSType type, int depth) => Of(type, depth) is var kind and not (TypeKind.Class or TypeKind.Unknown) ? kind : TypeKind.Object;

    private static bool IsCallable(TSTypeElement[] members) => Array.Exists(members, static member => member is TSCallSignatureDeclaration);

    private TypeKind OfEnum(TSEnumDeclaration node)
    {
        bool hasText = false, hasNumber = false;
        foreach ((_, TSEnumMember member, ConstantValue? value) in EnumMembers.Evaluate(node, _enums.GetOrAdd(node.Id.SymbolId), _enums))
        {
            bool isText = value is { } known ? known.Text is not null : member.Initializer is { } init && EnumMembers.IsText(init);
            hasText |= isText;
            hasNumber |= !isText;
        }
        return hasText && hasNumber ? TypeKind.Object : hasText ? TypeKind.String : TypeKind.Number;
    }

    private TypeKind Of(TSType type, int depth) => type switch
    {
        TSKeywordType keyword => OfKeyword(keyword.Keyword),
        TSLiteralType literal => OfLiteral(literal.Literal),
        TSTemplateLiteralType => TypeKind.String,
        TSFunctionType => TypeKind.Function,
        TSArrayType or TSTupleType => TypeKind.Array,
        TSTypeLiteral node => IsCallable(node.Members) ? TypeKind.Function : TypeKind.Object,
        TSTypeOperator { Operator: TSTypeOperatorKind.Readonly } node => Of(node.TypeAnnotation, depth),
        TSTypeOperator { Operator: TSTypeOperatorKind.Unique } => TypeKind.Symbol,
        TSTypeReference node => OfName(node.TypeName, depth),
        TSUnionType node => OfUnion(node.Types, depth),
        TSIntersectionType node => OfIntersection(node.Types, depth),
        _ => TypeKind.Object,
    };

    public static TypeKind OfKeyword(TSKeyword keyword) => keyword switch
    {
        TSKeyword.Void or TSKeyword.Undefined or TSKeyword.Never or TSKeyword.Null => TypeKind.Nothing,
        TSKeyword.Boolean => TypeKind.Boolean,
        TSKeyword.String => TypeKind.String,
        TSKeyword.Number => TypeKind.Number,
        TSKeyword.BigInt => TypeKind.BigInt,
        TSKeyword.Symbol => TypeKind.Symbol,
        _ => TypeKind.Object,
    };

    public static TypeKind OfLiteral(Expression literal) => literal switch
    {
        StringLiteral or TemplateLiteral => TypeKind.String,
        NumericLiteral => TypeKind.Number,
        BigIntLiteral => TypeKind.BigInt,
        BooleanLiteral => TypeKind.Boolean,
        NullLiteral => TypeKind.Nothing,
        UnaryExpression negative => OfLiteral(negative.Argument),
        _ => TypeKind.Object,
    };

    private TypeKind OfUnion(TSType[] types, int depth)
    {
        TypeKind? common = null;
        foreach (TSType type in types)
        {
            TypeKind kind = Of(type, depth);
            bool isAbsent = kind == TypeKind.Nothing && (!_context.Options.TypeScript.StrictNullChecks || type is TSKeywordType { Keyword: TSKeyword.Never });
            if (isAbsent) continue;
            if (common is { } other && other != kind || kind is TypeKind.Array or TypeKind.Function) return TypeKind.Object;
            common = kind;
        }
        return common ?? TypeKind.Nothing;
    }

    // string & { brand: true } is a string
    private TypeKind OfIntersection(TSType[] types, int depth)
    {
        foreach (TSType type in types)
            if (Of(type, depth) is var kind and >= TypeKind.Nothing and <= TypeKind.Symbol) return kind;
        return TypeKind.Object;
    }

    private sealed class Collector(Dictionary<int, List<Node>> declarations) : SyntaxVisitor
    {
        private void Add(BindingIdentifier? id, Node node)
        {
            if (id is not { SymbolId: >= 0 }) return;
            if (!declarations.TryGetValue(id.SymbolId, out List<Node>? list)) declarations.Add(id.SymbolId, list = []);
            list.Add(node);
        }

        protected override void VisitClassDeclaration(ClassDeclaration node)
        {
            Add(node.Id, node);
            base.VisitClassDeclaration(node);
        }

        protected override void VisitTSInterfaceDeclaration(TSInterfaceDeclaration node) => Add(node.Id, node);

        protected override void VisitTSTypeAliasDeclaration(TSTypeAliasDeclaration node) => Add(node.Id, node);

        protected override void VisitTSEnumDeclaration(TSEnumDeclaration node) => Add(node.Id, node);

        protected override void VisitTSTypeParameter(TSTypeParameter node) => Add(node.Name, node);

        protected override void VisitTSModuleDeclaration(TSModuleDeclaration node)
        {
            Add(node.Id as BindingIdentifier, node);
            base.VisitTSModuleDeclaration(node);
        }
    }
}
