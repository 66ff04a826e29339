using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Inox.Bundler.Resolution;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>Options of enhanced-resolve and oxc-resolver as ours. An option that is unknown here is an error, so that none is passed over.</summary>
internal static class SuiteOptions
{
    private static readonly ResolverOptions s_defaults = new()
    {
        Extensions = [".js", ".json", ".node"],
        ExtensionsInPackages = [],
        MainFields = ["main"],
        ImportConditions = [],
        RequireConditions = [],
        TypeScriptExtensions = false,
        IgnoreSuffixInExports = false,
        Builtins = BuiltinHandling.Reject,
        TsConfig = null,
    };

    public static ImmutableArray<string> Texts(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [value.GetString()!];

    public static ResolverOptions Read(JsonElement json)
    {
        ResolverOptions options = s_defaults;
        foreach (JsonProperty option in json.EnumerateObject()) options = Apply(options, option.Name, option.Value);
        return options;
    }

    private static ResolverOptions Apply(ResolverOptions options, string name, JsonElement value) => name switch
    {
        "alias" => options with { Alias = Aliases(value) },
        "fallback" => options with { Fallback = Aliases(value) },
        "aliasFields" => options with { AliasFields = Fields(value) },
        "conditionNames" => options with { Conditions = Texts(value) },
        "exportsFields" => options with { ExportsFields = Fields(value) },
        "importsFields" => options with { ImportsFields = Fields(value) },
        "extensions" => options with { Extensions = Texts(value) },
        "enforceExtension" => options with { EnforceExtension = value.GetBoolean() },
        "extensionAlias" => options with { ExtensionAlias = [.. value.EnumerateObject().Select(item => new ExtensionAlias(item.Name, Texts(item.Value)))] },
        "extensionAliasForExports" => options with { ExtensionAliasForExports = value.GetBoolean() },
        "fullySpecified" => options with { FullySpecified = value.GetBoolean() },
        "mainFields" => options with { MainFields = Fields(value) },
        "mainFiles" => options with { MainFiles = Texts(value) },
        "modules" => options with { Modules = Texts(value) },
        "preferRelative" => options with { PreferRelative = value.GetBoolean() },
        "preferAbsolute" => options with { PreferAbsolute = value.GetBoolean() },
        "resolveToContext" => options with { ResolveToContext = value.GetBoolean() },
        "restrictions" => options with { Restrictions = [.. value.EnumerateArray().Select(ReadRestriction)] },
        "roots" => options with { Roots = Texts(value) },
        "symlinks" => options with { Symlinks = value.GetBoolean() },
        "tsconfig" => options with { TsConfig = ReadTsConfig(value) },
        _ => throw new NotSupportedException($"option {name}"),
    };

    // { "name": target } or [{ "name", "alias", "onlyModule" }]
    private static ImmutableArray<AliasRule> Aliases(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object) return [.. value.EnumerateObject().Select(item => Alias(item.Name, item.Value))];
        List<AliasRule> rules = [];
        foreach (JsonElement item in value.EnumerateArray())
        {
            bool isExact = item.TryGetProperty("onlyModule", out JsonElement only) && only.GetBoolean();
            rules.Add(Alias(item.GetProperty("name").GetString() + (isExact ? "$" : ""), item.GetProperty("alias")));
        }
        return [.. rules];
    }

    private static AliasRule Alias(string name, JsonElement target) =>
        target.ValueKind == JsonValueKind.False ? AliasRule.Ignore(name) : new AliasRule(name, Texts(target).AsSpan());

    private static ImmutableArray<FieldPath> Fields(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Select(Field)] : [Field(value)];

    private static FieldPath Field(JsonElement value) =>
        new(Texts(value.ValueKind == JsonValueKind.Object ? value.GetProperty("name") : value));

    private static Restriction ReadRestriction(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? Restriction.Below(value.GetString()!)
        : Restriction.Matching(new Regex(value.GetProperty("$regex").GetString()!));

    private static TsConfigOptions? ReadTsConfig(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.False) return null;
        if (value.ValueKind == JsonValueKind.True || (value.ValueKind == JsonValueKind.String && value.GetString() == "auto")) return TsConfigOptions.Nearest;
        // Both follow references only when told to, but looking for the nearest always does.
        if (value.ValueKind == JsonValueKind.String) return new() { Path = value.GetString(), FollowReferences = false };
        TsConfigOptions options = new() { Path = value.GetProperty("configFile").GetString(), FollowReferences = false };
        if (value.TryGetProperty("baseUrl", out JsonElement baseUrl)) options = options with { BaseUrl = baseUrl.GetString() };
        if (!value.TryGetProperty("references", out JsonElement references)) return options;
        options = options with { FollowReferences = true };
        return references.ValueKind == JsonValueKind.Array ? options with { References = Texts(references) } : options;
    }
}
