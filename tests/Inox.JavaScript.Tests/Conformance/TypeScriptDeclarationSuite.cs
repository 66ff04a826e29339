using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Declarations;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Syntax;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// What <c>transpileDeclaration</c> of TypeScript gives for its own tests under <c>isolatedDeclarations</c>: the declarations as trees where it
/// has no objection, at least one diagnostic where it has.
/// </summary>
public sealed class TypeScriptDeclarationSuite : IConformanceSuite
{
    public string Name => "typescript-dts";

    public string PackName => "typescript";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "typescript.zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("typescript.tar");
        Dictionary<string, byte[]> outputs = pack.ReadTar("expected.tar");
        foreach (JsonElement test in pack.ReadLines("typescript-index.jsonl"))
        {
            string path = test.GetProperty("path").GetString()!;
            string unit = test.GetProperty("units")[0].GetProperty("name").GetString()!;
            if (test.TryGetProperty("expected", out JsonElement expected) && expected.ValueKind == JsonValueKind.Object && expected.TryGetProperty("dts", out JsonElement file))
                yield return Judge(path, unit, files[path], outputs[file.GetString()!]);
            else if (test.TryGetProperty("dtsErrors", out JsonElement errors) && errors.GetArrayLength() > 0)
                yield return JudgeErrors(path, unit, files[path], errors);
        }
    }

    private static DeclarationResult Emit(string unit, byte[] input, out ParseResult parsed)
    {
        parsed = JsParser.Parse(SourceText.Decode(unit[(unit.LastIndexOf('/') + 1)..], input), ParseOptions.ForPath(unit));
        return JsDeclarations.Emit(parsed);
    }

    private static CaseResult JudgeErrors(string path, string unit, byte[] input, JsonElement errors) =>
        Emit(unit, input, out _).Diagnostics.Length > 0 ? CaseResult.Pass(path) : CaseResult.Fail(path, "was declared: TS" + string.Join(" TS", errors.EnumerateArray().Distinct()));

    private static CaseResult Judge(string path, string unit, byte[] input, byte[] output)
    {
        DeclarationResult result = Emit(unit, input, out ParseResult parsed);
        if (result.Diagnostics.Length > 0) return CaseResult.Fail(path, "was refused: " + EarlyErrors.Show(result.Diagnostics[0]));
        string printed = JsPrinter.Print(result.Program, parsed.Source, result.Comments, PrintOptions.Default).Code;
        ParseOptions reading = new() { Language = Language.Declarations };
        Node? ours = EmitForm.Of(JsParser.Parse(new SourceText("ours", printed), reading).Program);
        Node? theirs = EmitForm.Of(JsParser.Parse(SourceText.Decode("theirs", output), reading).Program);
        return TreeComparer.AreEqual(ours, theirs) ? CaseResult.Pass(path) : CaseResult.Fail(path, $"another tree: {printed}");
    }
}
