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

    /// <summary>The declarator of a variable that has one declaration.</summary>
    public VariableDeclarator? Declarator;

    /// <summary>The declaration of a function that has one.</summary>
    public FunctionDeclaration? Function;
}

/// <summary>The use of every symbol of a file, indexed by symbol. Passes keep the counts right while they drop and copy.</summary>
internal sealed class SymbolFacts
{
    private readonly SymbolFact[] _facts;

    private SymbolFacts(SymbolFact[] facts) => _facts = facts;

    public ref SymbolFact this[int symbol] => ref _facts[symbol];

    public static SymbolFacts Collect(SemanticModel model)
    {
        SymbolFact[] facts = new SymbolFact[model.SymbolCount];
        bool ownsOutermost = model.Program.SourceType != SourceType.Script;
        for (int id = 0; id < facts.Length; id++)
        {
            ref readonly Symbol symbol = ref model.Symbols[id];
            const SymbolFlags Foreign = SymbolFlags.KeepName | SymbolFlags.Exported | SymbolFlags.Merged | SymbolFlags.Synthetic | SymbolFlags.Import | SymbolFlags.Enum
                | SymbolFlags.ConstEnum | SymbolFlags.Namespace | SymbolFlags.Ambient | SymbolFlags.Using | SymbolFlags.BlockFunction;
            facts[id].IsLocal = (symbol.Flags & Foreign) == 0 && (ownsOutermost || symbol.Scope != 0) && symbol.Name != "arguments";
            facts[id].IsParameter = (symbol.Flags & SymbolFlags.Parameter) != 0;
            facts[id].IsFunction = (symbol.Flags & SymbolFlags.Function) != 0;
            facts[id].IsClass = (symbol.Flags & SymbolFlags.Class) != 0;
            facts[id].IsConstant = (symbol.Flags & SymbolFlags.Const) != 0;
            facts[id].IsLexical = (symbol.Flags & SymbolFlags.Lexical) != 0;
            SymbolFlags kind = symbol.Flags & SymbolFlags.Value;
            facts[id].IsPinned = kind is not (SymbolFlags.Var or SymbolFlags.Let or SymbolFlags.Const or SymbolFlags.Function or SymbolFlags.Class or SymbolFlags.Parameter);
        }
        foreach (HoistedDeclaration hoisted in model.HoistedDeclarations)
            if ((model.Symbols[hoisted.Symbol].Flags & SymbolFlags.Function) != 0) facts[hoisted.Symbol].IsPinned = true;
        new CollectUses(model, facts).Run();
        return new(facts);
    }

    public bool IsLocal(int symbol) => symbol >= 0 && symbol < _facts.Length && _facts[symbol].IsLocal;

    /// <summary>Whether the value of a name is the same whenever it is read, so that reading it can change places with anything.</summary>
    public bool IsFixed(int symbol)
    {
        if (!IsLocal(symbol)) return false;
        ref SymbolFact fact = ref _facts[symbol];
        return fact.IsSettled;
    }
}
