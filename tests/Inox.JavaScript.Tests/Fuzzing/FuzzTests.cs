using System.Text;
using System.Text.Json;
using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Fuzzing;

/// <summary>
/// Seconds of fuzzing in CI: <see cref="FuzzSeeds"/> says how to run more. A failure names the seed.
/// </summary>
public sealed class FuzzTests
{
    private const int Programs = 400;
    private const int Mutations = 4000;

    [Theory]
    [InlineData(Language.JavaScript)]
    [InlineData(Language.Jsx)]
    [InlineData(Language.TypeScript)]
    [InlineData(Language.Tsx)]
    public void Generated_programs_parse_and_print(Language language)
    {
        List<string> wrong = [];
        foreach (int seed in FuzzSeeds.Of(Programs))
        {
            string text = new ProgramGenerator(seed, language).Generate(4);
            ParseOptions options = new() { Language = language, SourceType = SourceType.Script };
            ParseResult parsed = JsParser.Parse(new SourceText("generated", text), options);
            string? why = parsed.HasErrors ? Show(parsed.Diagnostics[0]) : Explain(parsed, options);
            if (why is not null) wrong.Add($"seed {seed}: {why}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    private static string? Explain(ParseResult parsed, ParseOptions options)
    {
        SemanticModel model = SemanticAnalyzer.Analyze(parsed, new() { CheckDeclarations = true, TypeScriptRules = new() });
        if (Array.Find(model.Diagnostics, diagnostic => diagnostic.Code.StartsWith("IX13", StringComparison.Ordinal)) is { } found) return Show(found);
        return RoundTrip.Explain(parsed, options);
    }

    private static string Show(Diagnostic diagnostic)
    {
        string text = diagnostic.Source!.Text;
        return $"{diagnostic.Message} at {text[Math.Max(0, diagnostic.Span.Start - 40)..Math.Min(text.Length, diagnostic.Span.Start + 40)].ReplaceLineEndings(" ")}";
    }

    // No text ends the process, has no tree, or is printed as something else.
    [Fact]
    public void Mutated_cases_have_a_tree()
    {
        (string Path, string Text)[] seeds = ReadCases();
        List<string> wrong = [];
        foreach (int seed in FuzzSeeds.Of(Mutations))
        {
            Random random = new(seed);
            (string path, string text) = seeds[random.Next(seeds.Length)];
            string mutated = Mutator.Mutate(text, seeds[random.Next(seeds.Length)].Text, random);
            ParseOptions options = ParseOptions.ForPath(path);
            if (RoundTrip.Explain(new SourceText(path, mutated), options) is { } why) wrong.Add($"seed {seed} ({path}): {why}");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(20)));
    }

    private static (string, string)[] ReadCases()
    {
        using Pack pack = Pack.Require("babel-parser");
        Dictionary<string, byte[]> files = pack.ReadTar("babel-parser.tar");
        return [.. pack.ReadLines("babel-parser-index.jsonl").Select(test => test.GetProperty("input").GetString()!).Order(StringComparer.Ordinal)
            .Select(path => (path, Encoding.UTF8.GetString(files[path])))];
    }
}
