using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

internal sealed partial class Parser   // TypeScript in classes
{
    private bool IsTypeScriptModifier => IsModifierWord(Current);

    // class implements {} is named so; class implements A {} has no name
    private bool IsImplementsClause() => Peek() is { IsName: true } and not Token.Extends;

    // [`implements` Heritage { `,` Heritage }], and a second one or an `extends` by mistake
    private TSHeritage[] ParseImplements(bool hasSuperClass)
    {
        TSHeritage[] implements = [];
        bool isGiven = false;
        while (Current is Token.Implements or Token.Extends)
        {
            TextSpan keyword = TokenSpan;
            bool isExtends = Current == Token.Extends;
            if (isExtends ? hasSuperClass : isGiven) EarlyError(ParseErrors.DuplicateHeritage, keyword, isExtends ? "extends" : "implements");
            else if (isExtends) EarlyError(ParseErrors.HeritageOrder, keyword);
            isGiven |= !isExtends;
            Next();
            _features |= ProgramFeatures.TypeScript;
            implements = ParseHeritage(keyword);
        }
        return implements;
    }

    // at `[`: `[key: string]: T`
    private TSIndexSignatureElement? ParseClassIndexSignature(int start, Decorator[] decorators, in MemberModifiers modifiers)
    {
        if (modifiers.Function != FunctionFlags.None || !IsIndexSignature()) return null;
        if (decorators.Length > 0) EarlyError(ParseErrors.DecoratorPlace, decorators[0].Span);
        string? wrong = modifiers.IsAbstract ? "abstract" : modifiers.IsOverride ? "override" : modifiers.IsDeclare ? "declare" : modifiers.IsAccessor ? "accessor"
            : modifiers.Accessibility != Accessibility.None ? modifiers.Accessibility.ToText() : null;
        if (wrong is not null) EarlyError(ParseErrors.ModifierPlace, TextSpan.At(start), wrong, "an index signature");
        _features |= ProgramFeatures.TypeScript;
        TSIndexSignature signature = ParseIndexSignature(start, modifiers);
        if (Current == Token.Comma) Next();
        else ConsumeSemicolon();
        signature.End = _lexer.State.PreviousEnd;
        return new(signature.Span, signature);
    }

    private void CheckStaticBlockModifiers(int start, in MemberModifiers modifiers)
    {
        string? wrong = modifiers.Accessibility != Accessibility.None ? modifiers.Accessibility.ToText() : modifiers.IsDeclare ? "declare" : modifiers.IsReadonly ? "readonly"
            : modifiers.IsOverride ? "override" : modifiers.IsAbstract ? "abstract" : modifiers.IsAccessor ? "accessor" : null;
        if (wrong is not null) EarlyError(ParseErrors.ModifierPlace, TextSpan.At(start), wrong, "a static block");
    }

    private void CheckClassMembers(ClassBody body, bool isAbstract)
    {
        foreach (ClassElement member in body.Body)
        {
            if (member is MethodDefinition method) CheckMethod(method, isAbstract);
            else if (member is PropertyDefinition field) CheckField(field, isAbstract);
        }
    }

