using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5006: the state a handler takes is added where the application is made, in whichever file that is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddState() : HandlerFix("IX5006")
{
    protected override async Task<IEnumerable<CodeAction>> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        string type = node.ToString(), title = $"Add `AddState(new {type}())` to the application";
        foreach (Document each in document.Project.Documents)
        {
            if (await each.GetSyntaxRootAsync(cancellation).ConfigureAwait(false) is not { } root || FindCreation(root) is not { } creation) continue;
            ExpressionSyntax whole = SyntaxFactory.ParseExpression($"{WithType(creation)}.AddState(new {type}())").WithTriviaFrom(creation);
            return [CodeAction.Create(title, _ => Task.FromResult(each.Project.Solution.WithDocumentSyntaxRoot(each.Id, root.ReplaceNode(creation, whole))), title)];
        }
        return [];
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
