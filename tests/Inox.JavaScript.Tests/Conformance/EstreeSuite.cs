using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// ESTree JSON against acorn over what test262 and the Babel pack accept, and against typescript-estree over the single files of the TypeScript
/// pack and the TypeScript and JSX of the Babel pack. <paramref name="step"/> takes every nth case only, which is how CI runs it.
/// </summary>
public sealed class EstreeSuite : IConformanceSuite
{
    private readonly Func<string, IEnumerable<EstreeCase>> _cases;
    private readonly int _step;

    private EstreeSuite(string name, string packName, Func<string, IEnumerable<EstreeCase>> cases, int step = 1) =>
        (Name, PackName, _cases, _step) = (name, packName, cases, step);

    public static EstreeSuite Acorn { get; } = new("estree-acorn", "test262", JavaScriptCases);

    public static EstreeSuite TypeScript { get; } = new("estree-typescript", "typescript", TypeScriptCases);

    public string Name { get; }

    public string PackName { get; }

    /// <summary>The same suite over every <paramref name="step"/>th case.</summary>
    public EstreeSuite Sample(int step) => new(Name, PackName, _cases, step);

    public IEnumerable<CaseResult> Run(string packsFolder) => EstreeComparison.Run(_cases(packsFolder).Where((_, index) => index % _step == 0));

    private static IEnumerable<EstreeCase> JavaScriptCases(string packs)
    {
        using Pack pack = Pack.Open(Path.Combine(packs, "test262.zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("test262.tar");
        foreach (JsonElement test in pack.ReadLines("test262-index.jsonl"))
        {
            string path = test.GetProperty("path").GetString()!;
            bool isModule = test.GetProperty("flags").EnumerateArray().Any(flag => flag.ValueEquals("module"));
            yield return new(path, SourceText.Decode(path, files[path]).Text, new() { SourceType = isModule ? SourceType.Module : SourceType.Script });
        }
        foreach (EstreeCase item in BabelCases(packs)) if (item.Options.Language == Language.JavaScript) yield return item;
    }

    private static IEnumerable<EstreeCase> TypeScriptCases(string packs)
    {
        using Pack pack = Pack.Open(Path.Combine(packs, "typescript.zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("typescript.tar");
        foreach (JsonElement test in pack.ReadLines("typescript-index.jsonl"))
        {
            string path = test.GetProperty("path").GetString()!;
            if (test.GetProperty("multiFile").GetBoolean() || !test.GetProperty("verdict").ValueEquals("accept")) continue;
            yield return new(path, SourceText.Decode(path, files[path]).Text, ParseOptions.ForPath(path) with { ReportEarlyErrors = false });
        }
        foreach (EstreeCase item in BabelCases(packs)) if (item.Options.Language != Language.JavaScript) yield return item with { Options = item.Options with { SourceType = null } };
    }

    private static IEnumerable<EstreeCase> BabelCases(string packs)
    {
        string path = Path.Combine(packs, "babel-parser.zip");
        if (!File.Exists(path)) yield break;
        using Pack pack = Pack.Open(path);
        Dictionary<string, byte[]> files = pack.ReadTar("babel-parser.tar");
        foreach (JsonElement test in pack.ReadLines("babel-parser-index.jsonl"))
        {
            if (!test.GetProperty("verdict").ValueEquals("accept") || !BabelParserSuite.HasCounterpart(test)) continue;
            string input = test.GetProperty("input").GetString()!;
            yield return new("babel/" + input, SourceText.Decode(input, files[input]).Text, BabelParserSuite.OptionsOf(test));
        }
    }
}
