using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5001: a route gets the slash it starts with.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class AddSlash() : NodeFix("IX5001")
{
    protected override IEnumerable<(string Title, SyntaxNode Root)> Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        AttributeArgumentSyntax? argument = node.FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList?.Arguments.LastOrDefault(each => each.NameEquals is null);
        if (argument?.Expression is not LiteralExpressionSyntax { Token.Value: string pattern } literal || pattern.StartsWith("/", StringComparison.Ordinal)) yield break;
        yield return ("Start the route with a slash", root.ReplaceNode(literal, SyntaxFactory.LiteralExpression(SyntaxKind.StringLiteralExpression, SyntaxFactory.Literal("/" + pattern)).WithTriviaFrom(literal)));
    }
}
