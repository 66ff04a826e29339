using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>Reads types into JSON Schema (OpenAPI 3.1 uses draft 2020-12): one named schema for each object type, with references between them.</summary>
internal static class SchemaReader
{
    public static List<SchemaModel> Read(IEnumerable<ITypeSymbol> types)
    {
        Dictionary<string, SchemaModel> found = [];
        foreach (ITypeSymbol type in types) Reference(type, found);
        return [.. found.Values];
    }

    /// <summary>The schema of a type, as JSON; what it refers to is added to <paramref name="found"/>.</summary>
    public static string Reference(ITypeSymbol type, Dictionary<string, SchemaModel> found)
    {
        if (TextParser.IsNullable(type, out ITypeSymbol inner)) return Reference(inner, found);
        if (Primitive(type) is { } primitive) return primitive;
        if (type.TypeKind == TypeKind.Enum)
            return $$"""{"enum":[{{string.Join(",", type.GetMembers().OfType<IFieldSymbol>().Select(field => $"\"{field.Name}\""))}}]}""";
        if (type is IArrayTypeSymbol array) return $$"""{"type":"array","items":{{Reference(array.ElementType, found)}}}""";
        if (ElementOf(type) is { } element) return $$"""{"type":"array","items":{{Reference(element, found)}}}""";
        if (type is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } && (type.IsIn("Inox", "Http") || type.IsIn("System", "Threading", "Tasks")))
        {
            string first = "{}";
            for (int i = 0; i < arguments.Length; i++)
            {
                string reference = Reference(arguments[i], found);
                if (i == 0) first = reference;
            }
            return first;
        }
        if (type.IsIn("Inox", "Http") || type.Implements("IResponder") || type.SpecialType != SpecialType.None || type.IsIn("System")) return "{}";
        return Object(type, found);
    }

    private static string Object(ITypeSymbol type, Dictionary<string, SchemaModel> found)
    {
        string key = type.Full(), name = type is INamedTypeSymbol { TypeArguments.Length: > 0 } generic ? type.Name + string.Concat(generic.TypeArguments.Select(each => each.Name)) : type.Name;
        string reference = $$"""{"$ref":"#/components/schemas/{{name}}"}""";
        if (found.ContainsKey(key)) return reference;
        // Entered before its properties are looked at: a type may hold itself.
        found[key] = new(key, name, default);
        List<SchemaProperty> properties = [];
        for (ITypeSymbol? each = type; each is { SpecialType: SpecialType.None }; each = each.BaseType)
        {
            foreach (IPropertySymbol property in each.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.IsStatic || property.DeclaredAccessibility != Accessibility.Public || property.IsIndexer || property.Name == "EqualityContract") continue;
                bool isOptional = TextParser.IsNullable(property.Type, out _);
                properties.Add(new(property.Name, Reference(property.Type, found), !isOptional));
            }
        }
        found[key] = new(key, name, new(properties));
        return reference;
    }

    private static ITypeSymbol? ElementOf(ITypeSymbol type)
    {
        if (type.IsIn("System", "Collections", "Generic") && type is INamedTypeSymbol { TypeArguments: [var element] }) return element;
        return null;
    }

    private static string? Primitive(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_String => """{"type":"string"}""",
        SpecialType.System_Boolean => """{"type":"boolean"}""",
        SpecialType.System_Int32 => """{"type":"integer","format":"int32"}""",
        SpecialType.System_Int64 => """{"type":"integer","format":"int64"}""",
        SpecialType.System_Byte or SpecialType.System_Int16 or SpecialType.System_UInt16 or SpecialType.System_UInt32 or SpecialType.System_UInt64 => """{"type":"integer"}""",
        SpecialType.System_Double or SpecialType.System_Single or SpecialType.System_Decimal => """{"type":"number"}""",
        SpecialType.System_DateTime => """{"type":"string","format":"date-time"}""",
        _ => type.Name switch
        {
            "Guid" when type.IsIn("System") => """{"type":"string","format":"uuid"}""",
            "DateTimeOffset" when type.IsIn("System") => """{"type":"string","format":"date-time"}""",
            "DateOnly" when type.IsIn("System") => """{"type":"string","format":"date"}""",
            "TimeOnly" when type.IsIn("System") => """{"type":"string","format":"time"}""",
            "Uri" when type.IsIn("System") => """{"type":"string","format":"uri"}""",
            _ => null,
        },
    };
}
