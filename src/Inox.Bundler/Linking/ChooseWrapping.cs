using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>
/// Decides which modules stand in a chunk as they are and which are wrapped in a function: CommonJS always, an ES module when
/// <c>require()</c> or an <c>import()</c> that is not split off asks for it, together with all that it imports.
/// </summary>
internal static class ChooseWrapping
{
    public static void Run(IReadOnlyList<Module> modules, bool isSplitting)
    {
        foreach (Module module in modules)
            foreach (ImportRecord record in module.Records)
                if (record.Target is { } target) Ask(module, record, target, isSplitting);
        foreach (Module module in modules)
            if (module.Kind == ModuleKind.CommonJs) Wrap(module);
        foreach (Module module in modules)
            foreach (ImportRecord record in module.Records)
                if (record.Target is { } target && IsOnDemand(record, isSplitting)) Wrap(target);
        SpreadAwait(modules);
    }

    private static void Ask(Module module, ImportRecord record, Module target, bool isSplitting)
    {
        if (target.Kind != ModuleKind.Plain) return;
        // a script that is asked for a value answers with an empty object, as under Node; a name it does not have is an error
        bool wantsValue = record.Kind == ImportRecordKind.Require || record.Kind == ImportRecordKind.Dynamic && !isSplitting && !target.HasTopLevelAwait
            || record.Kind == ImportRecordKind.Statement && ImportsWhole(module, record);
        if (wantsValue) target.Kind = ModuleKind.CommonJs;
    }

    private static bool ImportsWhole(Module module, ImportRecord record)
    {
        bool imports = false;
        foreach (NamedImport import in module.NamedImports.Values)
        {
            if (import.Record != record.Index) continue;
            if (!import.IsNamespace && import.Name != "default" && import.Form != ImportForm.Member && !module.IsTypeScript) return false;
            imports = true;
        }
        return imports;
    }

    private static bool IsOnDemand(ImportRecord record, bool isSplitting) =>
        record.Kind == ImportRecordKind.Require || record.Kind == ImportRecordKind.Dynamic && !isSplitting;

    private static void Wrap(Module root)
    {
        Stack<Module> stack = new([root]);
        while (stack.TryPop(out Module? module))
        {
            if (module.Wrap != WrapKind.None || module.Id.Space == ModuleSpaces.Runtime) continue;
            module.Wrap = module.Kind == ModuleKind.CommonJs ? WrapKind.CommonJs : WrapKind.Esm;
            foreach (ImportRecord record in module.Records)
                if (record is { Kind: ImportRecordKind.Statement, Target: { } target }) stack.Push(target);
        }
    }

    private static void SpreadAwait(IReadOnlyList<Module> modules)
    {
        bool changed = true;
        foreach (Module module in modules) module.IsAsync = module.HasTopLevelAwait;
        while (changed)
        {
            changed = false;
            foreach (Module module in modules)
            {
                if (module.IsAsync || module.Kind == ModuleKind.CommonJs || !ImportsAsync(module)) continue;
                module.IsAsync = changed = true;
            }
        }
    }

    private static bool ImportsAsync(Module module)
    {
        foreach (ImportRecord record in module.Records)
            if (record is { Kind: ImportRecordKind.Statement, Target.IsAsync: true }) return true;
        return false;
    }
}
