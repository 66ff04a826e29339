using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>Works out the exports of each module with those of <c>export *</c> (ECMA-262 16.2.1.7.2): own names win, <c>default</c> does not pass, a name from two sources is ambiguous.</summary>
internal static class ResolveExports
{
    public static void Run(IReadOnlyList<Module> modules)
    {
        foreach (Module module in modules) module.HasDynamicExports = FindDynamic(module, []);
        foreach (Module module in modules)
        {
            Dictionary<string, ExportTarget> exports = [];
            foreach ((string name, NamedExport export) in module.NamedExports) exports.Add(name, new(module, export.Symbol, export.Span, false));
            if (module.StarExports.Count > 0) AddStars(module, module, exports, [module], []);
            module.ResolvedExports = exports;
        }
    }

    private static bool FindDynamic(Module module, HashSet<Module> seen)
    {
        if (module.Kind == ModuleKind.CommonJs) return true;
        if (!seen.Add(module)) return false;
        foreach (int index in module.StarExports)
        {
            ImportRecord record = module.Records[index];
            if (record.Target is null ? record.IsExternal : FindDynamic(record.Target, seen)) return true;
        }
        return false;
    }

    private static void AddStars(Module root, Module module, Dictionary<string, ExportTarget> exports, HashSet<Module> seen, HashSet<string> hidden)
    {
        foreach (int index in module.StarExports)
        {
            if (module.Records[index].Target is not { Kind: not ModuleKind.CommonJs } target || !seen.Add(target)) continue;
            HashSet<string> inner = [.. hidden, .. target.NamedExports.Keys];
            foreach ((string name, NamedExport export) in target.NamedExports)
            {
                if (name == "default" || hidden.Contains(name)) continue;
                ExportTarget found = new(target, export.Symbol, export.Span, false);
                if (!exports.TryAdd(name, found) && exports[name] is var known && known.Module != root && !LeadToSame(known, found))
                    exports[name] = known with { IsAmbiguous = true };
            }
            AddStars(root, target, exports, seen, inner);
        }
    }

    /// <summary>Two re-exports of one binding are not ambiguous.</summary>
    private static bool LeadToSame(ExportTarget a, ExportTarget b) => Follow(a) == Follow(b);

    private static (Module, int, string?) Follow(ExportTarget target)
    {
        Module module = target.Module;
        int symbol = target.Symbol;
        for (int steps = 0; steps < 1000 && module.NamedImports.TryGetValue(symbol, out NamedImport import); steps++)
        {
            ImportRecord record = module.Records[import.Record];
            if (record.Target is null) return (module, -1, record.ExternalPath + "\0" + import.Name);
            if (import.IsNamespace) return (record.Target, -1, import.Name);
            if (!record.Target.NamedExports.TryGetValue(import.Name, out NamedExport export)) return (record.Target, -1, import.Name);
            (module, symbol) = (record.Target, export.Symbol);
        }
        return (module, symbol, null);
    }
}
