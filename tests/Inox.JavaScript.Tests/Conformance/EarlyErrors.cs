using Inox.Core;
using Inox.JavaScript.Semantics;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>The findings of the parser, or when it has none those of the declaration checks.</summary>
internal static class EarlyErrors
{
    public static Diagnostic? First(SourceText source, ParseOptions options, bool checkDeclarations = true)
    {
        foreach (Diagnostic diagnostic in checkDeclarations ? Of(source, options) : JsParser.Parse(source, options).Diagnostics)
            if (diagnostic.Severity == Severity.Error) return diagnostic;
        return null;
    }

    public static string Show(Diagnostic diagnostic)
    {
        LineColumn place = diagnostic.Source!.GetLineColumn(diagnostic.Span.Start);
        return $"{diagnostic.Source.Path}:{place.Line + 1}:{place.Column + 1} {diagnostic.Code} {diagnostic.Message}";
    }

    public static Diagnostic[] Of(SourceText source, ParseOptions options)
    {
        ParseResult parsed = JsParser.Parse(source, options);
        if (parsed.HasErrors) return parsed.Diagnostics;
        bool isTypeScript = options.Language >= Language.TypeScript;
        return SemanticAnalyzer.Analyze(parsed.Program, new() { CheckDeclarations = true, Source = source, IsTypeScript = isTypeScript }).Diagnostics;
    }
}
