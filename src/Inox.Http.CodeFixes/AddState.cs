using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5006: the state a handler takes is added where the application is made, in whichever file that is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddState : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["IX5006"];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false))!;
            string type = root.FindNode(diagnostic.Location.SourceSpan).ToString();
            foreach (Document document in context.Document.Project.Documents)
            {
                if (await document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } where || FindCreation(where) is not { } creation) continue;
                string title = $"Add `AddState(new {type}())` to the application";
                ExpressionSyntax whole = SyntaxFactory.ParseExpression($"{WithType(creation)}.AddState(new {type}())").WithTriviaFrom(creation);
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(document.Project.Solution.WithDocumentSyntaxRoot(document.Id, where.ReplaceNode(creation, whole))), title), diagnostic);
                break;
            }
        }
    }

    private static BaseObjectCreationExpressionSyntax? FindCreation(SyntaxNode root) =>
        root.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault(each => each switch
        {
            ObjectCreationExpressionSyntax { Type: var type } => IsApp(type),
            { Parent.Parent.Parent: VariableDeclarationSyntax { Type: var type } } => IsApp(type),
            _ => false,
        });

    private static bool IsApp(TypeSyntax type) => type.ToString() is "HttpApp" or "Inox.Http.HttpApp";

    // `new(Routes.Table)` has its type from the variable, which a call behind it would take away.
    private static string WithType(BaseObjectCreationExpressionSyntax creation) =>
        creation is ImplicitObjectCreationExpressionSyntax ? $"new HttpApp{creation.ArgumentList}{(creation.Initializer is { } initializer ? $" {initializer}" : "")}" : creation.WithoutTrivia().ToString();
}
