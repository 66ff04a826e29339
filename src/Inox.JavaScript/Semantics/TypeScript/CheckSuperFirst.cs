using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>
/// Constructors of derived classes that use `this` or `super.x` on a path on which `super()` has not been called. A forward analysis over
/// the control-flow graph: behind a block `super()` was called if it was called before it on all ways there, or in it.
/// </summary>
internal sealed class CheckSuperFirst(RuleContext context) : TypeScriptRule(context)
{
    protected override void VisitClassDeclaration(ClassDeclaration node)
    {
        CheckClass(node);
        base.VisitClassDeclaration(node);
    }

    protected override void VisitClassExpression(ClassExpression node)
    {
        CheckClass(node);
        base.VisitClassExpression(node);
    }

    private void CheckClass(IClass definition)
    {
        if (definition.SuperClass is null) return;
        foreach (ClassElement element in definition.Body.Body)
        {
            if (element is not MethodDefinition { MethodKind: MethodKind.Constructor, Value: { Body: not null } constructor }) continue;
            ControlFlowGraph graph = ControlFlowGraph.Build(constructor);
            if (definition.SuperClass is NullLiteral) ReportCalls(graph);
            else CheckConstructor(graph);
        }
    }

    private void ReportCalls(ControlFlowGraph graph)
    {
        for (int block = 0; block < graph.Blocks.Length; block++)
            foreach (Node node in graph.GetNodes(block)) if (IsSuperCall(node)) Report(TypeScriptErrors.SuperOfNull, node.Span);
    }

    private void CheckConstructor(ControlFlowGraph graph)
    {
        bool[] isCalledBefore = FindCalledBefore(graph);
        for (int block = 0; block < graph.Blocks.Length; block++)
        {
            if (!graph.Blocks[block].IsReachable || isCalledBefore[block]) continue;
            foreach (Node node in graph.GetNodes(block))
            {
                if (IsSuperCall(node)) break;
                if (node is ThisExpression) Report(TypeScriptErrors.ThisBeforeSuper, node.Span);
                else if (node is MemberExpression { Object: Super } or NewExpression { Callee: Super }) Report(TypeScriptErrors.SuperBeforeSuper, node.Span);
            }
        }
    }

    // Starts from `called everywhere` and takes back what the paths do not bear out, until nothing changes.
    private static bool[] FindCalledBefore(ControlFlowGraph graph)
    {
        bool[] before = new bool[graph.Blocks.Length], calls = new bool[before.Length];
        for (int block = 0; block < before.Length; block++)
        {
            before[block] = block != ControlFlowGraph.Entry;
            foreach (Node node in graph.GetNodes(block)) calls[block] |= IsSuperCall(node);
        }
        for (bool changed = true; changed;)
        {
            changed = false;
            for (int block = 1; block < before.Length; block++)
            {
                if (!before[block] || IsCalledOnAllWays(graph, block, before, calls)) continue;
                before[block] = false;
                changed = true;
            }
        }
        return before;
    }

    private static bool IsCalledOnAllWays(ControlFlowGraph graph, int block, bool[] before, bool[] calls)
    {
        foreach (FlowEdge edge in graph.GetPredecessors(block))
            if (graph.Blocks[edge.From].IsReachable && !before[edge.From] && !calls[edge.From]) return false;
        return true;
    }

    private static bool IsSuperCall(Node node) => node is CallExpression { Callee: Super };
}
