using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // functions
{
    /// <summary>What a function's body hides from the text around it, to be put back behind it.</summary>
    private readonly struct FunctionScope
    {
        public required Context Context { get; init; }
        public required int LabelBase { get; init; }
        public required int AwaitStart { get; init; }
        public required int YieldStart { get; init; }
        public required int AwaitNameStart { get; init; }
    }

    private FunctionScope EnterFunction(Context context)
    {
        FunctionScope scope = new()
        {
            Context = _context,
            LabelBase = _labels.EnterFunction(),
            AwaitStart = _cover.AwaitStart,
            YieldStart = _cover.YieldStart,
            AwaitNameStart = _cover.AwaitNameStart,
        };
        _context = context;
        return scope;
    }

    private void LeaveFunction(in FunctionScope scope)
    {
        _context = scope.Context;
        _labels.LeaveFunction(scope.LabelBase);
        _cover.AwaitStart = scope.AwaitStart;
        _cover.YieldStart = scope.YieldStart;
        _cover.AwaitNameStart = scope.AwaitNameStart;
    }

    private Context FunctionContext(FunctionFlags flags)
    {
        Context context = (_context & Context.Inherited) | Context.Return | Context.NewTarget;
        if ((flags & FunctionFlags.Async) != 0) context |= Context.Await;
        if ((flags & FunctionFlags.Generator) != 0) context |= Context.Yield;
        if ((flags & FunctionFlags.Method) != 0) context |= Context.SuperProperty;
        if ((flags & FunctionFlags.DerivedConstructor) != 0) context |= Context.SuperCall;
        return context;
    }

    // FunctionDeclaration, GeneratorDeclaration, Async...; `async` has been taken
    private FunctionDeclaration ParseFunctionStatement(int start, StatementPlace place, bool isAsync)
    {
        if (HasEscape) EarlyError(ParseErrors.EscapedKeyword, TokenSpan);
        TextSpan keyword = TokenSpan;
        Next();
        FunctionFlags flags = (isAsync ? FunctionFlags.Async : 0) | (Eat(Token.Star) ? FunctionFlags.Generator : 0);
        // Annex B.3.2, B.3.3: plain functions behind labels and in branches of `if`
        bool isAllowed = place <= StatementPlace.List || (flags == FunctionFlags.None && place != StatementPlace.Body && !IsStrict());
        if (!isAllowed) EarlyError(ParseErrors.GeneratorAsBody, keyword);
        return ParseFunctionDeclarationRest(start, flags, isNameRequired: true);
    }

    private FunctionDeclaration ParseFunctionDeclarationRest(int start, FunctionFlags flags, bool isNameRequired)
    {
        Token nameKind = Current;
        BindingIdentifier? id = isNameRequired || Current != Token.OpenParen && Current != Token.Less ? ParseBindingIdentifier() : null;
        FunctionParts parts = ParseFunctionParts(flags, id, nameKind);
        bool isPlain = (flags & (FunctionFlags.Async | FunctionFlags.Generator)) == 0;
        if (!isPlain && (Has(Context.Ambient) || (parts.Body is null && (flags & FunctionFlags.Generator) != 0))) EarlyError(ParseErrors.AmbientAsync, new(start, start + 1));
        return new(SpanFrom(start), id, parts.TypeParameters, parts.Parameters, parts.ReturnType, parts.Body,
            (flags & FunctionFlags.Async) != 0, (flags & FunctionFlags.Generator) != 0);
    }

    private FunctionExpression ParseFunctionExpression(int start, bool isAsync)
    {
        Expect(Token.Function);
        FunctionFlags flags = (isAsync ? FunctionFlags.Async : 0) | (Eat(Token.Star) ? FunctionFlags.Generator : 0);
        Token nameKind = Current;
        BindingIdentifier? id = null;
        if (Current.IsName)
        {
            // its own `await` and `yield` decide about its name
            Context outer = _context;
            _context = FunctionContext(flags) | (_context & Context.StaticBlock);
            if ((flags & FunctionFlags.Async) == 0) _context &= ~Context.StaticBlock;
            id = ParseBindingIdentifier();
            _context = outer;
        }
        FunctionParts parts = ParseFunctionParts(flags, id, nameKind);
        if (parts.Body is null) ReportExpected("`{`");
        return new(SpanFrom(start), id, parts.TypeParameters, parts.Parameters, parts.ReturnType, parts.Body, isAsync, (flags & FunctionFlags.Generator) != 0);
    }

    /// <summary>A method from its `(` on.</summary>
    private FunctionExpression ParseMethod(FunctionFlags flags)
    {
        int start = TokenStart;
        FunctionParts parts = ParseFunctionParts(flags, null, Token.EndOfFile);
        if ((flags & FunctionFlags.Getter) != 0 && CountParameters(parts.Parameters) != 0) EarlyError(ParseErrors.GetterParameters, parts.Parameters[^1].Span);
        if ((flags & FunctionFlags.Setter) != 0 && (CountParameters(parts.Parameters) != 1 || parts.Parameters[^1].IsRest)) EarlyError(ParseErrors.SetterParameters, new(start, start + 1));
        return new(SpanFrom(start), null, parts.TypeParameters, parts.Parameters, parts.ReturnType, parts.Body,
            (flags & FunctionFlags.Async) != 0, (flags & FunctionFlags.Generator) != 0);
    }

    // TypeScript's `this` parameter does not count.
    private static int CountParameters(FormalParameter[] parameters) =>
        parameters.Length - (parameters.Length > 0 && parameters[0].Pattern is BindingIdentifier { Name: "this" } ? 1 : 0);

    private struct FunctionParts
    {
        public TSTypeParameterDeclaration? TypeParameters;
        public FormalParameter[] Parameters;
        public TSTypeAnnotation? ReturnType;
        public BlockStatement? Body;
    }

    // [TypeParameters] `(` FormalParameters `)` [`:` Type] `{` FunctionBody `}`
    private FunctionParts ParseFunctionParts(FunctionFlags flags, BindingIdentifier? id, Token nameKind)
    {
        FunctionParts parts = default;
        FunctionScope scope = EnterFunction(FunctionContext(flags));
        parts.TypeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Function);
        int opened = TokenStart;
        parts.Parameters = ParseParameters(flags);
        CheckNoAwaitOrYield(opened);
        parts.ReturnType = ParseOptionalReturnType();
        parts.Body = ParseOptionalFunctionBody(flags, parts.Parameters, id, nameKind);
        LeaveFunction(scope);
        return parts;
    }

    // Parameters run before the function does: they can neither await nor yield.
    private void CheckNoAwaitOrYield(int start)
    {
        if (_cover.AwaitStart >= start) EarlyError(ParseErrors.AwaitInParameters, new(_cover.AwaitStart, _cover.AwaitStart + 5));
        if (_cover.YieldStart >= start) EarlyError(ParseErrors.YieldInParameters, new(_cover.YieldStart, _cover.YieldStart + 5));
    }

    // Overloads, abstract methods and ambient functions of TypeScript have none.
    private BlockStatement? ParseOptionalFunctionBody(FunctionFlags flags, FormalParameter[] parameters, BindingIdentifier? id, Token nameKind)
    {
        if (_isTypeScript && Current != Token.OpenBrace && (Current is Token.Semicolon or Token.CloseBrace or Token.EndOfFile || HasNewLineBefore))
        {
            ConsumeSemicolon();
            return null;
        }
        if (Has(Context.Ambient) && Current == Token.OpenBrace) EarlyError(ParseErrors.AmbientBody, TokenSpan);
        return ParseFunctionBody(flags, parameters, id, nameKind);
    }

    // FunctionBody, and what its directives say about the parameters and the name in front of it
    private BlockStatement ParseFunctionBody(FunctionFlags flags, FormalParameter[] parameters, BindingIdentifier? id, Token nameKind)
    {
        int start = TokenStart;
        bool wasStrict = Has(Context.Strict);
        int mark = _nodes.Mark();
        int opened = Expect(Token.OpenBrace);
        ParseDirectives(out int useStrictStart);
        CheckParameters(flags, parameters, useStrictStart, wasStrict);
        if (!wasStrict && id is not null) CheckStrictName(nameKind, id, mayBeModule: false);
        while (Current is not (Token.CloseBrace or Token.EndOfFile)) PushStatement(StatementPlace.List);
        ExpectClosing(Token.CloseBrace, opened);
        return new(SpanFrom(start), _nodes.Take<Statement>(mark));
    }

    // function eval() { "use strict" }
    private void CheckStrictName(Token kind, BindingIdentifier id, bool mayBeModule)
    {
        if (!(kind is Token.Eval or Token.Arguments || kind.IsStrictReserved)) return;
        if (!(mayBeModule ? IsStrict() : Has(Context.Strict))) return;
        EarlyError(kind is Token.Eval or Token.Arguments ? ParseErrors.StrictBinding : ParseErrors.StrictReserved, id.Span, id.Name);
    }

    // FormalParameters : `(` { FormalParameter `,` } [`...` FormalParameter] `)`
    private FormalParameter[] ParseParameters(FunctionFlags flags)
    {
        int opened = Expect(Token.OpenParen);
        int mark = _nodes.Mark();
        while (Current is not (Token.CloseParen or Token.EndOfFile))
        {
            FormalParameter parameter = ParseParameter(flags);
            _nodes.Push(parameter);
            if (parameter.IsRest && Current == Token.Comma) ReportCommaAfterRest();
            if (!Eat(Token.Comma)) break;
        }
        ExpectClosing(Token.CloseParen, opened);
        FormalParameter[] parameters = _nodes.Take<FormalParameter>(mark);
        if (_isTypeScript) CheckOptionalOrder(parameters);
        return parameters;
    }

    // declare function f(...a,): nobody minds where nothing is emitted
    private void ReportCommaAfterRest()
    {
        bool isTrailing = Peek() == Token.CloseParen;
        if (!isTrailing) SyntaxError(ParseErrors.RestNotLast, TokenSpan);
        else if (!Has(Context.Ambient)) SyntaxError(ParseErrors.RestTrailingComma, TokenSpan);
    }

    private FormalParameter ParseParameter(FunctionFlags flags)
    {
        if (_isTypeScript || Current == Token.At) return ParseTypeScriptParameter(flags);
        int start = TokenStart;
        bool isRest = Eat(Token.Ellipsis);
        Pattern pattern = ParseBindingTarget();
        Expression? initializer = Eat(Token.Assign) ? ParseAssignment() : null;
        if (isRest && initializer is not null) EarlyError(ParseErrors.RestInitializer, initializer.Span);
        return new(SpanFrom(start), [], pattern, null, initializer, isRest);
    }

    private void CheckParameters(FunctionFlags flags, FormalParameter[] parameters, int useStrictStart, bool wasStrict)
    {
        bool isSimple = true;
        foreach (FormalParameter parameter in parameters)
            isSimple &= parameter.Pattern.Kind == NodeKind.BindingIdentifier && parameter.Initializer is null && !parameter.IsRest;
        if (useStrictStart >= 0)
        {
            if (!isSimple) EarlyError(ParseErrors.UseStrictParameters, new(useStrictStart, useStrictStart + 12));
            if (!wasStrict) CheckStrictParameters(parameters);
        }
        if (parameters.Length == 0) return;
        bool mustBeUnique = !isSimple || (flags & (FunctionFlags.Arrow | FunctionFlags.Method)) != 0;
        CheckDuplicateParameters(parameters, mustBeUnique);
    }

    private void CheckStrictParameters(FormalParameter[] parameters)
    {
        BoundNames names = BoundNames.Of(parameters);
        foreach (BindingIdentifier name in names.Items)
        {
            if (name.Name is "eval" or "arguments") EarlyError(ParseErrors.StrictBinding, name.Span, name.Name);
            else if (Tokens.IsStrictReservedWord(name.Name)) EarlyError(ParseErrors.StrictReserved, name.Span, name.Name);
        }
    }

    private void CheckDuplicateParameters(FormalParameter[] parameters, bool mustBeUnique)
    {
        if (parameters.Length == 1 && parameters[0].Pattern.Kind == NodeKind.BindingIdentifier) return;
        BindingIdentifier? duplicate = BoundNames.FindDuplicate(parameters);
        if (duplicate is not null && (mustBeUnique || IsStrict())) EarlyError(ParseErrors.DuplicateParameter, duplicate.Span, duplicate.Name);
    }

    // ---- arrow functions ----

    // `a => ...`
    private ArrowFunctionExpression ParseSimpleArrow(int start, IdentifierReference parameter, bool isAsync = false)
    {
        FormalParameter[] parameters = [new(parameter.Span, [], ToBindingIdentifier(parameter), null, null)];
        return ParseArrowRest(start, null, parameters, null, isAsync);
    }

    // `(a, b) => ...` with the list on the node stack
    private ArrowFunctionExpression ParseArrowFromCover(int start, int mark, bool isAsync)
    {
        if (isAsync && _cover.AwaitNameStart >= start + 5) EarlyError(ParseErrors.AwaitAsName, new(_cover.AwaitNameStart, _cover.AwaitNameStart + 5));
        CheckNoAwaitOrYield(start + 1);
        _cover.ClearErrorFrom(start);
        FormalParameter[] parameters = ToParameters(_nodes.From(mark));
        _nodes.Drop(mark);
        return ParseArrowRest(start, null, parameters, null, isAsync);
    }

    /// <summary>An arrow function from its `=&gt;` on.</summary>
    private ArrowFunctionExpression ParseArrowRest(int start, TSTypeParameterDeclaration? typeParameters, FormalParameter[] parameters, TSTypeAnnotation? returnType, bool isAsync)
    {
        if (HasNewLineBefore) SyntaxError(ParseErrors.UnexpectedNewLine, TokenSpan, "`=>`");
        Expect(Token.Arrow);
        bool hasBlock = Current == Token.OpenBrace;
        Context noIn = hasBlock ? 0 : _context & (Context.NoIn | Context.NoArrowReturnType);
        Context context = (_context & Context.ArrowInherited) | Context.Return | noIn;
        if (isAsync) context |= Context.Await;
        FunctionScope scope = EnterFunction(context);
        Node body = hasBlock ? ParseFunctionBody(FunctionFlags.Arrow, parameters, null, Token.EndOfFile) : ParseConciseBody(parameters);
        LeaveFunction(scope);
        return new(SpanFrom(start), typeParameters, parameters, returnType, body, isAsync);
    }

    private Expression ParseConciseBody(FormalParameter[] parameters)
    {
        CheckParameters(FunctionFlags.Arrow, parameters, -1, wasStrict: true);
        return ParseAssignment();
    }

    // `async x => ...`, `async (x) => ...`, a call of `async`, an async function, or the name
    private Expression ParseAsync(int start)
    {
        Token next = Peek(out bool hasNewLine);
        if (hasNewLine || HasEscape) return ParseLeftHandSide();
        if (next == Token.OpenParen) return ParseAsyncCallOrArrow(start);
        if (next == Token.Less && _isTypeScript && ParseTypeScriptArrow(start, isAsync: true) is { } arrow) return arrow;
        return next.IsIdentifier && ParseAsyncSimpleArrow(start) is { } simple ? simple : ParseLeftHandSide();
    }

    // `async x => ...`; `async of` in `for (async of ...` is no arrow function
    private ArrowFunctionExpression? ParseAsyncSimpleArrow(int start)
    {
        Checkpoint checkpoint = Save();
        Next();
        if (Peek() != Token.Arrow)
        {
            Rewind(checkpoint);
            return null;
        }
        if (Current == Token.Await) EarlyError(ParseErrors.AwaitAsName, TokenSpan);
        IdentifierReference parameter = ParseIdentifierReference();
        return ParseSimpleArrow(start, parameter, isAsync: true);
    }

    // CoverCallExpressionAndAsyncArrowHead
    private Expression ParseAsyncCallOrArrow(int start)
    {
        if (_isTypeScript && ParseTypeScriptArrow(start, isAsync: true) is { } arrow) return arrow;
        IdentifierReference callee = ParseIdentifierReference();
        int opened = TokenStart;
        Context outer = _context;
        _context &= ~Context.LiftedByBrackets;
        int mark = _nodes.Mark();
        bool hasCommaAfterSpread = ParseAsyncList();
        _context = outer;
        if (Current == Token.Arrow)
        {
            if (hasCommaAfterSpread) EarlyError(ParseErrors.RestTrailingComma, new(opened, opened + 1));
            return ParseArrowFromCover(start, mark, isAsync: true);
        }
        ReportCoverErrorFrom(opened);
        CallExpression call = new(SpanFrom(start), callee, null, _nodes.Take<Expression>(mark));
        return ParseSubscripts(start, call);
    }

    private bool ParseAsyncList()
    {
        bool hasCommaAfterSpread = false;
        int opened = Expect(Token.OpenParen);
        while (Current is not (Token.CloseParen or Token.EndOfFile))
        {
            bool isSpread = Current == Token.Ellipsis;
            _nodes.Push(isSpread ? ParseCoverSpread() : ParseCoverAssignment());
            if (Current != Token.Comma) break;
            Next();
            hasCommaAfterSpread |= isSpread;
        }
        ExpectClosing(Token.CloseParen, opened);
        return hasCommaAfterSpread;
    }
}
