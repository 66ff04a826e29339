using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Inox.Http.CodeFixes;

/// <summary>The frame of every fix here: findings of some codes are mended each by itself. What derives from it says what can be done about one.</summary>
public abstract class HandlerFix(params string[] codes) : CodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. codes];

    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false) is not { } root) return;
        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            SyntaxNode node = root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);
            foreach (CodeAction action in await FindAsync(context.Document, node, diagnostic, context.CancellationToken).ConfigureAwait(false)) context.RegisterCodeFix(action, diagnostic);
        }
    }

    /// <param name="document">Where the finding is.</param>
    /// <param name="node">What it is about.</param>
    /// <param name="diagnostic">The finding.</param>
    /// <param name="cancellation">Ends the search.</param>
    protected abstract Task<IEnumerable<CodeAction>> FindAsync(Document document, SyntaxNode node, Diagnostic diagnostic, CancellationToken cancellation);
}
