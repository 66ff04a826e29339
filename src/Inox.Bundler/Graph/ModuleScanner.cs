using Inox.Core;
using Inox.JavaScript;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>
/// Reads what a module asks for and hands out. Imports and exports stand in the outermost statements; only a module with
/// <c>require</c>, <c>import()</c>, <c>import.meta</c> or a namespace import is walked in full. The walk turns <c>ns.x</c> of a namespace import into a symbol
/// of its own, so that the rest of <c>ns</c> can be left out.
/// </summary>
internal static class ModuleScanner
{
    public static void Scan(Module module, ProgramFeatures features)
    {
        bool hasModuleSyntax = module.Program.SourceType == SourceType.Module;
        UnboundNames unbound = FindUnbound(module.Model);
        StatementScanner statements = new(module);
        statements.Run();

        bool walks = unbound.Require || unbound.Module || module.NamedImports.Any(import => import.Value.IsNamespace)
            || (features & (ProgramFeatures.DynamicImport | ProgramFeatures.ImportMeta)) != 0;
        if (walks) new ExpressionScanner(module).Run();

        module.HasTopLevelAwait = (features & ProgramFeatures.TopLevelAwait) != 0;
        module.IsSloppyOnly = (features & ProgramFeatures.With) != 0;
        module.HasDirectEval = (features & ProgramFeatures.DirectEval) != 0;
        module.UsesExports = unbound.Exports || module.HasDirectEval;
        module.UsesModule = unbound.Module || module.HasDirectEval;
        module.UsesImportMeta = (features & ProgramFeatures.ImportMeta) != 0;
        module.UsesThis = TopLevelThis.IsUsed(module.Program);
        module.Kind = ChooseKind(module, hasModuleSyntax, unbound);
        module.Statements = new TopLevelStatement[module.Program.Body.Length];
        foreach (TopLevelDeclaration declaration in module.Model.TopLevelDeclarations) AddDeclaring(module, declaration);
        if (module.Kind != ModuleKind.CommonJs) SideEffects.Mark(module);
    }

    private static ModuleKind ChooseKind(Module module, bool hasModuleSyntax, UnboundNames unbound)
    {
        if (module.Id.Space == ModuleSpaces.Disabled) return ModuleKind.CommonJs;
        if (hasModuleSyntax) return IsMixed(module, unbound) ? ModuleKind.CommonJs : ModuleKind.Esm;
        bool isCommonJs = unbound.Exports || unbound.Module || module.HasDirectEval || module.Program.SourceType == SourceType.CommonJs || module.UsesThis
            || unbound.Require && module.Records.Any(record => record.Kind is ImportRecordKind.Require) || module.Globs.Exists(glob => glob.Kind == ImportRecordKind.Require) || HasTopLevelReturn(module.Program);
        return isCommonJs ? ModuleKind.CommonJs : ModuleKind.Plain;
    }

    // import x from "x"; module.exports = x: what hands out its values as CommonJS does is CommonJS
    private static bool IsMixed(Module module, UnboundNames unbound) =>
        (unbound.Exports || unbound.Module) && module is { UsesNodeInterop: false, NamedExports.Count: 0, StarExports.Count: 0, UsesImportMeta: false, HasTopLevelAwait: false }
        && module.Id.IsFile && !Array.Exists(module.Program.Body, statement => statement is ExportNamedDeclaration);

    public static bool HasTopLevelReturn(Program program)
    {
        foreach (Statement statement in program.Body) if (statement.Kind == NodeKind.ReturnStatement) return true;
        return false;
    }

    private static void AddDeclaring(Module module, TopLevelDeclaration declaration)
    {
        if (!module.DeclaringStatements.TryGetValue(declaration.Symbol, out List<int>? statements))
            module.DeclaringStatements.Add(declaration.Symbol, statements = []);
        if (statements.Count == 0 || statements[^1] != declaration.Statement) statements.Add(declaration.Statement);
    }

    private static UnboundNames FindUnbound(SemanticModel model)
    {
        UnboundNames found = default;
        foreach (ref readonly Reference reference in model.References)
        {
            if (reference.Symbol >= 0) continue;
            switch (reference.Node.Name)
            {
                case "require": found.Require = true; break;
                case "exports": found.Exports = true; break;
                case "module": found.Module = true; break;
            }
        }
        return found;
    }

    private struct UnboundNames
    {
        public bool Require;
        public bool Exports;
        public bool Module;
    }
}
