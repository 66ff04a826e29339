using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

/// <summary>Which members of a class belong together: overloads, and the getter and setter of a property.</summary>
internal sealed class ClassMembers(ClassBody body)
{
    /// <summary>Whether nothing before it in the class has its name.</summary>
    public bool IsFirst(MethodDefinition method)
    {
        foreach (ClassElement element in body.Body)
        {
            if (ReferenceEquals(element, method)) return true;
            if (element is MethodDefinition other && AreSame(other, method)) return false;
        }
        return true;
    }

    public bool HasOverloads(MethodDefinition method)
    {
        foreach (ClassElement element in body.Body)
            if (!ReferenceEquals(element, method) && element is MethodDefinition other && other.MethodKind == method.MethodKind && AreSame(other, method)) return true;
        return false;
    }

    /// <summary>The other accessor of the same property.</summary>
    public MethodDefinition? Pair(MethodDefinition accessor)
    {
        MethodKind wanted = accessor.MethodKind == MethodKind.Get ? MethodKind.Set : MethodKind.Get;
        foreach (ClassElement element in body.Body)
            if (element is MethodDefinition other && other.MethodKind == wanted && AreSame(other, accessor)) return other;
        return null;
    }

    private static bool AreSame(MethodDefinition a, MethodDefinition b) =>
        a.IsStatic == b.IsStatic && (a.MethodKind == MethodKind.Constructor) == (b.MethodKind == MethodKind.Constructor) && AreSameKey(a.Key, b.Key);

    public static bool AreSameKey(Node a, Node b)
    {
        string? name = TextOf(a);
        return name is null ? TreeComparer.AreEqual(a, b) : name == TextOf(b);
    }

    private static string? TextOf(Node key) => key switch
    {
        IdentifierName name => name.Name,
        StringLiteral text => text.Value,
        NumericLiteral number => Transforms.NumberOperations.ToText(number.Value),
        _ => null,
    };
}
