using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // type parameters, type arguments, annotations, function types
{
    // TypeAnnotation : `:` Type
    private TSTypeAnnotation? ParseOptionalTypeAnnotation()
    {
        if (Current != Token.Colon || !CheckTypeScript("type annotations")) return null;
        int start = Expect(Token.Colon);
        TSType type = ParseBracketedType();
        return new(SpanFrom(start), type);
    }

    /// <summary>The `: T` behind parameters, which may be a predicate.</summary>
    private TSTypeAnnotation? ParseOptionalReturnType()
    {
        if (Current != Token.Colon || !CheckTypeScript("type annotations")) return null;
        int start = Expect(Token.Colon);
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        TSType type = ParseTypeOrPredicate();
        _context = outer;
        return new(SpanFrom(start), type);
    }

    // TypeParameters : `<` TypeParameter { `,` TypeParameter } [`,`] `>`
    private TSTypeParameterDeclaration? ParseOptionalTypeParameters(TypeParameterOwner owner)
    {
        if (Current != Token.Less || !CheckTypeScript("type parameters")) return null;
        int start = Expect(Token.Less);
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        int mark = _nodes.Mark();
        while (Current is not (Token.Greater or Token.EndOfFile))
        {
            TSTypeParameter parameter = ParseTypeParameter();
            _nodes.Push(parameter);
            if (!Eat(Token.Comma)) break;
        }
        TSTypeParameter[] parameters = _nodes.Take<TSTypeParameter>(mark);
        ExpectCloseAngle(start);
        _context = outer;
        if (parameters.Length == 0) EarlyError(ParseErrors.EmptyTypeParameters, SpanFrom(start));
        CheckTypeParameterOrder(parameters);
        foreach (TSTypeParameter parameter in parameters) CheckTypeParameterModifiers(parameter, owner);
        return new(SpanFrom(start), parameters);
    }

    // `>>` and `>=` are cut: what follows the `>` belongs to what is around
    private void ExpectCloseAngle(int opened)
    {
        if (Current is Token.ShiftRight or Token.ShiftRightUnsigned or Token.GreaterOrEqual or Token.ShiftRightAssign or Token.ShiftRightUnsignedAssign) _lexer.SplitAngle();
        ExpectClosing(Token.Greater, opened);
    }

    // TypeParameter : { `const` | `in` | `out` } Name [`extends` Type] [`=` Type]
    private TSTypeParameter ParseTypeParameter()
    {
        int start = TokenStart;
        bool isConst = false, isIn = false, isOut = false;
        while (IsTypeParameterModifier())
        {
            ref bool isGiven = ref isConst;
            if (Current == Token.In) isGiven = ref isIn;
            else if (Current == Token.Out) isGiven = ref isOut;
            else if (Current != Token.Const) EarlyError(ParseErrors.ModifierPlace, TokenSpan, TokenValue, "a type parameter");
            if (isGiven) EarlyError(ParseErrors.DuplicateModifier, TokenSpan, _text[TokenStart..TokenEnd]);
            if (Current == Token.In && isOut) EarlyError(ParseErrors.ModifierOrder, TokenSpan, "in", "out");
            if (Current is Token.Const or Token.In or Token.Out) isGiven = true;
            Next();
        }
        BindingIdentifier name = ParseTypeParameterName();
        TSType? constraint = Eat(Token.Extends) ? ParseType() : null;
        TSType? defaultType = Eat(Token.Assign) ? ParseType() : null;
        return new(SpanFrom(start), name, constraint, defaultType, isConst, isIn, isOut);
    }

    // <in>, <out extends X> and <out = X> declare parameters of that name
    // <const T> is for what is called, <in T> and <out T> for what has a type of its own
    private void CheckTypeParameterModifiers(TSTypeParameter parameter, TypeParameterOwner owner)
    {
        TextSpan span = new(parameter.Start, parameter.Name.Start);
        if (parameter.IsConst && owner == TypeParameterOwner.Type) EarlyError(ParseErrors.ModifierPlace, span, "const", "a type parameter of an interface or alias");
        else if ((parameter.IsIn || parameter.IsOut) && owner == TypeParameterOwner.Function) EarlyError(ParseErrors.ModifierPlace, span, parameter.IsIn ? "in" : "out", "a type parameter of a function");
    }

    private bool IsTypeParameterModifier()
    {
        if (Current is Token.Const or Token.In) return true;
        return (Current == Token.Out || IsModifierWord(Current)) && !HasEscape && Peek() is var next && (next.IsIdentifier || next is Token.In or Token.Const);
    }

    private BindingIdentifier ParseTypeParameterName()
    {
        if (KeywordType() is not null) EarlyError(ParseErrors.ReservedTypeName, TokenSpan, TokenValue);
        return ParseTypeName();
    }

    // <T = string, U>: what follows a default needs one
    private void CheckTypeParameterOrder(TSTypeParameter[] parameters)
    {
        bool hasDefault = false;
        foreach (TSTypeParameter parameter in parameters)
        {
            if (hasDefault && parameter.Default is null) EarlyError(ParseErrors.RequiredTypeParameter, parameter.Span);
            hasDefault |= parameter.Default is not null;
        }
    }

    private TSTypeParameterInstantiation? ParseOptionalTypeArguments()
    {
        if (HasNewLineBefore) return null;
        return Current is Token.Less or Token.ShiftLeft ? ParseTypeArguments() : null;
    }

    // TypeArguments : `<` Type { `,` Type } `>`
    private TSTypeParameterInstantiation ParseTypeArguments()
    {
        if (Current == Token.ShiftLeft) _lexer.SplitAngle();
        int start = Expect(Token.Less);
        TSType[] types = ParseTypeList();
        ExpectCloseAngle(start);
        if (types.Length == 0) EarlyError(ParseErrors.EmptyTypeArguments, SpanFrom(start));
        return new(SpanFrom(start), types);
    }

    // a trailing comma is an error here, unlike in type parameters
    private TSType[] ParseTypeList()
    {
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        int mark = _nodes.Mark();
        if (!IsCloseAngle())
        {
            do
            {
                if (IsCloseAngle() && _nodes.CountFrom(mark) > 0)
                {
                    EarlyError(ParseErrors.TrailingComma, new(_lexer.State.PreviousEnd - 1, _lexer.State.PreviousEnd));
                    break;
                }
                TSType type = ParseType();
                _nodes.Push(type);
            }
            while (Eat(Token.Comma));
        }
        _context = outer;
        return _nodes.Take<TSType>(mark);
    }

    private bool IsCloseAngle() => Current is Token.Greater or Token.ShiftRight or Token.ShiftRightUnsigned or Token.GreaterOrEqual or Token.EndOfFile;

    /// <summary>Whether a function or constructor type begins here: `&lt;T&gt;(`, `(a: A) =>`, `new (`, `abstract new (`.</summary>
    private bool IsFunctionType() => Current switch
    {
        Token.Less or Token.New => true,
        Token.Abstract => Peek() == Token.New,
        Token.OpenParen => IsFunctionTypeParen(),
        _ => false,
    };

    // `()`, `(...`, and a parameter with `:`, `,`, `?`, `=` or `) =>` behind it
    private bool IsFunctionTypeParen()
    {
        Checkpoint checkpoint = Save();
        Next();
        bool isFunction = Current is Token.CloseParen or Token.Ellipsis || (SkipParameterStart() && IsParameterEnd());
        Rewind(checkpoint);
        return isFunction;
    }

    private bool IsParameterEnd() =>
        Current is Token.Colon or Token.Comma or Token.Question or Token.Assign || (Current == Token.CloseParen && Peek() == Token.Arrow);

    private bool SkipParameterStart()
    {
        while (IsModifierWord(Current) && Peek() is var next && (next.IsIdentifier || next is Token.This or Token.OpenBracket or Token.OpenBrace)) Next();
        if (Current.IsIdentifier || Current == Token.This)
        {
            Next();
            return true;
        }
        if (Current is not (Token.OpenBracket or Token.OpenBrace)) return false;
        ParseBindingTarget();
        return !_isPanicking;
    }

    // FunctionType : [[`abstract`] `new`] [TypeParameters] `(` Parameters `)` `=>` Type
    private TSType ParseFunctionType()
    {
        int start = TokenStart;
        bool isAbstract = Eat(Token.Abstract);
        bool isConstructor = Eat(Token.New);
        TSTypeParameterDeclaration? typeParameters = ParseOptionalTypeParameters(TypeParameterOwner.Function);
        FormalParameter[] parameters = ParseSignatureParameters();
        int arrow = Expect(Token.Arrow);
        // A extends () => B extends C ? D : E ? F : G: the first `?` is the result's
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        TSType type = ParseTypeOrPredicate();
        _context = outer;
        TSTypeAnnotation returnType = new(SpanFrom(arrow), type);
        if (isConstructor) return new TSConstructorType(SpanFrom(start), typeParameters, parameters, returnType, isAbstract);
        return new TSFunctionType(SpanFrom(start), typeParameters, parameters, returnType);
    }

    /// <summary>Parameters where there is no body: the names bind nothing a body could use, and defaults are errors.</summary>
    private FormalParameter[] ParseSignatureParameters()
    {
        Context outer = _context;
        _context &= ~Context.NoConditionalType;
        FormalParameter[] parameters = ParseParameters(FunctionFlags.None);
        _context = outer;
        foreach (FormalParameter parameter in parameters)
        {
            if (parameter.Initializer is not null) EarlyError(ParseErrors.InitializerInType, parameter.Initializer.Span);
            if (IsParameterProperty(parameter)) EarlyError(ParseErrors.ParameterPropertyPlace, parameter.Span);
        }
        return parameters;
    }

    private static bool IsParameterProperty(FormalParameter parameter) =>
        parameter.Accessibility != Accessibility.None || parameter.IsReadonly || parameter.IsOverride;

    /// <summary>Whether what is at hand may be read: it is TypeScript, or it is reported and read all the same.</summary>
    private bool CheckTypeScript(string what)
    {
        _features |= ProgramFeatures.TypeScript;
        if (_isTypeScript) return true;
        EarlyError(ParseErrors.TypeScriptOnly, TokenSpan, what);
        return true;
    }
}
