using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

internal enum JumpKind : byte { Loop, Switch, Label, Catch, Finally }

/// <summary>
/// What a jump may lead to or through. <paramref name="Block"/> is where a loop, switch or label is left to, or where a handler starts;
/// <paramref name="Pending"/> are the places that jumps through a finalizer go on to behind it.
/// </summary>
internal sealed record JumpTarget(JumpKind Kind, int Block, int Continue = -1, List<string>? Labels = null, HashSet<PendingJump>? Pending = null);

/// <summary>A jump to a block that leaves all targets from <paramref name="Depth"/> on; an error when <paramref name="Block"/> is -1.</summary>
internal readonly record struct PendingJump(int Block, int Depth);

internal sealed partial class FlowBuilder   // jumps
{
    private static PendingJump FindReturn() => new(ControlFlowGraph.Exit, 0);

    private PendingJump FindBreak(string? label)
    {
        for (int i = _targets.Count - 1; i >= 0; i--)
        {
            JumpTarget target = _targets[i];
            bool isMeant = label is null ? target.Kind is JumpKind.Loop or JumpKind.Switch : target.Labels is { } labels && labels.Contains(label);
            if (isMeant) return new(target.Block, i);
        }
        // the parser has reported it
        return FindReturn();
    }

    private PendingJump FindContinue(string? label)
    {
        for (int i = _targets.Count - 1; i >= 0; i--)
        {
            JumpTarget target = _targets[i];
            if (target.Kind == JumpKind.Loop && (label is null || target.Labels!.Contains(label))) return new(target.Continue, i);
        }
        return FindReturn();
    }

    /// <summary>Goes to a place, through the finalizers between here and there; what follows is not reached.</summary>
    private void Jump(PendingJump jump)
    {
        Route(jump, FlowEdgeKind.Normal);
        Begin(NewBlock());
    }

    private void Route(PendingJump jump, FlowEdgeKind kind)
    {
        for (int i = _targets.Count - 1; i >= jump.Depth; i--)
        {
            if (_targets[i].Kind != JumpKind.Finally) continue;
            _targets[i].Pending!.Add(jump);
            Connect(_targets[i].Block, kind);
            return;
        }
        Connect(jump.Block, kind);
    }

    private void JumpToHandler()
    {
        RouteError();
        Begin(NewBlock());
    }

    private void RouteError()
    {
        for (int i = _targets.Count - 1; i >= 0; i--)
        {
            if (_targets[i].Kind is not (JumpKind.Catch or JumpKind.Finally)) continue;
            _targets[i].Pending?.Add(new(-1, 0));
            Connect(_targets[i].Block, FlowEdgeKind.Exception);
            return;
        }
        Connect(ControlFlowGraph.Throw, FlowEdgeKind.Exception);
    }

    /// <summary>Within `try`, what follows may not be reached because something throws here.</summary>
    private void BranchToHandler()
    {
        bool isGuarded = false;
        foreach (JumpTarget target in _targets) isGuarded |= target.Kind is JumpKind.Catch or JumpKind.Finally;
        if (!isGuarded) return;
        RouteError();
        GoTo(NewBlock());
    }

    private void LeaveFinally(JumpTarget target)
    {
        foreach (PendingJump jump in target.Pending!)
        {
            if (jump.Block < 0) RouteError();
            else Route(jump, FlowEdgeKind.Normal);
        }
    }
}
