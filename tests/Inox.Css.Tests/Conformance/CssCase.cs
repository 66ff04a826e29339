using System.Text.Json;
using Inox.Core;

namespace Inox.Css.Tests.Conformance;

/// <summary>One entry of the pack with what its runner needs.</summary>
internal readonly struct CssCase(JsonElement json)
{
    public string Id => $"{json.GetProperty("test").GetString()} {json.GetProperty("id").GetString()}";

    public string Kind => json.GetProperty("kind").GetString()!;

    public string Input => json.GetProperty("input").GetString()!;

    public string? Expected => Text("expected");

    public string? FileName => Text("filename");

    public bool Minify => Flag("minify");

    public bool Optimizes => !json.TryGetProperty("minifyPass", out JsonElement pass) || pass.GetBoolean();

    public JsonElement? Member(string name) => json.TryGetProperty(name, out JsonElement value) ? value : null;

    private string? Text(string name) => json.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private bool Flag(string name) => json.TryGetProperty(name, out JsonElement value) && value.GetBoolean();

    /// <summary>The sheet with its pseudo-classes replaced and its names scoped, where the case says so, and what was found wrong on the way.</summary>
    public StyleSheet Prepare(StyleSheet sheet, out IReadOnlyList<Diagnostic> findings, out CssModuleResult? module)
    {
        findings = [];
        module = null;
        if (json.TryGetProperty("pseudoClasses", out JsonElement classes)) sheet = CssPseudoClasses.Replace(sheet, classes.EnumerateObject().ToDictionary(item => item.Name.Replace('_', '-'), item => item.Value.GetString()!));
        if (!json.TryGetProperty("cssModules", out JsonElement options)) return sheet;
        module = CssModules.Transform(sheet, ModuleOptions(options));
        findings = module.Diagnostics;
        return module.StyleSheet;
    }

    // Names hash differently here: HASH stands for both.
    private static CssModuleOptions ModuleOptions(JsonElement options)
    {
        string pattern = options.TryGetProperty("pattern", out JsonElement own) ? own.GetString()! : "[hash]_[local]";
        return new()
        {
            Name = "test",
            HashInput = "",
            Pattern = pattern.Replace("[content-hash]", "HASH", StringComparison.Ordinal).Replace("[hash]", "HASH", StringComparison.Ordinal),
            Animation = Is("animation", true),
            Grid = Is("grid", true),
            Container = Is("container", true),
            CustomIdents = Is("custom_idents", true),
            DashedIdents = Is("dashed_idents", false),
            Pure = Is("pure", false),
        };

        bool Is(string name, bool otherwise) => options.TryGetProperty(name, out JsonElement value) ? value.GetBoolean() : otherwise;
    }

    public bool AnalyzesDependencies => Flag("analyzeDependencies");

    public CssOptimizeOptions Options => new()
    {
        Minify = Minify,
        Targets = Targets("targets"),
        Include = Names("include"),
        Exclude = Names("exclude"),
        UnusedSymbols = Names("unusedSymbols").ToHashSet(),
        CustomMedia = Names("flags").Contains("customMedia"),
    };

    private string[] Names(string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value)) return [];
        return value.ValueKind == JsonValueKind.Array
            ? [.. value.EnumerateArray().Select(item => item.GetString()!)]
            : [.. value.EnumerateObject().Where(item => item.Value.ValueKind != JsonValueKind.False).Select(item => item.Name)];
    }

    private EngineTargets? Targets(string name)
    {
        if (!json.TryGetProperty(name, out JsonElement value)) return null;
        string query = string.Join(',', value.EnumerateObject().Select(item => $"{item.Name} {item.Value.GetString()}"));
        return EngineQuery.Parse(query, out string fault) ?? throw new InvalidOperationException(fault);
    }
}
