using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// `accessor x = 1` -> `#x = 1; get x() { return this.#x; } set x(value) { this.#x = value; }`
internal sealed partial class Lowerer
{
    private void DesugarAccessors(IClass node)
    {
        if (!Lowers(SyntaxFeature.Accessor) || !Array.Exists(node.Body.Body, static element => element is PropertyDefinition { IsAccessor: true })) return;
        List<ClassElement> elements = [];
        foreach (ClassElement element in node.Body.Body)
        {
            if (element is PropertyDefinition { IsAccessor: true } accessor) AddAccessor(accessor, elements);
            else elements.Add(element);
        }
        node.Body.Body = [.. elements];
    }

    private void AddAccessor(PropertyDefinition accessor, List<ClassElement> elements)
    {
        TextSpan span = accessor.Span, at = accessor.Key.Span;
        string wish = accessor.Key switch { PrivateIdentifier key => key.Name, IdentifierName key => key.Name, _ => "accessor" };
        string storage = NewName($"_{wish}_storage");
        (Node getterKey, Node setterKey) = AccessorKeys(accessor);
        MemberExpression Stored() => new(at, new ThisExpression(at), new PrivateIdentifier(at, storage));
        FunctionExpression getter = Make.Function(span, [], [Make.Return(span, Stored())]);
        FunctionExpression setter = Make.Function(span, [Make.Parameter(at, Make.Binding(at, "value"))], [Make.AssignStatement(span, Stored(), Make.Reference(at, "value"))]);
        elements.Add(new PropertyDefinition(span, [], new PrivateIdentifier(at, storage), null, accessor.Value, accessor.IsStatic) { ScopeId = accessor.ScopeId });
        elements.Add(new MethodDefinition(span, [], MethodKind.Get, getterKey, getter, accessor.IsStatic, accessor.IsComputed));
        elements.Add(new MethodDefinition(span, [], MethodKind.Set, setterKey, setter, accessor.IsStatic, accessor.IsComputed));
    }

    private (Node Getter, Node Setter) AccessorKeys(PropertyDefinition accessor)
    {
        TextSpan at = accessor.Key.Span;
        switch (accessor.Key)
        {
            case PrivateIdentifier key: return (key, new PrivateIdentifier(at, key.Name));
            case IdentifierName key: return (key, new IdentifierName(at, key.Name));
            case BigIntLiteral key: return (key, new BigIntLiteral(at, key.Value));
            case StringLiteral or NumericLiteral: return (accessor.Key, Again((Expression)accessor.Key));
        }
        string variable = NewVariable();
        return (Make.Assign(at, Own(at, variable), CallRuntime(at, "__toKey", (Expression)accessor.Key)), Own(at, variable));
    }
}
