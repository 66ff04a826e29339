using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

public enum ScopeKind : byte { Global, Module, Function, Block, Catch, Class, ClassField, With, Enum, Namespace, Type }

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
    public Node Node;

    /// <summary>The last declared symbol; the others hang on <see cref="Symbol.NextInScope"/>, latest first. -1 for none.</summary>
    public int LastSymbol;
}
