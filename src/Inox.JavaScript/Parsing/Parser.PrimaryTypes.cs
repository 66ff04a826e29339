using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // types that are one operand
{
    private TSType ParsePrimaryType()
    {
        int start = TokenStart;
        switch (Current)
        {
            case Token.OpenBrace: return IsMappedType() ? ParseMappedType() : ParseTypeLiteral();
            case Token.OpenBracket: return ParseTupleType();
            case Token.OpenParen: return ParseParenthesizedType();
            case Token.String or Token.Number or Token.BigInt or Token.True or Token.False: return new TSLiteralType(TokenSpan, ParsePrimary());
            case Token.Null: Next(); return new TSKeywordType(SpanFrom(start), TSKeyword.Null);
            case Token.Void: Next(); return new TSKeywordType(SpanFrom(start), TSKeyword.Void);
            case Token.Minus: return ParseNegativeLiteralType();
            case Token.Template: return ParseTemplateType();
            case Token.This: return ParseThisType();
            case Token.Typeof: return ParseTypeQuery();
            case Token.Import: return ParseImportType();
            case Token.Asserts when IsAssertsPredicate(): return ParseMisplacedPredicate();
            case Token.Question or Token.Star or Token.Not: return ParseJSDocType();
        }
        if (KeywordType() is { } keyword && Peek() != Token.Dot)
        {
            Next();
            return new TSKeywordType(SpanFrom(start), keyword);
        }
        return Current.IsIdentifier || IsReservedTypeName() ? ParseTypeReference() : MissingType();
    }

    // f(x: break): to TypeScript a type of that name, which there is not
    private bool IsReservedTypeName() =>
        Current.IsName && Peek(out bool hasNewLine) is Token.Comma or Token.CloseParen or Token.Semicolon or Token.Assign or Token.Greater or Token.Dot && !hasNewLine;

    private TSKeyword? KeywordType() => HasEscape ? null : Current switch
    {
        Token.Any => TSKeyword.Any,
        Token.BigIntWord => TSKeyword.BigInt,
        Token.Boolean => TSKeyword.Boolean,
        Token.Never => TSKeyword.Never,
        Token.NumberWord => TSKeyword.Number,
        Token.Object => TSKeyword.Object,
        Token.StringWord => TSKeyword.String,
        Token.Symbol => TSKeyword.Symbol,
        Token.Undefined => TSKeyword.Undefined,
        Token.Unknown => TSKeyword.Unknown,
        _ => null,
    };

    /// <summary>Whether the current token can begin a type.</summary>
    private bool IsStartOfType() => Current switch
    {
        Token.OpenBrace or Token.OpenBracket or Token.OpenParen or Token.Less or Token.String or Token.Number or Token.BigInt or Token.Template
            or Token.Bar or Token.Ampersand or Token.Minus or Token.True or Token.False or Token.Null or Token.Void or Token.This or Token.Typeof
            or Token.Import or Token.New or Token.Question or Token.Star or Token.Not => true,
        _ => Current.IsIdentifier,
    };

    // `?T`, `*` and `!T` are types of JSDoc; told apart from other mistakes because people write `?string`
    private TSType ParseJSDocType()
    {
        int start = TokenStart;
        SyntaxError(ParseErrors.JSDocType, TokenSpan, _text[start].ToString());
        bool isAlone = Current == Token.Star;
        Next();
        return isAlone || !IsStartOfType() ? new TSKeywordType(SpanFrom(start), TSKeyword.Any) : ParseTypeOperator();
    }

    private TSType ParseParenthesizedType()
    {
        int opened = Expect(Token.OpenParen);
        TSType type = ParseBracketedType();
        ExpectClosing(Token.CloseParen, opened);
        return type;
    }

    private TSType ParseNegativeLiteralType()
    {
        int start = Expect(Token.Minus);
        if (Current is not (Token.Number or Token.BigInt)) return MissingType();
        Expression number = ParsePrimary();
        return new TSLiteralType(SpanFrom(start), new UnaryExpression(SpanFrom(start), UnaryOperator.Minus, number));
    }

    // TemplateLiteralType : `...${` Type `}...`
    private TSType ParseTemplateType()
    {
        int start = TokenStart;
        if ((_lexer.State.Flags & TokenFlags.TemplateTail) != 0)
        {
            Expression literal = ParseTemplate(isTagged: false);
            return new TSLiteralType(literal.Span, literal);
        }
        int quasis = _nodes.Mark();
        List<TSType> types = [];
        while (true)
        {
            bool isTail = (_lexer.State.Flags & TokenFlags.TemplateTail) != 0;
            _nodes.Push(ParseTemplateElement(isTagged: false));
            if (isTail) break;
            types.Add(ParseBracketedType());
            if (Current != Token.CloseBrace)
            {
                ReportExpected(TokenText.Describe(Token.CloseBrace));
                break;
            }
            _lexer.RescanTemplateContinuation();
        }
        return new TSTemplateLiteralType(SpanFrom(start), _nodes.Take<TemplateElement>(quasis), [.. types]);
    }

    private TSType ParseThisType()
    {
        int start = Expect(Token.This);
        TSThisType type = new(SpanFrom(start));
        if (Current != Token.Is || HasNewLineBefore) return type;
        EarlyError(ParseErrors.PredicatePlace, SpanFrom(start));
        return ParsePredicateRest(start, type, asserts: false);
    }

    private TSType ParseMisplacedPredicate()
    {
        EarlyError(ParseErrors.PredicatePlace, TokenSpan);
        return ParseAssertsPredicate();
    }

    // TupleType : `[` { [Name [`?`] `:`] [`...`] Type [`?`] `,` } `]`
    private TSTupleType ParseTupleType()
    {
        int start = Expect(Token.OpenBracket);
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseBracket or Token.EndOfFile))
        {
            TSType element = ParseTupleElement();
            _nodes.Push(element);
            if (!Eat(Token.Comma)) break;
        }
        TSType[] elements = _nodes.Take<TSType>(mark);
        ExpectClosing(Token.CloseBracket, start);
        _context = outer;
        CheckTupleOrder(elements);
        return new(SpanFrom(start), elements);
    }

    private TSType ParseTupleElement()
    {
        int start = TokenStart;
        if (IsTupleMemberName()) return ParseNamedTupleMember(start);
        if (Eat(Token.Ellipsis))
        {
            TSType rest = IsTupleMemberName() ? ParseNamedTupleMember(TokenStart) : ParseType();
            if (rest is TSNamedTupleMember { IsOptional: true } || Current == Token.Question) EarlyError(ParseErrors.OptionalRest, SpanFrom(start));
            Eat(Token.Question);
            return new TSRestType(SpanFrom(start), rest);
        }
        TSType type = ParseType();
        return Eat(Token.Question) ? new TSOptionalType(SpanFrom(start), type) : type;
    }

    // [a: string], [a?: string]; [a ? b : c] is none: `a` would have to be followed by `?:`
    private bool IsTupleMemberName()
    {
        if (!Current.IsName) return false;
        Checkpoint checkpoint = Save();
        Next();
        bool isName = Current == Token.Colon || (Current == Token.Question && Peek() == Token.Colon);
        Rewind(checkpoint);
        return isName;
    }

    private TSNamedTupleMember ParseNamedTupleMember(int start)
    {
        IdentifierName label = ParseIdentifierName();
        bool isOptional = Eat(Token.Question);
        Expect(Token.Colon);
        if (Current == Token.Ellipsis) SyntaxError(ParseErrors.TupleRestPlace, TokenSpan);
        TSType type = ParseType();
        if (Current == Token.Question) SyntaxError(ParseErrors.TupleOptionalPlace, TokenSpan);
        return new(SpanFrom(start), label, type, isOptional);
    }

    // [a?: A, b: B] and [...A[], b?] cannot be filled from the left
    private void CheckTupleOrder(TSType[] elements)
    {
        bool hasOptional = false;
        foreach (TSType element in elements)
        {
            bool isOptional = element is TSOptionalType or TSNamedTupleMember { IsOptional: true };
            if (hasOptional && !isOptional && element.Kind != NodeKind.TSRestType) EarlyError(ParseErrors.RequiredAfterOptional, element.Span);
            hasOptional |= isOptional;
        }
    }
}
