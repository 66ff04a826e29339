using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Inox.Http.CodeFixes;

/// <summary>A fix that replaces nodes of the document the diagnostic is in. What derives from it finds them, and says what becomes of them.</summary>
public abstract class NodeFix(params string[] codes) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. codes];

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach ((string title, SyntaxNode changed) in Fix(root, root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true), diagnostic))
                context.RegisterCodeFix(CodeAction.Create(title, _ => Task.FromResult(context.Document.WithSyntaxRoot(changed)), title), diagnostic);
        }
    }

    /// <summary>The titles of what can be done about it, and the whole document after each.</summary>
    protected abstract IEnumerable<(string Title, SyntaxNode Root)> Fix(SyntaxNode root, SyntaxNode node, Diagnostic diagnostic);
}
