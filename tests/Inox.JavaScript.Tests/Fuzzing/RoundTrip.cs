using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Tests.Printing;

namespace Inox.JavaScript.Tests.Fuzzing;

/// <summary>What must hold of every text that parses: printed, pretty and minified, it reads as the same tree.</summary>
internal static class RoundTrip
{
    /// <summary>What is wrong; null when nothing is, or the text has errors.</summary>
    public static string? Explain(SourceText source, ParseOptions options)
    {
        ParseResult parsed = JsParser.Parse(source, options);
        return parsed.HasErrors ? null : Explain(parsed, options);
    }

    public static string? Explain(ParseResult parsed, ParseOptions options)
    {
        options = options with { SourceType = parsed.Program.SourceType };
        string pretty = JsPrinter.Print(parsed);
        if (Difference(parsed.Program, pretty, parsed.Source.Path, options, isMinified: false) is { } why) return "pretty " + why;
        string minified = JsPrinter.Print(parsed, PrintCheck.Minified);
        return Difference(parsed.Program, minified, parsed.Source.Path, options, isMinified: true) is { } minifiedWhy ? "minified " + minifiedWhy : null;
    }

    private static string? Difference(Program program, string printed, string path, ParseOptions options, bool isMinified)
    {
        ParseResult again = JsParser.Parse(new SourceText(path, printed), options);
        if (again.HasErrors) return $"{again.Diagnostics[0].Message} at {Around(printed, again.Diagnostics[0].Span.Start)}";
        bool isEqual = isMinified ? TreeComparer.AreEqual(LongForms.Of(program), LongForms.Of(again.Program)) : TreeComparer.AreEqual(program, again.Program);
        return isEqual ? null : $"is another program: {Around(printed, FindDifference(program, again.Program))}";
    }

    // Where the second tree stops to be the first; LongForms has changed both by now if need be.
    private static int FindDifference(Node a, Node b)
    {
        List<Node> first = a.GetChildren(), second = b.GetChildren();
        for (int i = 0; i < Math.Min(first.Count, second.Count); i++)
            if (!TreeComparer.AreEqual(first[i], second[i])) return FindDifference(first[i], second[i]);
        return b.Start;
    }

    private static string Around(string text, int place) => text[Math.Max(0, place - 60)..Math.Min(text.Length, place + 100)].ReplaceLineEndings(" ");
}
