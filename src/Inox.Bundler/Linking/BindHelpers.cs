using Inox.Bundler.Graph;
using Inox.JavaScript.Semantics;

namespace Inox.Bundler.Linking;

/// <summary>What lowered code of a module calls is the runtime's: one copy for all modules.</summary>
internal static class BindHelpers
{
    public static void Run(LinkContext context)
    {
        foreach (Module module in context.Modules)
        {
            if (module.Helpers.Count == 0) continue;
            for (int id = 0; id < module.Model.References.Length; id++)
            {
                ref Reference reference = ref module.Model.GetReference(id);
                if (reference.Symbol >= 0 || !module.Helpers.TryGetValue(reference.Node.Name, out string? name)) continue;
                reference.Symbol = reference.Node.SymbolId = LinkSymbols.ProxyOf(module, context.RuntimeSymbol(name));
            }
        }
    }
}
