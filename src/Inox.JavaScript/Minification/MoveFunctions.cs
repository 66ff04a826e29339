using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Moves a function that is used once to that place: `function f() {} a.b = f` is `a.b = function () {}`. A use inside of another function
/// must be a call, as otherwise each run would make another function, and nothing moves into a loop. Names that the function means must mean
/// the same where it goes. That may be in another function that moves, so a function is decided about after those around its use.
/// </summary>
internal sealed class MoveFunctions
{
    private readonly SemanticModel _model;
    private readonly SymbolFacts _facts;
    private readonly HashSet<string> _free = [];
    private readonly Dictionary<int, Candidate> _candidates = [];
    private readonly int[] _firstReference;

    private int _questions;

    // f1 calls f2, f2 calls f3, and so on: functions in one another are deeper to parse than functions side by side.
    private const int MaxDepth = 16;

    private enum Outcome { Unknown, InQuestion, Moves, Stays }

    private sealed class Candidate(int symbol, int useScope, int functionScope)
    {
        public int Symbol { get; } = symbol;
        public int UseScope { get; } = useScope;
        public int FunctionScope { get; } = functionScope;
        // how many functions that move themselves are around the new place
        public int Depth;
        public Outcome Outcome { get; set; }
    }

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
            moves._candidates.Add(function!.ScopeId, new(symbol, reference.Scope, function.ScopeId));
        }
        HashSet<int> moved = [];
        foreach (Candidate candidate in moves._candidates.Values) if (moves.Moves(candidate)) moved.Add(candidate.Symbol);
        return moved;
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

    private bool Moves(Candidate candidate)
    {
        if (candidate.Outcome != Outcome.Unknown) return candidate.Outcome == Outcome.Moves;
        candidate.Outcome = Outcome.InQuestion;
        _questions++;
        bool moves = _questions <= MaxDepth && MayMove(candidate);
        _questions--;
        candidate.Outcome = moves ? Outcome.Moves : Outcome.Stays;
        return moves;
    }

    // The free names of the function must mean the same at every scope between the new place and the old one.
    private bool MayMove(Candidate candidate)
    {
        int home = _model.Scopes[candidate.FunctionScope].Parent;
        for (int scope = candidate.UseScope; scope != home; scope = ScopeAround(scope, ref candidate.Depth))
            if (scope < 0) return false;
        if (candidate.Depth > MaxDepth) return false;
        if (candidate.UseScope == home) return true;
        CollectFree(candidate.FunctionScope);
        int depth = 0;
        for (int scope = candidate.UseScope; scope != home; scope = ScopeAround(scope, ref depth))
            for (int id = _model.Scopes[scope].LastSymbol; id >= 0; id = _model.Symbols[id].NextInScope)
                if (_free.Contains(_model.Symbols[id].Name)) return false;
        return true;
    }

    // The scope around one when functions have moved; -1 for one that waits to know that itself: f calls g, g calls f.
    private int ScopeAround(int scope, ref int depth)
    {
        if (!_candidates.TryGetValue(scope, out Candidate? function)) return _model.Scopes[scope].Parent;
        if (function.Outcome == Outcome.InQuestion) return -1;
        if (!Moves(function)) return _model.Scopes[scope].Parent;
        depth = Math.Max(depth, function.Depth + 1);
        return function.UseScope;
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
}
