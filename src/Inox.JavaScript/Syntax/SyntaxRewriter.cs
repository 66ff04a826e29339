using System.Runtime.CompilerServices;
using Inox.Core;

namespace Inox.JavaScript.Syntax;

/// <summary>
/// Walks a tree and replaces nodes in place: each <c>Visit</c> method answers what shall stand in the node's stead, null to remove it.
/// Call the base to rewrite the children. Where a statement cannot go, an <see cref="EmptyStatement"/> takes its place; removing any other
/// required child is a bug of the rewriter and throws.
/// </summary>
public abstract partial class SyntaxRewriter
{
    public Node? Visit(Node node) => RuntimeHelpers.TryEnsureSufficientExecutionStack() ? Dispatch(node) : VisitOnFreshStack(node);

    // Apart, because a method that captures its parameters allocates for them whenever it is called.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private Node? VisitOnFreshStack(Node node)
    {
        Node? result = null;
        DeepStack.Run(() => result = Dispatch(node));
        return result;
    }

    protected T VisitRequired<T>(T node) where T : Node =>
        (T)(Visit(node) ?? throw new InvalidOperationException($"a rewriter removed a {node.Kind} that must stay"));

    protected T? VisitOptional<T>(T? node) where T : Node => node is null ? null : (T?)Visit(node);

    protected Statement VisitStatement(Statement node) => (Statement?)Visit(node) ?? new EmptyStatement(node.Span);

    /// <summary>Rewrites one statement of a list into none, one or several.</summary>
    protected virtual void VisitListedStatement(Statement statement, List<Statement> output)
    {
        if (Visit(statement) is Statement rewritten) output.Add(rewritten);
    }

    /// <summary>Rewrites a list of statements; the same array comes back when nothing in it was replaced.</summary>
    protected virtual Statement[] VisitStatements(Statement[] statements)
    {
        List<Statement> output = new(statements.Length);
        foreach (Statement statement in statements) VisitListedStatement(statement, output);
        return SameElements(statements, output) ? statements : [.. output];
    }

    protected T[] VisitList<T>(T[] nodes) where T : Node
    {
        List<T>? output = null;
        for (int i = 0; i < nodes.Length; i++)
        {
            T? rewritten = (T?)Visit(nodes[i]);
            if (output is null && ReferenceEquals(rewritten, nodes[i])) continue;
            output ??= [.. nodes[..i]];
            if (rewritten is not null) output.Add(rewritten);
        }
        return output is null ? nodes : [.. output];
    }

    /// <summary>Rewrites the elements of an array in place; a removed element leaves a hole.</summary>
    protected T?[] VisitListWithHoles<T>(T?[] nodes) where T : Node
    {
        for (int i = 0; i < nodes.Length; i++) nodes[i] = VisitOptional(nodes[i]);
        return nodes;
    }

    private static bool SameElements(Statement[] before, List<Statement> after)
    {
        if (before.Length != after.Count) return false;
        for (int i = 0; i < before.Length; i++) if (!ReferenceEquals(before[i], after[i])) return false;
        return true;
    }
}
