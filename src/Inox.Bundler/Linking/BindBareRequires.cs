using Inox.Bundler.Graph;
using Inox.Bundler.Runtime;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>Where the output has no <c>require</c> of its own, a use of it that stays goes to the runtime's.</summary>
internal static class BindBareRequires
{
    public static void Run(LinkContext context)
    {
        if (context.Options.Format == ModuleFormat.CommonJs) return;
        foreach (Module module in context.Modules)
        {
            if (module == context.Runtime) continue;
            foreach (ImportRecord record in module.Records)
                if (record is { Target: null, Kind: ImportRecordKind.Require or ImportRecordKind.RequireResolve }) module.BareRequires.Add(CalleeOf(record));
            if (module.BareRequires.Count == 0) continue;
            int symbol = module.Model.AddSymbol(0, "require", SymbolFlags.Import);
            module.Bindings[symbol] = new(context.Runtime, context.RuntimeSymbol(RuntimeSource.Require).Symbol);
            foreach (IdentifierReference reference in module.BareRequires) reference.SymbolId = symbol;
        }
    }

    private static IdentifierReference CalleeOf(ImportRecord record)
    {
        Expression callee = ((CallExpression)record.Node!).Callee;
        return (IdentifierReference)(callee is MemberExpression member ? member.Object : callee);
    }
}
