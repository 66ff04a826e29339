using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // variables
{
    private VariableDeclaration ParseVariableStatement(int start, VariableKind kind)
    {
        VariableDeclaration declaration = ParseVariableDeclaration(start, kind, isInFor: false);
        CheckInitializers(declaration);
        ConsumeSemicolon();
        declaration.End = _lexer.State.PreviousEnd;
        return declaration;
    }

    private Statement ParseConst(int start, StatementPlace place)
    {
        if (_isTypeScript && Peek() == Token.Enum) return ParseConstEnum(start);
        CheckDeclarationPlace(place);
        return ParseVariableStatement(start, VariableKind.Const);
    }

    // `let` is a keyword where a binding follows it. In a body of a statement (`if (a) let \n b`) it must be on the same line.
    private bool IsLetDeclaration(StatementPlace place)
    {
        if (HasEscape) return false;
        Token next = Peek(out bool hasNewLine);
        if (place > StatementPlace.List && (hasNewLine || next == Token.OpenBracket)) return false;
        return next is Token.OpenBracket or Token.OpenBrace || next.IsIdentifier || next == Token.EscapedKeyword || (next.IsReserved && Has(Context.Strict) && next is not (Token.In or Token.Instanceof));
    }

    private bool IsUsingDeclaration()
    {
        if (HasEscape) return false;
        Token next = Peek(out bool hasNewLine);
        return next.IsIdentifier && !hasNewLine;
    }

    // `await using x` with all on one line; `await using` alone awaits a variable
    private bool IsAwaitUsingDeclaration()
    {
        if (!CanAwait() || HasEscape || Peek(out bool hasNewLine) != Token.Using || hasNewLine) return false;
        Checkpoint checkpoint = Save();
        Next();
        bool isDeclaration = IsUsingDeclaration();
        Rewind(checkpoint);
        return isDeclaration;
    }

    private void CheckUsingPlace(StatementPlace place)
    {
        _features |= ProgramFeatures.Using;
        if (Current == Token.Await && Has(Context.TopLevel)) _features |= ProgramFeatures.TopLevelAwait;
        bool isScriptTop = place == StatementPlace.TopLevel && _goal == SourceType.Script;
        if (isScriptTop || Has(Context.CaseList)) EarlyError(ParseErrors.UsingPlace, TokenSpan);
    }

    // VariableDeclarationList with the keyword at hand
    private VariableDeclaration ParseVariableDeclaration(int start, VariableKind kind, bool isInFor)
    {
        Next();
        if (kind >= VariableKind.Using) _features |= ProgramFeatures.Using;
        int mark = _nodes.Mark();
        do
        {
            VariableDeclarator declarator = ParseDeclarator(kind, isInFor);
            _nodes.Push(declarator);
        }
        while (Eat(Token.Comma));
        return new(SpanFrom(start), kind, _nodes.Take<VariableDeclarator>(mark));
    }

    private VariableDeclarator ParseDeclarator(VariableKind kind, bool isInFor)
    {
        int start = TokenStart;
        Context outer = _context;
        if (kind != VariableKind.Var) _context |= Context.LexicalBinding;
        if (kind >= VariableKind.Using && Current is Token.OpenBracket or Token.OpenBrace) EarlyError(ParseErrors.UsingPattern, TokenSpan);
        Pattern id = ParseBindingTarget();
        _context = outer;
        bool isDefinite = _isTypeScript && !isInFor && Current == Token.Not && !HasNewLineBefore && id.Kind == NodeKind.BindingIdentifier;
        if (isDefinite) Next();
        TSTypeAnnotation? typeAnnotation = ParseOptionalTypeAnnotation();
        Expression? init = Eat(Token.Assign) ? ParseAssignment() : null;
        return new(SpanFrom(start), id, typeAnnotation, init, isDefinite);
    }

    // const, using and patterns need a value, except in `for (const x of y)`
    private void CheckInitializers(VariableDeclaration declaration)
    {
        if (_isTypeScript) CheckDefinite(declaration);
        if (Has(Context.Ambient))
        {
            CheckAmbientInitializers(declaration);
            return;
        }
        foreach (VariableDeclarator declarator in declaration.Declarations)
        {
            if (declarator.Init is not null) continue;
            string? what = declarator.Id.Kind != NodeKind.BindingIdentifier ? "pattern" : declaration.DeclarationKind switch
            {
                VariableKind.Const => "`const`",
                VariableKind.Using or VariableKind.AwaitUsing => "`using`",
                _ => null,
            };
            if (what is not null) SyntaxError(ParseErrors.MissingInitializer, declarator.Id.Span, what);
        }
    }

    // Directives : the string statements at the head of a body
    private void ParseDirectives(out int useStrictStart)
    {
        useStrictStart = -1;
        TextSpan octal = new(-1, -1);
        while (Current == Token.String)
        {
            int start = TokenStart;
            int stringEnd = TokenEnd;
            if ((_lexer.State.Flags & TokenFlags.LegacyOctal) != 0 && octal.Start < 0) octal = TokenSpan;
            Expression expression = ParseExpression();
            ConsumeSemicolon();
            if (expression is not StringLiteral literal || literal.End != stringEnd)
            {
                _nodes.Push(new ExpressionStatement(SpanFrom(start), expression));
                if (_isPanicking) Synchronize(start);
                return;
            }
            string raw = _text[(start + 1)..Math.Max(start + 1, stringEnd - 1)];
            _nodes.Push(new Directive(SpanFrom(start), literal, raw));
            if (_isPanicking) Synchronize(start);
            if (raw != "use strict") continue;
            if (useStrictStart < 0) useStrictStart = start;
            _context |= Context.Strict;
            // function f() { "\01"; "use strict" }: the octal escape is an error after all
            if (octal.Start >= 0) EarlyError(ParseErrors.LegacyOctalEscape, octal);
        }
    }
}
