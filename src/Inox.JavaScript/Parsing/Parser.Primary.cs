using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // primary expressions
{
    private Expression ParsePrimary()
    {
        Token kind = Current;
        if (kind == Token.Identifier) return ParseIdentifierReference();
        int start = TokenStart;
        switch (kind)
        {
            case Token.This: Next(); return new ThisExpression(SpanFrom(start));
            case Token.Null: Next(); return new NullLiteral(SpanFrom(start));
            case Token.True or Token.False: Next(); return new BooleanLiteral(SpanFrom(start), kind == Token.True);
            case Token.String: return ParseString();
            case Token.Number: return ParseNumber();
            case Token.BigInt: return ParseBigInt();
            case Token.Template: return ParseTemplate(isTagged: false);
            case Token.Slash or Token.SlashAssign: return ParseRegExp();
            case Token.OpenParen: return ParseParenthesized(isArrowAllowed: false);
            case Token.OpenBracket: return ParseArray();
            case Token.OpenBrace: return ParseObject();
            case Token.Function: return ParseFunctionExpression(start, isAsync: false);
            case Token.Class: return ParseClassExpression(start, []);
            case Token.At: return ParseDecoratedExpression();
            case Token.New: return ParseNew();
            case Token.Super: return ParseSuper();
            case Token.Import: return ParseImportExpression();
            case Token.Less: return ParseJsxOrReport();
            case Token.Async when !HasEscape && Peek(out bool hasNewLine) == Token.Function && !hasNewLine:
                Next();
                return ParseFunctionExpression(start, isAsync: true);
            case Token.EscapedKeyword:
                SyntaxError(ParseErrors.EscapedKeyword, TokenSpan);
                Next();
                return new InvalidExpression(SpanFrom(start));
        }
        return kind.IsIdentifier ? ParseIdentifierReference() : ParseMissingExpression();
    }

    private InvalidExpression ParseMissingExpression()
    {
        if (Current.IsReserved) SyntaxError(ParseErrors.Unexpected, TokenSpan, DescribeCurrent());
        else SyntaxError(ParseErrors.ExpectedExpression, TokenSpan, DescribeCurrent());
        if (Current != Token.Invalid) return new(MissingSpan());
        // `1 + # + 2`: the lexer has reported it, so it may go
        TextSpan span = TokenSpan;
        Next();
        return new(span);
    }

    private IdentifierReference ParseIdentifierReference()
    {
        TextSpan span = TokenSpan;
        string name = TokenValue;
        if (Current is not Token.Identifier) CheckIdentifier();
        Next();
        return new(span, name);
    }

    /// <summary>Any name, reserved words included: a property, a label, an import or export.</summary>
    private IdentifierName ParseIdentifierName()
    {
        if (!Current.IsName)
        {
            SyntaxError(ParseErrors.ExpectedName, TokenSpan, DescribeCurrent());
            return new(MissingSpan(), "");
        }
        TextSpan span = TokenSpan;
        string name = TokenValue;
        Next();
        return new(span, name);
    }

    private PrivateIdentifier ParsePrivateIdentifier()
    {
        TextSpan span = TokenSpan;
        string name = TokenValue;
        _privateNames.Use(name, span);
        Next();
        return new(span, name);
    }

    /// <summary>Reports the current name when it cannot be an identifier here.</summary>
    private void CheckIdentifier()
    {
        switch (Current)
        {
            case Token.Arguments:
                if (Has(Context.NoArguments)) EarlyError(ParseErrors.ArgumentsInField, TokenSpan);
                break;
            case Token.Yield:
                if (Has(Context.Yield)) EarlyError(ParseErrors.YieldAsName, TokenSpan);
                else if (IsStrict()) EarlyError(ParseErrors.StrictReserved, TokenSpan, "yield");
                break;
            case Token.Await:
                if (Has(Context.Ambient)) break;
                _cover.AwaitNameStart = TokenStart;
                if (Has(Context.Await | Context.StaticBlock) || IsModule) EarlyError(ParseErrors.AwaitAsName, TokenSpan);
                else _differsInModule = true;
                break;
            case >= Token.Implements and <= Token.Static:
                // `declare var static: number` says what other code has done
                if (!Has(Context.Ambient) && IsStrict()) EarlyError(ParseErrors.StrictReserved, TokenSpan, TokenValue);
                break;
            case >= Token.EscapedKeyword and <= Token.With:
                SyntaxError(ParseErrors.ReservedName, TokenSpan, TokenValue);
                break;
        }
    }

    private StringLiteral ParseString()
    {
        TextSpan span = TokenSpan;
        string value = TokenValue;
        if ((_lexer.State.Flags & TokenFlags.LegacyOctal) != 0 && IsStrict()) EarlyError(ParseErrors.LegacyOctalEscape, span);
        Next();
        return new(span, value);
    }

    private NumericLiteral ParseNumber()
    {
        TextSpan span = TokenSpan;
        double value = _lexer.State.Number;
        if ((_lexer.State.Flags & TokenFlags.LegacyOctal) != 0 && (_isTypeScript || IsStrict())) EarlyError(ParseErrors.LegacyOctalNumber, span);
        Next();
        return new(span, value);
    }

    private BigIntLiteral ParseBigInt()
    {
        TextSpan span = TokenSpan;
        string value = TokenValue;
        Next();
        return new(span, value);
    }

    private RegExpLiteral ParseRegExp()
    {
        _lexer.RescanRegExp(out int flagsStart);
        TextSpan span = TokenSpan;
        string pattern = TokenValue;
        string flags = _text[flagsStart..span.End];
        CheckRegExp(span, pattern, flags);
        Next();
        return new(span, pattern, flags);
    }

    // TemplateLiteral
    private TemplateLiteral ParseTemplate(bool isTagged)
    {
        int start = TokenStart;
        TemplateElement first = ParseTemplateElement(isTagged);
        if (first.IsTail) return new(SpanFrom(start), [first], []);
        int mark = _nodes.Mark();
        List<TemplateElement> quasis = [first];
        while (true)
        {
            _nodes.Push(ParseBracketedExpression());
            if (Current != Token.CloseBrace && !SkipToSubstitutionEnd()) break;
            _lexer.RescanTemplateContinuation();
            TemplateElement quasi = ParseTemplateElement(isTagged);
            quasis.Add(quasi);
            if (quasi.IsTail) break;
        }
        return new(SpanFrom(start), [.. quasis], _nodes.Take<Expression>(mark));
    }

    // `${a b}`: the rest of the template must not be read as code.
    private bool SkipToSubstitutionEnd()
    {
        ReportExpected("`}`");
        int depth = 0;
        for (; Current != Token.EndOfFile; Next())
        {
            if (Current == Token.OpenBrace) depth++;
            else if (Current == Token.CloseBrace && depth-- == 0) return true;
        }
        return false;
    }

    // One piece; its span leaves out the backtick, `${` and `}`.
    private TemplateElement ParseTemplateElement(bool isTagged)
    {
        bool isTail = (_lexer.State.Flags & TokenFlags.TemplateTail) != 0;
        string raw = _lexer.TemplateRaw();
        string? cooked = _lexer.State.Value;
        int start = TokenStart + 1;
        int end = Math.Max(start, TokenEnd - (isTail ? 1 : 2));
        if (cooked is null && !isTagged) EarlyError(ParseErrors.InvalidTemplateEscape, new(start, end));
        Next();
        return new(new(start, end), raw, cooked, isTail);
    }

    // ArrayLiteral, or the cover of an ArrayAssignmentPattern
    private ArrayExpression ParseArray()
    {
        int start = Expect(Token.OpenBracket);
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseBracket or Token.EndOfFile))
        {
            if (Eat(Token.Comma))
            {
                _nodes.Push(null);
                continue;
            }
            bool isSpread = Current == Token.Ellipsis;
            _nodes.Push(isSpread ? ParseCoverSpread() : ParseCoverAssignment());
            if (Current == Token.CloseBracket) break;
            if (isSpread && Current == Token.Comma) _cover.NoteCommaAfterSpread(start);
            if (!Eat(Token.Comma)) break;
        }
        _context = outer;
        ExpectClosing(Token.CloseBracket, start);
        return new(SpanFrom(start), _nodes.Take<Expression>(mark));
    }

    private SpreadElement ParseCoverSpread()
    {
        int start = Expect(Token.Ellipsis);
        Expression argument = ParseCoverAssignment();
        return new(SpanFrom(start), argument);
    }

    // ParenthesizedExpression, or the parameters of an arrow function when `=>` follows
    private Expression ParseParenthesized(bool isArrowAllowed)
    {
        int start = TokenStart;
        if (_isTypeScript && isArrowAllowed && ParseTypeScriptArrow(start, isAsync: false) is { } arrow) return arrow;
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        int mark = _nodes.Mark();
        CoverList list = ParseCoverList();
        _context = outer;
        if (Current == Token.Arrow && isArrowAllowed) return ParseArrowFromCover(start, mark, isAsync: false);
        if (list.ArrowOnly.Start >= 0) ReportArrowOnly(list.ArrowOnly);
        ReportCoverErrorFrom(start);
        if (_nodes.CountFrom(mark) > 1)
        {
            TextSpan span = new(list.FirstStart, list.LastEnd);
            return Parenthesize(new SequenceExpression(span, TakeExpressions(mark)));
        }
        Expression expression = _nodes.CountFrom(mark) == 1 && _nodes.From(mark)[0] is Expression only ? only : new InvalidExpression(SpanFrom(start));
        _nodes.Drop(mark);
        return Parenthesize(expression);
    }

    private Expression Parenthesize(Expression expression)
    {
        _cover.NoteParenthesized(expression);
        return expression;
    }

    // A rest parameter without an arrow was reported; what follows sees expressions only.
    private Expression[] TakeExpressions(int mark)
    {
        Node[] nodes = _nodes.Take<Node>(mark);
        Expression[] expressions = new Expression[nodes.Length];
        for (int i = 0; i < nodes.Length; i++) expressions[i] = nodes[i] as Expression ?? new InvalidExpression(nodes[i].Span);
        return expressions;
    }

    private void ReportArrowOnly(TextSpan span)
    {
        if (Current == Token.Arrow) SyntaxError(ParseErrors.ArrowNeedsParentheses, TokenSpan);
        else SyntaxError(ParseErrors.Unexpected, span, span.Length == 0 ? "end of parentheses" : $"`{_text[span.Start..span.End]}`");
    }

    /// <summary>
    /// From `(` to `)`: pushes expressions, and a RestElement last. Some lists can be parameters only: `()`, `(a,)`, `(...a)`.
    /// </summary>
    private CoverList ParseCoverList()
    {
        int opened = Expect(Token.OpenParen);
        CoverList list = new() { FirstStart = TokenStart, ArrowOnly = new(-1, -1) };
        if (Current == Token.CloseParen) list.ArrowOnly = TokenSpan;
        while (Current is not (Token.CloseParen or Token.EndOfFile))
        {
            if (Current == Token.Ellipsis)
            {
                list.ArrowOnly = TokenSpan;
                _nodes.Push(ParseBindingRest());
                if (Current == Token.Comma) ReportRestComma(Token.CloseParen);
                break;
            }
            _nodes.Push(ParseCoverAssignment());
            list.LastEnd = _lexer.State.PreviousEnd;
            if (Current != Token.Comma) break;
            TextSpan comma = TokenSpan;
            Next();
            if (Current == Token.CloseParen) list.ArrowOnly = comma;
        }
        ExpectClosing(Token.CloseParen, opened);
        return list;
    }

    private struct CoverList
    {
        public int FirstStart;
        public int LastEnd;

        /// <summary>What makes it a parameter list; starts at -1 when it may be an expression.</summary>
        public TextSpan ArrowOnly;
    }
}
