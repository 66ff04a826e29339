using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>
/// Builds a <see cref="ControlFlowGraph"/> in one walk in the order of evaluation. There is always a current block that nodes are added to; a block
/// that was left is never added to again, so the nodes of all blocks lie in one array. Behind a jump the current block is one that nothing
/// leads to. Chapters: statements, jumps, expressions.
/// </summary>
internal sealed partial class FlowBuilder(Node root)
{
    private readonly List<FlowBlock> _blocks = [];
    private readonly List<FlowEdge> _edges = [];
    private readonly List<Node> _nodes = [];
    private readonly List<Node> _children = [];
    private readonly List<JumpTarget> _targets = [];

    // Where `a?.b.c` goes on when a is null, innermost last.
    private readonly List<int> _chainEnds = [];
    private int _current;
    private int _finalizerDepth;

    public ControlFlowGraph Build()
    {
        NewBlock();
        NewBlock();
        NewBlock();
        Begin(ControlFlowGraph.Entry);
        int first = NewBlock();
        Connect(first);
        Begin(first);
        VisitRoot();
        Connect(ControlFlowGraph.Exit);
        End();
        return new(root, [.. _blocks], [.. _nodes], _edges);
    }

    private void VisitRoot()
    {
        switch (root)
        {
            case Program program: VisitStatements(program.Body); break;
            case TSModuleBlock block: VisitStatements(block.Body); break;
            case StaticBlock block: VisitStatements(block.Body); break;
            case PropertyDefinition field when field.Value is not null: Visit(field.Value); break;
            case IFunction function: VisitFunctionRoot(function); break;
            default: throw new ArgumentException($"a {root.Kind} has no control flow of its own", nameof(root));
        }
    }

    private void VisitFunctionRoot(IFunction function)
    {
        foreach (FormalParameter parameter in function.Parameters) VisitParameter(parameter);
        if (function.FunctionBody is BlockStatement body) VisitStatements(body.Body);
        else if (function.FunctionBody is { } value) Visit(value);
    }

    private void VisitParameter(FormalParameter parameter)
    {
        if (parameter.Initializer is { } initializer) VisitOptionally(initializer);
        Visit(parameter.Pattern);
    }

    // ---- blocks ----

    private int NewBlock()
    {
        _blocks.Add(default);
        return _blocks.Count - 1;
    }

    /// <summary>Goes on in a block; nodes are no longer added to the one before.</summary>
    private void Begin(int block)
    {
        End();
        _current = block;
        Span<FlowBlock> blocks = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_blocks);
        blocks[block].FirstNode = _nodes.Count;
        blocks[block].EndNode = _nodes.Count;
    }

    private void End() => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_blocks)[_current].EndNode = _nodes.Count;

    private void Connect(int to, FlowEdgeKind kind = FlowEdgeKind.Normal) => _edges.Add(new(_current, to, kind));

    private void GoTo(int block, FlowEdgeKind kind = FlowEdgeKind.Normal)
    {
        Connect(block, kind);
        Begin(block);
    }

    // ---- walking ----

    private void Visit(Node node)
    {
        if (RuntimeHelpers.TryEnsureSufficientExecutionStack()) Dispatch(node);
        else DeepStack.Run(() => Dispatch(node));
    }

    private void VisitOptional(Node? node)
    {
        if (node is not null) Visit(node);
    }

    private void VisitStatements(Statement[] statements)
    {
        foreach (Statement statement in statements) Visit(statement);
    }

    /// <summary>Visits what is evaluated or not, such as a default.</summary>
    private void VisitOptionally(Node node)
    {
        int given = NewBlock(), after = NewBlock();
        Connect(after, FlowEdgeKind.False);
        GoTo(given, FlowEdgeKind.True);
        Visit(node);
        GoTo(after);
    }

    /// <summary>Visits the children in their order, then adds the node itself.</summary>
    private void VisitPlain(Node node)
    {
        int mark = _children.Count;
        NodeChildren.AddTo(node, _children);
        int end = _children.Count;
        for (int i = mark; i < end; i++) Visit(_children[i]);
        _children.RemoveRange(mark, end - mark);
        Add(node);
    }

    private void Add(Node node)
    {
        if (MayThrow(node.Kind)) BranchToHandler();
        _nodes.Add(node);
    }

    private static bool MayThrow(NodeKind kind) => kind is NodeKind.CallExpression or NodeKind.NewExpression or NodeKind.MemberExpression
        or NodeKind.TaggedTemplateExpression or NodeKind.ImportExpression or NodeKind.AwaitExpression or NodeKind.YieldExpression;

    // TypeScriptTypes is the last chapter of the grammar
    private static bool IsType(NodeKind kind) => kind >= NodeKind.TSTypeAnnotation;
}
