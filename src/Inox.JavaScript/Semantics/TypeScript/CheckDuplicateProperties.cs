using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Semantics;

/// <summary>Objects that give a property twice, and JSX elements an attribute. A getter and a setter are two halves of one property.</summary>
internal sealed class CheckDuplicateProperties(RuleContext context) : TypeScriptRule(context)
{
    protected override void VisitObjectExpression(ObjectExpression node)
    {
        Dictionary<string, PropertyKind> seen = [];
        foreach (Node item in node.Properties)
        {
            if (item is not Property property || NameOf(property.Key, property.IsComputed) is not { } name) continue;
            if (seen.TryAdd(name, property.PropertyKind)) continue;
            PropertyKind first = seen[name];
            bool isOtherHalf = (first, property.PropertyKind) is (PropertyKind.Get, PropertyKind.Set) or (PropertyKind.Set, PropertyKind.Get);
            if (!isOtherHalf) Report(TypeScriptErrors.DuplicateProperty, property.Key.Span, name);
            // { get a() {}, set a(b) {}, get a() {} }: now both halves are there
            seen[name] = PropertyKind.Init;
        }
        base.VisitObjectExpression(node);
    }

    private static string? NameOf(Node key, bool isComputed) => key switch
    {
        IdentifierName name when !isComputed => name.Name,
        StringLiteral text => text.Value,
        NumericLiteral number => NumberOperations.ToText(number.Value),
        BigIntLiteral number => number.Value,
        TemplateLiteral { Quasis: [{ Cooked: { } text }] } => text,
        UnaryExpression { Operator: UnaryOperator.Minus, Argument: NumericLiteral number } => "-" + NumberOperations.ToText(number.Value),
        _ => null,
    };

    protected override void VisitJSXOpeningElement(JSXOpeningElement node)
    {
        HashSet<string> seen = [];
        foreach (Node item in node.Attributes)
        {
            if (item is not JSXAttribute attribute) continue;
            string name = attribute.Name switch
            {
                JSXIdentifier identifier => identifier.Name,
                JSXNamespacedName both => $"{both.Namespace.Name}:{both.Name.Name}",
                _ => "",
            };
            if (!seen.Add(name)) Report(TypeScriptErrors.DuplicateAttribute, attribute.Name.Span, name);
        }
        base.VisitJSXOpeningElement(node);
    }
}
