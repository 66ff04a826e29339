using Inox.Bundler.Graph;
using Inox.Bundler.Runtime;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>
/// Finds what a build needs: from the entries' exports and the statements with effects, along references and imports. A work list
/// of statements; a module comes alive when it is evaluated or something of it is used. On the way it notes which symbols of other modules each
/// module names (<see cref="Module.ForeignUses"/>), those of the runtime included, so that chunks know what to import.
/// </summary>
internal sealed class ShakeTree(LinkContext context)
{
    private readonly Stack<(Module Module, int Statement)> _work = new();
    private readonly HashSet<Module> _allExports = [];
    private readonly HashSet<SymbolRef> _followed = [];
    private readonly HashSet<(Module, string)> _followedStars = [];
    private readonly bool _hasStyles = context.Modules.Any(module => module.Style is not null);

    /// <summary>Targets of a live <c>import()</c> that become entries of chunks, in the order of the graph.</summary>
    public SortedSet<Module> DynamicEntries { get; } = new(Comparer<Module>.Create((a, b) => a.Index.CompareTo(b.Index)));

    /// <summary>Symbols that stay imports of external modules and are used.</summary>
    public HashSet<SymbolRef> UsedExternals { get; } = [];

    public void Run()
    {
        foreach (Module entry in context.Entries)
        {
            Evaluate(entry, entry);
            UseAllExports(entry, entry);
            UseEntryPoint(entry);
        }
        while (_work.TryPop(out (Module Module, int Statement) item)) IncludeStatement(item.Module, item.Statement);
    }

    // What the last lines of an entry chunk call.
    private void UseEntryPoint(Module entry)
    {
        if (entry.Wrap != WrapKind.None) Use(entry, new(entry, LinkSymbols.WrapperOf(entry)));
        if (context.Options.Format == ModuleFormat.Esm || entry.Kind != ModuleKind.Esm || entry.ResolvedExports.Count == 0 && !entry.HasDynamicExports) return;
        Use(entry, new(entry, LinkSymbols.ExportsOf(entry)));
        UseRuntime(entry, RuntimeSource.ToCommonJs);
    }

    /// <summary>The module will run: its statements with effects are needed, and those of what it imports.</summary>
    private void Evaluate(Module module, Module user)
    {
        if (user != module) user.Dependencies.Add(module);
        if (module.IsLive) return;
        module.IsLive = true;
        bool keepAll = module.Wrap == WrapKind.CommonJs || !context.Options.TreeShaking && module.Id.IsFile;
        for (int i = 0; i < module.Statements.Length; i++)
            if (keepAll || !module.Statements[i].IsPure) Include(module, i);
        if (module.UsesImportMeta && context.Options.Format != ModuleFormat.Esm) UseRuntime(module, RuntimeSource.ImportMeta);
        if (module.Wrap == WrapKind.CommonJs) UseRuntime(module, RuntimeSource.CommonJs);
        if (module.Wrap == WrapKind.Esm)
        {
            UseRuntime(module, RuntimeSource.Esm);
            Use(module, new(module, LinkSymbols.WrapperOf(module)));
        }
        foreach (ImportRecord record in module.Records)
            if (record.Kind == ImportRecordKind.Statement) EvaluateImport(module, record);
    }

    private void EvaluateImport(Module module, ImportRecord record)
    {
        if (record.Target is not { } target)
        {
            if (record.IsExternal) Include(module, record.Statement);
            return;
        }
        if (target.HasNoSideEffects && !context.Options.IgnoreAnnotations) return;
        Evaluate(target, module);
        if (target.Wrap != WrapKind.None) Include(module, record.Statement);
    }

    /// <summary>What an import statement that stays turns into: a call of the wrapper, or a <c>require</c> of something outside.</summary>
    private void IncludeImport(Module module, ImportRecord record)
    {
        if (record.Target is { } target)
        {
            Evaluate(target, module);
            if (target.Wrap == WrapKind.None) return;
            Use(module, new(target, LinkSymbols.WrapperOf(target)));
        }
        else if (record.IsExternal && context.Options.Format == ModuleFormat.Iife) UseRuntime(module, RuntimeSource.Require);
    }

