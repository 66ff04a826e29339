using Inox.Core;
using Inox.JavaScript.Semantics;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>The first error of a text: of the parser, or where it has none of the pass about declarations.</summary>
internal static class FirstError
{
    public static Diagnostic? Of(SourceText source, ParseOptions options, bool checkDeclarations = true)
    {
        ParseResult parsed = JsParser.Parse(source, options);
        foreach (Diagnostic diagnostic in parsed.Diagnostics) if (diagnostic.Severity == Severity.Error) return diagnostic;
        if (!checkDeclarations) return null;
        bool isTypeScript = options.Language is Language.TypeScript or Language.Tsx or Language.Declarations;
        SemanticModel model = SemanticAnalyzer.Analyze(parsed.Program, new() { CheckDeclarations = true, Source = source, IsTypeScript = isTypeScript });
        foreach (Diagnostic diagnostic in model.Diagnostics) if (diagnostic.Severity == Severity.Error) return diagnostic;
        return null;
    }
}
