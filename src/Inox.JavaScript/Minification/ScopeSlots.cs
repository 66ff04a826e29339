using Inox.JavaScript.Semantics;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Numbers the symbols of a file so that two of one number can have one name. Scopes are taken from the outside in; a symbol takes the
/// lowest number that nothing uses which is meant in its scope or below: outer symbols that are not meant there may be hidden. What is meant
/// where is the symbol's every scope from each of its uses out to its declaration.
/// </summary>
internal sealed class ScopeSlots
{
    private readonly SemanticModel _model;
    private readonly List<int>?[] _live;
    private readonly int[] _ends;
    private readonly List<int>?[] _uses;
    private readonly Func<int, bool> _isNamed;

    // Slots that the scope at hand cannot give: stamped with its number.
    private int[] _taken = new int[64];

    private ScopeSlots(SemanticModel model, Func<int, bool> isNamed)
    {
        _model = model;
        _isNamed = isNamed;
        _live = new List<int>?[model.ScopeCount];
        _ends = new int[model.ScopeCount];
        _uses = CollectUses(model);
        _taken.AsSpan().Fill(-1);
        Slots = new int[model.SymbolCount];
        Slots.AsSpan().Fill(-1);
    }

    private int[] Slots { get; }

    /// <summary>The slot of each symbol, -1 for those that <paramref name="isNamed"/> leaves out.</summary>
    public static int[] Assign(SemanticModel model, Func<int, bool> isNamed)
    {
        ScopeSlots slots = new(model, isNamed);
        List<int> symbols = [];
        for (int scope = 0; scope < model.ScopeCount; scope++)
        {
            symbols.Clear();
            for (int id = model.Scopes[scope].LastSymbol; id >= 0; id = model.Symbols[id].NextInScope)
                if ((model.Symbols[id].Flags & SymbolFlags.Merged) == 0 && isNamed(id)) symbols.Add(id);
            symbols.Reverse();
            slots.AssignScope(scope, symbols);
        }
        return slots.Slots;
    }

    private void AssignScope(int scope, List<int> symbols)
    {
        ref readonly Scope data = ref _model.Scopes[scope];
        int end = data.Parent < 0 ? 0 : _ends[data.Parent];
        if (symbols.Count > 0)
        {
            MarkTaken(scope, data);
            int next = 0;
            foreach (int symbol in symbols)
            {
                int slot;
                // { let f; { function f() {} } }: under another name the function would become a var, so the name must be free all the way out
                if ((_model.Symbols[symbol].Flags & SymbolFlags.BlockFunction) != 0) slot = end;
                else
                {
                    while (IsTaken(next, scope)) next++;
                    slot = next++;
                }
                Slots[symbol] = slot;
                end = Math.Max(end, slot + 1);
                if (slot >= next) Take(slot, scope);
                MarkLive(symbol, scope, slot);
            }
        }
        _ends[scope] = end;
    }

    private void MarkTaken(int scope, in Scope data)
    {
        if (_live[scope] is { } live) foreach (int slot in live) Take(slot, scope);
        // catch (e) { let x } and function f(a = 1) { var x }: the names of the head may not be declared anew in the body
        if (data.Kind != ScopeKind.FunctionBody && (data.Parent < 0 || _model.Scopes[data.Parent].Kind != ScopeKind.Catch)) return;
        for (int id = _model.Scopes[data.Parent].LastSymbol; id >= 0; id = _model.Symbols[id].NextInScope)
            if (Slots[id] >= 0) Take(Slots[id], scope);
    }

    private void Take(int slot, int scope)
    {
        if (slot >= _taken.Length)
        {
            int length = _taken.Length;
            Array.Resize(ref _taken, Math.Max(length * 2, slot + 1));
            _taken.AsSpan(length).Fill(-1);
        }
        _taken[slot] = scope;
    }

    private bool IsTaken(int slot, int scope) => slot < _taken.Length && _taken[slot] == scope;

    private void MarkLive(int symbol, int declared, int slot)
    {
        if (_uses[symbol] is not { } uses) return;
        foreach (int use in uses)
        {
            for (int scope = use; scope > declared; scope = _model.Scopes[scope].Parent)
            {
                List<int> live = _live[scope] ??= [];
                if (live.Count > 0 && live[^1] == slot) break;
                live.Add(slot);
            }
        }
    }

    private static List<int>?[] CollectUses(SemanticModel model)
    {
        List<int>?[] uses = new List<int>?[model.SymbolCount];
        foreach (ref readonly Reference reference in model.References)
        {
            int symbol = reference.Node.SymbolId;
            if (symbol < 0 || symbol >= uses.Length || reference.Scope <= model.Symbols[symbol].Scope) continue;
            List<int> list = uses[symbol] ??= [];
            if (list.Count == 0 || list[^1] != reference.Scope) list.Add(reference.Scope);
        }
        foreach (HoistedDeclaration hoisted in model.HoistedDeclarations) (uses[hoisted.Symbol] ??= []).Add(hoisted.Scope);
        return uses;
    }
}
