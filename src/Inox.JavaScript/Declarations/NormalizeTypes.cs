using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

/// <summary>Brings types and the heads of functions into the form they have in declarations: no defaults, no modifiers, no missing types.</summary>
internal sealed class NormalizeTypes(DeclarationContext context) : SyntaxRewriter
{
    public InferType Infer { private get; set; } = null!;

    public TSTypeAnnotation Annotation(TSTypeAnnotation annotation) => (TSTypeAnnotation)Visit(annotation)!;

    public TSTypeParameterDeclaration? Parameters(TSTypeParameterDeclaration? parameters) => VisitOptional(parameters);

    public FormalParameter[] Parameters(FormalParameter[] parameters)
    {
        FormalParameter[] result = new FormalParameter[parameters.Length];
        bool isOptional = true;
        for (int i = parameters.Length - 1; i >= 0; i--)
        {
            FormalParameter parameter = parameters[i];
            // with a default it may be left out when all behind it may
            bool mayMiss = parameter.IsOptional || (parameter.Initializer is not null && isOptional);
            isOptional &= mayMiss || parameter.IsRest || parameter.Initializer is not null;
            result[i] = Parameter(parameter, mayMiss);
        }
        return result;
    }

    private FormalParameter Parameter(FormalParameter parameter, bool mayMiss)
    {
        bool isProperty = parameter.Accessibility != Accessibility.None || parameter.IsReadonly || parameter.IsOverride;
        bool needsUndefined = parameter.Initializer is null ? parameter.IsOptional && isProperty : !mayMiss;
        TSTypeAnnotation type = TypeOf(parameter, needsUndefined);
        return new(parameter.Span, [], WithoutDefaults(parameter.Pattern), type, null, parameter.IsRest, mayMiss);
    }

    /// <summary>The type of the property that a parameter of a constructor makes.</summary>
    public TSTypeAnnotation PropertyType(FormalParameter parameter) => TypeOf(parameter, needsUndefined: parameter is { IsOptional: true, Initializer: null });

    private TSTypeAnnotation TypeOf(FormalParameter parameter, bool needsUndefined)
    {
        TextSpan span = parameter.Pattern.Span;
        if (parameter.TypeAnnotation is { } annotation)
        {
            annotation = Annotation(annotation);
            if (!needsUndefined || new UndefinedTypes(context).IsIn(annotation.TypeAnnotation)) return annotation;
            if (UndefinedTypes.CanAdd(annotation.TypeAnnotation)) return InferType.Annotate(InferType.OrUndefined(annotation.TypeAnnotation));
            context.Report(DeclarationDiagnostics.ImplicitUndefined, span);
            return annotation;
        }
        if (parameter is not { Initializer: { } initializer, Pattern: BindingIdentifier })
        {
            context.Report(DeclarationDiagnostics.Parameter, span);
            return InferType.Annotate(InferType.Any(span));
        }
        TSType type = Infer.OrAny(initializer, DeclarationDiagnostics.Parameter, span, keepsLiterals: false);
        if (!needsUndefined || type is TSKeywordType { Keyword: TSKeyword.Any or TSKeyword.Undefined }) return InferType.Annotate(type);
        if (!UndefinedTypes.CanAdd(type)) context.Report(DeclarationDiagnostics.ImplicitUndefined, span);
        return InferType.Annotate(InferType.OrUndefined(type));
    }

    public Pattern WithoutDefaults(Pattern pattern)
    {
        switch (pattern)
        {
            case ObjectPattern record:
                foreach (Node property in record.Properties)
                {
                    if (property is PatternProperty { Value: var value } named)
                    {
                        named.Value = WithoutDefault(value);
                        // { a = 1 } stays { a }
                    }
                    else if (property is RestElement { Argument: Pattern rest })
                    {
                        WithoutDefaults(rest);
                    }
                }
                break;
            case ArrayPattern array:
                for (int i = 0; i < array.Elements.Length; i++)
                    if (array.Elements[i] is { } element) array.Elements[i] = WithoutDefault(element);
                break;
            case RestElement { Argument: Pattern inner }:
                WithoutDefaults(inner);
                break;
        }
        return pattern;
    }

