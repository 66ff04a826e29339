using Inox.Core;
using Inox.JavaScript.Semantics;

namespace Inox.JavaScript.Tests.Conformance;

/// <summary>The findings of the parser, or when it has none those of the declaration checks.</summary>
internal static class EarlyErrors
{
    public static Diagnostic[] Of(SourceText source, ParseOptions options)
    {
        ParseResult parsed = JsParser.Parse(source, options);
        if (parsed.HasErrors) return parsed.Diagnostics;
        bool isTypeScript = options.Language >= Language.TypeScript;
        return SemanticAnalyzer.Analyze(parsed.Program, new() { CheckDeclarations = true, Source = source, IsTypeScript = isTypeScript }).Diagnostics;
    }
}
