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
