using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>How one symbol is used.</summary>
internal struct SymbolFact
{
    /// <summary>Uses of its value, those inside the function it names left out.</summary>
    public int Reads;

    /// <summary>Uses of a function's name inside of it.</summary>
    public int SelfReads;

    /// <summary>Those of <see cref="Reads"/> that only find the object to set a property of: `f.x = 1`, `f.prototype.x = 1`.</summary>
    public int Places;

    /// <summary>What those <see cref="Places"/> are.</summary>
    public PlaceKind PlaceKinds;

    /// <summary>Assignments, declarations with a value included.</summary>
    public int Writes;

    /// <summary>How many declarations it has.</summary>
    public int Declarations;

    /// <summary>Nothing outside of the file, no <c>eval</c>, no <c>with</c> and no other script knows it.</summary>
    public bool IsLocal;

    /// <summary>Some function other than the one that declares it uses it.</summary>
    public bool IsCaptured;

    /// <summary>A use stands in a loop of its function.</summary>
    public bool IsUsedInLoop;

    /// <summary>Declared by a pattern, a loop, a catch clause, or as something else than a variable or function too.</summary>
    public bool IsPinned;

    /// <summary>Reading it too early throws: <c>let</c>, <c>const</c>, <c>class</c>.</summary>
    public bool IsLexical;

    public bool IsParameter;
    public bool IsFunction;
    public bool IsClass;
    public bool IsConstant;

    /// <summary>It is given its value once, before anything reads it.</summary>
    public bool IsSettled;

    /// <summary>An unread `let` that something may assign to before its declaration, which throws.</summary>
    public bool IsSetTooEarly;

    /// <summary>The declarator of a variable that has one declaration.</summary>
    public VariableDeclarator? Declarator;

    /// <summary>The declaration of a function that has one.</summary>
    public FunctionDeclaration? Function;

    /// <summary>Whether something that rules ask about is not as it was.</summary>
    public readonly bool IsUsedOtherwise(in SymbolFact before) =>
        Reads != before.Reads || Places != before.Places || PlaceKinds != before.PlaceKinds || SelfReads != before.SelfReads || Writes != before.Writes || Declarations != before.Declarations
        || IsCaptured != before.IsCaptured || IsUsedInLoop != before.IsUsedInLoop || IsPinned != before.IsPinned || IsSettled != before.IsSettled || IsSetTooEarly != before.IsSetTooEarly;
}

/// <summary>The use of every symbol of a file, indexed by symbol. Passes keep the counts right while they drop and copy.</summary>
internal sealed class SymbolFacts
{
    private readonly SemanticModel _model;
    private readonly CollectUses _uses;

    private readonly SymbolFact[] _facts;

    // As they were when they were collected the time before: what a walk makes of the facts is no change of the tree.
    private readonly SymbolFact[] _before;

    // By scope of a function: whether it uses a symbol that is used otherwise than when the facts were collected the time before.
    private readonly bool[] _hasChanged;

    public SymbolFacts(SemanticModel model)
    {
        _model = model;
        _facts = new SymbolFact[model.SymbolCount];
        _before = new SymbolFact[model.SymbolCount];
        _hasChanged = new bool[model.ScopeCount];
        _uses = new(model);
    }

    public ref SymbolFact this[int symbol] => ref _facts[symbol];

    /// <summary>Looks at the tree as it is now.</summary>
    public void Collect()
    {
        for (int id = 0; id < _facts.Length; id++) _facts[id] = Declared(_model.Symbols[id]);
        foreach (HoistedDeclaration hoisted in _model.HoistedDeclarations)
            if ((_model.Symbols[hoisted.Symbol].Flags & SymbolFlags.Function) != 0) _facts[hoisted.Symbol].IsPinned = true;
        _uses.Run(_facts);
        _hasChanged.AsSpan().Clear();
        _uses.MarkChanged(_before, _hasChanged);
        _facts.CopyTo(_before, 0);
    }

    private SymbolFact Declared(in Symbol symbol)
    {
        const SymbolFlags Foreign = SymbolFlags.KeepName | SymbolFlags.Exported | SymbolFlags.Merged | SymbolFlags.Synthetic | SymbolFlags.Import | SymbolFlags.Enum
            | SymbolFlags.ConstEnum | SymbolFlags.Namespace | SymbolFlags.Ambient | SymbolFlags.Using | SymbolFlags.BlockFunction;
        SymbolFlags kind = symbol.Flags & SymbolFlags.Value;
        return new()
        {
            IsLocal = (symbol.Flags & Foreign) == 0 && (_model.Program.SourceType != SourceType.Script || symbol.Scope != 0) && symbol.Name != "arguments",
            IsParameter = (symbol.Flags & SymbolFlags.Parameter) != 0,
            IsFunction = (symbol.Flags & SymbolFlags.Function) != 0,
            IsClass = (symbol.Flags & SymbolFlags.Class) != 0,
            IsConstant = (symbol.Flags & SymbolFlags.Const) != 0,
            IsLexical = (symbol.Flags & SymbolFlags.Lexical) != 0,
            IsPinned = kind is not (SymbolFlags.Var or SymbolFlags.Let or SymbolFlags.Const or SymbolFlags.Function or SymbolFlags.Class or SymbolFlags.Parameter),
        };
    }

    /// <summary>Whether a function, or one in it, uses a symbol of which the facts have changed.</summary>
    public bool HasChangedIn(int functionScope) => _hasChanged[functionScope];

    /// <summary>Whether it is `undefined` or `Infinity` where its value is asked for, and not `undefined = 1`.</summary>
    public bool IsGlobalConstant(IdentifierReference name) => _uses.Constants.Contains(name);

    public bool IsLocal(int symbol) => symbol >= 0 && symbol < _facts.Length && _facts[symbol].IsLocal;

    /// <summary>Whether the value of a name is the same whenever it is read, so that reading it can change places with anything.</summary>
    public bool IsFixed(int symbol) => IsLocal(symbol) && _facts[symbol].IsSettled;
}
