using Inox.Bundler.Graph;
using Inox.JavaScript.Semantics;

namespace Inox.Bundler.Linking;

/// <summary>The symbols that linking adds to modules, made when first asked for.</summary>
internal static class LinkSymbols
{
    /// <summary><c>x_exports</c>, the module namespace object of an ES module.</summary>
    public static int ExportsOf(Module module)
    {
        if (module.ExportsSymbol < 0) module.ExportsSymbol = Add(module, FileNames.ToIdentifier(module.Id.Path) + "_exports");
        return module.ExportsSymbol;
    }

    /// <summary><c>require_x</c> or <c>init_x</c>.</summary>
    public static int WrapperOf(Module module)
    {
        string prefix = module.Wrap == WrapKind.CommonJs ? "require_" : "init_";
        if (module.WrapperSymbol < 0) module.WrapperSymbol = Add(module, prefix + FileNames.ToIdentifier(module.Id.Path));
        return module.WrapperSymbol;
    }

    /// <summary>The namespace that an import from outside is given, for <c>export *</c> and members of it.</summary>
    public static int NamespaceOf(Module module, ImportRecord record)
    {
        if (record.NamespaceSymbol < 0)
        {
            record.NamespaceSymbol = Add(module, "import_" + FileNames.ToIdentifier(record.ExternalPath));
            module.NamedImports.Add(record.NamespaceSymbol, new(record.Index, NamedImport.Namespace, record.Span));
        }
        return record.NamespaceSymbol;
    }

    private static int Add(Module module, string name) => module.Model.AddSymbol(0, name, SymbolFlags.Var);

    /// <summary>A symbol of the module that stands for another module's, for code that a step puts into it.</summary>
    public static int ProxyOf(Module module, SymbolRef target)
    {
        if (target.Module == module) return target.Symbol;
        if (!module.Proxies.TryGetValue(target, out int symbol))
        {
            symbol = module.Model.AddSymbol(0, target.Module.Model.GetSymbol(target.Symbol).Name, SymbolFlags.Import);
            module.Bindings[symbol] = new(target.Module, target.Symbol);
            module.Proxies.Add(target, symbol);
        }
        return symbol;
    }
}
