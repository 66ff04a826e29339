using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>Why control goes from one block to another.</summary>
public enum FlowEdgeKind : byte
{
    Normal,

    /// <summary>The condition that ends the block is truthy.</summary>
    True,

    /// <summary>The condition that ends the block is falsy, or the value it tests for null is there.</summary>
    False,

    /// <summary>Something in the block throws.</summary>
    Exception,

    /// <summary>A loop starts over.</summary>
    Back,
}

public readonly record struct FlowEdge(int From, int To, FlowEdgeKind Kind);

/// <summary>A straight run of nodes: entered at its start only and left at its end only.</summary>
public struct FlowBlock
{
    /// <summary>Whether some path leads from the entry to it.</summary>
    public bool IsReachable;

    internal int FirstNode;
    internal int EndNode;
    internal int FirstSuccessor;
    internal int FirstPredecessor;
}

/// <summary>
/// How control goes through one body of code: a program, a function with its parameters, a static block, or the value of a field. Functions
/// and class members within it have graphs of their own. Blocks are numbered; <see cref="Entry"/>, <see cref="Exit"/> and <see cref="Throw"/> hold no nodes.
/// <para>
/// A block lists its statements as they begin and its expressions as their values are known, operands before operators. Types are left
/// out. The literals <c>true</c> and <c>false</c> decide the branch they stand for. Within <c>try</c> every call, access to a member, <c>new</c>, <c>await</c> and
/// <c>yield</c> may throw. A <c>finally</c> block is there twice: once for code that runs into it, once for jumps and errors that go through it,
/// which part again behind it.
/// </para>
/// </summary>
public sealed class ControlFlowGraph
{
    private readonly FlowBlock[] _blocks;
    private readonly Node[] _nodes;
    private readonly FlowEdge[] _successors;
    private readonly FlowEdge[] _predecessors;

    internal ControlFlowGraph(Node root, FlowBlock[] blocks, Node[] nodes, List<FlowEdge> edges)
    {
        Root = root;
        _blocks = blocks;
        _nodes = nodes;
        _successors = SortBy(edges, static edge => edge.From, static (ref FlowBlock block, int first) => block.FirstSuccessor = first);
        _predecessors = SortBy(edges, static edge => edge.To, static (ref FlowBlock block, int first) => block.FirstPredecessor = first);
        MarkReachable();
    }

    /// <summary>Where control starts.</summary>
    public const int Entry = 0;

    /// <summary>Where control ends when the body is done or returns.</summary>
    public const int Exit = 1;

    /// <summary>Where an error goes that nothing here catches.</summary>
    public const int Throw = 2;

    /// <summary>What the graph is of.</summary>
    public Node Root { get; }

    public ReadOnlySpan<FlowBlock> Blocks => _blocks;

    /// <summary>Builds the graph of a <see cref="Program"/>, a function, a <see cref="StaticBlock"/>, a <see cref="PropertyDefinition"/> with a value or a <see cref="TSModuleBlock"/>.</summary>
    public static ControlFlowGraph Build(Node root) => new FlowBuilder(root).Build();

    public ReadOnlySpan<Node> GetNodes(int block) => _nodes.AsSpan(_blocks[block].FirstNode, _blocks[block].EndNode - _blocks[block].FirstNode);

    public ReadOnlySpan<FlowEdge> GetSuccessors(int block) => Slice(_successors, _blocks[block].FirstSuccessor, block + 1 < _blocks.Length ? _blocks[block + 1].FirstSuccessor : _successors.Length);

    public ReadOnlySpan<FlowEdge> GetPredecessors(int block) => Slice(_predecessors, _blocks[block].FirstPredecessor, block + 1 < _blocks.Length ? _blocks[block + 1].FirstPredecessor : _predecessors.Length);

    private static ReadOnlySpan<FlowEdge> Slice(FlowEdge[] edges, int start, int end) => edges.AsSpan(start, end - start);

    private delegate void SetFirst(ref FlowBlock block, int first);

    private FlowEdge[] SortBy(List<FlowEdge> edges, Func<FlowEdge, int> key, SetFirst setFirst)
    {
        int[] starts = new int[_blocks.Length + 1];
        foreach (FlowEdge edge in edges) starts[key(edge) + 1]++;
        for (int i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        for (int block = 0; block < _blocks.Length; block++) setFirst(ref _blocks[block], starts[block]);
        FlowEdge[] sorted = new FlowEdge[edges.Count];
        foreach (FlowEdge edge in edges) sorted[starts[key(edge)]++] = edge;
        return sorted;
    }

    private void MarkReachable()
    {
        Stack<int> pending = new([Entry]);
        while (pending.TryPop(out int block))
        {
            if (_blocks[block].IsReachable) continue;
            _blocks[block].IsReachable = true;
            foreach (FlowEdge edge in GetSuccessors(block)) if (!_blocks[edge.To].IsReachable) pending.Push(edge.To);
        }
    }
}
