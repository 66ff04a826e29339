using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

[Flags]
public enum ReferenceFlags : byte
{
    None = 0,
    Read = 1,
    Write = 2,

    /// <summary>In a type: <c>let a: X</c>.</summary>
    Type = 4,

    /// <summary>A value named in a type: <c>typeof x</c>. It does not count as a use at run time.</summary>
    TypeQuery = 8,

    /// <summary><c>export { x }</c>, <c>export default x</c> and <c>export = x</c>: a value or a type.</summary>
    Export = 16,

    /// <summary>The callee of a call.</summary>
    Call = 32,
}

/// <summary>One use of a name. <see cref="Symbol"/> is -1 when no scope of the file declares it.</summary>
public struct Reference
{
    public IdentifierReference Node;
    public int Symbol;
    public int Scope;
    public ReferenceFlags Flags;

    /// <summary>The number that the binder gives to the name.</summary>
    internal int NameId;
}
