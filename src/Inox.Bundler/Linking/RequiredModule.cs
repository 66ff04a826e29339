using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>In which form an ES module sees what a module that is required exports.</summary>
internal enum ViewKind : byte
{
    /// <summary><c>module.exports</c> itself: enough for named imports, and under Node's rule it is the default import.</summary>
    Exports,

    /// <summary>A namespace whose <c>default</c> is <c>exports.default</c> when there is <c>__esModule</c>.</summary>
    Compatible,

    /// <summary>A namespace whose <c>default</c> is <c>module.exports</c>.</summary>
    Node,
}

/// <summary>
/// A CommonJS module, or one from outside where the output has <c>require</c>, that ES modules import. Each chunk has one variable for each of its
/// views, shared by all importers in the chunk: the symbol is the same everywhere, and each chunk declares its own.
/// </summary>
internal sealed class RequiredModule(Module owner, Module? target, string path)
{
    private readonly int[] _symbols = [-1, -1, -1];

    /// <summary>Whose symbols the views are: the CommonJS module, or the runtime for what is outside.</summary>
    public Module Owner { get; } = owner;

    public Module? Target { get; } = target;

    /// <summary>What to require when it is outside.</summary>
    public string Path { get; } = path;

    public int SymbolOf(ViewKind kind)
    {
        ref int symbol = ref _symbols[(int)kind];
        if (symbol < 0) symbol = Owner.Model.AddSymbol(0, "import_" + FileNames.ToIdentifier(Target?.Id.Path ?? Path), JavaScript.Semantics.SymbolFlags.Var);
        return symbol;
    }

    public bool IsUsed(ViewKind kind) => _symbols[(int)kind] >= 0 && Owner.UsedSymbols.Contains(_symbols[(int)kind]);

    /// <summary>The variables that hold it, with their kinds: those that something names.</summary>
    public IEnumerable<(ViewKind Kind, SymbolRef Symbol)> UsedViews()
    {
        for (int kind = 0; kind < _symbols.Length; kind++)
            if (IsUsed((ViewKind)kind)) yield return ((ViewKind)kind, new(Owner, _symbols[kind]));
    }
}
