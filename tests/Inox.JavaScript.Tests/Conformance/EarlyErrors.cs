using Inox.Core;
using Inox.JavaScript.Semantics;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>The findings of the parser, or when it has none those of the checks that were asked for.</summary>
internal static class EarlyErrors
{
    public static SemanticOptions Declarations { get; } = new() { CheckDeclarations = true };

    /// <param name="checks">Null for the parser alone.</param>
    public static Diagnostic? First(SourceText source, ParseOptions options, SemanticOptions? checks)
    {
        ParseResult parsed = JsParser.Parse(source, options);
        Diagnostic[] found = parsed.HasErrors || checks is null ? parsed.Diagnostics : SemanticAnalyzer.Analyze(parsed, checks).Diagnostics;
        foreach (Diagnostic diagnostic in found) if (diagnostic.Severity == Severity.Error) return diagnostic;
        return null;
    }

    public static string Show(Diagnostic diagnostic)
    {
        LineColumn place = diagnostic.Source!.GetLineColumn(diagnostic.Span.Start);
        return $"{diagnostic.Source.Path}:{place.Line + 1}:{place.Column + 1} {diagnostic.Code} {diagnostic.Message}";
    }
}
