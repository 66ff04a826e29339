using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inox.Testing;

namespace Inox.Css.Tests.Conformance;

/// <summary>Sheets with scoped names: the optimized text, and what scripts see of it. Hashes are taken for the same.</summary>
internal static partial class ModuleCases
{
    public static CaseResult? Run(JsonElement line)
    {
        CssCase test = new(line);
        return test.Kind != "css_modules" ? null : CssSuite.Result(line, RunModule(test));
    }

    private static bool RunModule(CssCase test)
    {
        StyleSheet sheet = test.Prepare(Check.Parse(test.Input), out _, out CssModuleResult? module);
        string text = CssPrinter.Print(CssOptimizer.Optimize(sheet, test.Options), new() { Minify = test.Minify }).Text;
        if (Unhash(text, module!) != Unhash(Hashless(test.Expected!), module!)) return false;
        return test.Member("exports") is not { } exports || SameExports(exports, module!.Exports);
    }

    // A placeholder of another file's name is a hash as a whole.
    private static string Unhash(string text, CssModuleResult module) => module.References.IsEmpty ? text : Placeholder().Replace(text, "var(--HASH)");

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

    [GeneratedRegex(@"var\(--[0-9A-Za-z_]{6}\)")]
    private static partial Regex Placeholder();

    [GeneratedRegex("EgL3uq|xLEkNW|_5h2kwG|_8Z4fiW")]
    private static partial Regex Hash();

    public static string Hashless(string text) => Hash().Replace(text, "HASH");
}