    // export * from a module whose names are known only when it runs
    private void UseStar(Module module, ImportRecord record)
    {
        if (record.Target is null ? !record.IsExternal : !record.Target.HasDynamicExports) return;
        UseRuntime(module, RuntimeSource.ReExport);
        Include(module, record.Statement);
        if (context.Required.Of(record) is { } required) Use(module, context.Required.ViewOf(required, ViewKind.Exports));
        else if (record.Target is null) Use(module, new(module, LinkSymbols.NamespaceOf(module, record)));
        else Use(module, new(record.Target, LinkSymbols.ExportsOf(record.Target)));
    }

    private void Include(Module module, int statement)
    {
        if (module.Statements[statement].IsLive) return;
        module.Statements[statement].IsLive = true;
        _work.Push((module, statement));
    }

    private void IncludeStatement(Module module, int statement)
    {
        SemanticModel model = module.Model;
        // what an `export { x }` names is used only by who imports it
        bool names = module.Program.Body[statement] is not ExportNamedDeclaration { Declaration: null };
        for (int i = model.StatementReferenceStarts[statement]; names && i < model.StatementReferenceStarts[statement + 1]; i++)
        {
            IdentifierReference reference = model.GetReference(i).Node;
            if (reference.SymbolId >= 0 && model.GetSymbol(reference.SymbolId).Scope == 0) Use(module, new(module, reference.SymbolId));
        }
        foreach (ImportRecord record in module.RecordsOf(statement))
        {
            if (record.Kind == ImportRecordKind.Statement) IncludeImport(module, record);
            else IncludeRecord(module, record);
        }
    }

    private void IncludeRecord(Module module, ImportRecord record)
    {
        if (record.Glob is not null) UseRuntime(module, RuntimeSource.Glob);
        if (record.Target is not { } target)
        {
            if (record is { IsExternal: true, Kind: ImportRecordKind.Dynamic } && RewriteRequests.RequiresDynamic(context.Options)) UseRuntime(module, RuntimeSource.ToEsm);
            return;
        }
        if (record.Kind == ImportRecordKind.NewUrl) target.IsLive = true;
        if (record.Kind is ImportRecordKind.NewUrl or ImportRecordKind.RequireResolve) return;
        if (record.Kind == ImportRecordKind.Dynamic && context.IsSplitting)
        {
            if (_hasStyles && context.Options.Platform == Platform.Browser) UseRuntime(module, RuntimeSource.LoadStyles);
            if (target.Kind == ModuleKind.CommonJs) UseRuntime(module, RuntimeSource.ToEsm);
            if (!DynamicEntries.Add(target)) return;
            Evaluate(target, target);
            UseAllExports(target, target);
            UseEntryPoint(target);
            return;
        }
        Evaluate(target, module);
        Use(module, new(target, LinkSymbols.WrapperOf(target)));
        if (target.Kind == ModuleKind.CommonJs)
        {
            if (record.Kind == ImportRecordKind.Dynamic) UseRuntime(module, RuntimeSource.ToEsm);
            return;
        }
        Use(module, new(target, LinkSymbols.ExportsOf(target)));
        if (record.Kind == ImportRecordKind.Require) UseRuntime(module, RuntimeSource.ToCommonJs);
    }

    private void Use(Module user, SymbolRef used)
    {
        EvaluateOnTheWay(user, used);
        used = Canonical(used);
        if (used.Module != user) { user.ForeignUses.Add(used); user.Dependencies.Add(used.Module); }
        (Module module, int symbol) = used;
        if (!module.UsedSymbols.Add(symbol)) return;
        Evaluate(module, user);
        if (context.Required.FindByView(used) is { } required) UseView(user, required, symbol);
        if (symbol == module.ExportsSymbol) UseNamespace(module);
        if (module.NamedImports.TryGetValue(symbol, out NamedImport import)) UseImport(module, symbol, import);
        if (module.DeclaringStatements.TryGetValue(symbol, out List<int>? statements))
            foreach (int statement in statements) Include(module, statement);
    }

