using Inox.Bundler.Graph;
using Inox.Core;
using Inox.JavaScript.Semantics;

namespace Inox.Bundler.Linking;

/// <summary>
/// Warns where a module reads, while it is evaluated, what a module that is evaluated after it declares: that happens only in an import
/// cycle and throws when it runs. Functions are there from the start, and what is read inside of a function is read later.
/// </summary>
internal static class CheckCycles
{
    private const SymbolFlags Uninitialised = SymbolFlags.Let | SymbolFlags.Const | SymbolFlags.Class | SymbolFlags.Using;

    public static void Run(LinkContext context)
    {
        foreach (Module module in context.Modules)
            if (module.Wrap == WrapKind.None && module.Bindings.Count > 0) Check(module, context);
    }

    private static void Check(Module module, LinkContext context)
    {
        HashSet<int> reported = [];
        foreach (ref readonly Reference reference in module.Model.References)
        {
            int symbol = reference.Node.SymbolId;
            if (symbol < 0 || (reference.Flags & ReferenceFlags.Export) != 0 || !module.Bindings.TryGetValue(symbol, out SymbolBinding binding)) continue;
            if (binding.Member is not null || binding.Module.Index <= module.Index || binding.Module.Wrap != WrapKind.None) continue;
            SymbolFlags flags = binding.Module.Model.GetSymbol(binding.Symbol).Flags;
            if ((flags & Uninitialised) == 0 || RunsLater(module.Model, reference.Scope) || !reported.Add(symbol)) continue;
            context.Diagnostics.Add(new()
            {
                Descriptor = LinkErrors.ReadsBeforeInitialisation, Source = module.Source, Span = reference.Node.Span, Arguments = [reference.Node.Name],
                Related = DeclarationOf(binding),
            });
        }
    }

    private static bool RunsLater(SemanticModel model, int scope)
    {
        for (; scope > 0; scope = model.Scopes[scope].Parent)
            if (model.Scopes[scope].Kind is ScopeKind.Function or ScopeKind.FunctionBody or ScopeKind.ClassField) return true;
        return false;
    }

    private static RelatedPlace[] DeclarationOf(SymbolBinding binding) =>
        binding.Module.Model.GetSymbol(binding.Symbol).Declaration is { } declaration ? [new(binding.Module.Source, declaration.Span, "initialised here, later")] : [];
}
