using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // modifiers and what TypeScript adds to parameters
{
    private static bool IsModifierWord(Token token) => token is Token.Abstract or Token.Accessor or Token.Async or Token.Declare or Token.Override
        or Token.Private or Token.Protected or Token.Public or Token.Readonly or Token.Static;

    /// <summary>Takes the modifier at hand and reports what is wrong with it beside those before it.</summary>
    private void TakeModifier(ref MemberModifiers modifiers)
    {
        Token word = Current;
        if (modifiers.Has(word))
        {
            bool isSecondAccess = word is Token.Public or Token.Protected or Token.Private;
            EarlyError(isSecondAccess ? ParseErrors.SecondAccessibility : ParseErrors.DuplicateModifier, TokenSpan, TokenValue);
        }
        else if (modifiers.FindConflict(word) is { } conflict) EarlyError(ParseErrors.ModifierConflict, TokenSpan, TokenValue, conflict);
        else if (modifiers.FindLater(word) is { } later) EarlyError(ParseErrors.ModifierOrder, TokenSpan, TokenValue, later);
        if (word is not (Token.Static or Token.Async or Token.Accessor)) _features |= ProgramFeatures.TypeScript;
        modifiers.Add(word);
        Next();
    }

    // FormalParameter : { Decorator } { Modifier } [`...`] (Pattern | `this`) [`?`] [`:` Type] [`=` AssignmentExpression]
    private FormalParameter ParseTypeScriptParameter(FunctionFlags flags)
    {
        int start = TokenStart;
        Decorator[] decorators = Current == Token.At ? ParseDecorators() : [];
        MemberModifiers modifiers = ParseParameterModifiers(flags);
        bool isRest = Eat(Token.Ellipsis);
        if (Current == Token.This && TokenStart != start && !isRest) EarlyError(ParseErrors.ThisParameter, TokenSpan);
        Pattern pattern = Current == Token.This && _isTypeScript ? ParseThisParameter() : ParseBindingTarget();
        bool isOptional = Current == Token.Question && CheckTypeScript("optional parameters") && Eat(Token.Question);
        TSTypeAnnotation? typeAnnotation = ParseOptionalTypeAnnotation();
        Expression? initializer = Eat(Token.Assign) ? ParseAssignment() : null;
        FormalParameter parameter = new(SpanFrom(start), decorators, pattern, typeAnnotation, initializer, isRest, isOptional,
            modifiers.Accessibility, modifiers.IsReadonly, modifiers.IsOverride);
        CheckParameterForm(parameter);
        return parameter;
    }

    private BindingIdentifier ParseThisParameter()
    {
        int start = Expect(Token.This);
        _features |= ProgramFeatures.TypeScript;
        return new(SpanFrom(start), "this");
    }

    private MemberModifiers ParseParameterModifiers(FunctionFlags flags)
    {
        int start = TokenStart;
        MemberModifiers modifiers = default;
        while (IsModifierWord(Current) && !HasEscape && IsParameterBehindModifier())
        {
            if (Current is not (Token.Public or Token.Protected or Token.Private or Token.Readonly or Token.Override))
                EarlyError(ParseErrors.ModifierPlace, TokenSpan, TokenValue, "a parameter");
            TakeModifier(ref modifiers);
        }
        if (TokenStart == start) return modifiers;
        _features |= ProgramFeatures.ParameterProperty;
        if ((flags & FunctionFlags.Constructor) == 0) EarlyError(ParseErrors.ParameterPropertyPlace, SpanFrom(start));
        return modifiers;
    }

    private bool IsParameterBehindModifier()
    {
        Token next = Peek(out bool hasNewLine);
        return !hasNewLine && (next.IsIdentifier || next is Token.OpenBracket or Token.OpenBrace or Token.Ellipsis or Token.This);
    }

    private void CheckParameterForm(FormalParameter parameter)
    {
        if (parameter.IsRest && parameter.IsOptional) EarlyError(ParseErrors.OptionalRest, parameter.Span);
        if (parameter.IsRest && parameter.Initializer is not null) EarlyError(ParseErrors.RestInitializer, parameter.Initializer.Span);
        else if (parameter.IsOptional && parameter.Initializer is not null) EarlyError(ParseErrors.OptionalWithDefault, parameter.Initializer.Span);
        if (!IsParameterProperty(parameter)) return;
        if (parameter.Pattern.Kind != NodeKind.BindingIdentifier) EarlyError(ParseErrors.ParameterPropertyPattern, parameter.Pattern.Span);
        if (parameter.IsRest) EarlyError(ParseErrors.ParameterPropertyRest, parameter.Span);
    }

    // (a?: A, b: B): `b` could never be given without `a`
    private void CheckOptionalOrder(FormalParameter[] parameters)
    {
        bool hasOptional = false;
        foreach (FormalParameter parameter in parameters)
        {
            if (hasOptional && !parameter.IsOptional && !parameter.IsRest && parameter.Initializer is null) EarlyError(ParseErrors.RequiredAfterOptional, parameter.Span);
            hasOptional |= parameter.IsOptional;
        }
    }

    // get x(): T, set x(v: T)
    private void CheckAccessorParameters(bool isGetter, FormalParameter[] parameters, TSTypeAnnotation? returnType, TextSpan name)
    {
        int count = CountParameters(parameters);
        if (isGetter && count != 0) EarlyError(ParseErrors.GetterParameters, name);
        if (isGetter) return;
        if (count != 1 || parameters[^1].IsRest) EarlyError(ParseErrors.SetterParameters, name);
        else if (parameters[^1].Initializer is { } initializer) EarlyError(ParseErrors.SetterInitializer, initializer.Span);
        else if (parameters[^1].IsOptional) EarlyError(ParseErrors.SetterOptional, parameters[^1].Span);
        if (returnType is not null) EarlyError(ParseErrors.SetterReturnType, returnType.Span);
    }
}
