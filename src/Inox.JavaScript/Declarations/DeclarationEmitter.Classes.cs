using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

// Classes: members without bodies, private ones without types.
internal sealed partial class DeclarationEmitter
{
    private ClassDeclaration EmitClass(ClassDeclaration node)
    {
        List<ClassElement> members = [];
        if (HasPrivateNames(node.Body)) members.Add(new PropertyDefinition(node.Body.Span, [], new PrivateIdentifier(node.Body.Span, "private"), null, null));
        AddParameterProperties(node.Body, members);
        ClassMembers known = new(node.Body);
        foreach (ClassElement element in node.Body.Body)
            if (EmitMember(element, known) is { } member) members.Add(member);
        Expression? superClass = node.SuperClass;
        if (superClass is not (null or NullLiteral) && !DeclarationContext.IsEntityName(superClass))
        {
            _context.Report(DeclarationDiagnostics.Extends, superClass.Span);
            superClass = null;
        }
        List<TSHeritage> implemented = [];
        foreach (TSHeritage heritage in node.Implements) if (DeclarationContext.IsEntityName(heritage.Expression)) implemented.Add((TSHeritage)_types.Visit(heritage)!);
        TSTypeParameterInstantiation? superArguments = superClass is null || node.SuperTypeArguments is null ? null : (TSTypeParameterInstantiation)_types.Visit(node.SuperTypeArguments)!;
        return new(node.Span, [], node.Id, _types.Parameters(node.TypeParameters), superClass, superArguments, [.. implemented], new ClassBody(node.Body.Span, [.. members]), node.IsAbstract);
    }

    private static bool HasPrivateNames(ClassBody body)
    {
        foreach (ClassElement element in body.Body)
            if (element is MethodDefinition { Key: PrivateIdentifier } or PropertyDefinition { Key: PrivateIdentifier }) return true;
        return false;
    }

    private void AddParameterProperties(ClassBody body, List<ClassElement> members)
    {
        foreach (ClassElement element in body.Body)
        {
            if (element is not MethodDefinition { MethodKind: MethodKind.Constructor, Value: { Body: not null } constructor }) continue;
            foreach (FormalParameter parameter in constructor.Parameters)
                if (parameter.Pattern is BindingIdentifier name && IsProperty(parameter)) members.Add(PropertyOf(parameter, name));
            return;
        }
    }

    private static bool IsProperty(FormalParameter parameter) => parameter.Accessibility != Accessibility.None || parameter.IsReadonly || parameter.IsOverride;

    private PropertyDefinition PropertyOf(FormalParameter parameter, BindingIdentifier name)
    {
        TSTypeAnnotation? type = parameter.Accessibility == Accessibility.Private ? null : _types.PropertyType(parameter);
        return new(parameter.Span, [], new IdentifierName(name.Span, name.Name), type, null,
            isOptional: parameter.IsOptional, isReadonly: parameter.IsReadonly, accessibility: Shown(parameter.Accessibility));
    }

    private static Accessibility Shown(Accessibility accessibility) => accessibility == Accessibility.Public ? Accessibility.None : accessibility;

    private ClassElement? EmitMember(ClassElement element, ClassMembers known)
    {
        switch (element)
        {
            case StaticBlock: return null;
            case MethodDefinition { Key: PrivateIdentifier } or PropertyDefinition { Key: PrivateIdentifier }: return null;
            case MethodDefinition { IsComputed: true } method when !IsNamed(method.Key, method.Span): return null;
            case PropertyDefinition { IsComputed: true } property when !IsNamed(property.Key, property.Span): return null;
            case MethodDefinition { MethodKind: MethodKind.Get or MethodKind.Set } accessor: return EmitAccessor(accessor, known);
            case MethodDefinition method: return EmitMethod(method, known);
            case PropertyDefinition property: return EmitProperty(property);
            case TSIndexSignatureElement index:
                index.Signature.Accessibility = Shown(index.Signature.Accessibility);
                return (ClassElement)_types.Visit(index)!;
            default: return null;
        }
    }

