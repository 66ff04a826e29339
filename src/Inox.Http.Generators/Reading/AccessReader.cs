using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.Generators;

/// <summary>Finds how the table, which is a class of its own, can call a handler: as it is, by a bridge, or not at all.</summary>
internal static class AccessReader
{
    /// <summary>What a handler must be made so that it can be called; null when it can be.</summary>
    public static string? WhyNotCallable(IMethodSymbol method)
    {
        if (!method.IsStatic) return "static";
        if (method.IsGenericMethod || method.ContainingType.IsGenericType) return "a method without type parameters, in a class without them";
        if (Enclosing(method).Any(IsHidden)) return "a method of a class that is internal or public";
        if (!IsHidden(method)) return null;
        if (!Enclosing(method).All(IsPartial)) return "internal or public, or its class partial";
        // static string A(Json<Item> item), where Item is private, too: no internal method can take one.
        return method.Parameters.Select(parameter => parameter.Type).Append(method.ReturnType).Any(HoldsHidden) ? "a method whose types are internal or public" : null;
    }

    /// <summary>The bridge of a private handler; null when it needs none.</summary>
    public static BridgeModel? ReadBridge(IMethodSymbol method)
    {
        if (!IsHidden(method)) return null;
        INamedTypeSymbol[] types = [.. Enclosing(method)];
        INamespaceSymbol space = types[^1].ContainingNamespace;
        return new(space.IsGlobalNamespace ? "" : space.ToDisplayString(), new([.. Enumerable.Reverse(types).Select(Head)]), method.ReturnType.Full());
    }

    private static bool IsHidden(ISymbol symbol) =>
        symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal || symbol is INamedTypeSymbol { IsFileLocal: true };

    // From the inside out.
    private static IEnumerable<INamedTypeSymbol> Enclosing(ISymbol symbol)
    {
        for (INamedTypeSymbol? type = symbol.ContainingType; type is not null; type = type.ContainingType) yield return type;
    }

    private static bool IsPartial(INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is TypeDeclarationSyntax syntax && syntax.Modifiers.Any(modifier => modifier.ValueText == "partial")) || IsProgram(type);

    // The class of top-level statements is partial without saying so.
    private static bool IsProgram(INamedTypeSymbol type) => type.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is CompilationUnitSyntax);

    private static bool HoldsHidden(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => HoldsHidden(array.ElementType),
        INamedTypeSymbol named => IsHidden(named) || Enclosing(named).Any(IsHidden) || named.TypeArguments.Any(HoldsHidden),
        _ => false,
    };

    private static string Head(INamedTypeSymbol type)
    {
        string keyword = type.TypeKind switch
        {
            TypeKind.Interface => "interface",
            TypeKind.Struct => type.IsRecord ? "record struct" : "struct",
            _ => type.IsRecord ? "record" : "class",
        };
        return $"partial {keyword} {type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}";
    }
}
