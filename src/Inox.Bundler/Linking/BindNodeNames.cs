using Inox.Bundler.Graph;
using Inox.Bundler.Runtime;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Linking;

/// <summary>Where the output has no <c>require</c>, <c>__filename</c> and <c>__dirname</c> of its own, those that a module names are the runtime's.</summary>
internal static class BindNodeNames
{
    public static void Run(LinkContext context)
    {
        if (context.Options.Format == ModuleFormat.CommonJs) return;
        foreach (Module module in context.Modules)
        {
            if (module == context.Runtime) continue;
            foreach (ImportRecord record in module.Records)
                if (record is { Target: null, Kind: ImportRecordKind.Require or ImportRecordKind.RequireResolve }) module.BareRequires.Add(CalleeOf(record));
            foreach (GlobRequest glob in module.Globs)
                if (glob is { Kind: ImportRecordKind.Require, Matches: [] }) module.BareRequires.Add((IdentifierReference)((CallExpression)glob.Node).Callee);
            if (module.BareRequires.Count > 0) Bind(module, context, RuntimeSource.Require, module.BareRequires);
            if (module.Kind == ModuleKind.CommonJs && context.Runtime.NamedExports.ContainsKey(RuntimeSource.FileName)) BindPaths(module, context);
        }
    }

    private static void BindPaths(Module module, LinkContext context)
    {
        List<IdentifierReference> files = [], folders = [];
        foreach (ref readonly Reference reference in module.Model.References)
        {
            if (reference.Node.SymbolId >= 0) continue;
            if (reference.Node.Name == RuntimeSource.FileName) files.Add(reference.Node);
            else if (reference.Node.Name == RuntimeSource.DirName) folders.Add(reference.Node);
        }
        if (files.Count > 0) Bind(module, context, RuntimeSource.FileName, files);
        if (folders.Count > 0) Bind(module, context, RuntimeSource.DirName, folders);
    }

    private static void Bind(Module module, LinkContext context, string name, List<IdentifierReference> references)
    {
        int symbol = LinkSymbols.ProxyOf(module, context.RuntimeSymbol(name));
        foreach (IdentifierReference reference in references) reference.SymbolId = symbol;
    }

    private static IdentifierReference CalleeOf(ImportRecord record)
    {
        Expression callee = ((CallExpression)record.Node!).Callee;
        return (IdentifierReference)(callee is MemberExpression member ? member.Object : callee);
    }
}