    private Node WithoutDefault(Node element)
    {
        Node target = element is AssignmentPattern assignment ? assignment.Left : element;
        return target is Pattern pattern ? WithoutDefaults(pattern) : target;
    }

    protected override Node? VisitTSFunctionType(TSFunctionType node)
    {
        node.TypeParameters = Parameters(node.TypeParameters);
        node.Parameters = Parameters(node.Parameters);
        node.ReturnType = VisitOptional(node.ReturnType);
        return node;
    }

    protected override Node? VisitTSConstructorType(TSConstructorType node)
    {
        node.TypeParameters = Parameters(node.TypeParameters);
        node.Parameters = Parameters(node.Parameters);
        node.ReturnType = VisitOptional(node.ReturnType);
        return node;
    }

    protected override Node? VisitTSCallSignatureDeclaration(TSCallSignatureDeclaration node)
    {
        node.TypeParameters = Parameters(node.TypeParameters);
        node.Parameters = Parameters(node.Parameters);
        node.ReturnType = ResultOf(node.ReturnType, DeclarationDiagnostics.Expression, node.Span);
        return node;
    }

    protected override Node? VisitTSConstructSignatureDeclaration(TSConstructSignatureDeclaration node)
    {
        node.TypeParameters = Parameters(node.TypeParameters);
        node.Parameters = Parameters(node.Parameters);
        node.ReturnType = ResultOf(node.ReturnType, DeclarationDiagnostics.MethodReturn, node.Span);
        return node;
    }

    protected override Node? VisitTSMethodSignature(TSMethodSignature node)
    {
        if (!IsNamed(node.IsComputed, node.Key, node.Span)) return null;
        node.TypeParameters = Parameters(node.TypeParameters);
        node.Parameters = Parameters(node.Parameters);
        if (node.SignatureKind != TSMethodSignatureKind.Set) node.ReturnType = ResultOf(node.ReturnType, node.SignatureKind == TSMethodSignatureKind.Get ? DeclarationDiagnostics.Accessor : DeclarationDiagnostics.Expression, node.Key.Span);
        return node;
    }

    protected override Node? VisitTSPropertySignature(TSPropertySignature node)
    {
        if (!IsNamed(node.IsComputed, node.Key, node.Span)) return null;
        node.TypeAnnotation = ResultOf(node.TypeAnnotation, DeclarationDiagnostics.Expression, node.Key.Span);
        return node;
    }

    protected override Node? VisitTSIndexSignature(TSIndexSignature node)
    {
        node.Parameters = Parameters(node.Parameters);
        node.TypeAnnotation = node.TypeAnnotation is { } annotation ? Annotation(annotation) : InferType.Annotate(InferType.Any(node.Span));
        return node;
    }

    protected override Node? VisitTSInterfaceDeclaration(TSInterfaceDeclaration node)
    {
        node.Extends = Array.FindAll(node.Extends, static heritage => DeclarationContext.IsEntityName(heritage.Expression));
        return base.VisitTSInterfaceDeclaration(node);
    }

    private bool IsNamed(bool isComputed, Node key, TextSpan span)
    {
        if (!isComputed || DeclarationContext.IsLiteralKey(key) || DeclarationContext.IsEntityName(key)) return true;
        context.Report(DeclarationDiagnostics.ComputedSignature, span);
        return false;
    }

    private TSTypeAnnotation ResultOf(TSTypeAnnotation? annotation, DiagnosticDescriptor descriptor, TextSpan span)
    {
        if (annotation is not null) return Annotation(annotation);
        context.Report(descriptor, span);
        return InferType.Annotate(InferType.Any(span));
    }
}
