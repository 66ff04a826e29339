using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Inox.Http.CodeFixes;

/// <summary>IX5003: a handler becomes static and internal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class MakeCallable() : NodeFix("IX5003")
{
    protected override IEnumerable<(string Title, SyntaxNode Root)> Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic)
    {
        if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } method) yield break;
        List<SyntaxToken> modifiers = [.. method.Modifiers];
        bool isOpen = modifiers.Any(token => token.IsKind(SyntaxKind.PublicKeyword) || token.IsKind(SyntaxKind.InternalKeyword));
        if (!isOpen)
        {
            modifiers.RemoveAll(token => token.IsKind(SyntaxKind.PrivateKeyword) || token.IsKind(SyntaxKind.ProtectedKeyword));
            modifiers.Insert(0, Keyword(SyntaxKind.InternalKeyword));
        }
        bool isStatic = modifiers.Any(token => token.IsKind(SyntaxKind.StaticKeyword));
        if (!isStatic) modifiers.Insert(1, Keyword(SyntaxKind.StaticKeyword));
        // What is left, such as type parameters, is not for a keyword to mend.
        if (isOpen && isStatic) yield break;
        yield return ("Make the handler internal and static", root.ReplaceNode(method, method.WithModifiers(SyntaxFactory.TokenList(modifiers))));
    }

    private static SyntaxToken Keyword(SyntaxKind kind) => SyntaxFactory.Token(kind).WithTrailingTrivia(SyntaxFactory.Space);
}
