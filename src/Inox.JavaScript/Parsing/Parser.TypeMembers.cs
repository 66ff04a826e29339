using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // members of interfaces and type literals, mapped types
{
    private TSTypeLiteral ParseTypeLiteral()
    {
        int start = TokenStart;
        TSTypeElement[] members = ParseTypeMembers();
        return new(SpanFrom(start), members);
    }

    // `{` { TypeMember (`;` | `,` | new line) } `}`
    private TSTypeElement[] ParseTypeMembers()
    {
        int opened = Expect(Token.OpenBrace);
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseBrace or Token.EndOfFile))
        {
            TSTypeElement member = ParseTypeMember();
            _nodes.Push(member);
            EndTypeMember(member);
            if (_isPanicking) break;
        }
        _context = outer;
        ExpectClosing(Token.CloseBrace, opened);
        return _nodes.Take<TSTypeElement>(mark);
    }

    // the separator is part of the member, as in TypeScript's tree
    private void EndTypeMember(TSTypeElement member)
    {
        if (Eat(Token.Comma) || Eat(Token.Semicolon)) member.End = _lexer.State.PreviousEnd;
        else if (Current is not (Token.CloseBrace or Token.EndOfFile) && !HasNewLineBefore) SyntaxError(ParseErrors.ExpectedSemicolon, TokenSpan, DescribeCurrent());
    }

    private TSTypeElement ParseTypeMember()
    {
        int start = TokenStart;
        if (Current is Token.OpenParen or Token.Less) return ParseCallSignature();
        if (Current == Token.New && Peek() is Token.OpenParen or Token.Less) return ParseConstructSignature();
        bool isReadonly = ParseTypeMemberModifiers();
        if (Current == Token.OpenBracket && IsIndexSignature()) return ParseIndexSignature(start, new MemberModifiers { IsReadonly = isReadonly });
        if (Current is Token.Get or Token.Set && IsAccessorInType()) return ParseAccessorSignature(start);
        return ParseNamedTypeMember(start, isReadonly);
    }

    // Only `readonly` is good; `static x` and the like are told apart from a property named `static`.
    private bool ParseTypeMemberModifiers()
    {
        bool isReadonly = false;
        while (IsModifierWord(Current) && !HasEscape && IsModifierInType())
        {
            if (Current != Token.Readonly) EarlyError(ParseErrors.ModifierPlace, TokenSpan, TokenValue, "a member of a type");
            else if (isReadonly) EarlyError(ParseErrors.DuplicateModifier, TokenSpan, TokenValue);
            else isReadonly = true;
            Next();
        }
        return isReadonly;
    }

    private bool IsModifierInType()
    {
        Token next = Peek(out bool hasNewLine);
        return !hasNewLine && (next.IsName || next is Token.OpenBracket or Token.String or Token.Number or Token.BigInt or Token.PrivateName);
    }

    private bool IsAccessorInType() => !HasEscape && Peek() is var next && (next.IsName || next is Token.OpenBracket or Token.String or Token.Number or Token.BigInt or Token.PrivateName);

    // PropertySignature, MethodSignature
    private TSTypeElement ParseNamedTypeMember(int start, bool isReadonly)
    {
        Node key = ParseTypeMemberKey(out bool isComputed);
        if (isComputed) CheckComputedKey(key);
        bool isOptional = Eat(Token.Question);
        if (Current is Token.OpenParen or Token.Less)
        {
            if (isReadonly) EarlyError(ParseErrors.ModifierPlace, new(start, start + "readonly".Length), "readonly", "a method");
            TSTypeParameterDeclaration? typeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Function);
            FormalParameter[] parameters = ParseSignatureParameters();
            TSTypeAnnotation? returnType = ParseOptionalReturnType();
            return new TSMethodSignature(SpanFrom(start), TSMethodSignatureKind.Method, key, typeParameters, parameters, returnType, isComputed, isOptional);
        }
        TSTypeAnnotation? typeAnnotation = ParseOptionalTypeAnnotation();
        if (Current == Token.Assign)
        {
            SyntaxError(ParseErrors.InitializerInType, TokenSpan);
            Next();
            ParseAssignment();
        }
        return new TSPropertySignature(SpanFrom(start), key, typeAnnotation, isComputed, isOptional, isReadonly);
    }

    private Node ParseTypeMemberKey(out bool isComputed)
    {
        if (Current == Token.PrivateName) SyntaxError(ParseErrors.PrivateInType, TokenSpan);
        return ParsePropertyKey(out isComputed);
    }

    // { [f()]: A }: nobody could say what the name is
    private void CheckComputedKey(Node key)
    {
        bool isGood = key is StringLiteral or NumericLiteral or TemplateLiteral { Expressions: [] }
            or UnaryExpression { Operator: UnaryOperator.Minus or UnaryOperator.Plus, Argument: NumericLiteral } || (key is Expression name && IsEntityName(name));
        if (!isGood) EarlyError(ParseErrors.ComputedTypeMember, key.Span);
    }

    private TSMethodSignature ParseAccessorSignature(int start)
    {
        TSMethodSignatureKind kind = Current == Token.Get ? TSMethodSignatureKind.Get : TSMethodSignatureKind.Set;
        Next();
        Node key = ParseTypeMemberKey(out bool isComputed);
        if (Current == Token.Less) EarlyError(ParseErrors.AccessorTypeParameters, TokenSpan);
        TSTypeParameterDeclaration? typeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Function);
        FormalParameter[] parameters = ParseSignatureParameters();
        TSTypeAnnotation? returnType = ParseOptionalReturnType();
        CheckAccessorParameters(kind == TSMethodSignatureKind.Get, parameters, returnType, key.Span);
        return new(SpanFrom(start), kind, key, typeParameters, parameters, returnType, isComputed);
    }

    // CallSignature : [TypeParameters] `(` Parameters `)` [`:` Type]
    private TSCallSignatureDeclaration ParseCallSignature()
    {
        int start = TokenStart;
        TSTypeParameterDeclaration? typeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Function);
        FormalParameter[] parameters = ParseSignatureParameters();
        TSTypeAnnotation? returnType = ParseOptionalReturnType();
        return new(SpanFrom(start), typeParameters, parameters, returnType);
    }

    private TSConstructSignatureDeclaration ParseConstructSignature()
    {
        int start = Expect(Token.New);
        TSTypeParameterDeclaration? typeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Function);
        FormalParameter[] parameters = ParseSignatureParameters();
        TSTypeAnnotation? returnType = ParseOptionalReturnType();
        return new(SpanFrom(start), typeParameters, parameters, returnType);
    }

    // `[key: string]`, and what people write by mistake: `[...keys]`, `[]`, `[key?: string]`, `[public key: string]`
    private bool IsIndexSignature()
    {
        Checkpoint checkpoint = Save();
        Next();
        bool isIndex = IsIndexParameter();
        Rewind(checkpoint);
        return isIndex;
    }

    private bool IsIndexParameter()
    {
        if (Current is Token.Ellipsis or Token.CloseBracket) return true;
        if (IsModifierWord(Current) && Peek() is { IsIdentifier: true }) return true;
        if (!Current.IsIdentifier) return false;
        Next();
        if (Current is Token.Colon or Token.Comma) return true;
        return Current == Token.Question && Peek() is Token.Colon or Token.Comma or Token.CloseBracket;
    }

    // IndexSignature : `[` Name `:` Type `]` `:` Type
    private TSIndexSignature ParseIndexSignature(int start, in MemberModifiers modifiers)
    {
        int opened = Expect(Token.OpenBracket);
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseBracket or Token.EndOfFile))
        {
            FormalParameter parameter = ParseParameter(FunctionFlags.None);
            _nodes.Push(parameter);
            if (!Eat(Token.Comma)) break;
            if (Current == Token.CloseBracket) EarlyError(ParseErrors.TrailingComma, new(_lexer.State.PreviousEnd - 1, _lexer.State.PreviousEnd));
        }
        FormalParameter[] parameters = _nodes.Take<FormalParameter>(mark);
        ExpectClosing(Token.CloseBracket, opened);
        CheckIndexParameters(opened, parameters);
        if (Eat(Token.Question)) EarlyError(ParseErrors.IndexParameter, SpanFrom(opened));
        if (Current != Token.Colon) EarlyError(ParseErrors.IndexType, SpanFrom(opened));
        TSTypeAnnotation? typeAnnotation = ParseOptionalTypeAnnotation();
        return new(SpanFrom(start), parameters, typeAnnotation, modifiers.IsReadonly, modifiers.IsStatic, modifiers.Accessibility);
    }

    private void CheckIndexParameters(int opened, FormalParameter[] parameters)
    {
        bool isGood = parameters is
        [
            {
                IsRest: false, IsOptional: false, Initializer: null, Decorators: [], Accessibility: Accessibility.None, IsReadonly: false,
                Pattern.Kind: NodeKind.BindingIdentifier, TypeAnnotation: not null,
            },
        ];
        if (!isGood)
        {
            EarlyError(ParseErrors.IndexParameter, SpanFrom(opened));
            return;
        }
        TSType type = parameters[0].TypeAnnotation!.TypeAnnotation;
        bool cannotIndex = type is TSLiteralType or TSKeywordType { Keyword: not (TSKeyword.String or TSKeyword.Number or TSKeyword.Symbol) };
        if (cannotIndex) EarlyError(ParseErrors.IndexParameterType, type.Span);
    }

    // `{ [`, `{ readonly [`, `{ + readonly [` with `name in` behind
    private bool IsMappedType()
    {
        Checkpoint checkpoint = Save();
        Next();
        bool isMapped = IsMappedHead();
        Rewind(checkpoint);
        return isMapped;
    }

    private bool IsMappedHead()
    {
        if (Current is Token.Plus or Token.Minus) return Peek() == Token.Readonly;
        if (Current == Token.Readonly) Next();
        if (Current != Token.OpenBracket) return false;
        Next();
        return Current.IsIdentifier && Peek() == Token.In;
    }

    // MappedType : `{` [[`+`|`-`] `readonly`] `[` Name `in` Type [`as` Type] `]` [[`+`|`-`] `?`] [`:` Type] [`;`] `}`
    private TSMappedType ParseMappedType()
    {
        int start = Expect(Token.OpenBrace);
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        TSMappedModifier isReadonly = ParseMappedModifier(Token.Readonly);
        int opened = Expect(Token.OpenBracket);
        BindingIdentifier key = ParseTypeName();
        Expect(Token.In);
        TSType constraint = ParseType();
        TSType? nameType = Eat(Token.As) ? ParseType() : null;
        ExpectClosing(Token.CloseBracket, opened);
        TSMappedModifier optional = ParseMappedModifier(Token.Question);
        TSType? type = Eat(Token.Colon) ? ParseType() : null;
        if (!Eat(Token.Semicolon)) Eat(Token.Comma);
        if (Current is not (Token.CloseBrace or Token.EndOfFile)) SyntaxError(ParseErrors.MappedTypeMembers, TokenSpan);
        _context = outer;
        ExpectClosing(Token.CloseBrace, start);
        return new(SpanFrom(start), key, constraint, nameType, type, optional, isReadonly);
    }

    private TSMappedModifier ParseMappedModifier(Token word)
    {
        TSMappedModifier modifier = Current switch
        {
            Token.Plus => TSMappedModifier.Plus,
            Token.Minus => TSMappedModifier.Minus,
            _ => TSMappedModifier.None,
        };
        if (modifier == TSMappedModifier.None) return Eat(word) ? TSMappedModifier.Present : TSMappedModifier.None;
        Next();
        Expect(word);
        return modifier;
    }
}
