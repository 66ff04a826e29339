using System.Globalization;
using System.Text.Json;

namespace Inox.Bundler.Resolution;

/// <summary><c>typesVersions</c> of package.json: other paths of declarations, by the version of TypeScript that reads them.</summary>
internal static class TypesVersions
{
    private static readonly double s_typeScript = 5.9;

    /// <summary>The mapping of the first range that holds; null when none does.</summary>
    public static PathsMatcher? Find(PackageInfo package)
    {
        JsonElement field = package.GetField("typesVersions");
        if (field.ValueKind != JsonValueKind.Object) return null;
        foreach (JsonProperty range in field.EnumerateObject())
        {
            if (Holds(range.Name) && range.Value.ValueKind == JsonValueKind.Object) return new(range.Value, static target => target);
        }
        return null;
    }

    private static bool Holds(string range)
    {
        foreach (string alternative in range.Split("||"))
        {
            bool all = true;
            string joined = alternative.Replace("= ", "=", StringComparison.Ordinal).Replace("> ", ">", StringComparison.Ordinal).Replace("< ", "<", StringComparison.Ordinal);
            foreach (string comparator in joined.Split(' ', StringSplitOptions.RemoveEmptyEntries)) all &= HoldsOne(comparator);
            if (all) return true;
        }
        return false;
    }

    private static bool HoldsOne(string comparator)
    {
        string version = comparator.TrimStart('<', '>', '=', '^', '~', 'v');
        string sign = comparator[..^version.Length];
        if (!TryRead(version, out double bound)) return version is "*" or "x" or "X" or "";
        return sign switch
        {
            ">=" => s_typeScript >= bound,
            ">" => s_typeScript > bound,
            "<=" => s_typeScript <= bound,
            "<" => s_typeScript < bound,
            "^" => s_typeScript >= bound && Math.Floor(s_typeScript) == Math.Floor(bound),
            _ => Math.Floor(s_typeScript) == Math.Floor(bound) && (!version.Contains('.') || s_typeScript == bound),
        };
    }

    // 4.2.1-0 → 4.2: patches never change what declarations may say.
    private static bool TryRead(string version, out double number)
    {
        string[] parts = version.Split('.', '-');
        string text = parts.Length > 1 && char.IsAsciiDigit(parts[1].FirstOrDefault()) ? $"{parts[0]}.{parts[1]}" : parts[0];
        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }
}
