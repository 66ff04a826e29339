using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5004: a parameter of a type of one's own says where it comes from.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class WrapParameter() : NodeFix("IX5004")
{
    private static readonly string[] s_wrappers = ["Json", "Query", "Form", "State", "Service"];

    protected override IEnumerable<(string Title, SyntaxNode Root)> Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<ParameterSyntax>()?.Type is not { } type || type is GenericNameSyntax { Identifier.ValueText: var name } && s_wrappers.Contains(name)) yield break;
        foreach (string wrapper in s_wrappers)
        {
            TypeSyntax wrapped = SyntaxFactory.ParseTypeName($"{wrapper}<{type}>").WithTriviaFrom(type);
            yield return ($"Take it as `{wrapper}<{type}>`", root.ReplaceNode(type, wrapped));
        }
    }
}
