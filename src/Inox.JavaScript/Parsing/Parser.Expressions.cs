using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // expressions from `,` down to unary operators
{
    // Expression : AssignmentExpression { `,` AssignmentExpression }
    private Expression ParseExpression()
    {
        int start = TokenStart;
        Expression first = ParseAssignment();
        return Current == Token.Comma ? ParseSequence(start, first) : first;
    }

    private SequenceExpression ParseSequence(int start, Expression first)
    {
        int mark = _nodes.Mark();
        _nodes.Push(first);
        while (Eat(Token.Comma)) _nodes.Push(ParseAssignment());
        return new(SpanFrom(start), _nodes.Take<Expression>(mark));
    }

    /// <summary>An Expression in brackets of any sort, where `in` is an operator again.</summary>
    private Expression ParseBracketedExpression()
    {
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        Expression expression = ParseExpression();
        _context = outer;
        return expression;
    }

    /// <summary>An AssignmentExpression that is not part of a pattern.</summary>
    private Expression ParseAssignment()
    {
        CoverNotes.State outer = default;
        bool hasOuter = _cover.ErrorStart >= 0;
        if (hasOuter)
        {
            outer = _cover.Save();
            _cover.ClearError();
        }
        Expression expression = ParseCoverAssignment();
        ReportCoverError();
        if (hasOuter) _cover.NoteError(outer.ErrorStart, outer.IsProto);
        return expression;
    }

    private void ReportCoverError()
    {
        if (_cover.ErrorStart < 0) return;
        EarlyError(_cover.Error, new(_cover.ErrorStart, _cover.ErrorStart + 1));
        _cover.ClearError();
    }

    /// <summary>
    /// An AssignmentExpression that may become a pattern: the errors of literals that are none in patterns stay open in <see cref="_cover"/>.
    /// </summary>
    private Expression ParseCoverAssignment()
    {
        Expression expression = EnterLevel() ? ParseAssignmentLevel() : ParseAssignmentOnFreshStack();
        _depth--;
        return expression;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Expression ParseAssignmentOnFreshStack()
    {
        Expression? expression = null;
        DeepStack.Run(() => expression = ParseAssignmentLevel());
        return expression!;
    }

    private Expression ParseAssignmentLevel()
    {
        int start = TokenStart;
        int outerCoverError = _cover.ErrorStart;
        Token first = Current;
        Expression left;
        switch (first)
        {
            case Token.OpenParen:
                // /* @__PURE__ */ (() => x)()
                bool isPure = IsPureBefore;
                left = ParseParenthesized(isArrowAllowed: true);
                if (IsBareArrow(left)) return left;
                left = ParseSubscripts(start, left);
                if (isPure) MarkPure(left);
                left = ParsePostfix(start, left);
                break;
            case Token.Async:
                left = ParseAsync(start);
                if (IsBareArrow(left)) return left;
                left = ParsePostfix(start, left);
                break;
            case Token.Yield when Has(Context.Yield):
                return ParseYield();
            case Token.Less or Token.ShiftLeft when _isTypeScript:
                left = ParseTypeScriptLess(start);
                if (IsBareArrow(left)) return left;
                break;
            default:
                left = ParseOperand(0);
                break;
        }
        if (OperatorPrecedence() > 0) left = ParseBinaryRest(start, left, 0);
        if (Current == Token.Question) return ParseConditional(start, left);
        if (Current >= Token.Assign) return ParseAssignmentRest(start, left, outerCoverError);
        if (Current == Token.Arrow && first.IsIdentifier && left.Kind == NodeKind.IdentifierReference) return ParseSimpleArrow(start, (IdentifierReference)left);
        if (_cover.ErrorStart > outerCoverError && left.Kind is not (NodeKind.ObjectExpression or NodeKind.ArrayExpression)) ReportCoverError();
        return left;
    }

    // An arrow function is an AssignmentExpression: nothing may be joined to it, unless it is in parentheses.
    private bool IsBareArrow(Expression expression) => expression.Kind == NodeKind.ArrowFunctionExpression && _cover.LastParenthesized != expression;

    private AssignmentExpression ParseAssignmentRest(int start, Expression left, int outerCoverError)
    {
        Token kind = Current;
        // `<T>x = 1` and `x as T = 1` are none, `(x as T) = 1` is
        if (left.Kind is NodeKind.TSAsExpression or NodeKind.TSSatisfiesExpression or NodeKind.TSTypeAssertion && _cover.LastParenthesized != left)
            EarlyError(ParseErrors.UnparenthesizedAssertion, left.Span);
        Node target = ToAssignmentTarget(left, isPatternAllowed: kind == Token.Assign, isLogical: kind >= Token.BarBarAssign);
        if (outerCoverError < 0 && target.Kind is NodeKind.ObjectPattern or NodeKind.ArrayPattern) _cover.ClearError();
        Next();
        Expression right = ParseAssignment();
        return new(SpanFrom(start), target, kind.AssignmentOperator, right);
    }

    // ConditionalExpression : ShortCircuitExpression `?` AssignmentExpression `:` AssignmentExpression
    private ConditionalExpression ParseConditional(int start, Expression test)
    {
        ReportCoverErrorFrom(start);
        Next();
        Context outer = _context;
        _context = (_context & ~Context.NoIn) | Context.NoArrowReturnType;
        Expression consequent = ParseAssignment();
        _context = outer;
        Expect(Token.Colon);
        Expression alternate = ParseAssignment();
        return new(SpanFrom(start), test, consequent, alternate);
    }

    private void ReportCoverErrorFrom(int start)
    {
        if (_cover.ErrorStart >= start) ReportCoverError();
    }

    /// <summary>The precedence of the current token as a binary operator; 0 when it is none here.</summary>
    private int OperatorPrecedence()
    {
        Token token = Current;
        if (token == Token.In && Has(Context.NoIn)) return 0;
        if (_isTypeScript && token is Token.As or Token.Satisfies && !HasNewLineBefore) return Tokens.RelationalPrecedence;
        return token.Precedence;
    }

    // Precedence climbing: joins operators that bind more strongly than `minimum` to `left`.
    private Expression ParseBinaryRest(int start, Expression left, int minimum)
    {
        while (true)
        {
            int precedence = OperatorPrecedence();
            if (precedence <= minimum) return left;
            Token kind = Current;
            if (kind is Token.As or Token.Satisfies)
            {
                left = ParseAsOrSatisfies(start, left);
                continue;
            }
            if (kind == Token.StarStar && IsUnparenthesizedUnary(left)) EarlyError(ParseErrors.UnaryBeforeExponent, left.Span);
            if (kind == Token.QuestionQuestion) CheckCoalesceOperand(left);
            Next();
            int rightStart = TokenStart;
            Expression right = ParseOperand(precedence);
            int following = OperatorPrecedence();
            if (following > precedence) right = ParseBinaryRest(rightStart, right, precedence);
            else if (kind == Token.StarStar && following == precedence) right = ParseExponentRest(rightStart, right, precedence);
            left = MakeBinary(SpanFrom(start), left, kind, right);
        }
    }

    // `**` leans right: a ** b ** c
    private Expression ParseExponentRest(int start, Expression left, int precedence)
    {
        Expression result = EnterLevel() ? ParseBinaryRest(start, left, precedence - 1) : ParseExponentOnFreshStack(start, left, precedence);
        _depth--;
        return result;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Expression ParseExponentOnFreshStack(int start, Expression left, int precedence)
    {
        Expression? result = null;
        DeepStack.Run(() => result = ParseBinaryRest(start, left, precedence - 1));
        return result!;
    }

    private Expression MakeBinary(TextSpan span, Expression left, Token kind, Expression right)
    {
        if (kind is < Token.BarBar or > Token.QuestionQuestion) return new BinaryExpression(span, left, kind.BinaryOperator, right);
        if (kind == Token.QuestionQuestion) CheckCoalesceOperand(right);
        return new LogicalExpression(span, left, kind.LogicalOperator, right);
    }

    // a ?? b || c, a && b ?? c
    private void CheckCoalesceOperand(Expression operand)
    {
        if (operand is LogicalExpression { Operator: not LogicalOperator.Coalesce } && _cover.LastParenthesized != operand)
            EarlyError(ParseErrors.MixedCoalesce, operand.Span);
    }

    private bool IsUnparenthesizedUnary(Expression expression) =>
        expression.Kind is NodeKind.UnaryExpression or NodeKind.AwaitExpression or NodeKind.TSTypeAssertion && _cover.LastParenthesized != expression;

    // What stands beside a binary operator: a UnaryExpression or `#x in object`.
    private Expression ParseOperand(int precedence) => Current == Token.PrivateName ? ParsePrivateIn(precedence) : ParseUnary();

    // RelationalExpression : PrivateIdentifier `in` ShiftExpression
    private Expression ParsePrivateIn(int precedence)
    {
        int start = TokenStart;
        PrivateIdentifier name = ParsePrivateIdentifier();
        if (Current != Token.In || precedence >= Tokens.RelationalPrecedence || Has(Context.NoIn))
        {
            SyntaxError(ParseErrors.PrivateAlone, name.Span);
            return new InvalidExpression(SpanFrom(start));
        }
        Next();
        int rightStart = TokenStart;
        Expression right = ParseUnary();
        right = ParseBinaryRest(rightStart, right, Tokens.RelationalPrecedence);
        return new BinaryExpression(SpanFrom(start), name, BinaryOperator.In, right);
    }

    private Expression ParseUnary()
    {
        switch (Current)
        {
            case Token.Not: return ParseUnary(UnaryOperator.Not);
            case Token.Tilde: return ParseUnary(UnaryOperator.BitwiseNot);
            case Token.Plus: return ParseUnary(UnaryOperator.Plus);
            case Token.Minus: return ParseUnary(UnaryOperator.Minus);
            case Token.Typeof: return ParseUnary(UnaryOperator.Typeof);
            case Token.Void: return ParseUnary(UnaryOperator.Void);
            case Token.Delete: return ParseUnary(UnaryOperator.Delete);
            case Token.Increment: return ParsePrefixUpdate(UpdateOperator.Increment);
            case Token.Decrement: return ParsePrefixUpdate(UpdateOperator.Decrement);
            case Token.Await when IsAwaitExpression(): return ParseAwait();
            case Token.Less or Token.ShiftLeft when _isTypeScript && !_isJsx: return ParseTypeAssertion();
            default:
                int start = TokenStart;
                return ParsePostfix(start, ParseLeftHandSide());
        }
    }

    private UnaryExpression ParseUnary(UnaryOperator kind)
    {
        int start = TokenStart;
        Next();
        Expression argument = ParseUnaryOperand();
        if (kind == UnaryOperator.Delete) CheckDelete(argument);
        return new(SpanFrom(start), kind, argument);
    }

    private Expression ParseUnaryOperand()
    {
        Expression operand = EnterLevel() ? ParseUnary() : ParseUnaryOnFreshStack();
        _depth--;
        return operand;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Expression ParseUnaryOnFreshStack()
    {
        Expression? operand = null;
        DeepStack.Run(() => operand = ParseUnary());
        return operand!;
    }

    private void CheckDelete(Expression argument)
    {
        if (argument.Kind == NodeKind.IdentifierReference)
        {
            if (IsStrict()) EarlyError(ParseErrors.DeleteName, argument.Span);
            return;
        }
        Expression inner = argument is ChainExpression chain ? chain.Expression : argument;
        if (inner is MemberExpression { Property.Kind: NodeKind.PrivateIdentifier }) EarlyError(ParseErrors.DeletePrivate, argument.Span);
    }

    private UpdateExpression ParsePrefixUpdate(UpdateOperator kind)
    {
        int start = TokenStart;
        Next();
        Expression argument = ParseUnaryOperand();
        Node target = ToAssignmentTarget(argument, isPatternAllowed: false);
        return new(SpanFrom(start), kind, target, isPrefix: true);
    }

    private Expression ParsePostfix(int start, Expression argument)
    {
        if (Current is not (Token.Increment or Token.Decrement) || HasNewLineBefore) return argument;
        UpdateOperator kind = Current == Token.Increment ? UpdateOperator.Increment : UpdateOperator.Decrement;
        Node target = ToAssignmentTarget(argument, isPatternAllowed: false);
        Next();
        return new UpdateExpression(SpanFrom(start), kind, target, isPrefix: false);
    }

    /// <summary>Whether `await` may be an operator here, in a file whose goal is open included.</summary>
    private bool CanAwait() => Has(Context.Await) || (_goal is null && Has(Context.TopLevel));

    // At the top level of a file that may be a script, `await x` with an operand that cannot go on after a name makes it a module.
    private bool IsAwaitExpression()
    {
        if (Has(Context.Await)) return true;
        if (_goal is not null && !Has(Context.StaticBlock) && !IsModule && !Has(Context.Return)) return false;
        Token next = Peek(out bool hasNewLine);
        bool isOperand = next is Token.Number or Token.BigInt or Token.String or Token.OpenBrace || (next.IsName && next is not (Token.In or Token.Instanceof or Token.Of or Token.As or Token.Satisfies));
        return isOperand && !hasNewLine;
    }

    private AwaitExpression ParseAwait()
    {
        int start = TokenStart;
        if (HasEscape) EarlyError(ParseErrors.EscapedKeyword, TokenSpan);
        if (!CanAwait()) EarlyError(ParseErrors.AwaitOutsideAsync, TokenSpan);
        else if (Has(Context.TopLevel)) _features |= ProgramFeatures.TopLevelAwait;
        _cover.AwaitStart = start;
        Next();
        Expression argument = ParseUnaryOperand();
        _cover.AwaitStart = start;
        return new(SpanFrom(start), argument);
    }

    // YieldExpression : `yield` [ [no LineTerminator here] [`*`] AssignmentExpression ]
    private YieldExpression ParseYield()
    {
        int start = TokenStart;
        if (HasEscape) EarlyError(ParseErrors.EscapedKeyword, TokenSpan);
        Next();
        bool isDelegate = !HasNewLineBefore && Eat(Token.Star);
        bool hasArgument = isDelegate || !(HasNewLineBefore || Current is Token.CloseParen or Token.CloseBracket or Token.CloseBrace or Token.Comma
            or Token.Semicolon or Token.Colon or Token.EndOfFile or Token.In or Token.Of);
        if (Current == Token.Of && !HasNewLineBefore) hasArgument = isDelegate || !Has(Context.NoIn);
        Expression? argument = hasArgument ? ParseAssignment() : null;
        _cover.YieldStart = start;
        return new(SpanFrom(start), argument, isDelegate);
    }
}
