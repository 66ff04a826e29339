using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inox.Testing;

namespace Inox.Css.Tests.Conformance;

/// <summary>Cases whose expected text differs from the input in names; both texts are printed again before they are compared.</summary>
internal static partial class ModuleCases
{
    public static CaseResult? Run(JsonElement line)
    {
        if (line.GetProperty("kind").GetString() != "css_modules") return null;
        return CssSuite.Result(line, RunModule(line));
    }

    private static bool RunModule(JsonElement line)
    {
        JsonElement options = line.GetProperty("cssModules");
        string pattern = options.TryGetProperty("pattern", out JsonElement own) ? own.GetString()! : "[hash]_[local]";
        CssModuleResult result = CssModules.Transform(Check.Parse(line.GetProperty("input").GetString()!), new()
        {
            Name = "test",
            HashInput = "",
            Pattern = pattern.Replace("[content-hash]", "HASH", StringComparison.Ordinal).Replace("[hash]", "HASH", StringComparison.Ordinal),
            Animation = Flag(options, "animation", true),
            Grid = Flag(options, "grid", true),
            Container = Flag(options, "container", true),
            CustomIdents = Flag(options, "custom_idents", true),
            DashedIdents = Flag(options, "dashed_idents", false),
        });
        if (CssSuite.Reprint(Hashless(line.GetProperty("expected").GetString()!)) != CssSuite.Reprint(CssPrinter.Print(result.StyleSheet, new()).Text)) return false;
        return !line.TryGetProperty("exports", out JsonElement exports) || SameExports(exports, result.Exports);
    }

    private static bool Flag(JsonElement options, string name, bool otherwise) =>
        options.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;

    private static bool SameExports(JsonElement expected, ImmutableArray<CssModuleExport> exports)
    {
        Dictionary<string, string> own = exports.ToDictionary(
            export => export.LocalName,
            export => $"{export.ScopedName} {string.Join(' ', export.Composes.Select(item => $"{item.Kind}:{item.ScopedName ?? item.Name}:{item.Specifier}"))}");
        Dictionary<string, string> theirs = expected.EnumerateObject().ToDictionary(
            item => item.Name,
            item => $"{Hashless(item.Value.GetProperty("name").GetString()!)} {string.Join(' ', item.Value.GetProperty("composes").EnumerateArray().Select(Composition))}");
        return own.Count == theirs.Count && own.All(pair => theirs.TryGetValue(pair.Key, out string? value) && value == pair.Value);
    }

    private static string Composition(JsonElement item)
    {
        string kind = item.GetProperty("type").GetString()!;
        string? specifier = item.TryGetProperty("specifier", out JsonElement value) ? value.GetString() : null;
        return $"{char.ToUpperInvariant(kind[0])}{kind[1..]}:{Hashless(item.GetProperty("name").GetString()!)}:{specifier}";
    }

    [GeneratedRegex("EgL3uq|xLEkNW|_5h2kwG")]
    private static partial Regex Hash();

    private static string Hashless(string text) => Hash().Replace(text, "HASH");
}
