using Inox.JavaScript.Printing;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

/// <summary>
/// Gives the shortest names to what is named most often. Symbols take slots (<see cref="ScopeSlots"/>), so that a name comes up again wherever it
/// can; slots, and what must be told apart everywhere, are then sorted by use and named in that order. Several files can share one set of
/// names: a bundle's modules. It changes neither tree nor model.
/// </summary>
public sealed class ShortenNames
{
    private readonly List<int> _slotUses = [];
    private readonly List<int> _outermostUses = [];
    private readonly HashSet<string> _kept = [];

    /// <summary>Whether functions and classes, and variables that give them their name, keep it.</summary>
    public bool KeepsFunctionNames { get; init; }

    /// <summary>A name that has a meaning already; false when that was known.</summary>
    public bool Keep(string name) => _kept.Add(name);

    /// <summary>Asks for a name that no other symbol has; answers its index among such.</summary>
    public int AddOutermost(int uses)
    {
        _outermostUses.Add(uses);
        return _outermostUses.Count - 1;
    }

    /// <summary>Asks for names for the symbols of a file that <paramref name="isInner"/> tells; answers the slot of each symbol, -1 for the others.</summary>
    public int[] AddScopes(SemanticModel model, Func<int, bool> isInner)
    {
        HashSet<int> named = KeepsFunctionNames ? NamedFunctions.Find(model) : [];
        for (int id = 0; id < model.SymbolCount; id++)
        {
            ref readonly Symbol symbol = ref model.Symbols[id];
            if ((MustStay(symbol) || named.Contains(id)) && isInner(id)) _kept.Add(symbol.Name);
        }
        int[] slots = ScopeSlots.Assign(model, id => !MustStay(model.Symbols[id]) && !named.Contains(id) && isInner(id));
        for (int id = 0; id < slots.Length; id++)
        {
            int slot = slots[id];
            if (slot < 0) continue;
            while (_slotUses.Count <= slot) _slotUses.Add(0);
            _slotUses[slot] += model.Symbols[id].ValueReferences + 1;
        }
        return slots;
    }

    // var arguments: without a value it is the object that the function has anyway
    private static bool MustStay(in Symbol symbol) => (symbol.Flags & SymbolFlags.KeepName) != 0 || symbol.Name == "arguments";

    /// <summary>The names, by slot and by the index of the outermost.</summary>
    public (string[] Slots, string[] Outermost) Run()
    {
        List<(int Uses, int Order)> ordered = [];
        for (int i = 0; i < _outermostUses.Count; i++) ordered.Add((_outermostUses[i], i));
        for (int i = 0; i < _slotUses.Count; i++) ordered.Add((_slotUses[i], _outermostUses.Count + i));
        ordered.Sort((a, b) => a.Uses != b.Uses ? b.Uses.CompareTo(a.Uses) : a.Order.CompareTo(b.Order));

        SortWithinLengths(ordered);

        string[] slots = new string[_slotUses.Count], outermost = new string[_outermostUses.Count];
        ShortNames names = new();
        foreach ((_, int order) in ordered)
        {
            string name = names.Next();
            while (_kept.Contains(name)) name = names.Next();
            if (order < outermost.Length) outermost[order] = name;
            else slots[order - outermost.Length] = name;
        }
        return (slots, outermost);
    }

    // Names of one length save the same whoever has them, so those go by slot: the first parameter is the same letter in most functions,
    // which is what compresses.
    private static void SortWithinLengths(List<(int Uses, int Order)> ordered)
    {
        Comparer<(int Uses, int Order)> byOrder = Comparer<(int Uses, int Order)>.Create((a, b) => a.Order.CompareTo(b.Order));
        int count = ShortNames.OneLetter;
        for (int start = 0; start < ordered.Count; start += count, count = start == ShortNames.OneLetter ? ShortNames.TwoLetters : ordered.Count)
            ordered.Sort(start, Math.Min(count, ordered.Count - start), byOrder);
    }

    /// <summary>The names of a file that stands alone. Those of a script's outermost level stay, as other scripts see them, and so do exported ones.</summary>
    public static SymbolText[] OfFile(SemanticModel model, bool keepsFunctionNames = false)
    {
        ShortenNames names = new() { KeepsFunctionNames = keepsFunctionNames };
        foreach (ref readonly Reference reference in model.References)
            if (reference.Node.SymbolId < 0) names.Keep(reference.Node.Name);
        bool isModule = model.Program.SourceType == SourceType.Module;
        bool[] stays = new bool[model.SymbolCount];
        foreach (TopLevelDeclaration declared in model.TopLevelDeclarations)
            stays[declared.Symbol] |= !isModule || model.Program.Body[declared.Statement] is ExportNamedDeclaration;
        for (int id = 0; id < stays.Length; id++) if (stays[id]) names.Keep(model.Symbols[id].Name);
        int[] slots = names.AddScopes(model, id => !stays[id]);
        string[] bySlot = names.Run().Slots;
        SymbolText[] texts = new SymbolText[slots.Length];
        for (int id = 0; id < slots.Length; id++) texts[id] = new(slots[id] < 0 ? null : bySlot[slots[id]], false);
        return texts;
    }
}
