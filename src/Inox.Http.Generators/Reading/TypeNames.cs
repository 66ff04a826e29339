using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>Tells the types of Inox.Http and of the framework by name, so that nothing has to be looked up in the compilation first.</summary>
internal static class TypeNames
{
    private static readonly SymbolDisplayFormat s_full = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static string Full(this ITypeSymbol type) => type.ToDisplayString(s_full);

    public static string Short(this ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>Whether this is `Inox.Http.NAME`, generic or not.</summary>
    public static bool IsInox(this ITypeSymbol type, string name) => type.Name == name && IsIn(type, "Inox", "Http");

    public static bool IsIn(this ITypeSymbol type, params string[] names)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        for (int i = names.Length - 1; i >= 0; i--)
        {
            if (space is null || space.Name != names[i]) return false;
            space = space.ContainingNamespace;
        }
        return space is { IsGlobalNamespace: true };
    }

    public static ITypeSymbol? Argument(this ITypeSymbol type) => type is INamedTypeSymbol { TypeArguments: [var only] } ? only : null;

    public static bool Implements(this ITypeSymbol type, string name) => type.AllInterfaces.Any(each => each.Name == name && each.IsIn("Inox", "Http"));

    public static bool ImplementsSystem(this ITypeSymbol type, string name) => type.AllInterfaces.Any(each => each.Name == name && each.IsIn("System"));

    /// <summary>Whether an attribute is the route attribute or derives from it.</summary>
    public static bool IsRoute(AttributeData attribute)
    {
        for (INamedTypeSymbol? type = attribute.AttributeClass; type is not null; type = type.BaseType)
        {
            if (type.IsInox("RouteAttribute")) return true;
        }
        return false;
    }

    public static AttributeData? Attribute(this ISymbol symbol, string name) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && type.IsInox(name));
}
