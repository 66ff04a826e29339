using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.Generators;

/// <summary>Writes `Routes` for the handlers of a program. What a handler has wrong is told by <see cref="HandlerAnalyzer"/>; such a one is left out here.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class HandlerGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<EquatableArray<HandlerModel>> handlers = context.SyntaxProvider
            .CreateSyntaxProvider(static (node, _) => node is MethodDeclarationSyntax { AttributeLists.Count: > 0 }, static (syntax, cancellation) =>
                syntax.SemanticModel.GetDeclaredSymbol(syntax.Node, cancellation) is IMethodSymbol method ? HandlerReader.Read(method, [], cancellation) : null)
            .Where(static model => model is not null).Collect().Select(static (models, _) => new EquatableArray<HandlerModel>([.. models!]));
        IncrementalValueProvider<EquatableArray<JsonContextModel>> contexts = context.SyntaxProvider
            .ForAttributeWithMetadataName("System.Text.Json.Serialization.JsonSerializableAttribute", static (_, _) => true, static (syntax, _) =>
                syntax.TargetSymbol is INamedTypeSymbol type ? JsonContextReader.Read(type) : null)
            .Where(static model => model is not null).Collect().Select(static (models, _) => new EquatableArray<JsonContextModel>([.. models!.Distinct()!]));
        context.RegisterSourceOutput(handlers.Combine(contexts), static (output, models) => Write(output, models.Left, models.Right));
    }

    private static void Write(SourceProductionContext output, EquatableArray<HandlerModel> handlers, EquatableArray<JsonContextModel> contexts)
    {
        if (handlers.Count == 0) return;
        Dictionary<string, string> known = [];
        Dictionary<string, bool> camelCase = [];
        foreach (JsonContextModel context in contexts)
        {
            camelCase[context.Type] = context.IsCamel;
            foreach (string type in context.Known) known[type] = context.Type;
        }
        List<HandlerModel> callable = [.. handlers.Where(handler => RouteRules.UnknownShapes(handler, known).Count == 0)];
        output.AddSource("Routes.g.cs", TableWriter.Write(callable, known, camelCase));
        if (BridgeWriter.Write(callable) is { } bridges) output.AddSource("Bridges.g.cs", bridges);
    }
}
