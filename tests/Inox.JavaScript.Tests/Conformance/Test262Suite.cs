using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// The parser against test262: what must be rejected when parsed is, and everything else has no finding. Parser and declaration
/// checks run together, in the goal and the strictness a test asks for.
/// </summary>
public sealed class Test262Suite : IConformanceSuite
{
    public string Name => "test262-parser";

    public string PackName => "test262";

    private const string UseStrict = "\"use strict\";\n";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "test262.zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("test262.tar");
        foreach (JsonElement test in pack.ReadLines("test262-index.jsonl"))
        {
            string path = test.GetProperty("path").GetString()!;
            yield return Judge(path, SourceText.Decode(path, files[path]).Text, test);
        }
    }

    private static CaseResult Judge(string path, string text, JsonElement test)
    {
        HashSet<string> flags = [.. test.GetProperty("flags").EnumerateArray().Select(flag => flag.GetString()!)];
        bool isRejected = test.GetProperty("negative") is { ValueKind: JsonValueKind.Object } negative && negative.GetProperty("phase").ValueEquals("parse");
        SourceType goal = flags.Contains("module") ? SourceType.Module : SourceType.Script;
        bool isOnce = flags.Contains("raw") || flags.Contains("module") || flags.Contains("noStrict");
        if (!flags.Contains("onlyStrict") && Explain(path, text, goal, isRejected) is { } why) return CaseResult.Fail(path, why);
        if (!isOnce && Explain(path, UseStrict + text, goal, isRejected) is { } strictWhy) return CaseResult.Fail(path, "strict: " + strictWhy);
        return CaseResult.Pass(path);
    }

    private static string? Explain(string path, string text, SourceType goal, bool isRejected)
    {
        Diagnostic? first = EarlyErrors.First(new(path, text), new() { SourceType = goal }, EarlyErrors.Declarations);
        if (isRejected) return first is null ? "was accepted" : null;
        return first is null ? null : "was rejected: " + EarlyErrors.Show(first);
    }
}
