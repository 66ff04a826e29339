using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5008, IX5009, IX5010: a route another one takes, and a route or catcher that nothing reaches, go.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveAttribute() : NodeFix("IX5008", "IX5009", "IX5010")
{
    protected override IEnumerable<(string Title, SyntaxNode Root)> Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<AttributeSyntax>() is not { Parent: AttributeListSyntax list } attribute) yield break;
        bool isAlone = list.Attributes.Count == 1;
        yield return ($"Remove `{attribute}`", root.RemoveNode(isAlone ? list : attribute, isAlone ? SyntaxRemoveOptions.KeepLeadingTrivia : SyntaxRemoveOptions.KeepNoTrivia)!);
    }
}
