using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5007: a type is put on the list of the project's serializer context; a project without one gets one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddJsonShape() : HandlerFix("IX5007")
{
    private const string Space = "System.Text.Json.Serialization";

    protected override Task<IEnumerable<CodeAction>> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation)
    {
        string type = node.ToString(), title = $"Add `[JsonSerializable(typeof({type}))]`";
        return Task.FromResult<IEnumerable<CodeAction>>([CodeAction.Create(title, adding => AddAsync(document, type, adding), title)]);
    }

    private static async Task<Solution> AddAsync(Document document, string type, CancellationToken cancellation)
    {
        foreach (Document each in document.Project.Documents)
        {
            SyntaxNode? root = await each.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            if (root?.DescendantNodes().OfType<ClassDeclarationSyntax>().FirstOrDefault(IsContext) is not { } found) continue;
            string name = root.DescendantNodes().OfType<UsingDirectiveSyntax>().Any(directive => directive.Name?.ToString() == Space) ? "JsonSerializable" : $"{Space}.JsonSerializable";
            AttributeListSyntax list = SyntaxFactory.ParseCompilationUnit($"[{name}(typeof({type}))]\nclass C;").DescendantNodes().OfType<AttributeListSyntax>().First();
            ClassDeclarationSyntax changed = found.WithoutLeadingTrivia().WithAttributeLists(found.WithoutLeadingTrivia().AttributeLists.Insert(0, list)).WithLeadingTrivia(found.GetLeadingTrivia());
            return each.Project.Solution.WithDocumentSyntaxRoot(each.Id, root.ReplaceNode(found, changed));
        }
        CompilationUnitSyntax unit = (CompilationUnitSyntax)(await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false))!;
        MemberDeclarationSyntax context = SyntaxFactory.ParseMemberDeclaration($"\n[{Space}.JsonSerializable(typeof({type}))]\ninternal sealed partial class AppJson : {Space}.JsonSerializerContext;\n")!;
        SyntaxNode whole = unit.Members.LastOrDefault() is FileScopedNamespaceDeclarationSyntax space ? unit.ReplaceNode(space, space.AddMembers(context)) : unit.AddMembers(context);
        return document.Project.Solution.WithDocumentSyntaxRoot(document.Id, whole);
    }

    private static bool IsContext(ClassDeclarationSyntax type) => type.BaseList?.Types.Any(each => each.Type.ToString().EndsWith("JsonSerializerContext", StringComparison.Ordinal)) == true;
}
