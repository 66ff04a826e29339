using System.Text.Json;
using Inox.Core;
using Inox.Testing;

namespace Inox.Bundler.Tests.Conformance;

/// <summary>
/// The pack <c>esbuild-e2e.zip</c>: small programs that throw when they were bundled wrongly, each built as its arguments say and imported by node.
/// With <c>--bundle</c> and no format a case is built twice, as CommonJS and as an ES module. Cases whose flags have no counterpart are left out.
/// </summary>
public sealed class EsbuildE2eSuite : IConformanceSuite
{
    public string Name => "esbuild-e2e";

    public string PackName => "esbuild-e2e";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using PackFolder pack = new(packsFolder, PackName);
        List<JsonElement> cases = [.. pack.ReadLines("e2e.jsonl").Where(test => EsbuildArguments.Translate(Arguments(test), "/") is not null)];
        return CaseRunner.Run(cases, test => Run(pack, test));
    }

    private static IEnumerable<string> Arguments(JsonElement test) => test.GetProperty("args").EnumerateArray().Select(argument => argument.GetString()!);

    private static CaseResult Run(PackFolder pack, JsonElement test)
    {
        string id = test.GetProperty("id").GetString()!;
        return CaseRunner.Guard(id, () =>
        {
            foreach (string format in Formats(test))
            {
                string folder = pack.Scratch($"run/{id.Replace('/', '-')}-{format}");
                if (FindFault(test, format, folder) is { } why) return $"{format}: {why}";
                Directory.Delete(folder, recursive: true);
            }
            return null;
        });
    }

    private static string[] Formats(JsonElement test)
    {
        List<string> arguments = [.. Arguments(test)];
        foreach (string format in (string[])["iife", "esm", "cjs"]) if (arguments.Contains("--format=" + format)) return [format];
        return arguments.Contains("--bundle") ? ["cjs", "esm"] : ["cjs"];
    }

    private static string? FindFault(JsonElement test, string format, string folder)
    {
        WriteFiles(test.GetProperty("files"), folder);
        string here = test.TryGetProperty("cwd", out JsonElement cwd) ? Path.GetFullPath(Path.Combine(folder, cwd.GetString()!)) : folder;
        List<string> arguments = [.. Arguments(test)];
        bool isGiven = arguments.Exists(argument => argument.StartsWith("--format=", StringComparison.Ordinal));
        if (!isGiven && arguments.Contains("--bundle")) arguments.Add("--format=" + format);
        BuildResult result = Bundle.Build(EsbuildArguments.Translate(arguments, here)!, RealFileSystem.Shared);
        if (ExpectsError(test.GetProperty("expectedStderr"))) return result.HasErrors ? null : "the build has no error";
        if (result.HasErrors) return CaseRunner.Explain(result);
        CaseRunner.Write(result, folder);
        return Import(folder, format, test.TryGetProperty("async", out JsonElement isAsync) && isAsync.GetBoolean());
    }

    private static bool ExpectsError(JsonElement stderr) => stderr.ValueKind == JsonValueKind.Array
        ? stderr.EnumerateArray().Any(ExpectsError)
        : stderr.GetString()!.Contains("[ERROR]", StringComparison.Ordinal);

    private static void WriteFiles(JsonElement files, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (JsonProperty file in files.EnumerateObject())
        {
            string path = Path.Combine(folder, file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (file.Value.ValueKind == JsonValueKind.String) File.WriteAllText(path, file.Value.GetString());
            else if (file.Value.TryGetProperty("symlink", out JsonElement link)) File.CreateSymbolicLink(path, link.GetString()!.Replace("TEST_DIR_ABS_PATH", folder, StringComparison.Ordinal));
            else File.WriteAllBytes(path, [.. file.Value.GetProperty("data").EnumerateArray().Select(item => item.GetByte())]);
        }
    }

    private static string? Import(string folder, string format, bool isAsync)
    {
        string manifest = Path.Combine(folder, "package.json");
        if (!File.Exists(manifest)) File.WriteAllText(manifest, format == "esm" ? """{"type":"module"}""" : """{"type":"commonjs"}""");
        string url = JsonEncodedText.Encode(new Uri(Path.Combine(folder, "node.js")).AbsoluteUri).ToString();
        string load = $$"""
            import("{{url}}").then(async m => {
              const e = {{(format == "esm" ? "m" : "m.default")}};
              {{(isAsync ? "await e.async();" : "")}}
              process.exit(0);
            }).catch(e => { console.error(e && e.message || e); process.exit(1); });
            """;
        ProcessResult result = NodeProcess.Run(["--input-type=module", "-e", load], folder: folder);
        if (result.Succeeded) return null;
        return result.TimedOut ? "timeout" : "run: " + result.Error.Trim();
    }
}
