using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5005: the parameter that would read the body again goes.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class RemoveSecondBody() : NodeFix("IX5005")
{
    protected override IEnumerable<(string Title, SyntaxNode Root)> Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter) yield return ($"Remove the parameter `{parameter.Identifier.ValueText}`", root.RemoveNode(parameter, SyntaxRemoveOptions.KeepNoTrivia)!);
    }
}
