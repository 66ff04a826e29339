using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // member access, calls, new, super, import
{
    // LeftHandSideExpression
    private Expression ParseLeftHandSide()
    {
        int start = TokenStart;
        bool isPure = IsPureBefore;
        Expression expression = ParseSubscripts(start, ParsePrimary());
        if (isPure) MarkPure(expression);
        return expression;
    }

    private bool IsPureBefore => (_lexer.State.Flags & TokenFlags.PureBefore) != 0 && _options.TrustAnnotations;

    // The comment is about the whole call: `/* @__PURE__ */ a().b()` marks the call of b.
    private static void MarkPure(Expression expression)
    {
        switch (expression)
        {
            case CallExpression call: call.IsPure = true; break;
            case NewExpression construction: construction.IsPure = true; break;
            case ChainExpression chain: MarkPure(chain.Expression); break;
        }
    }

    /// <summary>Everything that may follow a primary expression: `.a`, `[a]`, `(a)`, `?.`, templates; and TypeScript's `!` and type arguments.</summary>
    private Expression ParseSubscripts(int start, Expression target, bool isCallee = false)
    {
        bool isChain = false;
        while (true)
        {
            switch (Current)
            {
                case Token.Dot:
                    Next();
                    target = ParseMember(start, target, isOptional: false);
                    continue;
                case Token.QuestionDot:
                    if (isCallee) EarlyError(ParseErrors.OptionalChainInNew, TokenSpan);
                    isChain = true;
                    target = ParseOptionalLink(start, target);
                    continue;
                case Token.OpenBracket when !Has(Context.Decorator):
                    target = ParseComputedMember(start, target, isOptional: false);
                    continue;
                case Token.OpenParen when !isCallee:
                    target = ParseCall(start, target, typeArguments: null, isOptional: false);
                    continue;
                case Token.Template:
                    if (isChain) EarlyError(ParseErrors.OptionalChainTemplate, TokenSpan);
                    TemplateLiteral quasi = ParseTemplate(isTagged: true);
                    target = new TaggedTemplateExpression(SpanFrom(start), target, null, quasi);
                    continue;
                case Token.Not when _isTypeScript && !HasNewLineBefore:
                    Next();
                    target = new TSNonNullExpression(SpanFrom(start), target);
                    continue;
                case Token.Less or Token.ShiftLeft when _isTypeScript && ParseTypeArgumentsOf(start, target, isCallee, isChain) is { } applied:
                    target = applied;
                    // a?.b<T>: the type arguments are about the whole chain
                    isChain &= applied.Kind != NodeKind.TSInstantiationExpression;
                    continue;
                default:
                    return isChain ? new ChainExpression(SpanFrom(start), target) : target;
            }
        }
    }

    private MemberExpression ParseMember(int start, Expression target, bool isOptional)
    {
        Node property = Current == Token.PrivateName ? ParsePrivateMemberName(target) : ParseIdentifierName();
        return new(SpanFrom(start), target, property, isComputed: false, isOptional);
    }

    private PrivateIdentifier ParsePrivateMemberName(Expression target)
    {
        if (target.Kind == NodeKind.Super) EarlyError(ParseErrors.PrivateAlone, TokenSpan);
        return ParsePrivateIdentifier();
    }

    private MemberExpression ParseComputedMember(int start, Expression target, bool isOptional)
    {
        int opened = Expect(Token.OpenBracket);
        Expression property = ParseBracketedExpression();
        ExpectClosing(Token.CloseBracket, opened);
        return new(SpanFrom(start), target, property, isComputed: true, isOptional);
    }

    private Expression ParseOptionalLink(int start, Expression target)
    {
        Next();
        switch (Current)
        {
            case Token.OpenParen: return ParseCall(start, target, typeArguments: null, isOptional: true);
            case Token.OpenBracket: return ParseComputedMember(start, target, isOptional: true);
            case Token.Template:
                EarlyError(ParseErrors.OptionalChainTemplate, TokenSpan);
                TemplateLiteral quasi = ParseTemplate(isTagged: true);
                return new TaggedTemplateExpression(SpanFrom(start), target, null, quasi);
            case Token.Less or Token.ShiftLeft when _isTypeScript:
                TSTypeParameterInstantiation? typeArguments = ParseTypeArguments();
                return ParseCall(start, target, typeArguments, isOptional: true);
            case Token.PrivateName when _isTypeScript:
                EarlyError(ParseErrors.OptionalPrivate, TokenSpan);
                return ParseMember(start, target, isOptional: true);
            default: return ParseMember(start, target, isOptional: true);
        }
    }

    private CallExpression ParseCall(int start, Expression callee, TSTypeParameterInstantiation? typeArguments, bool isOptional)
    {
        Expression[] arguments = ParseArguments();
        if (callee is IdentifierReference { Name: "eval" }) _features |= ProgramFeatures.DirectEval;
        return new(SpanFrom(start), callee, typeArguments, arguments, isOptional);
    }

    // Arguments : `(` [ArgumentList] `)`
    private Expression[] ParseArguments()
    {
        int opened = Expect(Token.OpenParen);
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseParen or Token.EndOfFile))
        {
            Expression argument = Current == Token.Ellipsis ? ParseSpread() : ParseAssignment();
            _nodes.Push(argument);
            if (!Eat(Token.Comma)) break;
        }
        _context = outer;
        ExpectClosing(Token.CloseParen, opened);
        return _nodes.Take<Expression>(mark);
    }

    private SpreadElement ParseSpread()
    {
        int start = Expect(Token.Ellipsis);
        Expression argument = ParseAssignment();
        return new(SpanFrom(start), argument);
    }

    // NewExpression, `new.target`
    private Expression ParseNew()
    {
        int start = TokenStart;
        IdentifierName keyword = ParseIdentifierName();
        if (Eat(Token.Dot)) return ParseNewTarget(start, keyword);
        if (Current == Token.Import && Peek() is not Token.Dot) EarlyError(ParseErrors.NewImport, TokenSpan);
        if (Current == Token.Super && Peek() == Token.OpenParen) EarlyError(ParseErrors.NewSuper, TokenSpan);
        int calleeStart = TokenStart;
        Expression callee = Current == Token.New ? ParseNestedNew() : ParsePrimary();
        if (callee.Kind == NodeKind.ImportExpression && _cover.LastParenthesized != callee) EarlyError(ParseErrors.NewImport, callee.Span);
        callee = ParseSubscripts(calleeStart, callee, isCallee: true);
        TSTypeParameterInstantiation? typeArguments = null;
        if (callee is TSInstantiationExpression instantiation && _cover.LastParenthesized != callee)
        {
            typeArguments = instantiation.TypeArguments;
            callee = instantiation.Expression;
        }
        Expression[] arguments = Current == Token.OpenParen ? ParseArguments() : [];
        return new NewExpression(SpanFrom(start), callee, typeArguments, arguments);
    }

    private Expression ParseNestedNew()
    {
        Expression nested = EnterLevel() ? ParseNew() : ParseNewOnFreshStack();
        _depth--;
        return nested;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Expression ParseNewOnFreshStack()
    {
        Expression? nested = null;
        DeepStack.Run(() => nested = ParseNew());
        return nested!;
    }

    private MetaProperty ParseNewTarget(int start, IdentifierName keyword)
    {
        if (Current != Token.Target) ReportExpected("`target`");
        IdentifierName property = ParseIdentifierName();
        if (!Has(Context.NewTarget)) EarlyError(ParseErrors.NewTargetOutside, SpanFrom(start));
        return new(SpanFrom(start), keyword, property);
    }

    // `super.a`, `super[a]`, `super()`
    private Super ParseSuper()
    {
        int start = Expect(Token.Super);
        if (Current == Token.OpenParen)
        {
            if (!Has(Context.SuperCall)) EarlyError(ParseErrors.SuperCallOutside, SpanFrom(start));
        }
        else if (Current is Token.Dot or Token.OpenBracket)
        {
            if (!Has(Context.SuperProperty)) EarlyError(ParseErrors.SuperPropertyOutside, SpanFrom(start));
        }
        else SyntaxError(ParseErrors.Unexpected, SpanFrom(start), "`super`");
        return new(SpanFrom(start));
    }

    // `import.meta`, `import(...)`, `import.source(...)`, `import.defer(...)`
    private Expression ParseImportExpression()
    {
        int start = TokenStart;
        if (HasEscape) EarlyError(ParseErrors.EscapedKeyword, TokenSpan);
        IdentifierName keyword = ParseIdentifierName();
        if (!Eat(Token.Dot)) return ParseImportCall(start, ImportPhase.Evaluation);
        switch (Current)
        {
            case Token.Source:
                Next();
                return ParseImportCall(start, ImportPhase.Source);
            case Token.Defer:
                Next();
                return ParseImportCall(start, ImportPhase.Defer);
        }
        if (Current != Token.Meta) ReportExpected("`meta`");
        IdentifierName property = ParseIdentifierName();
        if (_goal is SourceType.Script or SourceType.CommonJs) EarlyError(ParseErrors.ImportMetaInScript, SpanFrom(start));
        _features |= ProgramFeatures.ImportMeta;
        return new MetaProperty(SpanFrom(start), keyword, property);
    }

    private ImportExpression ParseImportCall(int start, ImportPhase phase)
    {
        _features |= ProgramFeatures.DynamicImport;
        int opened = Expect(Token.OpenParen);
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        Expression source = ParseAssignment();
        Expression? options = null;
        if (Eat(Token.Comma) && Current != Token.CloseParen)
        {
            options = ParseAssignment();
            Eat(Token.Comma);
        }
        _context = outer;
        ExpectClosing(Token.CloseParen, opened);
        return new(SpanFrom(start), source, options, phase);
    }
}
