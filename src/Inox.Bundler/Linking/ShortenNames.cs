using Inox.Bundler.Graph;
using Inox.JavaScript.Semantics;

namespace Inox.Bundler.Linking;

/// <summary>
/// Gives the shortest names to what is named most often. Inner symbols take slots: a scope numbers its symbols on from where the scope
/// around it ended, so that slot n means the same name wherever it is used and can never hide one that is in reach. Slots and outermost
/// symbols are then sorted by use and named in that order.
/// </summary>
internal sealed class ShortenNames(ChunkSymbols symbols)
{
    private readonly List<int> _slotUses = [];
    private readonly List<(Module Module, int Symbol, int Slot)> _inner = [];
    private readonly Dictionary<SymbolRef, int> _topUses = [];
    private readonly HashSet<string> _kept = [];

    public void Run()
    {
        foreach (SymbolRef symbol in symbols.TopLevel) _topUses[symbol] = 1;
        foreach (Module module in symbols.Chunk.Modules)
        {
            CountTop(module);
            AssignSlots(module);
        }
        string[] slotNames = Name();
        foreach ((Module module, int symbol, int slot) in _inner) symbols.SetName(new(module, symbol), slotNames[slot]);
    }

    private void CountTop(Module module)
    {
        for (int symbol = 0; symbol < module.Model.SymbolCount; symbol++)
        {
            ref Symbol data = ref module.Model.GetSymbol(symbol);
            if (data.Scope != 0) continue;
            SymbolRef target = ShakeTree.Canonical(new(module, symbol));
            if (_topUses.TryGetValue(target, out int uses)) _topUses[target] = uses + data.ValueReferences;
        }
    }

    private void AssignSlots(Module module)
    {
        SemanticModel model = module.Model;
        int[] ends = new int[model.ScopeCount];
        List<int>[] byScope = GroupByScope(module);
        for (int scope = 0; scope < ends.Length; scope++)
        {
            int slot = scope == 0 ? 0 : ends[model.Scopes[scope].Parent];
            foreach (int symbol in byScope[scope] ?? [])
            {
                if (slot == _slotUses.Count) _slotUses.Add(0);
                _slotUses[slot] += model.Symbols[symbol].ValueReferences + 1;
                _inner.Add((module, symbol, slot++));
            }
            ends[scope] = slot;
        }
    }

    private List<int>[] GroupByScope(Module module)
    {
        List<int>[] groups = new List<int>[module.Model.ScopeCount];
        for (int symbol = 0; symbol < module.Model.SymbolCount; symbol++)
        {
            ref Symbol data = ref module.Model.GetSymbol(symbol);
            bool isInner = data.Scope != 0 || module.Wrap == WrapKind.CommonJs && symbol != module.WrapperSymbol && !module.Bindings.ContainsKey(symbol);
            if (!isInner || (data.Flags & SymbolFlags.Merged) != 0) continue;
            if ((data.Flags & SymbolFlags.KeepName) != 0) _kept.Add(data.Name);
            else (groups[data.Scope] ??= []).Add(symbol);
        }
        return groups;
    }

    private string[] Name()
    {
        List<(int Uses, int Order, int Slot, SymbolRef Symbol)> ordered = [];
        foreach (SymbolRef symbol in symbols.TopLevel)
        {
            ref Symbol data = ref symbol.Module.Model.GetSymbol(symbol.Symbol);
            if ((data.Flags & SymbolFlags.KeepName) == 0) ordered.Add((_topUses[symbol], ordered.Count, -1, symbol));
            else
            {
                _kept.Add(data.Name);
                symbols.SetName(symbol, data.Name);
            }
        }
        for (int slot = 0; slot < _slotUses.Count; slot++) ordered.Add((_slotUses[slot], ordered.Count, slot, default));
        ordered.Sort((a, b) => a.Uses != b.Uses ? b.Uses.CompareTo(a.Uses) : a.Order.CompareTo(b.Order));

        string[] slotNames = new string[_slotUses.Count];
        ShortNames names = new();
        foreach ((_, _, int slot, SymbolRef symbol) in ordered)
        {
            string name = names.Next();
            while (symbols.Unbound.Contains(name) || _kept.Contains(name)) name = names.Next();
            if (slot >= 0) slotNames[slot] = name;
            else symbols.SetName(symbol, name);
        }
        return slotNames;
    }
}
