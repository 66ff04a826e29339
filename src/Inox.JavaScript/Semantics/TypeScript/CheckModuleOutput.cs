using Inox.Core;
using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Semantics;

/// <summary>What cannot be written into the kind of module, or script, that the file becomes.</summary>
internal sealed class CheckModuleOutput(RuleContext context) : TypeScriptRule(context)
{
    private bool IsEcmaScript => Rules.Module is ModuleOutput.Es2015 or ModuleOutput.Es2022;

    public override void Check()
    {
        if (IsEcmaScript) foreach (Statement statement in Model.Program.Body) CheckItem(statement);
        if (IsAmbient || FindAwait() is not { } place) return;
        if (!IsModule(Model.Program)) Report(TypeScriptErrors.AwaitInScript, place);
        else if (Rules.Target < EcmaVersion.Es2017 || Rules.Module is ModuleOutput.CommonJs or ModuleOutput.Es2015) Report(TypeScriptErrors.AwaitInOutput, place);
    }

    private void CheckItem(Statement statement)
    {
        if (IsAmbient) return;
        if (statement is TSImportEqualsDeclaration { ImportKind: ImportKind.Value, ModuleReference: TSExternalModuleReference }) Report(TypeScriptErrors.ImportAssignment, statement.Span);
        else if (statement is TSExportAssignment) Report(TypeScriptErrors.ExportAssignment, statement.Span);
    }

    private TextSpan? FindAwait()
    {
        AwaitFinder finder = new();
        finder.Visit(Model.Program);
        return finder.First;
    }

    private static bool IsModule(Program program)
    {
        if (program.SourceType == SourceType.CommonJs) return true;
        foreach (Statement statement in program.Body)
        {
            if (statement is ImportDeclaration or ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration or TSExportAssignment) return true;
            if (statement is TSImportEqualsDeclaration import && (import.IsExport || import.ModuleReference is TSExternalModuleReference)) return true;
        }
        return false;
    }

    /// <summary>Finds the first `await` outside of functions.</summary>
    private sealed class AwaitFinder : SyntaxVisitor
    {
        public TextSpan? First { get; private set; }

        protected override void VisitAwaitExpression(AwaitExpression node)
        {
            First ??= node.Span;
            base.VisitAwaitExpression(node);
        }

        protected override void VisitForOfStatement(ForOfStatement node)
        {
            if (node.IsAwait) First ??= node.Span;
            base.VisitForOfStatement(node);
        }

        protected override void VisitFunctionDeclaration(FunctionDeclaration node) { }

        protected override void VisitFunctionExpression(FunctionExpression node) { }

        protected override void VisitArrowFunctionExpression(ArrowFunctionExpression node) { }
    }
}
