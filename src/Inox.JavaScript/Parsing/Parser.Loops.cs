using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // for
{
    // ForStatement, ForInOfStatement
    private Statement ParseFor()
    {
        int start = Expect(Token.For);
        int awaitStart = Current == Token.Await ? TokenStart : -1;
        if (awaitStart >= 0) ParseForAwait();
        int opened = Expect(Token.OpenParen);
        Node? init = Current switch
        {
            Token.Semicolon => null,
            Token.Var or Token.Const => ParseForDeclaration(TokenStart, Current == Token.Var ? VariableKind.Var : VariableKind.Const),
            Token.Let when IsLetInFor() => ParseForDeclaration(TokenStart, VariableKind.Let),
            Token.Using when IsUsingInFor() => ParseForDeclaration(TokenStart, VariableKind.Using),
            Token.Await when IsAwaitUsingDeclaration() => ParseForAwaitUsing(),
            _ => ParseForExpression(awaitStart >= 0),
        };
        bool isForOf = Current == Token.Of && !HasEscape;
        if (awaitStart >= 0 && !isForOf) EarlyError(ParseErrors.ForAwaitPlace, new(awaitStart, awaitStart + 5));
        if (init is not null && isForOf) return ParseForOf(start, opened, init, awaitStart >= 0);
        if (init is not null && Current == Token.In) return ParseForIn(start, opened, init);
        return ParseForSemicolons(start, opened, init);
    }

    private void ParseForAwait()
    {
        if (!CanAwait()) EarlyError(ParseErrors.AwaitOutsideAsync, TokenSpan);
        else if (Has(Context.TopLevel)) _features |= ProgramFeatures.TopLevelAwait;
        Next();
    }

    // `let` may be the name of a variable in sloppy code: for (let in x), for (let = 1;;), for (let.x of y) (the last is an error)
    private bool IsLetInFor()
    {
        if (HasEscape) return false;
        Token next = Peek();
        return next is Token.OpenBracket or Token.OpenBrace || (next.IsName && next is not (Token.In or Token.Instanceof)
            && (next.IsIdentifier || next == Token.EscapedKeyword || Has(Context.Strict)) && (next != Token.Of || IsLetOfDeclaration()));
    }

    // `for (let of xs)` is an error, `for (let of of xs)` and `for (let of = 1;;)` declare `of`
    private bool IsLetOfDeclaration()
    {
        Checkpoint checkpoint = Save();
        Next();
        Token next = Peek();
        Rewind(checkpoint);
        return next is Token.Assign or Token.Semicolon or Token.Comma or Token.Of or Token.In or Token.Colon;
    }

    // `for (using of xs)` loops with the variable `using`, `for (using of = x;;)` and `for (using of of xs)` (an error) declare `of`
    private bool IsUsingInFor()
    {
        if (HasEscape) return false;
        Token next = Peek(out bool hasNewLine);
        if (hasNewLine || !next.IsIdentifier) return false;
        if (next != Token.Of) return true;
        Checkpoint checkpoint = Save();
        Next();
        Token second = Peek();
        Rewind(checkpoint);
        return second is Token.Assign or Token.Semicolon or Token.Comma or Token.Colon;
    }

    private VariableDeclaration ParseForAwaitUsing()
    {
        int start = TokenStart;
        Next();
        return ParseForDeclaration(start, VariableKind.AwaitUsing);
    }

    private VariableDeclaration ParseForDeclaration(int start, VariableKind kind)
    {
        Context outer = _context;
        _context |= Context.NoIn;
        VariableDeclaration declaration = ParseVariableDeclaration(start, kind, isInFor: true);
        _context = outer;
        return declaration;
    }

    // Expression with its cover errors still open: `for ({ a = 1 } of xs)`
    private Expression ParseForExpression(bool isAwait)
    {
        int start = TokenStart;
        Context outer = _context;
        _context |= Context.NoIn;
        Token first = Current;
        bool isEscaped = HasEscape;
        Expression expression = ParseCoverAssignment();
        if (Current == Token.Comma) expression = ParseSequence(start, expression);
        _context = outer;
        if (Current == Token.Of) CheckForOfStart(first, isEscaped, expression, isAwait);
        if (Current is not (Token.Of or Token.In)) ReportCoverError();
        return expression;
    }

    private void CheckForOfStart(Token first, bool isEscaped, Expression expression, bool isAwait)
    {
        if (isEscaped || _cover.LastParenthesized == expression) return;
        bool isAsync = first == Token.Async && !isAwait && expression.Kind == NodeKind.IdentifierReference;
        if (isAsync || first == Token.Let) EarlyError(ParseErrors.ForOfStart, expression.Span, isAsync ? "async" : "let");
    }

    private ForOfStatement ParseForOf(int start, int opened, Node init, bool isAwait)
    {
        Node left = ToLoopTarget(init, isForIn: false);
        Next();
        Expression right = ParseAssignment();
        ExpectClosing(Token.CloseParen, opened);
        Statement body = ParseLoopBody();
        return new(SpanFrom(start), left, right, body, isAwait);
    }

    private ForInStatement ParseForIn(int start, int opened, Node init)
    {
        Node left = ToLoopTarget(init, isForIn: true);
        Next();
        Expression right = ParseExpression();
        ExpectClosing(Token.CloseParen, opened);
        Statement body = ParseLoopBody();
        return new(SpanFrom(start), left, right, body);
    }

    private Node ToLoopTarget(Node init, bool isForIn)
    {
        if (init is VariableDeclaration declaration)
        {
            CheckLoopDeclaration(declaration, isForIn);
            return init;
        }
        Node target = ToAssignmentTarget(init, isPatternAllowed: true);
        _cover.ClearError();
        return target;
    }

    private void CheckLoopDeclaration(VariableDeclaration declaration, bool isForIn)
    {
        if (declaration.Declarations.Length != 1) EarlyError(ParseErrors.ForSingleBinding, declaration.Span);
        VariableDeclarator declarator = declaration.Declarations[0];
        if (isForIn && declaration.DeclarationKind is VariableKind.Using or VariableKind.AwaitUsing) EarlyError(ParseErrors.UsingPlace, declaration.Span);
        if (declarator.Init is null) return;
        // Annex B.3.5: for (var x = 1 in y)
        bool isAllowed = isForIn && declaration.DeclarationKind == VariableKind.Var && declarator.Id.Kind == NodeKind.BindingIdentifier && !_isTypeScript && !IsStrict();
        if (!isAllowed) EarlyError(ParseErrors.ForInitializer, declarator.Init.Span);
    }

    private ForStatement ParseForSemicolons(int start, int opened, Node? init)
    {
        if (init is VariableDeclaration declaration) CheckInitializers(declaration);
        Expect(Token.Semicolon);
        Expression? test = Current == Token.Semicolon ? null : ParseExpression();
        Expect(Token.Semicolon);
        Expression? update = Current == Token.CloseParen ? null : ParseExpression();
        ExpectClosing(Token.CloseParen, opened);
        Statement body = ParseLoopBody();
        return new(SpanFrom(start), init, test, update, body);
    }
}
