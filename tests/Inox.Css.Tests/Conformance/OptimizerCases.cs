using System.Text.Json;
using Inox.Core;
using Inox.Testing;

namespace Inox.Css.Tests.Conformance;

/// <summary>The cases of some kinds: optimize, print, compare the text.</summary>
internal static class OptimizerCases
{
    public static CaseResult? Run(JsonElement line, string[] kinds)
    {
        CssCase test = new(line);
        return kinds.Contains(test.Kind) ? Run(test) : null;
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
        if (test.Member("cssModules") is not null) expected = ModuleCases.Hashless(expected);
        return new(test.Id, actual == expected, actual == expected ? null : $"{test.Input}\n   want {expected}\n   have {actual}");
    }

    private static string Attribute(CssCase test) => CssStyleAttribute.Optimize(test.Input, test.Options);

    private static CaseResult CompareErrors(CssCase test)
    {
        CssParseResult parsed = CssParser.Parse(new(test.FileName ?? "test.css", test.Input));
        StyleSheet sheet = test.Prepare(parsed.StyleSheet, out IReadOnlyList<Diagnostic> findings, out _);
        CssOptimizeResult result = CssOptimizer.Run(sheet, test.Options);
        // With recovery always on, failing is a finding about what browsers drop.
        bool fails = parsed.Diagnostics.Concat(findings).Concat(result.Diagnostics).Any(diagnostic => diagnostic.Code != CssDiagnostics.UnclosedBracket.Code)
            || (test.AnalyzesDependencies && !CssDependencies.Scan(sheet).Ambiguous.IsEmpty);
        bool passed = fails || test.Kind == "recovers";
        return new(test.Id, passed, passed ? null : test.Input);
    }

    private static string Print(CssCase test)
    {
        StyleSheet sheet = test.Prepare(CssParser.Parse(new(test.FileName ?? "test.css", test.Input)).StyleSheet, out _, out _);
        if (test.Optimizes) sheet = CssOptimizer.Optimize(sheet, test.Options);
        return CssPrinter.Print(sheet, new() { Minify = test.Minify }).Text;
    }
}
