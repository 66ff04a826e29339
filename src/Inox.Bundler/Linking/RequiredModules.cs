using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>All that ES modules of a build import and that is required when it runs, each once. After binding it is only read.</summary>
internal sealed class RequiredModules
{
    private readonly Dictionary<Module, RequiredModule> _inside = [];
    private readonly Dictionary<string, RequiredModule> _outside = [];
    private readonly Dictionary<SymbolRef, RequiredModule> _views = [];

    public RequiredModules(IReadOnlyList<Module> modules, Module runtime, ModuleFormat format)
    {
        foreach (Module module in modules)
        {
            foreach (ImportRecord record in module.Records)
            {
                if (record.Kind != ImportRecordKind.Statement) continue;
                if (record.Target is { Kind: ModuleKind.CommonJs } target) _inside.TryAdd(target, new(target, target, ""));
                else if (record is { Target: null, IsExternal: true } && format != ModuleFormat.Esm && module != runtime) _outside.TryAdd(record.ExternalPath, new(runtime, null, record.ExternalPath));
            }
        }
    }

    /// <summary>What an import statement requires when it runs; null when it leads to an ES module or stays an import.</summary>
    public RequiredModule? Of(ImportRecord record)
    {
        if (record.Kind != ImportRecordKind.Statement) return null;
        return record.Target is { } target ? _inside.GetValueOrDefault(target) : _outside.GetValueOrDefault(record.ExternalPath);
    }

    public SymbolRef ViewOf(RequiredModule required, ViewKind kind)
    {
        SymbolRef view = new(required.Owner, required.SymbolOf(kind));
        _views.TryAdd(view, required);
        return view;
    }

    /// <summary>What the symbol is a view of; null when it is another symbol.</summary>
    public RequiredModule? FindByView(SymbolRef symbol) => _views.GetValueOrDefault(symbol);

    public bool IsView(Module module, int symbol) => _views.ContainsKey(new(module, symbol));
}