    // import { a } from "./index.js", index.js: export { a } from "./a.js": what is wrapped on the way to `a` must run first, even where
    // "sideEffects": false says that importing it alone does nothing
    private void EvaluateOnTheWay(Module user, SymbolRef used)
    {
        (Module module, int symbol) = used;
        while (module.NamedImports.TryGetValue(symbol, out NamedImport import) && _followed.Add(new(module, symbol)))
        {
            ImportRecord record = module.Records[import.Record];
            if (context.Required.Of(record) is not null)
            {
                Evaluate(module, user);
                Include(module, record.Statement);
            }
            if (record.Target is not { } target) return;
            EvaluateWrapped(module, record, user);
            if (!target.ResolvedExports.TryGetValue(import.Name, out ExportTarget export) || export.IsAmbiguous) return;
            EvaluateStars(target, import.Name, export, module);
            (user, module, symbol) = (module, export.Module, export.Symbol);
        }
    }

    // export * from "./a.js" on the way to `a`
    private void EvaluateStars(Module module, string name, ExportTarget export, Module user)
    {
        if (export.Module == module || module.NamedExports.ContainsKey(name) || !_followedStars.Add((module, name))) return;
        foreach (int index in module.StarExports)
        {
            ImportRecord star = module.Records[index];
            if (!LeadsTo(star, name, export)) continue;
            EvaluateWrapped(module, star, user);
            EvaluateStars(star.Target!, name, export, module);
        }
    }

    private static bool LeadsTo(ImportRecord star, string name, ExportTarget export) =>
        star.Target is { } target && target.ResolvedExports.TryGetValue(name, out ExportTarget found) && found.Module == export.Module && found.Symbol == export.Symbol;

    private void EvaluateWrapped(Module module, ImportRecord record, Module user)
    {
        if (record.Target is not { Wrap: not WrapKind.None }) return;
        Evaluate(module, user);
        Include(module, record.Statement);
    }

    // a symbol that stands for itself: it stays imported from outside
    private void UseImport(Module module, int symbol, NamedImport import)
    {
        ImportRecord record = module.Records[import.Record];
        Include(module, record.Statement);
        if (record.IsExternal && context.Options.Format == ModuleFormat.Esm) UsedExternals.Add(new(module, symbol));
    }

    private void UseView(Module user, RequiredModule required, int symbol)
    {
        if (symbol != required.SymbolOf(ViewKind.Exports)) UseRuntime(user, RuntimeSource.ToEsm);
        if (required.Target is { } target) Use(user, new(target, LinkSymbols.WrapperOf(target)));
    }

    /// <summary>What a symbol stands for after all bindings; a member is used through the object that has it.</summary>
    public static SymbolRef Canonical(SymbolRef symbol)
    {
        while (symbol.Module.Bindings.TryGetValue(symbol.Symbol, out SymbolBinding binding)) symbol = binding.Target;
        return symbol;
    }

    private void UseNamespace(Module module)
    {
        UseRuntime(module, RuntimeSource.Export);
        UseAllExports(module, module);
        foreach (int star in module.StarExports) UseStar(module, module.Records[star]);
    }

    private void UseAllExports(Module module, Module user)
    {
        if (!_allExports.Add(module)) return;
        foreach ((string name, ExportTarget export) in module.ResolvedExports)
        {
            if (export.IsAmbiguous) continue;
            EvaluateStars(module, name, export, user);
            Use(user, new(export.Module, export.Symbol));
        }
    }

    private void UseRuntime(Module user, string name) => Use(user, context.RuntimeSymbol(name));
}
