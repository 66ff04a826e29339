namespace Inox.JavaScript.Semantics;

/// <summary>
/// Gives each reference its symbol. The symbols of one name are laid out by the scope that declares them; scopes are ranges, so the
/// symbol meant is the last one that starts at or before the reference's scope and whose range still holds it. From a range that has ended
/// the search goes on to the next symbol of the same name around it.
/// </summary>
internal static class ReferenceResolver
{
    public static void Resolve(SemanticModel model, int nameCount, ReadOnlySpan<SymbolName> symbolNames)
    {
        (int[] starts, int[] symbols) = GroupByName(model, nameCount, symbolNames);
        int[] outer = FindOuter(model, starts, symbols);
        for (int i = 0; i < model.ReferenceTable.Count; i++)
        {
            ref Reference reference = ref model.ReferenceTable[i];
            int name = reference.NameId;
            int found = Find(model, symbols.AsSpan(starts[name], starts[name + 1] - starts[name]), outer, reference.Scope, reference.Flags);
            reference.Symbol = found;
            reference.Node.SymbolId = found;
            if (found >= 0) Count(model, ref model.SymbolTable[found], reference);
        }
    }

    private static (int[] Starts, int[] Symbols) GroupByName(SemanticModel model, int nameCount, ReadOnlySpan<SymbolName> symbolNames)
    {
        int[] starts = new int[nameCount + 2];
        foreach (SymbolName symbol in symbolNames) starts[symbol.Name + 2]++;
        for (int i = 2; i < starts.Length; i++) starts[i] += starts[i - 1];
        int[] symbols = new int[symbolNames.Length];
        symbols.AsSpan().Fill(-1);
        for (int id = 0; id < symbolNames.Length; id++)
        {
            // starts[name + 1] runs through the group of the name and ends as the start of the next one; the group before may not be full yet
            int first = starts[symbolNames[id].Name], at = starts[symbolNames[id].Name + 1]++;
            // a var declared behind an inner let of its name comes out of order
            while (at > first && symbols[at - 1] >= 0 && model.SymbolTable[symbols[at - 1]].Scope > model.SymbolTable[id].Scope && symbolNames[symbols[at - 1]].Name == symbolNames[id].Name) symbols[at] = symbols[--at];
            symbols[at] = id;
        }
        return (starts, symbols);
    }

    private static int[] FindOuter(SemanticModel model, int[] starts, int[] symbols)
    {
        int[] outer = new int[symbols.Length];
        for (int name = 0; name + 1 < starts.Length; name++)
        {
            int previous = -1;
            for (int i = starts[name]; i < Math.Min(starts[name + 1], symbols.Length); i++)
            {
                int id = symbols[i];
                while (previous >= 0 && model.ScopeTable[model.SymbolTable[previous].Scope].LastDescendant < model.SymbolTable[id].Scope) previous = outer[previous];
                outer[id] = previous;
                previous = id;
            }
        }
        return outer;
    }

    private static int Find(SemanticModel model, ReadOnlySpan<int> candidates, int[] outer, int scope, ReferenceFlags flags)
    {
        int low = 0, high = candidates.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (model.SymbolTable[candidates[middle]].Scope <= scope) low = middle + 1;
            else high = middle;
        }
        for (int id = low == 0 ? -1 : candidates[low - 1]; id >= 0; id = outer[id])
        {
            ref Symbol symbol = ref model.SymbolTable[id];
            if (model.ScopeTable[symbol.Scope].LastDescendant >= scope && Means(symbol.Flags, flags)) return id;
        }
        return -1;
    }

    private static bool Means(SymbolFlags symbol, ReferenceFlags reference)
    {
        if ((symbol & SymbolFlags.Merged) != 0) return false;
        if ((reference & ReferenceFlags.Export) != 0) return true;
        return (symbol & ((reference & ReferenceFlags.Type) != 0 ? SymbolFlags.Type : SymbolFlags.Value)) != 0;
    }

    private static void Count(SemanticModel model, ref Symbol symbol, in Reference reference)
    {
        if ((reference.Flags & (ReferenceFlags.Type | ReferenceFlags.TypeQuery)) != 0) symbol.TypeReferences++;
        else symbol.ValueReferences++;
        if ((reference.Flags & ReferenceFlags.Write) != 0) symbol.Flags |= SymbolFlags.Reassigned;
        if (model.ScopeTable[reference.Scope].IsInsideWith) symbol.Flags |= SymbolFlags.KeepName;
    }
}
