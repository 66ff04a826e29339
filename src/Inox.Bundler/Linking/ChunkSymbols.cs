using Inox.Bundler.Graph;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>
/// The names of a chunk. Symbols of the outermost level share one space: those that its modules declare, those it imports from other
/// chunks and those it imports from outside, where imports of one thing are one symbol.
/// </summary>
internal sealed class ChunkSymbols
{
    private readonly Dictionary<SymbolRef, SymbolRef> _merged = [];
    private readonly Dictionary<(string Path, string Name), SymbolRef> _external = [];
    private readonly Dictionary<Module, string?[]> _names = [];
    private readonly RequiredModules _required;
    private UniqueNames? _made;

    public ChunkSymbols(Chunk chunk, LinkContext context, IReadOnlySet<SymbolRef> usedExternals)
    {
        Chunk = chunk;
        _required = context.Required;
        // function f(exports) { exports.a = 1 }: Node takes that for an export of the file
        Reserved = context.Options is { Format: ModuleFormat.CommonJs, Bundle: true } ? ["exports", "module"] : [];
        Unbound.UnionWith(Reserved);
        foreach (Module module in chunk.Modules)
        {
            _names.Add(module, new string?[module.Model.SymbolCount]);
            CollectUnbound(module);
            CollectTop(module, usedExternals);
        }
        foreach (List<SymbolRef> imported in chunk.ImportedSymbols.Values) TopLevel.AddRange(imported);
        TopLevel.AddRange(chunk.Views.OrderBy(view => view.Module.Index).ThenBy(view => view.Symbol));
    }

    public Chunk Chunk { get; }

    /// <summary>Every symbol that needs a name of its own at the outermost level, in order.</summary>
    public List<SymbolRef> TopLevel { get; } = [];

    /// <summary>Names that mean globals somewhere in the chunk.</summary>
    public HashSet<string> Unbound { get; } = [];

    /// <summary>Names that nothing in the chunk may have.</summary>
    public string[] Reserved { get; }

    /// <summary>The imports from outside that stay, each once: path, imported name, and the symbol.</summary>
    public List<(ImportRecord Record, string Name, SymbolRef Symbol)> Externals { get; } = [];

    /// <summary>A symbol inside of the module's code: its name matters to nobody else.</summary>
    public bool IsInner(Module module, int symbol)
    {
        if (module.Model.GetSymbol(symbol).Scope != 0) return true;
        return module.Wrap == WrapKind.CommonJs && symbol != module.WrapperSymbol && !module.Bindings.ContainsKey(symbol) && !module.NamedImports.ContainsKey(symbol) && !_required.IsView(module, symbol);
    }

    /// <summary>A name for something that has no symbol, different from all others at the outermost level.</summary>
    public string MakeName(string wanted)
    {
        _made ??= new(Unbound.Concat(TopLevel.Select(symbol => NameOf(symbol)!)));
        return _made.Take(wanted);
    }

    public void SetName(SymbolRef symbol, string name)
    {
        if (!_names.TryGetValue(symbol.Module, out string?[]? names)) _names.Add(symbol.Module, names = new string?[symbol.Module.Model.SymbolCount]);
        names[symbol.Symbol] = name;
    }

    public string? NameOf(SymbolRef symbol)
    {
        if (_merged.TryGetValue(symbol, out SymbolRef first)) symbol = first;
        return _names.TryGetValue(symbol.Module, out string?[]? names) ? names[symbol.Symbol] : null;
    }

    /// <summary>What is written for a symbol; null text for a name that stays as it is in the tree.</summary>
    public SymbolText TextOf(SymbolRef symbol)
    {
        if (symbol.Module.Undefined.Contains(symbol.Symbol)) return new("(void 0)", false);
        if (!symbol.Module.Bindings.TryGetValue(symbol.Symbol, out SymbolBinding binding)) return new(NameOf(symbol), false);
        SymbolText target = TextOf(binding.Target);
        string text = target.Text ?? binding.Module.Model.GetSymbol(binding.Symbol).Name;
        if (binding.Member is null) return new(text, target.IsMember);
        return new(Identifiers.IsIdentifier(binding.Member) ? $"{text}.{binding.Member}" : $"{text}[{Quote(binding.Member)}]", true);
    }

    public SymbolText[] TextsOf(Module module)
    {
        SymbolText[] texts = new SymbolText[module.Model.SymbolCount];
        for (int symbol = 0; symbol < texts.Length; symbol++) texts[symbol] = TextOf(new(module, symbol));
        return texts;
    }

    private static string Quote(string text) => "\"" + System.Text.Json.JsonEncodedText.Encode(text) + "\"";

    private void CollectUnbound(Module module)
    {
        foreach (ref readonly Reference reference in module.Model.References)
            if (reference.Node.SymbolId < 0 && (reference.Flags & (ReferenceFlags.Type | ReferenceFlags.TypeQuery)) == 0) Unbound.Add(reference.Node.Name);
    }

    private void CollectTop(Module module, IReadOnlySet<SymbolRef> usedExternals)
    {
        if (module.Wrap == WrapKind.CommonJs)
        {
            TopLevel.Add(new(module, module.WrapperSymbol));
            foreach (int symbol in module.NamedImports.Keys.Order())
                if (usedExternals.Contains(new(module, symbol))) CollectExternal(new(module, symbol));
            return;
        }
        for (int symbol = 0; symbol < module.Model.SymbolCount; symbol++)
        {
            ref Symbol data = ref module.Model.GetSymbol(symbol);
            if (data.Scope != 0 || (data.Flags & SymbolFlags.Merged) != 0 || module.Bindings.ContainsKey(symbol) || _required.IsView(module, symbol)) continue;
            SymbolRef reference = new(module, symbol);
            if (usedExternals.Contains(reference)) CollectExternal(reference);
            else if (module.KeepsForm || module.UsedSymbols.Contains(symbol) || IsDeclaredLive(module, symbol)) TopLevel.Add(reference);
        }
    }

    private void CollectExternal(SymbolRef symbol)
    {
        NamedImport import = symbol.Module.NamedImports[symbol.Symbol];
        ImportRecord record = symbol.Module.Records[import.Record];
        if (!_external.TryAdd((record.ExternalPath, import.Name), symbol))
        {
            _merged[symbol] = _external[(record.ExternalPath, import.Name)];
            return;
        }
        TopLevel.Add(symbol);
        Externals.Add((record, import.Name, symbol));
    }

    private static bool IsDeclaredLive(Module module, int symbol)
    {
        if (!module.DeclaringStatements.TryGetValue(symbol, out List<int>? statements)) return false;
        foreach (int statement in statements) if (module.Statements[statement].IsLive) return true;
        return false;
    }
}
