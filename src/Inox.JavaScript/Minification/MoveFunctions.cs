using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Moves a function that is used once to that place: `function f() {} a.b = f` is `a.b = function () {}`. A use inside of another function
/// must be a call, as otherwise each run would make another function, and nothing moves into a loop. Names that the function means must mean
/// the same where it goes.
/// </summary>
internal sealed class MoveFunctions
{
    private readonly SemanticModel _model;
    private readonly SymbolFacts _facts;
    private readonly HashSet<int> _moved = [];
    private readonly HashSet<string> _free = [];
    private readonly List<(int Symbol, int UseScope, int FunctionScope)> _chosen = [];
    private readonly int[] _firstReference;

    private MoveFunctions(SemanticModel model, SymbolFacts facts)
    {
        _model = model;
        _facts = facts;
        _firstReference = new int[model.ScopeCount];
        _firstReference.AsSpan().Fill(-1);
        for (int i = 0; i < model.References.Length; i++)
        {
            ref int first = ref _firstReference[model.References[i].Scope];
            if (first < 0) first = i;
        }
    }

    /// <summary>The symbols of the functions that move.</summary>
    public static HashSet<int> Choose(SemanticModel model, SymbolFacts facts)
    {
        MoveFunctions moves = new(model, facts);
        foreach (ref readonly Reference reference in model.References)
        {
            int symbol = reference.Node.SymbolId;
            if (symbol < 0 || !moves.IsCandidate(symbol, reference, out IFunction? function)) continue;
            moves.Consider(symbol, reference, function!);
        }
        moves.LeaveNested();
        return moves._moved;
    }

    private bool IsCandidate(int symbol, in Reference reference, out IFunction? function)
    {
        ref SymbolFact fact = ref _facts[symbol];
        function = null;
        if (!fact.IsSettled || fact.Reads != 1 || fact.SelfReads != 0 || fact.IsUsedInLoop || (reference.Flags & ReferenceFlags.Export) != 0) return false;
        function = fact.Function is { Body: not null } declaration ? declaration
            : fact.Declarator is { Init: FunctionExpression { Id: null } expression } ? expression : null;
        if (function is null || function.ScopeId < 0) return false;
        if (fact.IsCaptured && (reference.Flags & ReferenceFlags.Call) == 0) return false;
        // a use inside of the function itself is not one that it can move to
        ref readonly Scope own = ref _model.Scopes[function.ScopeId];
        if (reference.Scope >= function.ScopeId && reference.Scope <= own.LastDescendant) return false;
        return _model.Scopes[own.Parent].IsStrict == _model.Scopes[reference.Scope].IsStrict;
    }

    private void Consider(int symbol, in Reference reference, IFunction function)
    {
        int home = _model.Scopes[function.ScopeId].Parent;
        if (reference.Scope != home)
        {
            CollectFree(function.ScopeId);
            for (int scope = reference.Scope; scope != home; scope = _model.Scopes[scope].Parent)
            {
                if (scope < 0) return;
                for (int id = _model.Scopes[scope].LastSymbol; id >= 0; id = _model.Symbols[id].NextInScope)
                    if (_free.Contains(_model.Symbols[id].Name)) return;
            }
        }
        _chosen.Add((symbol, reference.Scope, function.ScopeId));
    }

    // The names that a function means and does not declare. The references of a function are a range, as they are in the order of the source.
    private void CollectFree(int function)
    {
        _free.Clear();
        _free.Add("arguments");
        int last = _model.Scopes[function].LastDescendant;
        int index = -1;
        for (int scope = function; scope <= last; scope++)
            if (_firstReference[scope] >= 0 && (index < 0 || _firstReference[scope] < index)) index = _firstReference[scope];
        if (index < 0) return;
        for (; index < _model.References.Length; index++)
        {
            ref readonly Reference reference = ref _model.References[index];
            if (reference.Scope < function || reference.Scope > last) break;
            int symbol = reference.Symbol;
            if (symbol < 0 || _model.Symbols[symbol].Scope < function || _model.Symbols[symbol].Scope > last) _free.Add(reference.Node.Name);
        }
    }

    // A function that moves into one that moves itself would come to a place that was not looked at: it waits.
    private void LeaveNested()
    {
        HashSet<int> scopes = [];
        foreach ((_, _, int function) in _chosen) scopes.Add(function);
        foreach ((int symbol, int use, _) in _chosen)
        {
            bool isNested = false;
            for (int scope = use; scope >= 0 && !isNested; scope = _model.Scopes[scope].Parent) isNested = scopes.Contains(scope);
            if (!isNested) _moved.Add(symbol);
        }
    }
}