    private void CheckMethod(MethodDefinition method, bool isAbstractClass)
    {
        FunctionExpression function = method.Value;
        bool isAccessor = method.MethodKind is MethodKind.Get or MethodKind.Set;
        // an overload is gone when the decorator would run, and a constructor is the class
        if (method.Decorators.Length > 0 && (function.Body is null || method.MethodKind == MethodKind.Constructor)) EarlyError(ParseErrors.DecoratorPlace, method.Decorators[0].Span);
        if (method.IsAbstract) CheckAbstract(method.Key, isAbstractClass, function.Body?.Span);
        if (method.MethodKind == MethodKind.Constructor) CheckConstructor(method);
        if (isAccessor)
        {
            if (function.Body is null && !method.IsAbstract && !Has(Context.Ambient)) EarlyError(ParseErrors.Expected, new(method.End - 1, method.End), "`{`", "the end of the accessor");
            if (function.TypeParameters is not null) EarlyError(ParseErrors.AccessorTypeParameters, function.TypeParameters.Span);
            if (method.MethodKind == MethodKind.Set) CheckAccessorParameters(false, function.Parameters, function.ReturnType, method.Key.Span);
        }
        bool cannotBeOptional = method.IsOptional && (isAccessor || method.MethodKind == MethodKind.Constructor || method.Key.Kind == NodeKind.PrivateIdentifier);
        if (cannotBeOptional) EarlyError(ParseErrors.OptionalMember, method.Key.Span, _text[method.Key.Start..method.Key.End]);
        if (function.IsGenerator && function.Body is null) EarlyError(ParseErrors.AmbientAsync, method.Key.Span);
        else if (function.IsAsync && Has(Context.Ambient)) EarlyError(ParseErrors.AmbientAsync, method.Key.Span);
        CheckPrivateModifiers(method.Key, method.Accessibility, method.IsAbstract, isDeclare: false);
    }

    private void CheckConstructor(MethodDefinition method)
    {
        FunctionExpression function = method.Value;
        string? wrong = method.IsStatic ? "static" : method.IsOverride ? "override" : method.IsAbstract ? "abstract" : null;
        if (wrong is not null) EarlyError(ParseErrors.ModifierPlace, method.Key.Span, wrong, "a constructor");
        if (function.TypeParameters is not null) EarlyError(ParseErrors.ConstructorTypes, function.TypeParameters.Span);
        if (function.ReturnType is not null) EarlyError(ParseErrors.ConstructorTypes, function.ReturnType.Span);
        if (function.Body is not null) return;
        foreach (FormalParameter parameter in function.Parameters) if (IsParameterProperty(parameter)) EarlyError(ParseErrors.ParameterPropertyPlace, parameter.Span);
    }

    private void CheckAbstract(Node key, bool isAbstractClass, TextSpan? content)
    {
        if (!isAbstractClass) EarlyError(ParseErrors.AbstractOutside, key.Span);
        else if (content is { } span) EarlyError(ParseErrors.AbstractBody, span);
    }

    private void CheckField(PropertyDefinition field, bool isAbstractClass)
    {
        if (field.IsAbstract) CheckAbstract(field.Key, isAbstractClass, field.Value?.Span);
        bool isAmbient = Has(Context.Ambient) || field.IsDeclare;
        if (isAmbient && field.Value is not null && !(field.IsReadonly && field.TypeAnnotation is null && IsAmbientConstant(field.Value))) EarlyError(ParseErrors.AmbientInitializer, field.Value.Span);
        bool isDefiniteGood = field.TypeAnnotation is not null && field.Value is null && !isAmbient && !field.IsStatic && !field.IsAbstract;
        if (field.IsDefinite && !isDefiniteGood) EarlyError(ParseErrors.DefiniteForm, field.Key.Span);
        if (field.IsAccessor && field.IsOptional) EarlyError(ParseErrors.OptionalMember, field.Key.Span, "accessor");
        CheckPrivateModifiers(field.Key, field.Accessibility, field.IsAbstract, field.IsDeclare);
    }

    private void CheckPrivateModifiers(Node key, Accessibility accessibility, bool isAbstract, bool isDeclare)
    {
        if (key.Kind != NodeKind.PrivateIdentifier) return;
        string? wrong = accessibility != Accessibility.None ? accessibility.ToText() : isAbstract ? "abstract" : isDeclare ? "declare" : null;
        if (wrong is not null) EarlyError(ParseErrors.ModifierPlace, key.Span, wrong, "a private name");
    }

    // readonly and declare are for fields, accessor too
    private void CheckMethodModifiers(in MemberModifiers modifiers, Node key)
    {
        string? wrong = modifiers.IsReadonly ? "readonly" : modifiers.IsDeclare ? "declare" : null;
        if (wrong is not null) EarlyError(ParseErrors.ModifierPlace, key.Span, wrong, "a method");
    }
}
