using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inox.Core;
using Inox.Testing;
using Xunit;

namespace Inox.Css.Tests;

/// <summary>
/// Cases whose expected text differs from the input in names, order and wrapping only; both texts are printed again before they are compared. Cases that want
/// values or queries rewritten are on the list of failures until that is done.
/// </summary>
public sealed partial class LightningTests
{
    [Fact]
    public void Modules()
    {
        using Pack pack = Pack.Require("css");
        List<(string, bool)> results = [];
        foreach (JsonElement line in Lines(pack, "css_modules")) results.Add((Id(line), RunModule(line)));
        Ratchet.Check("tests/conformance/css-modules.txt", "css-modules", results);
    }

    [Fact]
    public void Bundles()
    {
        using Pack pack = Pack.Require("css");
        List<(string, bool)> results = [];
        foreach (JsonElement line in Lines(pack, "bundle"))
        {
            if (!line.TryGetProperty("cssModules", out _)) results.Add((Id(line), RunBundle(line)));
        }

        Ratchet.Check("tests/conformance/css-bundle.txt", "css-bundle", results);
    }

    [Fact]
    public void Dependencies()
    {
        using Pack pack = Pack.Require("css");
        List<(string, bool)> results = [];
        foreach (JsonElement line in Lines(pack, "dependencies"))
        {
            CssDependencies found = CssDependencies.Scan(Check.Parse(line.GetProperty("input").GetString()!));
            IEnumerable<string> urls = found.Imports.Select(import => import.Url).Concat(found.Urls.Select(url => url.Url));
            IEnumerable<string> expected = line.GetProperty("dependencies").EnumerateArray().Select(item => item.GetProperty("url").GetString()!);

            // Inox leaves data and fragments alone; the reference reports them.
            results.Add((Id(line), urls.SequenceEqual(expected)));
        }

        Ratchet.Check("tests/conformance/css-dependencies.txt", "css-dependencies", results);
    }

    /// <summary>Every input of the pack: what is printed parses to the same tree, and prints the same again.</summary>
    [Fact]
    public void PrintingIsStable()
    {
        using Pack pack = Pack.Require("css");
        foreach (JsonElement line in pack.ReadLines("lightningcss.jsonl"))
        {
            if (!line.TryGetProperty("input", out JsonElement input)) continue;
            StyleSheet sheet = Check.Parse(input.GetString()!);
            foreach (bool minify in (bool[])[false, true])
            {
                string once = CssPrinter.Print(sheet, new() { Minify = minify }).Text;
                StyleSheet again = Check.Parse(once);
                Assert.Equal(TreeDump.Normalized(sheet.Children), TreeDump.Normalized(again.Children));
                Assert.Equal(once, CssPrinter.Print(again, new() { Minify = minify }).Text);
            }
        }
    }

    private static IEnumerable<JsonElement> Lines(Pack pack, string kind) =>
        pack.ReadLines("lightningcss.jsonl").Where(line => line.GetProperty("kind").GetString() == kind);

    private static string Id(JsonElement line) => line.GetProperty("id").GetString()!;

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
        if (Printed(Hashless(line.GetProperty("expected").GetString()!)) != Printed(CssPrinter.Print(result.StyleSheet, new()).Text)) return false;
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

    private static bool RunBundle(JsonElement line)
    {
        List<string> paths = [];
        List<CssBundleSheet> sheets = [];
        foreach (JsonProperty file in line.GetProperty("files").EnumerateObject())
        {
            paths.Add(file.Name);
            sheets.Add(new() { StyleSheet = CssParser.Parse(new(file.Name, file.Value.GetString()!)).StyleSheet });
        }

        for (int i = 0; i < sheets.Count; i++)
        {
            string folder = PathStyle.Posix.GetDirectory(paths[i])!;
            sheets[i] = sheets[i] with { Imports = [.. CssDependencies.Scan(sheets[i].StyleSheet).Imports.Select(import => Target(folder, import.Url))] };
        }

        string text = CssBundler.Concatenate(sheets, [paths.IndexOf(line.GetProperty("entry").GetString()!)], new()).Text;
        return Printed(text) == Printed(line.GetProperty("expected").GetString()!);

        CssImportTarget Target(string folder, string url)
        {
            if (url.StartsWith("https:", StringComparison.Ordinal)) return CssImportTarget.ToUrl(url);
            int index = paths.IndexOf(PathStyle.Posix.Join(folder, url.StartsWith("foo:", StringComparison.Ordinal) ? url[4..] : url));
            return index < 0 ? CssImportTarget.None : CssImportTarget.ToSheet(index);
        }
    }

    private static string Printed(string text) => CssPrinter.Print(Check.Parse(text), new() { Minify = true }).Text;
}
