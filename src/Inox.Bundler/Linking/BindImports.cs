using Inox.Bundler.Graph;
using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>
/// Gives each imported symbol what it stands for: the symbol that another module declares, a member of an object that is known
/// only when it runs, or itself when it is imported from outside.
/// </summary>
internal sealed class BindImports(LinkContext context)
{
    private enum Outcome : byte { Found, Member, External, Missing, Ambiguous, Cycle, Undefined }

    private readonly record struct Result(Outcome Outcome, SymbolBinding Binding = default);

    public void Run()
    {
        foreach (Module module in context.Modules)
            foreach ((int symbol, NamedImport import) in module.NamedImports.OrderBy(import => import.Key))
                Bind(module, symbol, import);
        foreach (Module module in context.Modules) CheckAssignments(module);
    }

    private void Bind(Module module, int symbol, NamedImport import)
    {
        Result result = Follow(module, import, []);
        if (result.Outcome is Outcome.Found or Outcome.Member) module.Bindings[symbol] = result.Binding;
        else if (result.Outcome != Outcome.External)
        {
            module.Undefined.Add(symbol);
            if (!module.PossibleTypes.Contains(symbol)) Report(module, import, result.Outcome);
        }
        else if (module.Records[import.Record].Target is null) BindMember(module, symbol, import);
    }

    // import { a } from "fs" in a CommonJS output: var import_fs = require("fs"), and `a` is import_fs.a
    private SymbolBinding ToRequired(Module module, NamedImport import, RequiredModule required)
    {
        bool isNode = module.UsesNodeInterop;
        if (import.Name == "default" && isNode) return View(ViewKind.Exports);
        if (import.IsNamespace) return View(isNode ? ViewKind.Node : ViewKind.Compatible);
        return View(import.Name == "default" ? ViewKind.Compatible : ViewKind.Exports) with { Member = import.Name };

        SymbolBinding View(ViewKind kind)
        {
            SymbolRef view = context.Required.ViewOf(required, kind);
            return new(view.Module, view.Symbol);
        }
    }

    // ns.x of a namespace from outside: an import of `x` would be an error where there is none
    private static void BindMember(Module module, int symbol, NamedImport import)
    {
        if (import.Form == ImportForm.Member) module.Bindings[symbol] = new(module, LinkSymbols.NamespaceOf(module, module.Records[import.Record]), import.Name);
    }

    private Result Follow(Module module, NamedImport import, HashSet<(Module, string)> seen)
    {
        ImportRecord record = module.Records[import.Record];
        if (context.Required.Of(record) is { } required) return new(Outcome.Found, ToRequired(module, import, required));
        if (record.Target is not { } target) return new(Outcome.External);
        if (!seen.Add((target, import.Name))) return new(Outcome.Cycle);
        if (import.IsNamespace) return new(Outcome.Found, new(target, LinkSymbols.ExportsOf(target)));
        if (target.ResolvedExports.TryGetValue(import.Name, out ExportTarget export))
        {
            if (export.IsAmbiguous) return new(Outcome.Ambiguous);
            if (!export.Module.NamedImports.TryGetValue(export.Symbol, out NamedImport next)) return new(Outcome.Found, new(export.Module, export.Symbol));
            Result result = Follow(export.Module, next, seen);
            // imported from outside there: the symbol of that module stands for it
            return result.Outcome == Outcome.External ? new(Outcome.Found, new(export.Module, export.Symbol)) : result;
        }
        if (target.HasDynamicExports) return new(Outcome.Member, new(target, LinkSymbols.ExportsOf(target), import.Name));
        if (target.Kind == ModuleKind.Plain && module.IsTypeScript) return new(Outcome.Undefined);
        return new(Outcome.Missing);
    }

    private void Report(Module module, NamedImport import, Outcome outcome)
    {
        ImportRecord record = module.Records[import.Record];
        Module target = record.Target!;
        // import { T } from './types' in TypeScript, T a type that is only re-exported: nothing is missing when it runs
        if (outcome is Outcome.Missing or Outcome.Undefined && module.IsTypeScript && (import.Form == ImportForm.Reexport || target.IsTypeScript && outcome == Outcome.Undefined)) return;
        DiagnosticDescriptor descriptor = outcome switch
        {
            Outcome.Ambiguous when import.Form != ImportForm.Member => LinkErrors.AmbiguousExport,
            Outcome.Cycle => LinkErrors.ImportCycle,
            Outcome.Undefined => LinkErrors.NoExports,
            Outcome.Missing or Outcome.Ambiguous when import.Form == ImportForm.Member => LinkErrors.NoSuchMember,
            _ => LinkErrors.NoMatchingExport,
        };
        string? near = outcome == Outcome.Missing ? Spelling.Closest(import.Name, target.ResolvedExports.Keys) : null;
        context.Diagnostics.Add(new()
        {
            Descriptor = near is null ? descriptor : descriptor with { Help = "did you mean `{2}`?" },
            Source = module.Source, Span = import.Span, Arguments = near is null ? [import.Name, target.Source.Path] : [import.Name, target.Source.Path, near],
        });
    }

    private void CheckAssignments(Module module)
    {
        if (module.Kind == ModuleKind.CommonJs) return;
        foreach (ref readonly Reference reference in module.Model.References)
        {
            if ((reference.Flags & ReferenceFlags.Write) == 0 || reference.Node.SymbolId < 0) continue;
            if (!module.NamedImports.ContainsKey(reference.Node.SymbolId)) continue;
            context.Diagnostics.Add(new() { Descriptor = LinkErrors.AssignsImport, Source = module.Source, Span = reference.Node.Span, Arguments = [reference.Node.Name] });
        }
    }
}
