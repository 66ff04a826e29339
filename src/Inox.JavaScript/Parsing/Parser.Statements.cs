using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // statements
{
    /// <summary>Parses a statement onto the node stack and recovers behind a broken one.</summary>
    private void PushStatement(StatementPlace place)
    {
        int start = TokenStart;
        int parenthesized = _cover.ParenthesizedCount;
        Statement statement = ParseStatement(place);
        _cover.ForgetParenthesized(parenthesized);
        if (_isPanicking) Synchronize(start);
        _nodes.Push(statement);
    }

    // Panic mode: to the `;` or to a line that starts like a statement, and in any case onward.
    private void Synchronize(int statementStart)
    {
        int errors = _errors.Count;
        if (TokenStart == statementStart) SkipToken();
        if (!EndedAtSemicolon())
        {
            while (!IsSynchronized()) SkipToken();
            Eat(Token.Semicolon);
        }
        _errors.Truncate(Math.Min(errors, _errors.Count));
        _unclosedBraces = 0;
        _unclosedParens = 0;
        _isPanicking = false;
    }

    private bool EndedAtSemicolon() => _unclosedBraces <= 0 && _lexer.State.PreviousEnd > 0 && _text[_lexer.State.PreviousEnd - 1] == ';';

    private void SkipToken()
    {
        switch (Current)
        {
            case Token.OpenBrace: _unclosedBraces++; break;
            case Token.CloseBrace: _unclosedBraces--; break;
            case Token.OpenParen or Token.OpenBracket: _unclosedParens++; break;
            case Token.CloseParen or Token.CloseBracket: _unclosedParens--; break;
        }
        Next();
    }

    private bool IsSynchronized() => Current switch
    {
        Token.EndOfFile => true,
        Token.Semicolon or Token.CloseBrace => _unclosedBraces <= 0,
        Token.Break or Token.Class or Token.Const or Token.Continue or Token.Do or Token.Export or Token.For or Token.Function
            or Token.If or Token.Import or Token.Return or Token.Switch or Token.Throw or Token.Try or Token.Var or Token.While or Token.Let
            => HasNewLineBefore,
        _ => HasNewLineBefore && _unclosedBraces <= 0 && _unclosedParens <= 0 && (Current.IsName || Current is Token.OpenBrace or Token.String or Token.At),
    };

    private Statement ParseStatement(StatementPlace place)
    {
        Statement statement = EnterLevel() ? ParseStatementLevel(place) : ParseStatementOnFreshStack(place);
        _depth--;
        return statement;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Statement ParseStatementOnFreshStack(StatementPlace place)
    {
        Statement? statement = null;
        DeepStack.Run(() => statement = ParseStatementLevel(place));
        return statement!;
    }

    private Statement ParseStatementLevel(StatementPlace place)
    {
        int start = TokenStart;
        switch (Current)
        {
            case Token.OpenBrace: return ParseBlock();
            case Token.Semicolon: Next(); return new EmptyStatement(SpanFrom(start));
            case Token.Var: return ParseVariableStatement(start, VariableKind.Var);
            case Token.Const: return ParseConst(start, place);
            case Token.If: return ParseIf();
            case Token.For: return ParseFor();
            case Token.While: return ParseWhile();
            case Token.Do: return ParseDoWhile();
            case Token.Break: return ParseBreak();
            case Token.Continue: return ParseContinue();
            case Token.Return: return ParseReturn();
            case Token.With: return ParseWith();
            case Token.Switch: return ParseSwitch();
            case Token.Throw: return ParseThrow();
            case Token.Try: return ParseTry();
            case Token.Debugger: return ParseDebugger();
            case Token.Function: return ParseFunctionStatement(start, place, isAsync: false);
            case Token.Class: CheckDeclarationPlace(place); return ParseClassDeclaration(start, []);
            case Token.At: return ParseDecoratedStatement(start, place);
            case Token.Import: return ParseImportStatement(start, place);
            case Token.Export: return ParseExport(start, place, []);
            case Token.Enum when _isTypeScript: return ParseEnum(start, isConst: false);
        }
        return (Current.IsIdentifier ? ParseContextualStatement(start, place) : null) ?? ParseExpressionStatement(start, place);
    }

    // What starts with a word that may also be an identifier; null when it is one here.
    private Statement? ParseContextualStatement(int start, StatementPlace place)
    {
        switch (Current)
        {
            case Token.Identifier: return null;
            case Token.Async:
                if (HasEscape || Peek(out bool hasNewLine) != Token.Function || hasNewLine) return null;
                Next();
                return ParseFunctionStatement(start, place, isAsync: true);
            case Token.Let:
                if (!IsLetDeclaration(place)) return null;
                CheckDeclarationPlace(place);
                return ParseVariableStatement(start, VariableKind.Let);
            case Token.Using:
                if (!IsUsingDeclaration()) return null;
                CheckDeclarationPlace(place);
                CheckUsingPlace(place);
                return ParseVariableStatement(start, VariableKind.Using);
            case Token.Await:
                if (!IsAwaitUsingDeclaration()) return null;
                CheckDeclarationPlace(place);
                CheckUsingPlace(place);
                Next();
                return ParseVariableStatement(start, VariableKind.AwaitUsing);
            default:
                return _isTypeScript ? ParseTypeScriptStatement(start, place) : null;
        }
    }

    private void CheckDeclarationPlace(StatementPlace place)
    {
        if (place > StatementPlace.List) EarlyError(ParseErrors.DeclarationAsBody, TokenSpan);
    }

    // Block : `{` [StatementList] `}`
    private BlockStatement ParseBlock()
    {
        int start = TokenStart;
        Context outer = _context;
        _context &= ~(Context.CaseList | Context.NamespaceBlock);
        Statement[] body = ParseBracedStatements();
        _context = outer;
        return new(SpanFrom(start), body);
    }

    private Statement[] ParseBracedStatements()
    {
        int mark = _nodes.Mark();
        int opened = Expect(Token.OpenBrace);
        while (Current is not (Token.CloseBrace or Token.EndOfFile)) PushStatement(StatementPlace.List);
        ExpectClosing(Token.CloseBrace, opened);
        return _nodes.Take<Statement>(mark);
    }

    // ExpressionStatement, or a LabelledStatement when a `:` follows a name
    private Statement ParseExpressionStatement(int start, StatementPlace place)
    {
        if (Current == Token.Let && place > StatementPlace.List && !HasEscape && Peek() == Token.OpenBracket) EarlyError(ParseErrors.DeclarationAsBody, TokenSpan);
        Token first = Current;
        Expression expression = ParseExpression();
        if (Current == Token.Colon && first.IsIdentifier && expression.Kind == NodeKind.IdentifierReference)
            return ParseLabeled(start, (IdentifierReference)expression, place);
        ConsumeSemicolon();
        return new ExpressionStatement(SpanFrom(start), expression);
    }

    // 12.10 Automatic semicolon insertion
    private void ConsumeSemicolon()
    {
        if (Current == Token.Semicolon) Next();
        else if (Current is not (Token.CloseBrace or Token.EndOfFile) && !HasNewLineBefore) ReportMissingSemicolon();
    }

    private void ReportMissingSemicolon()
    {
        if (Current == Token.Arrow) SyntaxError(ParseErrors.ArrowNeedsParentheses, TokenSpan);
        else SyntaxError(ParseErrors.ExpectedSemicolon, TokenSpan, DescribeCurrent());
    }

    private LabeledStatement ParseLabeled(int start, IdentifierReference name, StatementPlace place)
    {
        Next();
        if (_labels.Find(name.Name, out _)) EarlyError(ParseErrors.DuplicateLabel, name.Span, name.Name);
        _labels.Push(name.Name, LabelsLoop());
        Statement body = ParseStatement(place <= StatementPlace.Label ? StatementPlace.Label : StatementPlace.Body);
        _labels.Pop();
        return new(SpanFrom(start), new(name.Span, name.Name), body);
    }

    // `a: b: while (1) continue a`: every label in front of a loop is one of the loop
    private bool LabelsLoop()
    {
        if (!Current.IsIdentifier) return Current is Token.For or Token.While or Token.Do;
        Checkpoint checkpoint = Save();
        while (Current.IsIdentifier && Peek() == Token.Colon)
        {
            Next();
            Next();
        }
        bool isLoop = Current is Token.For or Token.While or Token.Do;
        Rewind(checkpoint);
        return isLoop;
    }

    // IfStatement : `if` `(` Expression `)` Statement [ `else` Statement ]
    private IfStatement ParseIf()
    {
        int start = Expect(Token.If);
        Expression test = ParseParenthesizedHead();
        Statement consequent = ParseStatement(StatementPlace.Branch);
        Statement? alternate = Eat(Token.Else) ? ParseStatement(StatementPlace.Branch) : null;
        return new(SpanFrom(start), test, consequent, alternate);
    }

    private Expression ParseParenthesizedHead()
    {
        int opened = Expect(Token.OpenParen);
        Expression expression = ParseExpression();
        ExpectClosing(Token.CloseParen, opened);
        return expression;
    }

    private WhileStatement ParseWhile()
    {
        int start = Expect(Token.While);
        Expression test = ParseParenthesizedHead();
        Statement body = ParseLoopBody();
        return new(SpanFrom(start), test, body);
    }

    // The `;` behind is inserted even on the same line: `do x(); while (y) z()`
    private DoWhileStatement ParseDoWhile()
    {
        int start = Expect(Token.Do);
        Statement body = ParseLoopBody();
        Expect(Token.While);
        Expression test = ParseParenthesizedHead();
        Eat(Token.Semicolon);
        return new(SpanFrom(start), body, test);
    }

    private Statement ParseLoopBody()
    {
        Context outer = _context;
        _context |= Context.Loop;
        Statement body = ParseStatement(StatementPlace.Body);
        _context = outer;
        return body;
    }

    private BreakStatement ParseBreak()
    {
        int start = Expect(Token.Break);
        IdentifierName? label = ParseJumpLabel();
        if (label is null && !Has(Context.Loop | Context.Switch)) EarlyError(ParseErrors.BreakOutside, SpanFrom(start));
        if (label is not null && !_labels.Find(label.Name, out _)) EarlyError(ParseErrors.UndefinedLabel, label.Span, label.Name);
        ConsumeSemicolon();
        return new(SpanFrom(start), label);
    }

    private ContinueStatement ParseContinue()
    {
        int start = Expect(Token.Continue);
        IdentifierName? label = ParseJumpLabel();
        if (!Has(Context.Loop)) EarlyError(ParseErrors.ContinueOutside, SpanFrom(start));
        else if (label is not null)
        {
            if (!_labels.Find(label.Name, out bool isLoop)) EarlyError(ParseErrors.UndefinedLabel, label.Span, label.Name);
            else if (!isLoop) EarlyError(ParseErrors.ContinueToBlock, label.Span, label.Name);
        }
        ConsumeSemicolon();
        return new(SpanFrom(start), label);
    }

    private IdentifierName? ParseJumpLabel()
    {
        if (!Current.IsIdentifier || HasNewLineBefore) return null;
        CheckIdentifier();
        return ParseIdentifierName();
    }

    private ReturnStatement ParseReturn()
    {
        int start = Expect(Token.Return);
        if (!Has(Context.Return)) EarlyError(ParseErrors.ReturnOutsideFunction, SpanFrom(start));
        Expression? argument = null;
        if (Current is not (Token.Semicolon or Token.CloseBrace or Token.EndOfFile) && !HasNewLineBefore) argument = ParseExpression();
        ConsumeSemicolon();
        return new(SpanFrom(start), argument);
    }

    private WithStatement ParseWith()
    {
        int start = Expect(Token.With);
        if (IsStrict()) EarlyError(ParseErrors.WithInStrict, SpanFrom(start));
        _features |= ProgramFeatures.With;
        Expression target = ParseParenthesizedHead();
        Statement body = ParseStatement(StatementPlace.Body);
        return new(SpanFrom(start), target, body);
    }

    private ThrowStatement ParseThrow()
    {
        int start = Expect(Token.Throw);
        if (HasNewLineBefore) SyntaxError(ParseErrors.UnexpectedNewLine, TokenSpan, "the value of `throw`");
        Expression argument = ParseExpression();
        ConsumeSemicolon();
        return new(SpanFrom(start), argument);
    }

    private DebuggerStatement ParseDebugger()
    {
        int start = Expect(Token.Debugger);
        ConsumeSemicolon();
        return new(SpanFrom(start));
    }

    // TryStatement : `try` Block ( Catch | Finally | Catch Finally )
    private TryStatement ParseTry()
    {
        int start = Expect(Token.Try);
        BlockStatement block = ParseBlock();
        CatchClause? handler = Current == Token.Catch ? ParseCatch() : null;
        BlockStatement? finalizer = Eat(Token.Finally) ? ParseBlock() : null;
        if (handler is null && finalizer is null) SyntaxError(ParseErrors.TryAlone, TokenSpan);
        return new(SpanFrom(start), block, handler, finalizer);
    }

    private CatchClause ParseCatch()
    {
        int start = Expect(Token.Catch);
        Pattern? param = null;
        TSTypeAnnotation? typeAnnotation = null;
        if (Current == Token.OpenParen)
        {
            int opened = Expect(Token.OpenParen);
            param = ParseBindingTarget();
            typeAnnotation = ParseOptionalTypeAnnotation();
            bool isGoodType = typeAnnotation is null or { TypeAnnotation: TSKeywordType { Keyword: TSKeyword.Any or TSKeyword.Unknown } };
            if (!isGoodType) EarlyError(ParseErrors.CatchType, typeAnnotation!.Span);
            ExpectClosing(Token.CloseParen, opened);
        }
        BlockStatement body = ParseBlock();
        return new(SpanFrom(start), param, typeAnnotation, body);
    }

    private SwitchStatement ParseSwitch()
    {
        int start = Expect(Token.Switch);
        Expression discriminant = ParseParenthesizedHead();
        int opened = Expect(Token.OpenBrace);
        Context outer = _context;
        _context |= Context.Switch | Context.CaseList;
        int mark = _nodes.Mark();
        bool hasDefault = false;
        while (Current is Token.Case or Token.Default)
        {
            if (Current == Token.Default)
            {
                if (hasDefault) EarlyError(ParseErrors.DuplicateDefault, TokenSpan);
                hasDefault = true;
            }
            SwitchCase item = ParseSwitchCase();
            _nodes.Push(item);
        }
        SwitchCase[] cases = _nodes.Take<SwitchCase>(mark);
        _context = outer;
        ExpectClosing(Token.CloseBrace, opened);
        return new(SpanFrom(start), discriminant, cases);
    }

    private SwitchCase ParseSwitchCase()
    {
        int start = TokenStart;
        Expression? test = null;
        if (Eat(Token.Case)) test = ParseExpression();
        else Expect(Token.Default);
        Expect(Token.Colon);
        int mark = _nodes.Mark();
        while (Current is not (Token.Case or Token.Default or Token.CloseBrace or Token.EndOfFile)) PushStatement(StatementPlace.List);
        return new(SpanFrom(start), test, _nodes.Take<Statement>(mark));
    }
}
