using System.Text.Json;
using Inox.Core;
using Inox.Testing;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>
/// The pack <c>webpack-cases.zip</c>: webpack's semantics, executed. Runs the entries of one kind that are portable and known to pass with
/// webpack itself: <c>cases</c>, which all have the same settings, or <c>configCases</c>, each with its own. The judge takes <c>expect</c> and <c>jest-mock</c> from <c>tests/conformance/node_modules</c>.
/// </summary>
public sealed class WebpackCasesSuite : IConformanceSuite
{
    public static readonly WebpackCasesSuite Cases = new("webpack-cases", "cases");

    public static readonly WebpackCasesSuite ConfigCases = new("webpack-config-cases", "configCases");

    private readonly string _kind;

    private WebpackCasesSuite(string name, string kind) => (Name, _kind) = (name, kind);

    public string Name { get; }

    public string PackName => "webpack-cases";

    private static string JudgeFolder => Repository.At("tests/conformance");

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        if (!Directory.Exists(Path.Combine(JudgeFolder, "node_modules", "expect"))) throw new InvalidOperationException("run `npm ci` in tests/conformance first");
        using PackFolder pack = new(packsFolder, PackName);
        List<JsonElement> cases = [.. pack.ReadLines("index.jsonl").Where(IsTrusted)];
        return CaseRunner.Run(cases, test => Run(pack, test));
    }

    private bool IsTrusted(JsonElement test) =>
        test.GetProperty("kind").GetString() == _kind && test.GetProperty("portable").GetBoolean() && test.GetProperty("verified").GetBoolean();

    private static CaseResult Run(PackFolder pack, JsonElement test)
    {
        string id = test.GetProperty("case").GetString()!;
        return CaseRunner.Guard(id, () => FindFault(pack, id, test));
    }

    private static string? FindFault(PackFolder pack, string id, JsonElement test)
    {
        string output = pack.Scratch($"out/{id}");
        List<string> bundles = [];
        foreach (BuildOptions options in WebpackOptions.Translate(test, pack["test"], output))
        {
            BuildResult result = Bundle.Build(options, RealFileSystem.Shared);
            if (result.HasErrors) return CaseRunner.Explain(result);
            CaseRunner.Write(result, output);
            string extension = options.Format == ModuleFormat.Esm ? ".mjs" : ".js";
            foreach (EntryPoint entry in options.EntryPoints) bundles.Add(Path.Combine(output, entry.Name + extension));
        }
        return Judge.FindFault(pack["judge-webpack.cjs"], bundles, JudgeFolder);
    }
}
