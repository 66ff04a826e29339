using Inox.Bundler.Graph;
using Inox.JavaScript.Semantics;

namespace Inox.Bundler.Linking;

/// <summary>Makes <c>exports</c> and <c>module</c> of CommonJS modules symbols of their own, so that they can be renamed like others.</summary>
internal static class BindWrapperParameters
{
    public static void Run(Module module)
    {
        if (module.Kind != ModuleKind.CommonJs) return;
        // eval("exports.a = 1")
        SymbolFlags flags = SymbolFlags.Parameter | (module.HasDirectEval ? SymbolFlags.KeepName : 0);
        module.ExportsParameter = module.Model.AddSymbol(0, "exports", flags);
        module.ModuleParameter = module.Model.AddSymbol(0, "module", flags);
        foreach (ref readonly Reference reference in module.Model.References)
        {
            if (reference.Node.SymbolId >= 0) continue;
            int symbol = reference.Node.Name switch { "exports" => module.ExportsParameter, "module" => module.ModuleParameter, _ => -1 };
            if (symbol < 0) continue;
            reference.Node.SymbolId = symbol;
            module.Model.GetSymbol(symbol).ValueReferences++;
        }
    }
}
