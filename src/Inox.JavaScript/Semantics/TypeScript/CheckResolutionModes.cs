using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>`with { "resolution-mode": "import" }`, which is for types, and what stands beside it.</summary>
internal sealed class CheckResolutionModes(RuleContext context) : TypeScriptRule(context)
{
    protected override void VisitImportDeclaration(ImportDeclaration node) => Check(node.Attributes, node.ImportKind);

    protected override void VisitExportNamedDeclaration(ExportNamedDeclaration node)
    {
        Check(node.Attributes, node.ExportKind);
        base.VisitExportNamedDeclaration(node);
    }

    protected override void VisitExportAllDeclaration(ExportAllDeclaration node) => Check(node.Attributes, node.ExportKind);

    private void Check(ImportAttribute[] attributes, ImportKind kind)
    {
        if (attributes.Length == 0) return;
        bool isMode = attributes.Length == 1 && IsMode(attributes[0]);
        bool isGood = isMode && attributes[0].Value.Value is "import" or "require";
        if (kind != ImportKind.Type)
        {
            if (isMode && isGood) Report(TypeScriptErrors.ResolutionModePlace, attributes[0].Span);
        }
        else if (!isMode)
        {
            if (Array.Exists(attributes, IsMode)) Report(TypeScriptErrors.ResolutionModeAlone, attributes[0].Span);
        }
        else if (!isGood) Report(TypeScriptErrors.ResolutionMode, attributes[0].Value.Span);
    }

    private static bool IsMode(ImportAttribute attribute) => attribute.Key is StringLiteral { Value: "resolution-mode" };
}
