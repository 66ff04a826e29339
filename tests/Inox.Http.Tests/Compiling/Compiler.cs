using System.Collections.Immutable;
using Inox.Http.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Inox.Http.Tests;

/// <summary>Compiles a small program with the generator and the analyzer, as a user's build does.</summary>
internal static class Compiler
{
    public const string Usings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Threading; global using System.Threading.Tasks;
        global using System.Text.Json.Serialization; global using Inox.Http;
        """;

    public static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Where(path => Path.GetFileName(path) != "Inox.Http.Tests.dll")
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);

    // Every program adds to this one: the symbols of the framework are then loaded once.
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create("Program", [CSharpSyntaxTree.ParseText(Usings, Options)], References,
        new(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));

    /// <summary>The findings as <c>IX5002 `{id}`</c>: the code and the text it stands at; errors of the compiler as <c>CS1002: message</c>.</summary>
    public static async Task<string[]> FindAsync(string program)
    {
        CSharpCompilation compilation = s_empty.AddSyntaxTrees(CSharpSyntaxTree.ParseText(program, Options));
        CSharpGeneratorDriver.Create([new HandlerGenerator().AsSourceGenerator()], parseOptions: Options).RunGeneratorsAndUpdateCompilation(compilation, out Compilation whole, out _);
        ImmutableArray<Diagnostic> findings = await whole.WithAnalyzers([new HandlerAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        // What System.Text.Json's generator would write is not there; instance members in the static class of these programs are meant.
        IEnumerable<Diagnostic> errors = whole.GetDiagnostics().Where(each => each.Severity == DiagnosticSeverity.Error && each.Id is not ("CS0534" or "CS0708" or "CS7036" or "CS0117"));
        return
        [
            .. findings.OrderBy(each => each.Location.SourceSpan.Start).Select(each => $"{each.Id} `{each.Location.SourceTree!.GetText().ToString(each.Location.SourceSpan)}`"),
            .. errors.Select(each => $"{each.Id}: {each.GetMessage()} in {each.Location.SourceTree?.GetText().Lines[each.Location.GetLineSpan().StartLinePosition.Line]}"),
        ];
    }
}
