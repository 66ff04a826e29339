using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

// Object literals.
internal sealed partial class InferType
{
    private TSType OfObject(ObjectExpression literal, bool isConst)
    {
        if (!IsKnown(literal)) return Any(literal.Span);
        List<TSTypeElement> members = new(literal.Properties.Length);
        foreach (Node node in literal.Properties) AddMember((Property)node, literal, isConst, members);
        return new TSTypeLiteral(literal.Span, [.. members]);
    }

    // All that cannot be told is reported, not only the first.
    private bool IsKnown(ObjectExpression literal)
    {
        bool isKnown = true;
        foreach (Node node in literal.Properties)
        {
            switch (node)
            {
                case SpreadElement:
                    context.Report(DeclarationDiagnostics.ObjectSpread, node.Span);
                    isKnown = false;
                    break;
                case Property { IsShorthand: true, Value: IdentifierReference name }:
                    context.Report(DeclarationDiagnostics.ShorthandProperty, node.Span, name.Name);
                    isKnown = false;
                    break;
                case Property { IsComputed: true } property when !DeclarationContext.IsLiteralKey(property.Key) && !DeclarationContext.IsGlobalSymbol(property.Key):
                    context.Report(DeclarationDiagnostics.ComputedMember, property.Key.Span);
                    isKnown = false;
                    break;
            }
        }
        return isKnown;
    }

    private void AddMember(Property property, ObjectExpression literal, bool isConst, List<TSTypeElement> members)
    {
        if (property.PropertyKind != PropertyKind.Init)
        {
            AddAccessor(property, literal, members);
            return;
        }
        (Node key, bool isComputed) = KeyOf(property);
        if (!property.IsMethod)
        {
            members.Add(new TSPropertySignature(property.Span, key, Annotate(OfPart(property.Value, isConst)), isComputed, isReadonly: isConst));
            return;
        }
        FunctionExpression method = (FunctionExpression)property.Value;
        TSTypeAnnotation result = ReturnOrAny(method, DeclarationDiagnostics.MethodReturn, property.Key.Span);
        TSTypeParameterDeclaration? typeParameters = types.Parameters(method.TypeParameters);
        FormalParameter[] parameters = types.Parameters(method.Parameters);
        if (isConst) members.Add(new TSPropertySignature(property.Span, key, Annotate(new TSFunctionType(property.Span, typeParameters, parameters, result)), isComputed, isReadonly: true));
        else members.Add(new TSMethodSignature(property.Span, TSMethodSignatureKind.Method, IsNew(key) ? new StringLiteral(key.Span, "new") : key, typeParameters, parameters, result, isComputed));
    }

    // new(): T would be a construct signature
    private static bool IsNew(Node key) => key is IdentifierName { Name: "new" };

    // A getter alone is a readonly property; with a setter of the same type it is a property.
    private void AddAccessor(Property accessor, ObjectExpression literal, List<TSTypeElement> members)
    {
        Property? getter = accessor.PropertyKind == PropertyKind.Get ? accessor : FindOther(accessor, literal);
        Property? setter = accessor.PropertyKind == PropertyKind.Set ? accessor : FindOther(accessor, literal);
        bool isFirst = getter is null || setter is null || accessor.Start == Math.Min(getter.Start, setter.Start);
        TSTypeAnnotation? read = (getter?.Value as FunctionExpression)?.ReturnType;
        TSTypeAnnotation? written = (setter?.Value as FunctionExpression)?.Parameters is [{ TypeAnnotation: var annotation }] ? annotation : null;
        (Node key, bool isComputed) = KeyOf(accessor);
        if (read is not null && written is not null && !TreeComparer.AreEqual(read.TypeAnnotation, written.TypeAnnotation))
        {
            members.Add(Signature(accessor, key, isComputed, (FunctionExpression)accessor.Value));
            return;
        }
        if (!isFirst) return;
        TSTypeAnnotation type = (read ?? written) is { } known ? types.Annotation(known)
            : getter is not null ? ReturnOrAny((FunctionExpression)getter.Value, DeclarationDiagnostics.Accessor, accessor.Key.Span)
            : Annotate(Unknown(DeclarationDiagnostics.Accessor, accessor.Key.Span));
        members.Add(new TSPropertySignature(accessor.Span, key, type, isComputed, isReadonly: setter is null));
    }

    private TSMethodSignature Signature(Property accessor, Node key, bool isComputed, FunctionExpression function)
    {
        bool isGetter = accessor.PropertyKind == PropertyKind.Get;
        return new(accessor.Span, isGetter ? TSMethodSignatureKind.Get : TSMethodSignatureKind.Set, key, null, types.Parameters(function.Parameters),
            isGetter ? types.Annotation(function.ReturnType!) : null, isComputed);
    }

    private static Property? FindOther(Property accessor, ObjectExpression literal)
    {
        PropertyKind wanted = accessor.PropertyKind == PropertyKind.Get ? PropertyKind.Set : PropertyKind.Get;
        foreach (Node node in literal.Properties)
            if (node is Property other && other.PropertyKind == wanted && ClassMembers.AreSameKey(other.Key, accessor.Key)) return other;
        return null;
    }

    // ["a"] is "a", [1] is 1, [-1] is "-1"
    private static (Node Key, bool IsComputed) KeyOf(Property property)
    {
        if (!property.IsComputed) return (property.Key, false);
        return property.Key switch
        {
            StringLiteral or NumericLiteral => (property.Key, false),
            TemplateLiteral template => (new StringLiteral(template.Span, template.Quasis[0].Cooked ?? ""), false),
            UnaryExpression { Argument: NumericLiteral number, Operator: var op } => op == UnaryOperator.Plus || number.Value == 0
                ? (number, false)
                : (new StringLiteral(number.Span, "-" + Transforms.NumberOperations.ToText(number.Value)), false),
            _ => (property.Key, true),
        };
    }
}

/// <summary>The one expression a function returns; functions with several, or with one in a branch, have no type that the text tells.</summary>
internal sealed class ReturnedExpression : SyntaxVisitor
{
    private readonly List<ReturnStatement> _returns = [];

    public static Expression? Of(IFunction function)
    {
        if (function.IsAsync || function.IsGenerator) return null;
        if (function.FunctionBody is not BlockStatement block) return function.FunctionBody as Expression;
        ReturnedExpression search = new();
        foreach (Statement statement in block.Body) search.Visit(statement);
        return search._returns is [var only] && Array.IndexOf(block.Body, only) >= 0 ? only.Argument : null;
    }

    protected override void VisitReturnStatement(ReturnStatement node) => _returns.Add(node);

    protected override void VisitFunctionDeclaration(FunctionDeclaration node) { }

    protected override void VisitClassDeclaration(ClassDeclaration node) { }

    protected override void VisitExpressionStatement(ExpressionStatement node) { }

    protected override void VisitVariableDeclaration(VariableDeclaration node) { }
}
