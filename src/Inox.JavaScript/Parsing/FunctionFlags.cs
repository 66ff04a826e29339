namespace Inox.JavaScript.Parsing;

/// <summary>What sort of function is read.</summary>
[Flags]
internal enum FunctionFlags : byte
{
    None = 0,
    Async = 1 << 0,
    Generator = 1 << 1,

    /// <summary>A method of an object or class: it has `super.x`.</summary>
    Method = 1 << 2,
    Getter = 1 << 3,
    Setter = 1 << 4,

    /// <summary>The constructor of a class with `extends`: it has `super()`.</summary>
    DerivedConstructor = 1 << 5,

    /// <summary>A constructor of a class: TypeScript lets its parameters be properties.</summary>
    Constructor = 1 << 6,
    Arrow = 1 << 7,
}
