using System.Text.Json;
using System.Text.RegularExpressions;
using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.Testing;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>
/// The pack <c>typescript.zip</c>, judged as its README says: <c>accept</c> tests must parse without an error, <c>reject</c> tests must not;
/// <c>reject-semantic</c> may need rules beyond the grammar and is a group of its own, for which the rules of TypeScript's checker are on, with the
/// settings of the test. An <c>accept</c> test must have no error with early errors and these rules on. The verdicts <c>early</c> and <c>unjudged</c> are left out.
/// </summary>
public sealed partial class TypeScriptParserSuite : IConformanceSuite
{
    private readonly string _verdict;

    private TypeScriptParserSuite(string name, string verdict) => (Name, _verdict) = (name, verdict);

    public static TypeScriptParserSuite Accept { get; } = new("typescript-accept", "accept");

    public static TypeScriptParserSuite Reject { get; } = new("typescript-reject", "reject");

    public static TypeScriptParserSuite Semantic { get; } = new("typescript-semantic", "reject-semantic");

    public string Name { get; }

    public string PackName => "typescript";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "typescript.zip"));
        Dictionary<string, byte[]> files = pack.ReadTar("typescript.tar");
        foreach (JsonElement test in pack.ReadLines("typescript-index.jsonl"))
        {
            if (!test.GetProperty("verdict").ValueEquals(_verdict)) continue;
            string path = test.GetProperty("path").GetString()!;
            yield return Judge(path, test, SourceText.Decode(path, files[path]).Text);
        }
    }

    private CaseResult Judge(string path, JsonElement test, string text)
    {
        string errorsOf = _verdict == "reject" ? "parseErrors" : "grammarErrors";
        HashSet<string> broken = [.. test.GetProperty("units").EnumerateArray().Where(unit => HasAny(unit, errorsOf)).Select(unit => unit.GetProperty("name").GetString()!)];
        // TypeScript's own checker has findings here, which the settings of the baseline do not show: early errors are off
        HashSet<string> doubtful = [.. test.GetProperty("units").EnumerateArray().Where(unit => HasAny(unit, "grammarErrors")).Select(unit => unit.GetProperty("name").GetString()!)];
        Diagnostic? first = null;
        foreach ((string name, string content) in Split(path, text))
        {
            if (!IsTypeScript(name) && !(_verdict == "reject" && broken.Contains(name))) continue;
            if (_verdict == "reject" && broken.Count > 0 && !broken.Contains(name)) continue;
            SourceText source = new(name, content);
            ParseOptions options = ParseOptions.ForPath(name);
            first ??= _verdict == "accept" && doubtful.Contains(name) ? EarlyErrors.First(source, options with { ReportEarlyErrors = false }, null) : FirstError(source, options, test);
        }
        if (_verdict != "accept") return first is not null ? CaseResult.Pass(path) : CaseResult.Fail(path, "was accepted: " + CodesOf(test, errorsOf));
        return first is null ? CaseResult.Pass(path) : CaseResult.Fail(path, "was rejected: " + EarlyErrors.Show(first));
    }

    private Diagnostic? FirstError(SourceText source, ParseOptions options, JsonElement test)
    {
        if (_verdict == "reject") return EarlyErrors.First(source, options, EarlyErrors.Declarations);
        foreach (SemanticOptions checks in TypeScriptSettings.ChecksOf(test))
            if (EarlyErrors.First(source, options, checks) is { } first) return first;
        return null;
    }

    private static bool HasAny(JsonElement unit, string errors) => unit.TryGetProperty(errors, out JsonElement codes) && codes.GetArrayLength() > 0;

    private static string CodesOf(JsonElement test, string errors) => string.Join(' ', test.GetProperty(errors).EnumerateArray().Select(code => "TS" + code));

    private static bool IsTypeScript(string name) => Path.GetExtension(name) is ".ts" or ".tsx" or ".mts" or ".cts";

    /// <summary>The files of a test, cut at its <c>@filename</c> lines.</summary>
    private static IEnumerable<(string Name, string Content)> Split(string path, string text)
    {
        // the settings belong to no file: `#!` must be the first line of its own
        text = SettingLine().Replace(text, match => FileNameLine().IsMatch(match.Value) ? match.Value : "");
        MatchCollection cuts = FileNameLine().Matches(text);
        if (cuts.Count == 0)
        {
            yield return (Path.GetFileName(path), text);
            yield break;
        }
        for (int i = 0; i < cuts.Count; i++)
        {
            int start = cuts[i].Index + cuts[i].Length;
            int end = i + 1 < cuts.Count ? cuts[i + 1].Index : text.Length;
            string lead = i == 0 ? text[..cuts[0].Index] : "";
            yield return (cuts[i].Groups[1].Value.Trim(), lead + text[start..end]);
        }
    }

    [GeneratedRegex(@"^//[ \t]*@\w+[ \t]*:[^\r\n]*\r?\n?", RegexOptions.Multiline)]
    private static partial Regex SettingLine();

    [GeneratedRegex(@"^//[ \t]*@filename:[ \t]*([^\r\n]+)\r?\n?", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex FileNameLine();
}
