using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.LegacyDecorators;

/// <summary>What `experimentalDecorators` take for decorated in a class: members, accessors as pairs, and parameters.</summary>
internal static class LegacyMembers
{
    public static bool AnyDecorated(IClass node)
    {
        if (node.Decorators.Length > 0) return true;
        foreach (ClassElement element in node.Body.Body)
            if (DecoratorsOf(element).Length > 0 || element is MethodDefinition method && HasDecoratedParameter(method)) return true;
        return false;
    }

    public static bool HasDecoratedParameter(MethodDefinition method) => Array.Exists(method.Value.Parameters, static parameter => parameter.Decorators.Length > 0);

    public static Decorator[] DecoratorsOf(ClassElement element) => element switch
    {
        MethodDefinition method => method.Decorators,
        PropertyDefinition field => field.Decorators,
        _ => [],
    };

    /// <summary>The constructor with a body, overloads aside.</summary>
    public static MethodDefinition? ConstructorOf(IClass node)
    {
        foreach (ClassElement element in node.Body.Body)
            if (element is MethodDefinition { MethodKind: MethodKind.Constructor, Value.Body: not null } constructor) return constructor;
        return null;
    }

    /// <summary>The getter and the setter of the property that an accessor is of.</summary>
    public static (MethodDefinition? Getter, MethodDefinition? Setter) PairOf(IClass node, MethodDefinition accessor)
    {
        MethodDefinition? getter = accessor.MethodKind == MethodKind.Get ? accessor : null, setter = accessor.MethodKind == MethodKind.Set ? accessor : null;
        foreach (ClassElement element in node.Body.Body)
        {
            if (element is not MethodDefinition other || other.IsStatic != accessor.IsStatic || NameOf(accessor) is not { } name || NameOf(other) != name) continue;
            if (other.MethodKind == MethodKind.Get) getter ??= other;
            else if (other.MethodKind == MethodKind.Set) setter ??= other;
        }
        return (getter, setter);
    }

    // [f()] may be another name each time
    private static string? NameOf(MethodDefinition method) => method.Key switch
    {
        IdentifierName name => name.Name,
        StringLiteral text => text.Value,
        NumericLiteral number => NumberOperations.ToText(number.Value),
        _ => null,
    };

    /// <summary>Both accessors of a property are decorated as one, by the decorators of the first that has some.</summary>
    public static bool IsDecoratedByOther(IClass node, MethodDefinition accessor)
    {
        (MethodDefinition? getter, MethodDefinition? setter) = PairOf(node, accessor);
        MethodDefinition? other = ReferenceEquals(getter, accessor) ? setter : getter;
        return other is { Decorators.Length: > 0 } && (accessor.Decorators.Length == 0 || Array.IndexOf(node.Body.Body, other) < Array.IndexOf(node.Body.Body, accessor));
    }
}
