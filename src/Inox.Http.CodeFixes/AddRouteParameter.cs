using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5002: `{id:int}` that no parameter takes gets `int id`.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddRouteParameter() : NodeFix("IX5002")
{
    protected override IEnumerable<(string Title, SyntaxNode Root)> Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) yield break;
        string[] parts = root.SyntaxTree.GetText().ToString(diagnostic.Location.SourceSpan).Trim('{', '}', '*').Split(':');
        string type = parts.Length > 1 ? TypeOf(parts[1]) : "string", name = parts[0];
        ParameterSyntax parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space));
        // In front: parameters with defaults come last.
        ParameterListSyntax list = method.ParameterList.WithParameters(method.ParameterList.Parameters.Insert(0, parameter));
        if (list.Parameters.Count > 1) list = list.ReplaceToken(list.Parameters.GetSeparator(0), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space));
        yield return ($"Add the parameter `{type} {name}`", root.ReplaceNode(method.ParameterList, list));
    }

    private static string TypeOf(string constraint) => constraint switch
    {
        "int" or "long" or "bool" => constraint,
        "guid" => "System.Guid",
        "number" => "double",
        "date" => "System.DateOnly",
        _ when constraint.StartsWith("min(", StringComparison.Ordinal) || constraint.StartsWith("max(", StringComparison.Ordinal) || constraint.StartsWith("range(", StringComparison.Ordinal) => "long",
        _ => "string",
    };
}
