using System.Collections.Immutable;
using Inox.Http.CodeFixes;
using Inox.Http.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Xunit;

namespace Inox.Http.Tests;

/// <summary>Programs with one mistake, and what an editor makes of them.</summary>
public sealed class CodeFixTests
{
    private static readonly CodeFixProvider[] s_providers = [new AddRouteParameter(), new MakeCallable(), new WrapParameter(), new RemoveSecondBody(), new RemoveAttribute(), new AddSlash(), new AddState(), new AddJsonShape()];

    [Theory]
    [InlineData("""[Get("a")] internal static string A() => "";""", """[Get("/a")] internal static string A() => "";""")]
    [InlineData("""[Get("/a/{id}")] internal static string A() => "";""", """[Get("/a/{id}")] internal static string A(string id) => "";""")]
    [InlineData("""[Get("/a/{id:int}")] internal static string A(int n = 1) => "";""", """[Get("/a/{id:int}")] internal static string A(int id, int n = 1) => "";""")]
    [InlineData("""[Get("/a/{id:guid}/{rest*}")] internal static string A(string rest) => "";""", """[Get("/a/{id:guid}/{rest*}")] internal static string A(System.Guid id, string rest) => "";""")]
    [InlineData("""[Get("/a")] private string A() => "";""", """[Get("/a")] internal static string A() => "";""")]
    [InlineData("""[Get("/a")] static string A() => "";""", """[Get("/a")] internal static string A() => "";""")]
    [InlineData("""[Get("/a")] public async Task<string> A() => "";""", """[Get("/a")] public static async Task<string> A() => "";""")]
    [InlineData("""[Get("/a")] internal static string A(Item item) => "";""", """[Get("/a")] internal static string A(Json<Item> item) => "";""")]
    [InlineData("""[Post("/a")] internal static string A(Body a, Body b) => "";""", """[Post("/a")] internal static string A(Body a) => "";""")]
    [InlineData("""[Get("/a"), Get("/a/../b")] internal static string A() => "";""", """[Get("/a")] internal static string A() => "";""")]
    [InlineData("""[Get("/a")] internal static string A() => ""; [Catch(404, "/b")] internal static string C() => "";""", """[Get("/a")] internal static string A() => ""; internal static string C() => "";""")]
    public async Task MendsHandlers(string before, string after)
    {
        const string Main = "new HttpApp().AddState(new Db()); internal sealed class Db; internal sealed record Item(int Id);";
        Assert.Equal($"{Main} class Handlers {{ {after} }}", await MendAsync($"{Main} class Handlers {{ {before} }}"));
    }

    [Theory]
    [InlineData("HttpApp app = new(Routes.Table) { IsDevelopment = true };", "HttpApp app = new HttpApp(Routes.Table) { IsDevelopment = true }.AddState(new Db());")]
    [InlineData("await new HttpApp(Routes.Table).RunAsync();", "await new HttpApp(Routes.Table).AddState(new Db()).RunAsync();")]
    public async Task AddsStateToTheApplication(string before, string after)
    {
        const string Rest = """ class Db; class Handlers { [Get("/a")] internal static string A(State<Db> db) => ""; }""";
        Assert.Equal(after + Rest, await MendAsync(before + Rest));
    }

    [Theory]
    [InlineData("""class H { [Get("/a")] internal static Item A() => null!; } record Item; [JsonSerializable(typeof(int))] partial class C : JsonSerializerContext;""",
        """class H { [Get("/a")] internal static Item A() => null!; } record Item; [System.Text.Json.Serialization.JsonSerializable(typeof(Item))][JsonSerializable(typeof(int))] partial class C : JsonSerializerContext;""")]
    [InlineData("""class H { [Get("/a")] internal static Task<Item[]> A() => null!; } record Item;""",
        """class H { [Get("/a")] internal static Task<Item[]> A() => null!; } record Item; [System.Text.Json.Serialization.JsonSerializable(typeof(Item[]))] internal sealed partial class AppJson : System.Text.Json.Serialization.JsonSerializerContext;""")]
    public async Task PutsTypesOnTheList(string before, string after) => Assert.Equal($"new HttpApp(); {after}", (await MendAsync($"new HttpApp(); {before}")).Replace("\n", " ").Replace("  ", " ").Replace("))] [", "))][").TrimEnd());

    // The first fix of the first finding.
    private static async Task<string> MendAsync(string program)
    {
        using AdhocWorkspace workspace = new();
        Project project = workspace.AddProject("Program", LanguageNames.CSharp).WithMetadataReferences(Compiler.References).WithParseOptions(Compiler.Options).WithCompilationOptions(new CSharpCompilationOptions(OutputKind.ConsoleApplication));
        project = project.AddDocument("Usings.cs", Compiler.Usings).Project;
        Document document = project.AddDocument("Program.cs", program);
        Compilation compilation = (await document.Project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        ImmutableArray<Diagnostic> findings = await compilation.WithAnalyzers([new HandlerAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Diagnostic finding = findings.OrderBy(each => each.Location.SourceSpan.Start).First();
        List<CodeAction> actions = [];
        foreach (CodeFixProvider provider in s_providers.Where(each => each.FixableDiagnosticIds.Contains(finding.Id)))
            await provider.RegisterCodeFixesAsync(new(document, finding, (action, _) => actions.Add(action), TestContext.Current.CancellationToken));
        ImmutableArray<CodeActionOperation> operations = await actions[0].GetOperationsAsync(TestContext.Current.CancellationToken);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        return (await changed.GetDocument(document.Id)!.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
