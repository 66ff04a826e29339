using Inox.Bundler.Graph;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Semantics;

namespace Inox.Bundler.Linking;

/// <summary>
/// Names symbols as the source does and numbers those that collide: first the outermost level, then inner symbols that would
/// hide a name which code inside of them now means.
/// </summary>
internal static class KeepNames
{
    public static void Run(ChunkSymbols symbols)
    {
        UniqueNames names = new(symbols.Unbound);
        foreach (SymbolRef symbol in symbols.TopLevel)
        {
            if (!symbol.Module.KeepsForm) continue;
            names.Reserve(Data(symbol).Name);
            symbols.SetName(symbol, Data(symbol).Name);
        }
        foreach (SymbolRef symbol in symbols.TopLevel)
            if (symbols.NameOf(symbol) is null && (Data(symbol).Flags & SymbolFlags.KeepName) != 0 && names.TryTake(Data(symbol).Name)) symbols.SetName(symbol, Data(symbol).Name);
        foreach (SymbolRef symbol in symbols.TopLevel)
            if (symbols.NameOf(symbol) is null) symbols.SetName(symbol, names.Take(Data(symbol).Name));
        foreach (Module module in symbols.Chunk.Modules) RenameInner(module, symbols, names);
    }

    private static ref Symbol Data(SymbolRef symbol) => ref symbol.Module.Model.GetSymbol(symbol.Symbol);

    private static void RenameInner(Module module, ChunkSymbols symbols, UniqueNames names)
    {
        HashSet<string> foreign = FindForeign(module, symbols);
        foreign.UnionWith(symbols.Reserved);
        if (foreign.Count == 0) return;
        UniqueNames own = new(foreign);
        for (int symbol = 0; symbol < module.Model.SymbolCount; symbol++)
        {
            ref Symbol data = ref module.Model.GetSymbol(symbol);
            if (!symbols.IsInner(module, symbol) || module.Bindings.ContainsKey(symbol) || !foreign.Contains(data.Name)) continue;
            if ((data.Flags & SymbolFlags.KeepName) == 0) symbols.SetName(new(module, symbol), names.Take(data.Name));
        }
    }

    /// <summary>Names that the module's code now means and its source did not: an inner symbol of such a name may stand in the way.</summary>
    private static HashSet<string> FindForeign(Module module, ChunkSymbols symbols)
    {
        HashSet<string> foreign = [];
        for (int symbol = 0; symbol < module.Model.SymbolCount; symbol++)
        {
            ref Symbol data = ref module.Model.GetSymbol(symbol);
            if (symbols.IsInner(module, symbol) || symbols.TextOf(new(module, symbol)).Text is not { } text) continue;
            bool isMade = (data.Flags & SymbolFlags.Synthetic) != 0;
            if (text != data.Name || isMade) foreign.Add(RootOf(text));
        }
        return foreign;
    }

    private static string RootOf(string text)
    {
        int end = text.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? text : text[..end];
    }
}
