using System.Runtime.CompilerServices;
using Inox.Core;

namespace Inox.JavaScript.Syntax;

/// <summary>
/// Walks a tree in the order of the grammar. Override the <c>Visit</c> method of the nodes of interest and call the base to go on into
/// the children. Trees of any depth are walked: near the end of the stack the walk goes on upon a fresh one.
/// </summary>
public abstract partial class SyntaxVisitor
{
    public void Visit(Node node)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) Dispatch(node);
        else VisitOnFreshStack(node);
    }

    // Apart, because a method that captures its parameters allocates for them whenever it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void VisitOnFreshStack(Node node) => DeepStack.Run(() => Dispatch(node));

    /// <summary>Called for each list of statements.</summary>
    protected virtual void VisitStatements(Statement[] statements)
    {
        foreach (Statement statement in statements) Visit(statement);
    }
}
