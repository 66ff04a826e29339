using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Minification;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;
using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Fuzzing;

/// <summary>Random programs do the same when they are minified and when they are lowered: seconds in CI, more as <see cref="FuzzSeeds"/> says.</summary>
public sealed class MinifyFuzzTests
{
    private const int Programs = 300;

    // Each program and its other form, in contexts of their own; programs that run too long or too deep say nothing.
    private const string Runner = """
        const vm = require("vm"), pairs = JSON.parse(require("fs").readFileSync(process.argv[2], "utf8"));
        function run(code) {
          const lines = [];
          const log = value => { if (lines.length < 200) lines.push(typeof value === "function" ? "function" : typeof value + JSON.stringify(value)); return value; };
          try { vm.runInNewContext('Function.prototype.toString = () => "function";' + code, { log }, { timeout: 1000, microtaskMode: "afterEvaluate" }); } catch (error) { if (error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return null; lines.push("thrown " + error.name); }
          return lines.includes('string"RangeError"') ? null : lines.join();
        }
        const wrong = [];
        let compared = 0;
        for (const { seed, before, after } of pairs) {
          const expected = run(before);
          if (expected === null) continue;
          compared++;
          const actual = run(after);
          if (actual !== expected) wrong.push(`seed ${seed}: ${actual}\n  for ${expected}\n  code ${after}`);
        }
        console.log(JSON.stringify({ compared, wrong }));
        """;

    public static TheoryData<EcmaVersion, bool> Forms => new() { { EcmaVersion.EsNext, true }, { EcmaVersion.Es2015, false }, { EcmaVersion.Es5, false }, { EcmaVersion.Es5, true } };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Programs_do_the_same(EcmaVersion target, bool minify)
    {
        int[] seeds = FuzzSeeds.Of(Programs);
        using TempFolder folder = new();
        string runner = folder["run.cjs"], input = folder["pairs.json"];
        File.WriteAllText(runner, Runner);
        using (FileStream stream = File.Create(input))
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartArray();
            foreach (int seed in seeds) Write(json, seed, target, minify);
            json.WriteEndArray();
        }
        ProcessResult run = NodeProcess.RunFile(runner, [input], limit: TimeSpan.FromMinutes(2 * FuzzSeeds.Factor));
        Assert.True(run.ExitCode == 0, run.Error);
        using JsonDocument found = JsonDocument.Parse(run.Output);
        string[] wrong = [.. found.RootElement.GetProperty("wrong").EnumerateArray().Select(item => item.GetString()!)];
        Assert.True(wrong.Length == 0, $"{wrong.Length} differ\n{string.Join('\n', wrong.OrderBy(text => text.Length).Take(5))}");
        Assert.True(found.RootElement.GetProperty("compared").GetInt32() > seeds.Length * 9 / 10, "most programs end");
    }

    private static void Write(Utf8JsonWriter json, int seed, EcmaVersion target, bool minify)
    {
        string before = new RunnableGenerator(seed, isLowered: target == EcmaVersion.Es5).Generate();
        json.WriteStartObject();
        json.WriteNumber("seed", seed);
        json.WriteString("before", before);
        json.WriteString("after", Transform(before, target, minify));
        json.WriteEndObject();
    }

    private static string Transform(string text, EcmaVersion target, bool minify)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("generated.js", text), new() { SourceType = SourceType.Script });
        Assert.False(parsed.HasErrors, text);
        TransformResult result = JsTransformer.Transform(parsed, new() { MinifySyntax = minify, JoinOutermost = minify, Target = target });
        PrintOptions print = minify
            ? new() { MinifyWhitespace = true, MinifyToEs5 = target < EcmaVersion.Es2015, PreferTemplates = target >= EcmaVersion.Es2015, Names = ShortenNames.OfFile(result.Model) }
            : new();
        return JsPrinter.Print(result.Program, parsed.Source, [], print).Code;
    }
}
