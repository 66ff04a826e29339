using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Estree;

internal sealed partial class EstreeWriter   // imports and exports
{
    private void WriteImportDeclaration(ImportDeclaration node)
    {
        Open(node, "ImportDeclaration"u8);
        WriteList("specifiers"u8, node.Specifiers);
        WriteChild("source"u8, node.Source);
        WriteList("attributes"u8, node.Attributes);
        if (_isTypeScript) WriteText("importKind"u8, node.ImportKind.ToText());
        WritePhase(node.Phase);
        Close();
    }

    private void WriteImportSpecifier(ImportSpecifier node)
    {
        Open(node, "ImportSpecifier"u8);
        WriteChild("imported"u8, node.Imported);
        WriteChild("local"u8, node.Local);
        if (_isTypeScript) WriteText("importKind"u8, node.ImportKind.ToText());
        Close();
    }

    private void WriteExportSpecifier(ExportSpecifier node)
    {
        Open(node, "ExportSpecifier"u8);
        WriteChild("local"u8, node.Local);
        WriteChild("exported"u8, node.Exported);
        if (_isTypeScript) WriteText("exportKind"u8, node.ExportKind.ToText());
        Close();
    }

    private void WriteExportNamedDeclaration(ExportNamedDeclaration node)
    {
        OpenExport(node, node.Declaration, "ExportNamedDeclaration"u8);
        WriteChild("declaration"u8, node.Declaration);
        WriteList("specifiers"u8, node.Specifiers);
        WriteChild("source"u8, node.Source);
        WriteList("attributes"u8, node.Attributes);
        if (_isTypeScript) WriteText("exportKind"u8, node.ExportKind == ImportKind.Type || IsTypeOnly(node.Declaration) ? "type" : "value");
        Close();
    }

    // what `declare` says has no value as well
    private static bool IsTypeOnly(Statement? declaration) => declaration switch
    {
        TSInterfaceDeclaration or TSTypeAliasDeclaration => true,
        VariableDeclaration node => node.IsDeclare,
        FunctionDeclaration node => node.IsDeclare,
        ClassDeclaration node => node.IsDeclare,
        TSEnumDeclaration node => node.IsDeclare,
        TSModuleDeclaration node => node.IsDeclare,
        _ => false,
    };

    private void WriteExportDefaultDeclaration(ExportDefaultDeclaration node)
    {
        OpenExport(node, node.Declaration, "ExportDefaultDeclaration"u8);
        WriteChild("declaration"u8, node.Declaration);
        if (_isTypeScript) WriteText("exportKind"u8, "value");
        Close();
    }

    // `@a export class {}`: the decorators are the class's, but neither range has them
    private void OpenExport(Node node, Node? declaration, ReadOnlySpan<byte> type)
    {
        int start = node.Start;
        if (declaration is ClassDeclaration { Decorators: [{ } first, ..] decorators } && first.Start == start)
        {
            start = SkipTrivia(decorators[^1].End);
            _classStart = SkipTrivia(start + "export".Length);
            if (node.Kind == NodeKind.ExportDefaultDeclaration) _classStart = SkipTrivia(_classStart + "default".Length);
        }
        Open(type, start, node.End);
    }

    private void WriteExportAllDeclaration(ExportAllDeclaration node)
    {
        Open(node, "ExportAllDeclaration"u8);
        WriteChild("exported"u8, node.Exported);
        WriteChild("source"u8, node.Source);
        WriteList("attributes"u8, node.Attributes);
        if (_isTypeScript) WriteText("exportKind"u8, node.ExportKind.ToText());
        Close();
    }

    private void WriteTSImportEqualsDeclaration(TSImportEqualsDeclaration node)
    {
        int start = node.Start;
        if (node.IsExport)
        {
            Open(node, "ExportNamedDeclaration"u8);
            WriteEmptyList("attributes"u8);
            WriteText("exportKind"u8, "value");
            WriteChild("source"u8, null);
            WriteEmptyList("specifiers"u8);
            _json.WritePropertyName("declaration"u8);
            start = SkipTrivia(start + "export".Length);
        }
        Open("TSImportEqualsDeclaration"u8, start, node.End);
        WriteChild("id"u8, node.Id);
        WriteText("importKind"u8, node.ImportKind.ToText());
        WriteChild("moduleReference"u8, node.ModuleReference);
        Close();
        if (node.IsExport) Close();
    }
}
