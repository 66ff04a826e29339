using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Minification;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Transforms;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// Small programs that must print the same when minified: syntax compressed, white space taken out, names shortened but for those of the outermost level. All run in one
/// node process, each in a context of its own.
/// </summary>
public sealed class MinifyExecSuite : IConformanceSuite
{
    private const string Index = "minify-exec.jsonl";

    // The globals are those the expected output was made with: some programs print them all.
    private const string Runner = """
        const vm = require("vm"), util = require("util"), fs = require("fs");
        const results = {};
        process.on("uncaughtException", () => {}).on("unhandledRejection", () => {});
        const show = value => typeof value === "function" ? "[Function]" : typeof value === "string" ? value : util.inspect(value, { breakLength: Infinity, depth: 9 });
        function run(code) {
          const result = { lines: [], end: "ok" };
          const write = function write(...values) { result.lines.push(values.map(show).join(" ")); };
          const assert = function assert(fact, ...values) { if (!fact) write(...values); };
          const context = {
            console: { log: write, info: write, error: write, warn: write, assert },
            setTimeout, setImmediate, setInterval: function setInterval() {}, clearTimeout,
            process: { on() {}, stdout: { write } }, require: undefined,
          };
          for (const name of ["self", "window", "global"]) context[name] = context;
          try { vm.runInNewContext(code, context, { timeout: 5000 }); }
          catch (error) { result.end = error && error.name || "thrown"; }
          return result;
        }
        const codes = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
        const tests = fs.readFileSync(process.argv[3], "utf8").split("\n").filter(line => line).map(line => JSON.parse(line)).filter(test => test.id in codes);
        for (const test of tests) results[test.id] = run(codes[test.id]);
        process.on("exit", () => {
          for (const { id, stdout, end } of tests) {
            const text = results[id].lines.join("\n");
            results[id] = text === stdout && results[id].end === end ? "" : `prints ${results[id].end}: ${text}\n  for ${end}: ${stdout}`.toWellFormed();
          }
          fs.writeFileSync(process.argv[4], JSON.stringify(results));
        });
        """;

    public string Name => "minify-exec";

    public string PackName => "minify-exec";

    /// <summary>The sum of the lengths of what the programs became.</summary>
    public (string Name, long Value)? Measure { get; private set; }

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "minify-exec.zip"));
        Dictionary<string, string> codes = [];
        foreach (JsonElement test in pack.ReadLines(Index))
            if (test.GetProperty("runnable").GetBoolean() && !test.GetProperty("contested").GetBoolean())
                codes[test.GetProperty("id").GetString()!] = Minify(test.GetProperty("source").GetString()!);
        Measure = ("characters", codes.Values.Sum(code => (long)code.Length));
        using JsonDocument results = Execute(codes, pack.ReadBytes(Index));
        List<CaseResult> judged = [];
        foreach ((string id, string code) in codes)
            judged.Add(results.RootElement.GetProperty(id).GetString() is { Length: > 0 } why ? CaseResult.Fail(id, $"{why}\n  code {code}") : CaseResult.Pass(id));
        return judged;
    }

    private static string Minify(string source)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("test.js", source), new() { SourceType = Syntax.SourceType.Script });
        TransformResult result = JsTransformer.Transform(parsed, new() { MinifySyntax = true, JoinOutermost = true });
        return JsPrinter.Print(result.Program, parsed.Source, [], new() { MinifyWhitespace = true, PreferTemplates = true, Names = ShortenNames.OfFile(result.Model) }).Code;
    }

    private static JsonDocument Execute(Dictionary<string, string> codes, byte[] tests)
    {
        using TempFolder folder = new();
        string input = folder["codes.json"], index = folder[Index], output = folder["results.json"], runner = folder["run.cjs"];
        File.WriteAllText(runner, Runner);
        File.WriteAllBytes(index, tests);
        using (FileStream stream = File.Create(input))
        using (Utf8JsonWriter writer = new(stream))
        {
            writer.WriteStartObject();
            foreach ((string id, string code) in codes) writer.WriteString(id, code);
            writer.WriteEndObject();
        }
        ProcessResult run = NodeProcess.RunFile(runner, [input, index, output], limit: TimeSpan.FromMinutes(5));
        if (!run.Succeeded) throw new InvalidOperationException($"the runner failed: {run.Error}");
        return JsonDocument.Parse(File.ReadAllBytes(output));
    }
}
