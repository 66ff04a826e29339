using System.Text.Json;
using Inox.Testing;

namespace Inox.Css.Tests.Conformance;

/// <summary>The cases of one file of the pack that <paramref name="run"/> does not pass over with null.</summary>
public sealed class CssSuite(string name, string file, Func<JsonElement, CaseResult?> run) : IConformanceSuite
{
    private const string Lightning = "lightningcss.jsonl";

    public static readonly CssSuite[] All =
    [
        Optimizer("css-minify", "minify"),
        Optimizer("css-prefix", "prefix"),
        Optimizer("css-print", "print"),
        Optimizer("css-nesting", "nesting"),
        Optimizer("css-media", "custom_media"),
        Optimizer("css-attribute", "style_attribute"),
        Optimizer("css-errors", "parse_error", "transform_error", "print_error", "recovers"),
        new("css-modules", Lightning, ModuleCases.Run),
        new("css-bundle", Lightning, BundleCases.Run),
        new("css-dependencies", Lightning, DependencyCases.Run),
        new("css-parsing", "css-parsing-tests.jsonl", ParsingCases.Run),
    ];

    public string Name => name;

    public string PackName => "css";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "css.zip"));
        foreach (JsonElement line in pack.ReadLines(file))
        {
            if (run(line) is { } result) yield return result;
        }
    }

    private static CssSuite Optimizer(string name, params string[] kinds) => new(name, Lightning, line => OptimizerCases.Run(line, kinds));

    internal static CaseResult Result(JsonElement line, bool passed) => new(line.GetProperty("id").GetString()!, passed, passed ? null : line.GetRawText());

    // Values equal, form free.
    internal static string Reprint(string text) => CssPrinter.Print(CssOptimizer.Optimize(Check.Parse(text), new() { Minify = true }), new() { Minify = true }).Text;
}
