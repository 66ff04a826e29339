using Inox.Core;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Transforms;
using Inox.Testing;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

/// <summary>Touches the transformer in one place: compares printed text, so that rows read as programs.</summary>
internal static class TransformCheck
{
    public static void Code(string input, string expected, TransformOptions? options = null, Language language = Language.TypeScript)
    {
        (TransformResult result, string printed) = Transform(input, options, language);
        Assert.Empty(result.Diagnostics);
        Assert.Equal(Normalize(expected), printed);
    }

    public static void Diagnostic(string input, string code, TransformOptions? options = null) =>
        Assert.Equal([code], Transform(input, options, Language.TypeScript).Result.Diagnostics.Select(diagnostic => diagnostic.Code));

    /// <summary>Runs the lowered program with node; it must print <paramref name="output"/>.</summary>
    public static void Output(string input, string output, TransformOptions? options = null)
    {
        if (!NodeProcess.IsAvailable) Assert.Skip("node is not on the PATH");
        ProcessResult run = NodeProcess.RunScript(Transform(input, options, Language.TypeScript).Printed);
        Assert.Equal(output, (run.Output + run.Error).ReplaceLineEndings("\n").TrimEnd('\n'));
    }

    public static (TransformResult Result, string Printed) Transform(string input, TransformOptions? options, Language language)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("input.tsx", input), new() { Language = language });
        Assert.Empty(parsed.Diagnostics);
        TransformResult result = JsTransformer.Transform(parsed, options ?? TransformOptions.Default);
        string printed = JsPrinter.Print(result.Program, null, [], PrintOptions.Default).Code.TrimEnd('\n');
        // what was refused need not be right
        if (result.Diagnostics.Any(static diagnostic => diagnostic.Severity == Severity.Error)) return (result, printed);
        Assert.Empty(JsParser.Parse(new SourceText("output", printed), new() { Language = Language.Jsx, SourceType = result.Program.SourceType }).Diagnostics);
        return (result, printed);
    }

    // The expected text in the form the printer gives it.
    public static string Normalize(string text)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("expected", text), new() { Language = Language.Jsx });
        Assert.Empty(parsed.Diagnostics);
        return JsPrinter.Print(parsed.Program, null, [], PrintOptions.Default).Code.TrimEnd('\n');
    }
}
