using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>Tells namespaces that leave something at run time from those that only hold types.</summary>
public static class NamespaceContent
{
    public static bool IsInstantiated(TSModuleDeclaration declaration)
    {
        if (declaration.IsDeclare || declaration.Body is null) return false;
        foreach (Statement statement in declaration.Body.Body) if (LeavesValue(statement)) return true;
        return false;
    }

    private static bool LeavesValue(Statement statement) => statement switch
    {
        TSInterfaceDeclaration or TSTypeAliasDeclaration => false,
        TSModuleDeclaration inner => IsInstantiated(inner),
        TSEnumDeclaration { IsDeclare: true } or VariableDeclaration { IsDeclare: true } or ClassDeclaration { IsDeclare: true } => false,
        FunctionDeclaration { Body: null } => false,
        TSImportEqualsDeclaration { IsExport: false } => false,
        ExportNamedDeclaration { Declaration: { } declaration } => LeavesValue(declaration),
        ExportNamedDeclaration { ExportKind: ImportKind.Type } => false,
        _ => true,
    };
}