    private bool IsNamed(Node key, TextSpan span)
    {
        if (DeclarationContext.IsLiteralKey(key) || DeclarationContext.IsGlobalSymbol(key)) return true;
        _context.Report(DeclarationDiagnostics.ComputedMember, span);
        return false;
    }

    private ClassElement? EmitMethod(MethodDefinition node, ClassMembers known)
    {
        bool isPrivate = node.Accessibility == Accessibility.Private;
        bool isConstructor = node.MethodKind == MethodKind.Constructor;
        if (isPrivate && !isConstructor)
        {
            if (!known.IsFirst(node)) return null;
            return new PropertyDefinition(node.Span, [], node.Key, null, null, node.IsStatic, node.IsComputed, isAbstract: node.IsAbstract, accessibility: Accessibility.Private);
        }
        if (node.Value.Body is not null && known.HasOverloads(node)) return null;
        FunctionExpression value = node.Value;
        TSTypeAnnotation? result = isConstructor ? null : _infer.ReturnOrAny(value, DeclarationDiagnostics.MethodReturn, node.Key.Span);
        FormalParameter[] parameters = isPrivate ? [] : _types.Parameters(value.Parameters);
        FunctionExpression signature = new(value.Span, null, _types.Parameters(value.TypeParameters), parameters, result, null);
        return new MethodDefinition(node.Span, [], node.MethodKind, node.Key, signature, node.IsStatic, node.IsComputed, node.IsOptional, node.IsAbstract, accessibility: Shown(node.Accessibility));
    }

    private MethodDefinition EmitAccessor(MethodDefinition node, ClassMembers known)
    {
        bool isPrivate = node.Accessibility == Accessibility.Private;
        FormalParameter[] parameters = [];
        TSTypeAnnotation? result = null;
        if (node.MethodKind == MethodKind.Get)
        {
            if (!isPrivate) result = _infer.AccessorType(node, known.Pair(node));
        }
        else
        {
            TSTypeAnnotation? type = isPrivate ? null : _infer.AccessorType(node, known.Pair(node));
            FormalParameter? written = node.Value.Parameters.Length > 0 ? node.Value.Parameters[0] : null;
            Pattern pattern = isPrivate || written is null ? new BindingIdentifier(node.Key.Span, "value") : _types.WithoutDefaults(written.Pattern);
            parameters = [new FormalParameter(written?.Span ?? node.Key.Span, [], pattern, type, null, written is { IsRest: true })];
        }
        FunctionExpression signature = new(node.Value.Span, null, null, parameters, result, null);
        return new(node.Span, [], node.MethodKind, node.Key, signature, node.IsStatic, node.IsComputed, isAbstract: node.IsAbstract, accessibility: Shown(node.Accessibility));
    }

    private PropertyDefinition EmitProperty(PropertyDefinition node)
    {
        TSTypeAnnotation? type = null;
        Expression? value = null;
        if (node.Accessibility == Accessibility.Private) { }
        else if (node.TypeAnnotation is { } annotation) type = _types.Annotation(annotation);
        else if (node.IsReadonly && InferType.FreshLiteral(node.Value) is { } literal) value = literal;
        else if (node.Value is { } init) type = InferType.Annotate(WithUndefined(_infer.OrAny(init, DeclarationDiagnostics.Property, node.Key.Span, keepsLiterals: node.IsReadonly), node.IsOptional));
        else type = InferType.Annotate(Unknown(DeclarationDiagnostics.Property, node.Key.Span));
        return new(node.Span, [], node.Key, type, value, node.IsStatic, node.IsComputed, node.IsAccessor, node.IsOptional, isAbstract: node.IsAbstract,
            isReadonly: node.IsReadonly, accessibility: Shown(node.Accessibility));
    }

    // x? = 1
    private static TSType WithUndefined(TSType type, bool isOptional) =>
        isOptional && type is TSKeywordType { Keyword: not TSKeyword.Any } or TSLiteralType ? InferType.OrUndefined(type) : type;
}
