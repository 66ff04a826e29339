using System.Text.Json;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>The settings of a test in <c>typescript.zip</c> as options of the checks: one for each value of <c>target</c> and <c>module</c>.</summary>
internal static class TypeScriptSettings
{
    public static IEnumerable<SemanticOptions> ChecksOf(JsonElement test)
    {
        JsonElement settings = test.GetProperty("settings");
        bool isLegacy = settings.TryGetProperty("experimentaldecorators", out JsonElement legacy) && legacy.GetString()!.Trim() == "true";
        foreach (string target in ValuesOf(test, "target"))
        {
            foreach (string module in ValuesOf(test, "module"))
            {
                // "A few tests name es3, which TypeScript has given up, or no version at all."
                EcmaVersion? given = EcmaVersions.Find(target is "es3" ? "es5" : target);
                TypeScriptRules rules = new() { Target = given ?? EcmaVersion.EsNext, Module = OutputOf(module, given, test), ExperimentalDecorators = isLegacy };
                yield return new() { CheckDeclarations = true, TypeScriptRules = rules };
            }
        }
    }

    private static string[] ValuesOf(JsonElement test, string name) =>
        test.GetProperty(name).GetString() is { } text ? text.ToLowerInvariant().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [""];

    private static ModuleOutput OutputOf(string module, EcmaVersion? target, JsonElement test)
    {
        // Where there is no baseline the pack was judged with TypeScript's default today, as amd, umd and system are gone.
        if (test.GetProperty("baseline").ValueEquals("none")) return ModuleOutput.Es2022;
        return module switch
        {
            "es6" or "es2015" or "es2020" => ModuleOutput.Es2015,
            "es2022" or "esnext" => ModuleOutput.Es2022,
            "" when target >= EcmaVersion.Es2015 => ModuleOutput.Es2022,
            _ => ModuleOutput.Any,
        };
    }
}
