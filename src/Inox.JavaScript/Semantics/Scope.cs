using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

public enum ScopeKind : byte { Global, Module, FunctionName, Function, FunctionBody, Block, Catch, Class, ClassField, StaticBlock, With, Enum, Namespace, Type }

/// <summary>One scope. <see cref="Parent"/> is -1 for the outermost.</summary>
public struct Scope
{
    public ScopeKind Kind;
    public bool IsStrict;

    /// <summary>A direct <c>eval</c> stands in it or below: its names must stay as they are.</summary>
    public bool ContainsDirectEval;

    /// <summary>References in it may be answered by the object of a <c>with</c>.</summary>
    public bool IsInsideWith;
    public int Parent;

    /// <summary>The last scope inside of it: ids are given in source order, so a scope and all in it are <c>[id, LastDescendant]</c>.</summary>
    public int LastDescendant;
    public Node Node;

    /// <summary>The last declared symbol; the others hang on <see cref="Symbol.NextInScope"/>, latest first. -1 for none.</summary>
    public int LastSymbol;

    /// <summary>How many symbols there were when it was opened.</summary>
    internal int FirstSymbol;

    /// <summary>Whether <c>var</c> stops here on its way out.</summary>
    public readonly bool IsVarScope => Kind is ScopeKind.Global or ScopeKind.Module or ScopeKind.Function or ScopeKind.FunctionBody
        or ScopeKind.ClassField or ScopeKind.StaticBlock or ScopeKind.Namespace;
}
