using Inox.JavaScript.Semantics;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>
/// New names for symbols that move to where their old ones mean something else: a variable of a block becomes one of the function, the values
/// of fields move into a constructor with parameters of its own.
/// </summary>
internal sealed class SymbolNames(TransformContext context)
{
    private readonly Dictionary<int, string> _names = [];

    public string NameOf(int symbol, string name) => symbol >= 0 && _names.Count > 0 && _names.TryGetValue(symbol, out string? renamed) ? renamed : name;

    private Dictionary<string, int>? _counts;

    /// <summary>Whether no two symbols of the file have that name.</summary>
    public bool IsUnique(string name)
    {
        if (_counts is null)
        {
            _counts = [];
            foreach (ref readonly Symbol symbol in context.Model.Symbols) _counts[symbol.Name] = _counts.GetValueOrDefault(symbol.Name) + 1;
        }
        return _counts.GetValueOrDefault(name) == 1;
    }

    /// <summary>Gives a symbol another name for a while; what it had is given back to <see cref="Restore"/>.</summary>
    public string? Replace(int symbol, string name)
    {
        string? before = _names.GetValueOrDefault(symbol);
        _names[symbol] = name;
        return before;
    }

    public void Restore(int symbol, string? name)
    {
        if (name is null) _names.Remove(symbol);
        else _names[symbol] = name;
    }

    public void Rename(int symbol)
    {
        if (!_names.ContainsKey(symbol)) _names.Add(symbol, context.NewName("_" + context.Model.GetSymbol(symbol).Name));
    }

    /// <summary>
    /// Renames what a block declares where the function around it has the name otherwise:
    /// <c>let x = 1; { let x = 2; }</c> and <c>{ let x = 2; } f(x)</c>.
    /// </summary>
    public void SeparateBlockNames(SemanticModel model)
    {
        int[] functions = FunctionsOf(model);
        HashSet<(int Function, string Name)> taken = PassingNames(model, functions);
        // what is the function's own comes first: it keeps its name
        foreach (ref readonly Symbol symbol in model.Symbols)
            if (IsCounted(symbol) && symbol.Scope == functions[symbol.Scope]) taken.Add((symbol.Scope, symbol.Name));
        for (int id = 0; id < model.SymbolCount; id++)
        {
            ref readonly Symbol symbol = ref model.Symbols[id];
            if (!IsCounted(symbol) || symbol.Scope == functions[symbol.Scope] || model.Scopes[symbol.Scope].Kind is ScopeKind.FunctionName or ScopeKind.Class) continue;
            if (!taken.Add((functions[symbol.Scope], symbol.Name)) && (symbol.Flags & SymbolFlags.KeepName) == 0) Rename(id);
        }
    }

    private static bool IsCounted(in Symbol symbol) => (symbol.Flags & SymbolFlags.Value) != 0 && (symbol.Flags & SymbolFlags.Merged) == 0;

    /// <summary>For each scope the scope of the function around it; that of its parameters, not that of its body.</summary>
    public static int[] FunctionsOf(SemanticModel model)
    {
        int[] functions = new int[model.ScopeCount];
        for (int id = 0; id < functions.Length; id++)
        {
            ref readonly Scope scope = ref model.Scopes[id];
            bool isFunction = scope.Kind is ScopeKind.Global or ScopeKind.Module or ScopeKind.Function or ScopeKind.ClassField or ScopeKind.StaticBlock;
            functions[id] = isFunction || scope.Parent < 0 ? id : functions[scope.Parent];
        }
        return functions;
    }

    // The names that a function takes from outside, by function.
    private static HashSet<(int Function, string Name)> PassingNames(SemanticModel model, int[] functions)
    {
        HashSet<(int Function, string Name)> passing = [];
        foreach (ref readonly Reference reference in model.References)
        {
            int own = reference.Symbol < 0 ? -1 : functions[model.Symbols[reference.Symbol].Scope];
            for (int scope = functions[reference.Scope]; scope >= 0 && scope != own; scope = model.Scopes[scope].Parent is var parent and >= 0 ? functions[parent] : -1)
                if (!passing.Add((scope, reference.Node.Name))) break;
        }
        return passing;
    }
}
