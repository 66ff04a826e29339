using System.Collections.Immutable;
using System.Text.Json;

namespace Inox.Bundler.Resolution;

/// <summary>The fields of one package.json that one resolver's options name, parsed.</summary>
internal sealed class PackageFields
{
    public PackageFields(PackageInfo package, ResolverOptions options)
    {
        Exports = Maps(package, options.ExportsFields, isImports: false);
        Imports = Maps(package, options.ImportsFields, isImports: true);
        List<Dictionary<string, string?>> replacements = [];
        foreach (FieldPath field in options.AliasFields)
        {
            JsonElement value = package.GetField(field);
            if (value.ValueKind == JsonValueKind.Object) replacements.Add(ReadReplacements(value));
        }
        Replacements = [.. replacements];
    }

    public ExportsMap[] Exports { get; }

    public ExportsMap[] Imports { get; }

    /// <summary>The objects of fields such as <c>browser</c>; null stands for false.</summary>
    public Dictionary<string, string?>[] Replacements { get; }

    private static ExportsMap[] Maps(PackageInfo package, ImmutableArray<FieldPath> fields, bool isImports)
    {
        List<ExportsMap> maps = [];
        foreach (FieldPath field in fields)
        {
            JsonElement value = package.GetField(field);
            if (value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.String)) continue;
            maps.Add(isImports ? ExportsMap.ForImports(value) : ExportsMap.ForExports(value));
        }
        return [.. maps];
    }

    private static Dictionary<string, string?> ReadReplacements(JsonElement field)
    {
        Dictionary<string, string?> table = new(StringComparer.Ordinal);
        foreach (JsonProperty property in field.EnumerateObject())
        {
            if (property.Value.ValueKind == JsonValueKind.String) table[property.Name] = property.Value.GetString();
            else if (property.Value.ValueKind == JsonValueKind.False) table[property.Name] = null;
        }
        return table;
    }
}
