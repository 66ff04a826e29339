using System.Text;
using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Transforms;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// Tests of test262 that run, of the syntax that is lowered: each runs in node as it is and lowered, and only those that pass as they are are judged.
/// Every <paramref name="step"/>th test is taken, so that a sample fits into CI. Tests of modules, of several realms or agents and those that must not be changed are left out.
/// </summary>
public sealed class Test262RunSuite(string name, EcmaVersion target, int step) : IConformanceSuite
{
    private const int SampleStep = 8;

    public static Test262RunSuite Es2015 { get; } = new("test262-run-es2015", EcmaVersion.Es2015, step: 1);

    public static Test262RunSuite Es5 { get; } = new("test262-run-es5", EcmaVersion.Es5, step: 1);

    public static Test262RunSuite SampleEs2015 { get; } = new("test262-sample-es2015", EcmaVersion.Es2015, SampleStep);

    public static Test262RunSuite SampleEs5 { get; } = new("test262-sample-es5", EcmaVersion.Es5, SampleStep);

    private static readonly string[] s_folders =
    [
        "test/language/expressions/", "test/language/statements/", "test/language/destructuring/", "test/language/rest-parameters/", "test/language/block-scope/",
        "test/language/computed-property-names/", "test/language/arguments-object/", "test/language/literals/regexp/named-groups/",
    ];

    private const string Runner = """
        const vm = require("vm"), fs = require("fs");
        const [, , input, output] = process.argv;
        const { harness, tests } = JSON.parse(fs.readFileSync(input, "utf8")), results = {};
        process.on("uncaughtException", () => {}).on("unhandledRejection", () => {});
        function run(test, code) {
          return new Promise(resolve => {
            let timer = setTimeout(() => resolve("it does not end"), 2000);
            const done = why => { clearTimeout(timer); resolve(why); };
            const context = vm.createContext({ print(text) { if (test.async) done(String(text) === "Test262:AsyncTestComplete" ? "" : String(text)); } });
            context.$262 = { global: vm.runInContext("this", context), evalScript: text => vm.runInContext(text, context) };
            try {
              for (const file of test.includes) vm.runInContext(harness[file], context);
              vm.runInContext(code, context, { timeout: 5000 });
              if (!test.async || test.negative) done(test.negative ? "nothing is thrown" : "");
            } catch (error) {
              const name = error && error.constructor && error.constructor.name;
              done(test.negative && name === test.negative ? "" : String(error && error.message || name || error) || "thrown");
            }
          });
        }
        (async () => {
          for (const test of tests) {
            const as = await run(test, test.source);
            results[test.id] = as ? "!" : await run(test, test.lowered);
          }
          fs.writeFileSync(output, JSON.stringify(results));
          process.exit(0);
        })();
        """;

    public string Name => name;

    public string PackName => "test262";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, PackName + ".zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("test262.tar");
        List<JsonElement> tests = [.. pack.ReadLines("test262-index.jsonl").Where(IsJudged)];
        using TempFolder folder = new();
        string input = folder["tests.json"], output = folder["results.json"], runner = folder["run.cjs"];
        File.WriteAllText(runner, Runner);
        WriteTests(input, files, [.. tests.Where((_, index) => index % step == 0)]);
        ProcessResult run = NodeProcess.RunFile(runner, [input, output], limit: TimeSpan.FromMinutes(20));
        if (!run.Succeeded) throw new InvalidOperationException($"the runner failed: {run.Error}");
        using JsonDocument results = JsonDocument.Parse(File.ReadAllBytes(output));
        List<CaseResult> judged = [];
        foreach (JsonProperty result in results.RootElement.EnumerateObject())
        {
            string why = result.Value.GetString()!;
            if (why != "!") judged.Add(why.Length == 0 ? CaseResult.Pass(result.Name) : CaseResult.Fail(result.Name, why));
        }
        return judged;
    }

    private static bool IsJudged(JsonElement test)
    {
        string path = test.GetProperty("path").GetString()!;
        if (!Array.Exists(s_folders, folder => path.StartsWith(folder, StringComparison.Ordinal))) return false;
        foreach (JsonElement flag in test.GetProperty("flags").EnumerateArray()) if (flag.GetString() is "module" or "raw" or "CanBlockIsFalse") return false;
        JsonElement negative = test.GetProperty("negative");
        return negative.ValueKind == JsonValueKind.Null || negative.GetProperty("phase").GetString() == "runtime";
    }

    private void WriteTests(string path, Dictionary<string, byte[]> files, JsonElement[] tests)
    {
        HashSet<string> harness = [];
        using FileStream stream = File.Create(path);
        using Utf8JsonWriter writer = new(stream);
        writer.WriteStartObject();
        writer.WriteStartArray("tests");
        foreach (JsonElement test in tests) WriteTest(writer, test, Encoding.UTF8.GetString(files[test.GetProperty("path").GetString()!]), harness);
        writer.WriteEndArray();
        writer.WriteStartObject("harness");
        foreach (string file in harness) writer.WriteString(file, Encoding.UTF8.GetString(files["harness/" + file]));
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteTest(Utf8JsonWriter writer, JsonElement test, string source, HashSet<string> harness)
    {
        string[] flags = [.. test.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()!)];
        if (flags.Contains("onlyStrict")) source = "\"use strict\";\n" + source;
        ParseResult parsed = JsParser.Parse(new SourceText("test.js", source), new() { SourceType = Syntax.SourceType.Script });
        if (parsed.HasErrors) return;
        bool isAsync = flags.Contains("async");
        List<string> includes = ["assert.js", "sta.js", .. isAsync ? ["doneprintHandle.js"] : Array.Empty<string>(), .. test.GetProperty("includes").EnumerateArray().Select(file => file.GetString()!)];
        harness.UnionWith(includes);
        writer.WriteStartObject();
        writer.WriteString("id", test.GetProperty("path").GetString());
        writer.WriteBoolean("async", isAsync);
        writer.WriteString("negative", test.GetProperty("negative") is { ValueKind: JsonValueKind.Object } negative ? negative.GetProperty("type").GetString() : null);
        writer.WriteString("source", source);
        writer.WriteString("lowered", Lower(parsed));
        writer.WriteStartArray("includes");
        foreach (string file in includes) writer.WriteStringValue(file);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // One test that breaks the lowering must not end the run.
    private string Lower(ParseResult parsed)
    {
        try
        {
            TransformResult result = JsTransformer.Transform(parsed, new() { Target = target });
            return JsPrinter.Print(result.Program, parsed.Source, [], new()).Code;
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidCastException or NullReferenceException or ArgumentException)
        {
            return $"throw new Error(\"{JsonEncodedText.Encode($"the lowering broke: {e.Message}")}\")";
        }
    }
}
