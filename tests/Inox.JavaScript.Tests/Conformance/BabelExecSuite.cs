using System.Text;
using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Transforms;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// Babel's tests that run: each file is lowered and then runs as a CommonJS function in a context of its own. All run in one node process; one that
/// throws, rejects or does not settle has failed. Tests of Babel's loose modes and assumptions are left out.
/// </summary>
public sealed class BabelExecSuite(EcmaVersion target) : IConformanceSuite
{
    public static BabelExecSuite Es2015 { get; } = new(EcmaVersion.Es2015);

    public static BabelExecSuite Es5 { get; } = new(EcmaVersion.Es5);

    private const string Runner = """
        const vm = require("vm"), fs = require("fs"), path = require("path"), { createRequire } = require("module");
        const [, , input, output, judges] = process.argv;
        const judge = createRequire(path.join(judges, "package.json"));
        const { expect } = judge("expect");
        const codes = JSON.parse(fs.readFileSync(input, "utf8")), results = {};
        process.on("uncaughtException", () => {}).on("unhandledRejection", () => {});
        function assertNoOwnProperties(object) {
          expect(Object.getOwnPropertyNames(object)).toEqual([]);
          expect(Object.getOwnPropertySymbols(object)).toEqual([]);
        }
        const multiline = lines => lines.join("\n");
        async function run(id, code) {
          const context = vm.createContext({
            console: { log() {}, warn() {}, error() {}, info() {} }, process, setTimeout, setImmediate, clearTimeout, setInterval, clearInterval, queueMicrotask, Buffer, URL,
            expect, assertNoOwnProperties, multiline, SuppressedError: globalThis.SuppressedError, structuredClone,
          });
          context.global = context;
          context.globalThis = context;
          vm.runInContext("for (const name of ['dispose', 'asyncDispose']) if (!Symbol[name]) Object.defineProperty(Symbol, name, { value: Symbol.for('Symbol.' + name) });", context);
          const module = { exports: {} };
          const body = vm.runInContext("(function (exports, require, module, __filename, __dirname, opts) {" + code + "\n})", context, { filename: id + ".js" });
          let timer;
          const late = new Promise((_, reject) => { timer = setTimeout(() => reject(new Error("it does not settle")), 5000); });
          try {
            await Promise.race([body.call(context, module.exports, require, module, id + ".js", ".", {}), late]);
          } finally {
            clearTimeout(timer);
          }
        }
        (async () => {
          for (const id of Object.keys(codes)) {
            try {
              await run(id, codes[id]);
              results[id] = "";
            } catch (error) {
              results[id] = String(error && error.stack || error || "thrown").split("\n").slice(0, 6).join("\n").toWellFormed() || "thrown";
            }
          }
          fs.writeFileSync(output, JSON.stringify(results));
          process.exit(0);
        })();
        """;

    public string Name => "babel-exec-" + EcmaVersions.NameOf(target);

    public string PackName => "babel-transforms";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, PackName + ".zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("babel-transforms.tar");
        Dictionary<string, string> codes = [];
        List<CaseResult> judged = [];
        foreach (JsonElement test in pack.ReadLines("babel-transforms-index.jsonl"))
        {
            if (!IsJudged(test)) continue;
            string id = test.GetProperty("id").GetString()!, path = test.GetProperty("exec").GetString()!;
            string? code = Lower(path, Encoding.UTF8.GetString(files[path]), test, out string why);
            if (code is null) judged.Add(CaseResult.Fail(id, why));
            else codes[id] = code;
        }
        using JsonDocument results = Execute(codes);
        foreach ((string id, string code) in codes)
            judged.Add(results.RootElement.GetProperty(id).GetString() is { Length: > 0 } why ? CaseResult.Fail(id, $"{why}\n  code {code}") : CaseResult.Pass(id));
        return judged;
    }

    private static bool IsJudged(JsonElement test)
    {
        if (test.GetProperty("exec").ValueKind != JsonValueKind.String || test.GetProperty("babel").GetString() != "pass") return false;
        // what node does not pass either is Babel's own, unless it is syntax that node has not got
        bool isNew = test.GetProperty("plugin").GetString() is "proposal-decorators" or "transform-explicit-resource-management" or "transform-duplicate-named-capturing-groups-regex";
        if (!isNew && test.GetProperty("native").GetString() != "pass") return false;
        string options = test.GetProperty("options").GetRawText();
        return !options.Contains("assumptions", StringComparison.Ordinal) && !options.Contains("loose", StringComparison.Ordinal);
    }

    private string? Lower(string path, string source, JsonElement test, out string why)
    {
        bool isModule = test.GetProperty("sourceType").GetString() == "module" || path.EndsWith(".mjs", StringComparison.Ordinal);
        ParseOptions options = new()
        {
            Language = path.EndsWith(".ts", StringComparison.Ordinal) ? Language.TypeScript : Language.Jsx,
            SourceType = isModule ? null : Syntax.SourceType.CommonJs, AllowReturnOutsideFunction = true,
        };
        ParseResult parsed = JsParser.Parse(new SourceText(path, source), options);
        why = string.Join("\n", parsed.Diagnostics.Select(diagnostic => diagnostic.Message));
        if (parsed.HasErrors) return null;
        TransformResult result = JsTransformer.Transform(parsed, new() { Target = target });
        why = string.Join("\n", result.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Select(diagnostic => diagnostic.Message));
        return why.Length > 0 ? null : JsPrinter.Print(result.Program, parsed.Source, [], new() { MinifyToEs5 = target == EcmaVersion.Es5 }).Code;
    }

    private static JsonDocument Execute(Dictionary<string, string> codes)
    {
        using TempFolder folder = new();
        string input = folder["codes.json"], output = folder["results.json"], runner = folder["run.cjs"];
        File.WriteAllText(runner, Runner);
        File.WriteAllText(input, JsonText.Of(codes));
        ProcessResult run = NodeProcess.RunFile(runner, [input, output, Repository.At("tests/conformance")], limit: TimeSpan.FromMinutes(5));
        if (!run.Succeeded) throw new InvalidOperationException($"the runner failed: {run.Error}");
        return JsonDocument.Parse(File.ReadAllBytes(output));
    }
}
