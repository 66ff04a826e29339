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

    // Patterns nest as deep as their author likes, so what is still to be looked at is kept in a list and not on the stack.
    private static void Add(Node pattern, List<BindingIdentifier> names)
    {
        if (pattern is BindingIdentifier only)
        {
            names.Add(only);
            return;
        }
        Stack<Node> pending = new([pattern]);
        while (pending.TryPop(out Node? node))
        {
            switch (node)
            {
                case BindingIdentifier identifier: names.Add(identifier); break;
                case AssignmentPattern assignment: pending.Push(assignment.Left); break;
                case RestElement rest: pending.Push(rest.Argument); break;
                case PatternProperty property: pending.Push(property.Value); break;
                case ArrayPattern array: PushReversed(array.Elements, pending); break;
                case ObjectPattern record: PushReversed(record.Properties, pending); break;
            }
        }
    }

    private static void PushReversed(Node?[] nodes, Stack<Node> pending)
    {
        for (int i = nodes.Length - 1; i >= 0; i--) if (nodes[i] is { } node) pending.Push(node);
    }
}
