using System.Text;
using System.Text.Json;
using Inox.Cli.Configuration;
using Inox.Cli.Options;
using Inox.Core;
using Inox.Testing;
using Xunit;

namespace Inox.Cli.Tests;

public sealed class ConfigFileTests
{
    public static TheoryData<string, string> Faults => new()
    {
        { "{", "inox.json:1:2: error IX0010: this is no JSON" },
        { "[]", "inox.json:1:1: error IX0012: `inox.json` takes an object, not an array" },
        { """{ "minfy": true }""", "inox.json:1:3: error IX0011: there is no setting `minfy` (did you mean `minify`?)" },
        { """{ "zebra": { "a": [1] }, "minify": 3 }""", "inox.json:1:3: error IX0011: there is no setting `zebra` (`inox help build` lists the settings)\ninox.json:1:36: error IX0012: `minify` takes `true` or `false`, not `3`" },
        { """{ "outdir": ["a"] }""", "inox.json:1:13: error IX0012: `outdir` takes a string, not an array" },
        { """{ "entryPoints": "a" }""", "inox.json:1:18: error IX0012: `entryPoints` takes an array of strings, not a string" },
        { """{ "entryPoints": ["a", 1] }""", "inox.json:1:24: error IX0012: `entryPoints` takes strings, not `1`" },
        { """{ "format": "text" }""", "inox.json:1:13: error IX0013: `format` does not take `text` (one of `esm`, `cjs`, `iife`, `amd`, `umd`, `system`)" },
        { """{ "format": true }""", "inox.json:1:13: error IX0012: `format` takes one of `\"esm\"`, `\"cjs\"`, `\"iife\"`, `\"amd\"`, `\"umd\"`, `\"system\"`, not `true`" },
        { """{ "loader": { "png": "file" } }""", "inox.json:1:15: error IX0013: `loader` does not take `png` (write `.png`)" },
        { """{ "loader": { ".png": "fiel" } }""", "inox.json:1:23: error IX0013: `loader` does not take `fiel` (did you mean `file`?)" },
        { """{ "target": "es2o20" }""", "inox.json:1:13: error IX0013: `target` does not take `es2o20` (did you mean `es2020`?)" },
        { """{ "target": "es2020, netscape" }""", "inox.json:1:13: error IX0013: `target` does not take `netscape` (name an edition, such as `es2020`, or engines: `chrome100`, `safari14`, `node18`, `defaults`, `> 0.5%`, `last 2 versions`)" },
        { """{ "target": 2020 }""", "inox.json:1:13: error IX0012: `target` takes a string, not `2020`" },
        { """{ "banner": { "html": "" } }""", "inox.json:1:15: error IX0013: `banner` does not take `html` (one of `js`, `css`)" },
        { """{ "banner": { "js": 1 } }""", "inox.json:1:21: error IX0012: `banner.js` takes a string, not `1`" },
        { """{ "inlineLimit": -1 }""", "inox.json:1:18: error IX0012: `inlineLimit` takes a whole number that is not negative, not `-1`" },
        { "{\n  // é is two bytes\n  \"é\": 1\n}", "inox.json:3:3: error IX0011: there is no setting `é` (`inox help build` lists the settings)" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void FaultsArePlaced(string json, string expected)
    {
        List<Diagnostic> diagnostics = [];
        ConfigFile.Read("inox.json", Encoding.UTF8.GetBytes(json), "/app", diagnostics);
        Assert.Equal(expected, string.Join('\n', diagnostics.Select(Line)));
    }

    private static string Line(Diagnostic diagnostic)
    {
        string line = DiagnosticRenderer.Render([diagnostic], new() { Style = DiagnosticStyle.Short }).TrimEnd('\n');
        return diagnostic.Help is { } help ? $"{line} ({help})" : line;
    }

    [Fact]
    public void SettingsAreRead()
    {
        OptionSet settings = Read("""
            {
              "$schema": "../schemas/inox.schema.json", // for the editor
              "entryPoints": ["index.html"],
              "outdir": "out",
              "sourcemap": true,
              "splitting": false,
              "inlineLimit": 4096,
              "define": { "A": "\"x\"", "B": true, "C": 3, "D": null, },
              "loader": { ".svg": "text" },
            }
            """);
        Assert.Equal(["index.html"], settings.List(BuildTable.EntryPoints));
        Assert.Equal(PathStyle.Native.Join("/app", "out"), settings.Text(BuildTable.Outdir));
        Assert.Equal("linked", settings.Text(BuildTable.SourceMap));
        Assert.True(settings.Has(BuildTable.Splitting) && !settings.Flag(BuildTable.Splitting, true));
        Assert.Equal(4096, settings.Number(BuildTable.InlineLimit, 0));
        Assert.Equal(new Dictionary<string, string> { ["A"] = "\"x\"", ["B"] = "true", ["C"] = "3", ["D"] = "null" }, settings.Map(BuildTable.Define));
        Assert.Equal("text", settings.Map(BuildTable.Loader)[".svg"]);
    }

    [Fact]
    public void FaultsAreShownInAFrame()
    {
        using Cli cli = new();
        cli.Folder.Write("inox.json", "{\n  \"entryPoints\": [\"a.js\"],\n  \"mini\": true\n}\n");
        CliResult result = cli.Run("build");
        Assert.Equal(ExitCode.Errors, result.ExitCode);
        Snapshot.Check("tests/Inox.Cli.Tests/Snapshots/config-fault.txt", result.Error);
    }

    [Fact]
    public void TheSchemaIsThatOfTheTable() => Snapshot.Check("schemas/inox.schema.json", Encoding.UTF8.GetString(SchemaWriter.Write()));

    // The schema and the reader are two readings of one table: a key of one is a key of the other.
    [Fact]
    public void TheSchemaHasTheKeysOfTheReader()
    {
        using JsonDocument schema = JsonDocument.Parse(SchemaWriter.Write());
        foreach (JsonProperty property in schema.RootElement.GetProperty("properties").EnumerateObject())
        {
            List<Diagnostic> diagnostics = [];
            ConfigFile.Read("inox.json", Encoding.UTF8.GetBytes($$"""{ "{{property.Name}}": null }"""), "/", diagnostics);
            Assert.DoesNotContain(diagnostics, diagnostic => diagnostic.Code == "IX0011");
        }
    }

    private static OptionSet Read(string json)
    {
        List<Diagnostic> diagnostics = [];
        OptionSet settings = ConfigFile.Read("inox.json", Encoding.UTF8.GetBytes(json), "/app", diagnostics);
        Assert.Empty(diagnostics);
        return settings;
    }
}
