using Microsoft.CodeAnalysis;

namespace Inox.Http.Generators;

/// <summary>Reads the `[JsonSerializable(typeof(T))]` of a serializer context: another generator's output cannot be seen, what it is told can.</summary>
internal static class JsonContextReader
{
    public static JsonContextModel? Read(INamedTypeSymbol type)
    {
        List<string> known = [];
        bool isCamel = false;
        foreach (AttributeData attribute in type.GetAttributes())
        {
            string? name = attribute.AttributeClass?.Name;
            if (name == "JsonSerializableAttribute" && attribute.ConstructorArguments is [{ Value: ITypeSymbol known1 }, ..]) known.Add(known1.Full());
            // JsonSerializerDefaults.Web is 1, JsonKnownNamingPolicy.CamelCase is 1.
            if (name == "JsonSourceGenerationOptionsAttribute")
            {
                isCamel = attribute.ConstructorArguments.Any(argument => argument.Value is 1) ||
                    attribute.NamedArguments.Any(argument => argument.Key == "PropertyNamingPolicy" && argument.Value.Value is 1);
            }
        }
        return known.Count == 0 ? null : new(type.Full(), isCamel, new(known));
    }
}

internal sealed record JsonContextModel(string Type, bool IsCamel, EquatableArray<string> Known);
