using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // TypeScript in expressions
{
    /// <summary>Where an arrow function with types was tried and not found.</summary>
    private HashSet<int>? _notArrows;

    // RelationalExpression (`as` | `satisfies`) (Type | `const`)
    private Expression ParseAsOrSatisfies(int start, Expression left)
    {
        bool isAs = Current == Token.As;
        Next();
        _features |= ProgramFeatures.TypeScript;
        if (isAs && Current == Token.Const && !CanBeConst(left)) EarlyError(ParseErrors.ConstAssertion, left.Span);
        TSType type = isAs ? ParseTypeOrConst() : ParseBracketedType();
        return isAs ? new TSAsExpression(SpanFrom(start), left, type) : new TSSatisfiesExpression(SpanFrom(start), left, type);
    }

    // whether a member is one of an enum is for the type checker to say
    private static bool CanBeConst(Expression expression) => expression is StringLiteral or NumericLiteral or BigIntLiteral or BooleanLiteral or TemplateLiteral
        or ArrayExpression or ObjectExpression or MemberExpression or TSAsExpression or TSSatisfiesExpression or InvalidExpression
        or UnaryExpression { Operator: UnaryOperator.Minus or UnaryOperator.Plus, Argument: NumericLiteral or BigIntLiteral };

    // `as const` refers to a type of that name, as in TypeScript's tree
    private TSType ParseTypeOrConst()
    {
        if (Current != Token.Const) return ParseBracketedType();
        int start = Expect(Token.Const);
        return new TSTypeReference(SpanFrom(start), new IdentifierReference(SpanFrom(start), "const"), null);
    }

    // TypeAssertion : `<` Type `>` UnaryExpression, not in .tsx
    private Expression ParseTypeAssertion()
    {
        int start = TokenStart;
        if (Current == Token.ShiftLeft) _lexer.SplitAngle();
        Expect(Token.Less);
        _features |= ProgramFeatures.TypeScript;
        TSType type = ParseTypeOrConst();
        ExpectCloseAngle(start);
        if (IsModuleByName())
            EarlyError(ParseErrors.AssertionInModule, SpanFrom(start));
        Expression operand = ParseUnaryOperand();
        return new TSTypeAssertion(SpanFrom(start), type, operand);
    }

    /// <summary>What a `&lt;` can start in TypeScript: a generic arrow function, a type assertion, or in .tsx an element.</summary>
    private Expression ParseTypeScriptLess(int start)
    {
        bool canBeArrow = _isJsx ? IsGenericArrowInJsx() : Peek() is { IsIdentifier: true } or Token.Const or Token.In;
        if (canBeArrow && ParseTypeScriptArrow(start, isAsync: false) is { } arrow) return arrow;
        return ParseOperand(0);
    }

    // In .tsx `<T>` is an element; `<T,>`, `<T extends U>`, `<T = U>` and `<const T>` are not
    private bool IsGenericArrowInJsx()
    {
        Checkpoint checkpoint = Save();
        Next();
        bool isArrow = IsGenericArrowHead();
        Rewind(checkpoint);
        return isArrow;
    }

    private bool IsGenericArrowHead()
    {
        if (Current == Token.Const) Next();
        if (!Current.IsIdentifier) return false;
        Next();
        if (Current is Token.Comma or Token.Assign) return true;
        return Current == Token.Extends && Peek() is not (Token.Assign or Token.Greater or Token.Slash);
    }

    /// <summary>
    /// `a&lt;T&gt;(x)`, <c>a&lt;T&gt;`x`</c> and `a&lt;T&gt;`; null when the `&lt;` is an operator. Decided as TypeScript does: the list must be types with a
    /// single `&gt;` behind, and what comes then must not be able to be an operand, unless it is a `(` or a template.
    /// </summary>
    private Expression? ParseTypeArgumentsOf(int start, Expression target, bool isCallee, bool isChain)
    {
        int argumentsStart = TokenStart;
        TSTypeParameterInstantiation? arguments = TryParseTypeArguments();
        if (arguments is null) return null;
        _features |= ProgramFeatures.TypeScript;
        if (target.Kind == NodeKind.Super) EarlyError(ParseErrors.SuperTypeArguments, arguments.Span);
        if (Current == Token.OpenParen && !isCallee) return ParseCall(start, target, arguments, isOptional: false);
        if (Current == Token.Template)
        {
            if (isChain) EarlyError(ParseErrors.OptionalChainTemplate, TokenSpan);
            TemplateLiteral quasi = ParseTemplate(isTagged: true);
            return new TaggedTemplateExpression(SpanFrom(start), target, arguments, quasi);
        }
        bool isMember = Current == Token.Dot || (Current == Token.QuestionDot && Peek() != Token.OpenParen);
        if (isMember) EarlyError(ParseErrors.InstantiationMember, SpanFrom(argumentsStart));
        if (isChain) target = new ChainExpression(target.Span, target);
        return new TSInstantiationExpression(SpanFrom(start), target, arguments);
    }

    private TSTypeParameterInstantiation? TryParseTypeArguments()
    {
        Checkpoint checkpoint = Save();
        if (Current == Token.ShiftLeft) _lexer.SplitAngle();
        int start = Expect(Token.Less);
        TSType[] types = ParseTypeList();
        if (Current == Token.Greater && !_isPanicking)
        {
            Next();
            if (CanFollowTypeArguments())
            {
                if (types.Length == 0) EarlyError(ParseErrors.EmptyTypeArguments, SpanFrom(start));
                return new(SpanFrom(start), types);
            }
        }
        Rewind(checkpoint);
        return null;
    }

    private bool CanFollowTypeArguments() => Current switch
    {
        Token.OpenParen or Token.Template => true,
        Token.Less or Token.Greater or Token.Plus or Token.Minus => false,
        _ => HasNewLineBefore || OperatorPrecedence() > 0 || !CanStartExpression(),
    };

    private bool CanStartExpression() => Current switch
    {
        Token.This or Token.Super or Token.Null or Token.True or Token.False or Token.Number or Token.BigInt or Token.String or Token.Template
            or Token.OpenParen or Token.OpenBracket or Token.OpenBrace or Token.Function or Token.Class or Token.New or Token.Slash or Token.SlashAssign
            or Token.Import or Token.Plus or Token.Minus or Token.Tilde or Token.Not or Token.Delete or Token.Typeof or Token.Void
            or Token.Increment or Token.Decrement or Token.Less or Token.At or Token.PrivateName => true,
        _ => Current.IsIdentifier,
    };

    /// <summary>
    /// An arrow function that only TypeScript has: type parameters, annotations, a return type. Null when it is something else, an
    /// arrow function without types included: the cover grammar reads that.
    /// </summary>
    private Expression? ParseTypeScriptArrow(int start, bool isAsync)
    {
        if (_isPanicking || (_notArrows is not null && _notArrows.Contains(start))) return null;
        if (Current == Token.OpenParen && !MayBeTypedArrow()) return null;
        Checkpoint checkpoint = Save();
        Expression? arrow = TryParseTypedArrow(start, isAsync);
        if (arrow is not null) return arrow;
        Rewind(checkpoint);
        // `({ a = ({ b = ({ ... }) }) })` would be tried once per level and again inside each try
        (_notArrows ??= []).Add(start);
        return null;
    }

    // What follows `(` tells most parentheses apart at once.
    private bool MayBeTypedArrow()
    {
        Checkpoint checkpoint = Save();
        Next();
        bool mayBe = Current switch
        {
            Token.CloseParen => Peek() is Token.Colon,
            Token.OpenBracket or Token.OpenBrace or Token.Ellipsis or Token.At => true,
            _ => MayBeTypedParameter(),
        };
        Rewind(checkpoint);
        return mayBe;
    }

    private bool MayBeTypedParameter()
    {
        if (IsModifierWord(Current) && Peek() is { IsIdentifier: true } and not Token.As or Token.This) return true;
        if (!Current.IsIdentifier && Current != Token.This) return false;
        Next();
        return Current switch
        {
            Token.Colon or Token.Comma or Token.Assign => true,
            Token.CloseParen => Peek() is Token.Colon,
            Token.Question => Peek() is Token.Colon or Token.Comma or Token.Assign or Token.CloseParen,
            _ => false,
        };
    }

    private Expression? TryParseTypedArrow(int start, bool isAsync)
    {
        if (isAsync) Next();
        TSTypeParameterDeclaration? typeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Function);
        if (Current != Token.OpenParen || _isPanicking) return null;
        int opened = TokenStart;
        Context outer = _context;
        _context &= ~(Context.LiftedByBrackets | Context.NoArrowReturnType);
        if (isAsync) _context |= Context.Await;
        FormalParameter[] parameters = ParseParameters(FunctionFlags.Arrow);
        _context = outer;
        if (_isPanicking) return null;
        TSTypeAnnotation? returnType = ParseOptionalReturnType();
        if (Current != Token.Arrow || HasNewLineBefore || _isPanicking) return null;
        if (typeParameters is null && returnType is null && !HasTypes(parameters)) return null;
        CheckNoAwaitOrYield(opened);
        if (typeParameters is not null && IsModuleByName()) CheckArrowTypeParameters(typeParameters);
        ArrowFunctionExpression arrow = ParseArrowRest(start, typeParameters, parameters, returnType, isAsync);
        // a ? (b) : c => d: the `:` belongs to the conditional when no other one follows
        return returnType is not null && Has(Context.NoArrowReturnType) && Current != Token.Colon ? null : arrow;
    }

    private bool IsModuleByName() => _source.Path.EndsWith(".mts", StringComparison.Ordinal) || _source.Path.EndsWith(".cts", StringComparison.Ordinal);

    // <T>() => a could be an element: <T,>() => a and <T extends U>() => a could not
    private void CheckArrowTypeParameters(TSTypeParameterDeclaration declaration)
    {
        if (declaration.Params is [{ Constraint: null } only] && !_text.AsSpan(only.End, declaration.End - only.End).Contains(',')) EarlyError(ParseErrors.ArrowTypeParameterInModule, declaration.Span);
    }

    private static bool HasTypes(FormalParameter[] parameters)
    {
        foreach (FormalParameter parameter in parameters)
            if (parameter.TypeAnnotation is not null || parameter.IsOptional || parameter.Decorators.Length > 0 || IsParameterProperty(parameter) || parameter.Pattern is BindingIdentifier { Name: "this" }) return true;
        return false;
    }
}
