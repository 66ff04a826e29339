using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;

namespace Inox.Http.CodeFixes;

/// <summary>A fix that replaces nodes of the document the finding is in. What derives from it finds them, and says what becomes of them.</summary>
public abstract class NodeFix(params string[] codes) : HandlerFix(codes)
{
    protected sealed override Task<IEnumerable<CodeAction>> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation) =>
        Task.FromResult(Fix(node.SyntaxTree.GetRoot(cancellation), node, diagnostic).Select(fix => CodeAction.Create(fix.Title, _ => Task.FromResult(document.WithSyntaxRoot(fix.Root)), fix.Title)));

    /// <summary>The titles of what can be done about it, and the whole document after each.</summary>
    protected abstract IEnumerable<(string Title, SyntaxNode Root)> Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic);
}
