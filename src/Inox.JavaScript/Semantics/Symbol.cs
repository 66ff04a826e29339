using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

[Flags]
public enum SymbolFlags
{
    None = 0,
    Var = 1 << 0,
    Let = 1 << 1,
    Const = 1 << 2,
    Using = 1 << 3,
    Parameter = 1 << 4,
    Function = 1 << 5,
    Class = 1 << 6,
    CatchParameter = 1 << 7,
    Import = 1 << 8,
    Enum = 1 << 9,
    ConstEnum = 1 << 10,
    Namespace = 1 << 11,
    Interface = 1 << 12,
    TypeAlias = 1 << 13,
    TypeParameter = 1 << 14,

    /// <summary>An import, export or declaration that TypeScript erases: <c>import type</c>, <c>declare</c>.</summary>
    TypeOnly = 1 << 15,
    Ambient = 1 << 16,
    Exported = 1 << 17,

    /// <summary>Some reference other than its declaration writes to it.</summary>
    Reassigned = 1 << 18,

    /// <summary>The name of a function or class expression, seen only inside of it.</summary>
    OwnName = 1 << 19,

    /// <summary>Made by a pass, not in the source.</summary>
    Synthetic = 1 << 20,

    /// <summary>A member of an enum, seen by name inside of it; it has no declaration node.</summary>
    EnumMember = 1 << 21,

    /// <summary>A direct <c>eval</c> or a <c>with</c> may look it up by its name.</summary>
    KeepName = 1 << 22,

    /// <summary>Its declaration was given to another symbol: <c>catch (e) { var e }</c> has one name for both.</summary>
    Merged = 1 << 23,

    /// <summary>An async function or a generator: a second one of its name in a block is an error even in sloppy code.</summary>
    AsyncOrGenerator = 1 << 24,

    /// <summary>A function in a block of sloppy code that a name around it keeps from being hoisted (ECMA-262 B.3.2).</summary>
    BlockFunction = 1 << 25,

    Value = Var | Let | Const | Using | Parameter | Function | Class | CatchParameter | Import | Enum | ConstEnum | Namespace | EnumMember,
    /// <summary>What TDZ and block scope apply to.</summary>
    Lexical = Let | Const | Using | Class | Enum | ConstEnum,

    Type = Class | Enum | ConstEnum | Interface | TypeAlias | TypeParameter | Import | Namespace | EnumMember,
}

/// <summary>One declared name. Redeclarations of a name in a scope share a symbol.</summary>
public struct Symbol
{
    public string Name;
    public SymbolFlags Flags;
    public int Scope;

    /// <summary>The node that declares it first: the BindingIdentifier.</summary>
    public BindingIdentifier? Declaration;

    /// <summary>Next symbol of the same scope, -1 at the end.</summary>
    public int NextInScope;

    /// <summary>How many references read or write it as a value.</summary>
    public int ValueReferences;

    /// <summary>How many references name it in a type.</summary>
    public int TypeReferences;
}
