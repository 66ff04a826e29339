using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // TypeScript declarations
{
    // What starts with a word of TypeScript; null when the word is an identifier here.
    private Statement? ParseTypeScriptStatement(int start, StatementPlace place)
    {
        if (HasEscape) return null;
        switch (Current)
        {
            case Token.Type when IsNameOnLineNext(): return ParseTypeAlias(start, place);
            case Token.Interface when IsNameOnLineNext(): return ParseInterface(start, place);
            case Token.Namespace or Token.Module when IsModuleNameNext(): return ParseNamespace(start, place);
            case Token.Global when Peek() == Token.OpenBrace: return ParseGlobal(start);
            case Token.Abstract when IsDeclarationNext(): return ParseAbstractClass(start, place);
            case Token.Declare when IsDeclarationNext(): return ParseDeclare(start, place);
            case Token.Public or Token.Private or Token.Protected or Token.Static or Token.Readonly or Token.Override or Token.Accessor when IsDeclarationNext():
                EarlyError(ParseErrors.ModifierPlace, TokenSpan, TokenValue, "a declaration outside a class");
                Next();
                return ParseStatement(place);
            default: return null;
        }
    }

    private bool IsNameOnLineNext()
    {
        Token next = Peek(out bool hasNewLine);
        return next.IsIdentifier && !hasNewLine;
    }

    private bool IsModuleNameNext()
    {
        Token next = Peek(out bool hasNewLine);
        return (next.IsIdentifier || next == Token.String) && !hasNewLine;
    }

    /// <summary>Whether a declaration follows the modifier at hand on the same line.</summary>
    private bool IsDeclarationNext()
    {
        Checkpoint checkpoint = Save();
        Next();
        bool isDeclaration = !HasNewLineBefore && IsDeclarationStart();
        Rewind(checkpoint);
        return isDeclaration;
    }

    private bool IsDeclarationStart()
    {
        switch (Current)
        {
            case Token.Class or Token.Function or Token.Var or Token.Const or Token.Enum or Token.Import or Token.Export: return true;
            case Token.Let: return IsLetDeclaration(StatementPlace.List);
            case Token.Using: return IsUsingDeclaration();
            case Token.Await: return IsAwaitUsingDeclaration();
            case Token.Type or Token.Interface: return IsNameOnLineNext();
            case Token.Namespace or Token.Module: return IsModuleNameNext();
            case Token.Global: return Peek() is Token.OpenBrace;
            case Token.Async or Token.Abstract or Token.Declare or Token.Public or Token.Private or Token.Protected or Token.Static or Token.Readonly or Token.Override:
                return IsDeclarationNext();
            default: return false;
        }
    }

    // TypeAlias : `type` Name [TypeParameters] `=` Type
    private TSTypeAliasDeclaration ParseTypeAlias(int start, StatementPlace place)
    {
        CheckDeclarationPlace(place);
        Expect(Token.Type);
        _features |= ProgramFeatures.TypeScript;
        BindingIdentifier id = ParseDeclaredTypeName();
        TSTypeParameterDeclaration? typeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Type);
        Expect(Token.Assign);
        TSType type = Current == Token.Intrinsic && Peek() != Token.Dot ? ParseIntrinsic() : ParseBracketedType();
        ConsumeSemicolon();
        return new(SpanFrom(start), id, typeParameters, type, isDeclare: false);
    }

    private TSKeywordType ParseIntrinsic()
    {
        int start = Expect(Token.Intrinsic);
        return new(SpanFrom(start), TSKeyword.Intrinsic);
    }

    // type string = ...: a type cannot take the name of one that the language has
    private BindingIdentifier ParseDeclaredTypeName()
    {
        if (KeywordType() is not null || Current == Token.Void) EarlyError(ParseErrors.ReservedTypeName, TokenSpan, TokenValue);
        return ParseTypeName();
    }

    // Interface : `interface` Name [TypeParameters] [`extends` Heritage { `,` Heritage }] `{` TypeMembers `}`
    private TSInterfaceDeclaration ParseInterface(int start, StatementPlace place)
    {
        CheckDeclarationPlace(place);
        Expect(Token.Interface);
        _features |= ProgramFeatures.TypeScript;
        BindingIdentifier id = ParseDeclaredTypeName();
        TSTypeParameterDeclaration? typeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Type);
        TSHeritage[] extends = [];
        while (Current is Token.Extends or Token.Implements)
        {
            TextSpan keyword = TokenSpan;
            if (Current == Token.Implements) EarlyError(ParseErrors.InterfaceImplements, keyword);
            else if (extends.Length > 0) EarlyError(ParseErrors.DuplicateHeritage, keyword, "extends");
            Next();
            extends = ParseHeritage(keyword);
        }
        int bodyStart = TokenStart;
        TSTypeElement[] members = ParseTypeMembers();
        TSInterfaceBody body = new(SpanFrom(bodyStart), members);
        return new(SpanFrom(start), id, typeParameters, extends, body);
    }

    // Heritage : LeftHandSideExpression [TypeArguments]; only an entity name is good
    private TSHeritage[] ParseHeritage(TextSpan keyword)
    {
        if (Current == Token.OpenBrace) EarlyError(ParseErrors.EmptyHeritage, keyword, _text[keyword.Start..keyword.End]);
        int mark = _nodes.Mark();
        do
        {
            if (Current == Token.OpenBrace) break;
            TSHeritage heritage = ParseOneHeritage();
            _nodes.Push(heritage);
        }
        while (Eat(Token.Comma));
        return _nodes.Take<TSHeritage>(mark);
    }

    private TSHeritage ParseOneHeritage()
    {
        int start = TokenStart;
        Expression expression = ParseLeftHandSide();
        TSTypeParameterInstantiation? arguments = null;
        if (expression is TSInstantiationExpression applied && _cover.LastParenthesized != expression)
        {
            expression = applied.Expression;
            arguments = applied.TypeArguments;
        }
        // A<B> { : what follows the arguments is the body, not an operand
        else if (Current is Token.Less or Token.ShiftLeft) arguments = ParseTypeArguments();
        if (!IsEntityName(expression)) EarlyError(ParseErrors.HeritageName, expression.Span);
        return new(SpanFrom(start), expression, arguments);
    }

    private static bool IsEntityName(Expression expression)
    {
        while (expression is MemberExpression { IsComputed: false, IsOptional: false } member) expression = member.Object;
        return expression.Kind is NodeKind.IdentifierReference or NodeKind.InvalidExpression;
    }

    // Enum : [`const`] `enum` Name `{` { EnumMember `,` } `}`
    private TSEnumDeclaration ParseEnum(int start, bool isConst)
    {
        Expect(Token.Enum);
        _features |= ProgramFeatures.TypeScript | ProgramFeatures.Enum;
        BindingIdentifier id = ParseBindingIdentifier();
        int opened = Expect(Token.OpenBrace);
        int mark = _nodes.Mark();
        Context outer = _context;
        // an enum becomes a function
        _context &= ~(Context.Await | Context.Yield);
        while (Current is not (Token.CloseBrace or Token.EndOfFile))
        {
            TSEnumMember member = ParseEnumMember();
            _nodes.Push(member);
            if (!Eat(Token.Comma)) break;
        }
        _context = outer;
        ExpectClosing(Token.CloseBrace, opened);
        return new(SpanFrom(start), id, _nodes.Take<TSEnumMember>(mark), isConst);
    }

    private TSEnumDeclaration ParseConstEnum(int start)
    {
        Expect(Token.Const);
        return ParseEnum(start, isConst: true);
    }

    // EnumMember : (Name | String | `[` String `]`) [`=` AssignmentExpression]
    private TSEnumMember ParseEnumMember()
    {
        int start = TokenStart;
        bool isNumber = Current is Token.Number or Token.BigInt;
        Node id = ParsePropertyKey(out bool isComputed);
        if (isNumber) EarlyError(ParseErrors.NumericEnumMember, id.Span);
        if (isComputed && id is not (StringLiteral or TemplateLiteral { Expressions: [] })) EarlyError(ParseErrors.ComputedEnumMember, id.Span);
        Expression? initializer = Eat(Token.Assign) ? ParseAssignment() : null;
        if (Current is not (Token.Comma or Token.CloseBrace or Token.EndOfFile)) SyntaxError(ParseErrors.EnumMemberEnd, TokenSpan, DescribeCurrent());
        return new(SpanFrom(start), id, initializer, isComputed);
    }

    // Namespace : (`namespace` | `module`) (Name { `.` Name } | String) (Block | `;`)
    private TSModuleDeclaration ParseNamespace(int start, StatementPlace place)
    {
        TSModuleKind kind = Current == Token.Namespace ? TSModuleKind.Namespace : TSModuleKind.Module;
        CheckNamespacePlace(place);
        Next();
        _features |= ProgramFeatures.TypeScript | ProgramFeatures.Namespace;
        if (Current == Token.String) return ParseAmbientModule(start, kind);
        Node id = ParseNamespaceName();
        TSModuleBlock body = ParseNamespaceBlock();
        return new(SpanFrom(start), kind, id, body);
    }

    private void CheckNamespacePlace(StatementPlace place)
    {
        bool isGood = place == StatementPlace.TopLevel || (place == StatementPlace.List && Has(Context.NamespaceBlock));
        if (!isGood) EarlyError(ParseErrors.NamespacePlace, TokenSpan);
    }

    private Node ParseNamespaceName()
    {
        int start = TokenStart;
        BindingIdentifier first = ParseBindingIdentifier();
        if (Current != Token.Dot) return first;
        return ParseQualifiers(start, first);
    }

    // declare module 'x' { ... }, declare module 'x';
    private TSModuleDeclaration ParseAmbientModule(int start, TSModuleKind kind)
    {
        if (kind == TSModuleKind.Namespace) EarlyError(ParseErrors.NamespaceString, TokenSpan);
        else if (!Has(Context.Ambient)) EarlyError(ParseErrors.AmbientModuleName, TokenSpan);
        StringLiteral id = ParseString();
        TSModuleBlock? body = null;
        if (Current == Token.OpenBrace) body = ParseNamespaceBlock(isModule: true);
        else ConsumeSemicolon();
        return new(SpanFrom(start), kind, id, body);
    }

    // `declare global { }`
    private TSModuleDeclaration ParseGlobal(int start)
    {
        if (!Has(Context.Ambient)) EarlyError(ParseErrors.GlobalNotAmbient, TokenSpan);
        IdentifierName id = ParseIdentifierName();
        _features |= ProgramFeatures.TypeScript | ProgramFeatures.Namespace;
        TSModuleBlock body = ParseNamespaceBlock(isModule: true);
        return new(SpanFrom(start), TSModuleKind.Global, id, body);
    }

    // imports and exports stand in a namespace as at the top of a module, but do not make the file one
    private TSModuleBlock ParseNamespaceBlock(bool isModule = false)
    {
        int start = TokenStart;
        Context outer = _context;
        ProgramFeatures features = _features;
        _context = (_context & Context.Inherited) | Context.NamespaceBlock;
        Statement[] body = ParseBracedStatements();
        if (Has(Context.Ambient)) CheckAmbientStatements(body);
        if (!isModule) CheckNamespaceItems(body);
        _context = outer;
        _features = (_features & ~ProgramFeatures.ImportOrExport) | (features & ProgramFeatures.ImportOrExport);
        return new(SpanFrom(start), body);
    }

    // `abstract` [more modifiers] `class`
    private Statement ParseAbstractClass(int start, StatementPlace place)
    {
        CheckDeclarationPlace(place);
        TextSpan modifier = TokenSpan;
        Expect(Token.Abstract);
        if (Current != Token.Class)
        {
            EarlyError(ParseErrors.ModifierPlace, modifier, "abstract", "what is not a class or a member of one");
            return ParseStatement(place);
        }
        ClassDeclaration declaration = ParseClassDeclaration(start, [], isAbstract: true);
        return declaration;
    }

    // `declare` and the declaration it is about, which then has no bodies and values
    private Statement ParseDeclare(int start, StatementPlace place)
    {
        bool isTopOfDeclarations = _options.Language == Language.Declarations && !Has(Context.NamespaceBlock);
        if (Has(Context.Ambient) && !isTopOfDeclarations) EarlyError(ParseErrors.NestedDeclare, TokenSpan);
        Expect(Token.Declare);
        _features |= ProgramFeatures.TypeScript;
        Context outer = _context;
        _context |= Context.Ambient;
        if (Current is Token.Import or Token.Export or Token.Declare) EarlyError(ParseErrors.ModifierPlace, new(start, start + "declare".Length), "declare", $"`{_text[TokenStart..TokenEnd]}`");
        Statement declaration = ParseStatement(place);
        _context = outer;
        MarkDeclare(declaration, start);
        return declaration;
    }

    private void MarkDeclare(Statement declaration, int start)
    {
        declaration.Start = start;
        switch (declaration)
        {
            case VariableDeclaration node:
                node.IsDeclare = true;
                if (node.DeclarationKind >= VariableKind.Using) EarlyError(ParseErrors.ModifierPlace, new(start, start + "declare".Length), "declare", "`using`");
                break;
            case FunctionDeclaration node: node.IsDeclare = true; break;
            case ClassDeclaration node: node.IsDeclare = true; break;
            case TSEnumDeclaration node: node.IsDeclare = true; break;
            case TSModuleDeclaration node: node.IsDeclare = true; break;
            case TSInterfaceDeclaration node: node.IsDeclare = true; break;
            case TSTypeAliasDeclaration node: node.IsDeclare = true; break;
        }
    }
}
