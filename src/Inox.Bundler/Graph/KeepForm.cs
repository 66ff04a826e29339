using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>
/// Prepares a file that is transformed alone: instead of being scanned for what it asks for, it keeps its statements. Names that
/// others can see keep theirs: those of a script's outermost level, and what an <c>export</c> declares.
/// </summary>
internal static class KeepForm
{
    public static bool Applies(BuildOptions options, Module module) => !options.Bundle && module.Id.IsFile && module.InlineIn is null
        && (options.Format == ModuleFormat.Preserve || options.Format == ModuleFormat.Esm && module.Program.SourceType == SourceType.Module);

    public static void Run(Module module)
    {
        module.KeepsForm = true;
        module.Statements = new TopLevelStatement[module.Program.Body.Length];
        bool isModule = module.Program.SourceType == SourceType.Module;
        foreach (TopLevelDeclaration declared in module.Model.TopLevelDeclarations)
            if (!isModule || module.Program.Body[declared.Statement] is ExportNamedDeclaration) module.Model.GetSymbol(declared.Symbol).Flags |= SymbolFlags.KeepName;
    }
}
