using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

/// <summary>The names a pattern binds (BoundNames of ECMA-262 8.2.1).</summary>
internal readonly struct BoundNames
{
    private BoundNames(List<BindingIdentifier> items) => Items = items;

    public List<BindingIdentifier> Items { get; }

    public static BoundNames Of(FormalParameter[] parameters)
    {
        List<BindingIdentifier> names = new(parameters.Length);
        foreach (FormalParameter parameter in parameters) Add(parameter.Pattern, names);
        return new(names);
    }

    public static BoundNames Of(Node pattern)
    {
        List<BindingIdentifier> names = [];
        Add(pattern, names);
        return new(names);
    }

    /// <summary>The second of two parameters of one name, or null.</summary>
    public static BindingIdentifier? FindDuplicate(FormalParameter[] parameters)
    {
        if (parameters.Length <= 8 && AreNames(parameters)) return FindDuplicateName(parameters);
        HashSet<string> seen = [];
        foreach (BindingIdentifier name in Of(parameters).Items) if (!seen.Add(name.Name)) return name;
        return null;
    }

    private static bool AreNames(FormalParameter[] parameters)
    {
        foreach (FormalParameter parameter in parameters) if (parameter.Pattern.Kind != NodeKind.BindingIdentifier) return false;
        return true;
    }

    private static BindingIdentifier? FindDuplicateName(FormalParameter[] parameters)
    {
        for (int i = 1; i < parameters.Length; i++)
        {
            var name = (BindingIdentifier)parameters[i].Pattern;
            for (int j = 0; j < i; j++) if (((BindingIdentifier)parameters[j].Pattern).Name == name.Name) return name;
        }
        return null;
    }

    private static void Add(Node? pattern, List<BindingIdentifier> names)
    {
        switch (pattern)
        {
            case BindingIdentifier identifier: names.Add(identifier); break;
            case AssignmentPattern assignment: Add(assignment.Left, names); break;
            case RestElement rest: Add(rest.Argument, names); break;
            case PatternProperty property: Add(property.Value, names); break;
            case ArrayPattern array:
                foreach (Node? element in array.Elements) Add(element, names);
                break;
            case ObjectPattern record:
                foreach (Node property in record.Properties) Add(property, names);
                break;
        }
    }
}
