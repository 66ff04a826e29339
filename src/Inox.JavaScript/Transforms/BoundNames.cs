using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>The identifiers of a pattern: those it binds, or of an assignment those it writes.</summary>
internal static class BoundNames
{
    public static List<BindingIdentifier> Of(Pattern pattern) => Collect<BindingIdentifier>(pattern, []);

    /// <summary>The variables that an assignment writes; members, which it may write too, are left out.</summary>
    public static List<IdentifierReference> WrittenBy(Node target) => Collect<IdentifierReference>(target, []);

    private static List<T> Collect<T>(Node? node, List<T> names) where T : Node
    {
        switch (node)
        {
            case T name: names.Add(name); break;
            case AssignmentPattern assignment: Collect(assignment.Left, names); break;
            case RestElement rest: Collect(rest.Argument, names); break;
            case PatternProperty property: Collect(property.Value, names); break;
            case ArrayPattern array:
                foreach (Node? element in array.Elements) Collect(element, names);
                break;
            case ObjectPattern obj:
                foreach (Node property in obj.Properties) Collect(property, names);
                break;
        }
        return names;
    }
}
