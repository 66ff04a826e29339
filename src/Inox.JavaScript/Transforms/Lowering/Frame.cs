namespace Inox.JavaScript.Transforms.Lowering;

internal enum FrameKind : byte
{
    Program,

    /// <summary>A function with its own <c>this</c>: a declaration, an expression, a method, an accessor.</summary>
    Function,
    Constructor,
    Arrow,

    /// <summary>The body of a loop that becomes a function, as closures keep its variables.</summary>
    LoopBody,

    /// <summary>A class that becomes a function called at once: its keys and its heritage.</summary>
    ClassBody,

    /// <summary>The value of a field or a static block.</summary>
    Initializer,
}

/// <summary>
/// One function of the source or of the output around the place the walk is at. What passes through it in the source but not in the output
/// (<c>this</c> through an arrow that becomes a function) is kept in a variable of the frame that owns it.
/// </summary>
internal sealed class Frame(Frame? outer, FrameKind kind)
{
    public Frame? Outer { get; } = outer;

    public FrameKind Kind { get; } = kind;

    /// <summary>Variables without a value, declared at its head.</summary>
    public List<string> Variables { get; } = [];

    /// <summary>Parameters and keys are visited: what stands there cannot see the variables of the body.</summary>
    public bool IsInHead { get; set; }

    public bool InheritsThis => Kind is FrameKind.Arrow or FrameKind.LoopBody or FrameKind.ClassBody;

    /// <summary>It is an ordinary function in the output though <c>this</c> passes through it in the source.</summary>
    public bool CutsThis { get; init; }

    /// <summary>Its body moves into a function of its own, so that <c>arguments</c>, <c>new.target</c> and <c>super</c> are not the same there.</summary>
    public bool CutsArguments { get; init; }

    /// <summary>A static block, which becomes a function: what it needs is declared in it.</summary>
    public bool OwnsVariables { get; init; }

    public bool IsStrict { get; init; } = true;

    /// <summary>An async function that is lowered.</summary>
    public bool IsAsync { get; init; }

    public bool IsGenerator { get; init; }

    public bool UsesThis { get; set; }

    /// <summary>`await` or `yield` stand in it, so that it must become a generator.</summary>
    public bool Suspends { get; set; }

    public string? ThisAlias { get; set; }

    public string? ArgumentsAlias { get; set; }

    public string? NewTargetAlias { get; set; }

    public string? SuperGetAlias { get; set; }

    public string? SuperSetAlias { get; set; }

    /// <summary>The variable that stands for <c>this</c>: in a derived constructor, where `super()` makes it, and in what moved out of a class.</summary>
    public string? ThisName { get; init; }

    /// <summary>Whether <see cref="ThisName"/> may be read before it has its value.</summary>
    public bool ChecksThis { get; set; }

    /// <summary>Where `super` looks; null where it stays.</summary>
    public HomeObject? Home { get; set; }

    /// <summary>The class whose constructor or initializer it is.</summary>
    public ClassPlan? Class { get; init; }

    /// <summary>For `new.target`: the name the function can call itself by.</summary>
    public string? OwnName { get; set; }
}

/// <summary>The object whose prototype `super` reads: a name, or its `prototype`.</summary>
internal sealed class HomeObject(string name, bool isPrototype)
{
    public string Name { get; } = name;

    public bool IsPrototype { get; } = isPrototype;

    public bool IsUsed { get; set; }
}
