using System.Text.Json;
using Inox.Core;
using Inox.Testing;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>
/// The pack <c>rollup-function.zip</c>: does the bundle behave? Samples without plugins and JavaScript options are bundled as CommonJS and run by the
/// pack's judge; a sample that must not build passes when the build reports an error.
/// </summary>
public sealed class RollupFunctionSuite : IConformanceSuite
{
    private const int NodeVersion = 20;

    public string Name => "rollup-function";

    public string PackName => "rollup-function";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using PackFolder pack = new(packsFolder, PackName);
        pack.MakeLinks("links.jsonl");
        List<JsonElement> cases = [.. pack.ReadLines("index.jsonl").Where(IsRun)];
        return CaseRunner.Run(cases, sample => Run(pack, sample));
    }

    private static bool IsRun(JsonElement sample) =>
        !sample.GetProperty("usesPluginsOrJsOptions").GetBoolean()
        && !sample.TryGetProperty("skip", out _)
        && !sample.TryGetProperty("onlyWindows", out _)
        && !(sample.TryGetProperty("minNodeVersion", out JsonElement version) && version.GetInt32() > NodeVersion);

    private static CaseResult Run(PackFolder pack, JsonElement sample)
    {
        string name = sample.GetProperty("sample").GetString()!;
        return CaseRunner.Guard(name, () => FindFault(pack, name, sample));
    }

    private static string? FindFault(PackFolder pack, string name, JsonElement sample)
    {
        string folder = pack[$"samples/{name}"], output = pack.Scratch($"out/{name}");
        sample.TryGetProperty("options", out JsonElement given);
        if (RollupOptions.Translate(given, folder, output, pack["samples"]) is not { } options) return "an option without counterpart";
        BuildResult result = Bundle.Build(options, RealFileSystem.Shared);
        if (sample.GetProperty("expectsBuildError").GetBoolean()) return result.HasErrors ? null : "the build has no error";
        if (result.HasErrors) return CaseRunner.Explain(result);
        Directory.CreateDirectory(output);
        CaseRunner.Write(result, output);
        return Judge.FindFault(pack["judge-rollup.cjs"], [folder, output, $"{options.EntryPoints[0].Name}.js"], folder);
    }
}
