using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // types, from conditional types down to postfix ones
{
    // Type : FunctionType | ConstructorType | UnionType [`extends` Type `?` Type `:` Type]
    private TSType ParseType()
    {
        TSType type = EnterLevel() ? ParseTypeLevel() : ParseTypeOnFreshStack();
        _depth--;
        return type;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TSType ParseTypeOnFreshStack()
    {
        TSType? type = null;
        DeepStack.Run(() => type = ParseTypeLevel());
        return type!;
    }

    // Types know neither `await` nor `yield`: inside an async function both are names there.
    private TSType ParseTypeLevel()
    {
        Context outer = _context;
        _context &= ~(Context.Await | Context.Yield | Context.NoIn);
        TSType type = IsFunctionType() ? ParseFunctionType() : ParseConditionalType();
        _context = outer;
        return type;
    }

    private TSType ParseConditionalType()
    {
        int start = TokenStart;
        TSType checkType = ParseUnionType();
        if (Current != Token.Extends || Has(Context.NoConditionalType) || HasNewLineBefore) return checkType;
        Next();
        Context outer = _context;
        _context |= Context.NoConditionalType | Context.Infer;
        TSType extendsType = ParseType();
        _context = outer & ~Context.NoConditionalType;
        Expect(Token.Question);
        TSType trueType = ParseType();
        Expect(Token.Colon);
        TSType falseType = ParseType();
        _context = outer;
        return new TSConditionalType(SpanFrom(start), checkType, extendsType, trueType, falseType);
    }

    /// <summary>A Type in brackets of any sort, where a conditional type can stand again.</summary>
    private TSType ParseBracketedType()
    {
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        TSType type = ParseType();
        _context = outer;
        return type;
    }

    // UnionType : [`|`] IntersectionType { `|` IntersectionType }
    private TSType ParseUnionType()
    {
        int start = TokenStart;
        bool isLed = Eat(Token.Bar);
        TSType first = ParseIntersectionType();
        if (Current != Token.Bar && !isLed) return first;
        int mark = _nodes.Mark();
        _nodes.Push(first);
        while (Eat(Token.Bar)) _nodes.Push(ParseIntersectionType());
        return new TSUnionType(SpanFrom(start), _nodes.Take<TSType>(mark));
    }

    // IntersectionType : [`&`] TypeOperator { `&` TypeOperator }
    private TSType ParseIntersectionType()
    {
        int start = TokenStart;
        bool isLed = Eat(Token.Ampersand);
        TSType first = ParseTypeConstituent();
        if (Current != Token.Ampersand && !isLed) return first;
        int mark = _nodes.Mark();
        _nodes.Push(first);
        while (Eat(Token.Ampersand)) _nodes.Push(ParseTypeConstituent());
        return new TSIntersectionType(SpanFrom(start), _nodes.Take<TSType>(mark));
    }

    // type F = A | () => B: a function type would swallow what follows
    private TSType ParseTypeConstituent()
    {
        if (!IsFunctionType()) return ParseTypeOperator();
        int start = TokenStart;
        TSType type = ParseFunctionType();
        // `| () => A` alone is taken by the same rule, so the reader is told wherever one stands in a list
        EarlyError(ParseErrors.FunctionTypeInUnion, SpanFrom(start));
        return type;
    }

    // TypeOperator : (`keyof` | `unique` | `readonly`) TypeOperator | `infer` Name [`extends` Type] | PostfixType
    private TSType ParseTypeOperator()
    {
        TSType type = EnterLevel() ? ParseTypeOperatorLevel() : ParseTypeOperatorOnFreshStack();
        _depth--;
        return type;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TSType ParseTypeOperatorOnFreshStack()
    {
        TSType? type = null;
        DeepStack.Run(() => type = ParseTypeOperatorLevel());
        return type!;
    }

    private TSType ParseTypeOperatorLevel() => Current switch
    {
        Token.Keyof => ParseTypeOperator(TSTypeOperatorKind.Keyof),
        Token.Unique => ParseTypeOperator(TSTypeOperatorKind.Unique),
        Token.Readonly => ParseTypeOperator(TSTypeOperatorKind.Readonly),
        Token.Infer => ParseInferType(),
        _ => ParsePostfixType(),
    };

    private TSTypeOperator ParseTypeOperator(TSTypeOperatorKind kind)
    {
        int start = TokenStart;
        Next();
        TSType operand = ParseTypeOperator();
        if (kind == TSTypeOperatorKind.Readonly && operand.Kind is not (NodeKind.TSArrayType or NodeKind.TSTupleType))
            EarlyError(ParseErrors.ReadonlyType, new(start, start + "readonly".Length));
        if (kind == TSTypeOperatorKind.Unique && operand is not TSKeywordType { Keyword: TSKeyword.Symbol }) EarlyError(ParseErrors.UniqueType, operand.Span);
        return new(SpanFrom(start), kind, operand);
    }

    private TSInferType ParseInferType()
    {
        int start = Expect(Token.Infer);
        if (!Has(Context.Infer)) EarlyError(ParseErrors.InferPlace, SpanFrom(start));
        int nameStart = TokenStart;
        BindingIdentifier name = ParseTypeName();
        TSType? constraint = Current == Token.Extends ? TryParseInferConstraint() : null;
        return new(SpanFrom(start), new(SpanFrom(nameStart), name, constraint, null));
    }

    // A extends infer U extends B ? C : D: the second `extends` is a constraint unless that would leave its own `?` behind
    private TSType? TryParseInferConstraint()
    {
        Checkpoint checkpoint = Save();
        Next();
        Context outer = _context;
        _context |= Context.NoConditionalType;
        TSType constraint = ParseType();
        _context = outer;
        if (Has(Context.NoConditionalType) || Current != Token.Question) return constraint;
        Rewind(checkpoint);
        return null;
    }

    // PostfixType : PrimaryType { `[` `]` | `[` Type `]` }, no new line before the brackets
    private TSType ParsePostfixType()
    {
        int start = TokenStart;
        TSType type = ParsePrimaryType();
        while (!HasNewLineBefore)
        {
            if (Current == Token.OpenBracket)
            {
                type = ParseTypeBrackets(start, type);
            }
            else if (Current == Token.Not)
            {
                EarlyError(ParseErrors.JSDocType, TokenSpan, "!");
                Next();
            }
            else break;
        }
        return type;
    }

    private TSType ParseTypeBrackets(int start, TSType type)
    {
        int opened = Expect(Token.OpenBracket);
        if (Eat(Token.CloseBracket)) return new TSArrayType(SpanFrom(start), type);
        TSType index = ParseBracketedType();
        ExpectClosing(Token.CloseBracket, opened);
        return new TSIndexedAccessType(SpanFrom(start), type, index);
    }

    /// <summary>Stands where no type could be read.</summary>
    private TSType MissingType()
    {
        SyntaxError(ParseErrors.ExpectedType, TokenSpan, DescribeCurrent());
        return new TSKeywordType(TextSpan.At(_lexer.State.PreviousEnd), TSKeyword.Any);
    }
}
