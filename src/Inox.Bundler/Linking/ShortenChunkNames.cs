using Inox.Bundler.Graph;
using Inox.JavaScript.Minification;
using Inox.JavaScript.Semantics;

namespace Inox.Bundler.Linking;

/// <summary>
/// Short names for a chunk: the symbols of its outermost level are told apart everywhere, as modules name those of others, the inner ones of
/// all modules share slots.
/// </summary>
internal sealed class ShortenChunkNames(ChunkSymbols symbols, bool keepsNames)
{
    private readonly ShortenNames _names = new() { KeepsFunctionNames = keepsNames };
    private readonly Dictionary<SymbolRef, int> _topUses = [];
    private readonly List<(Module Module, int[] Slots)> _inner = [];

    public void Run()
    {
        foreach (string name in symbols.Unbound) _names.Keep(name);
        foreach (SymbolRef symbol in symbols.TopLevel) _topUses[symbol] = 1;
        foreach (Module module in symbols.Chunk.Modules)
        {
            CountTop(module);
            _inner.Add((module, _names.AddScopes(module.Model, symbol => symbols.IsInner(module, symbol))));
        }
        List<(SymbolRef Symbol, int Index)> outermost = AddTop();
        (string[] slotNames, string[] outermostNames) = _names.Run();
        foreach ((SymbolRef symbol, int index) in outermost) symbols.SetName(symbol, outermostNames[index]);
        foreach ((Module module, int[] slots) in _inner)
            for (int symbol = 0; symbol < slots.Length; symbol++)
                if (slots[symbol] >= 0) symbols.SetName(new(module, symbol), slotNames[slots[symbol]]);
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

    private List<(SymbolRef Symbol, int Index)> AddTop()
    {
        List<(SymbolRef, int)> asked = [];
        foreach (SymbolRef symbol in symbols.TopLevel)
        {
            ref Symbol data = ref symbol.Module.Model.GetSymbol(symbol.Symbol);
            bool stays = (data.Flags & SymbolFlags.KeepName) != 0;
            // of two modules' functions of one name, one can keep it
            if (!stays && !(keepsNames && (data.Flags & (SymbolFlags.Function | SymbolFlags.Class)) != 0 && _names.Keep(data.Name)))
            {
                asked.Add((symbol, _names.AddOutermost(_topUses[symbol])));
                continue;
            }
            _names.Keep(data.Name);
            symbols.SetName(symbol, data.Name);
        }
        return asked;
    }
}
