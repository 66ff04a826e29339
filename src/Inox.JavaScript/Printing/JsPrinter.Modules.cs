using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

public sealed partial class JsPrinter
{
    private bool PrintModuleStatement(Statement statement)
    {
        switch (statement.Kind)
        {
            case NodeKind.ImportDeclaration: PrintImport((ImportDeclaration)statement); return true;
            case NodeKind.ExportNamedDeclaration: PrintExportNamed((ExportNamedDeclaration)statement); return true;
            case NodeKind.ExportDefaultDeclaration: PrintExportDefault((ExportDefaultDeclaration)statement); return true;
            case NodeKind.ExportAllDeclaration: PrintExportAll((ExportAllDeclaration)statement); return true;
            default: return false;
        }
    }

    private void PrintImport(ImportDeclaration node)
    {
        Write("import");
        Space();
        if (node.ImportKind == ImportKind.Type) WriteModifier("type");
        if (node.Phase != ImportPhase.Evaluation) WriteModifier(node.Phase.ToText());
        if (node.Specifiers.Length > 0 || node.HasSpecifiers)
        {
            PrintImportSpecifiers(node.Specifiers);
            Space();
            Keyword("from");
            Space();
        }
        PrintSource(node.Source, node.Attributes);
    }

    // `a, * as b` or `a, { b, c as d }`
    private void PrintImportSpecifiers(ModuleSpecifier[] specifiers)
    {
        bool inBraces = false;
        for (int i = 0; i < specifiers.Length; i++)
        {
            if (i > 0) Comma();
            switch (specifiers[i])
            {
                case ImportDefaultSpecifier specifier: PrintBinding(specifier.Local); break;
                case ImportNamespaceSpecifier specifier:
                    Write('*');
                    Space();
                    Write("as ");
                    PrintBinding(specifier.Local);
                    break;
                case ImportSpecifier specifier:
                    if (!inBraces) OpenSpecifiers();
                    inBraces = true;
                    PrintImportSpecifier(specifier);
                    break;
            }
        }
        if (specifiers.Length == 0) Write("{}");
        else if (inBraces) CloseSpecifiers();
    }

    private void OpenSpecifiers()
    {
        Write('{');
        Space();
    }

    private void CloseSpecifiers()
    {
        Space();
        Write('}');
    }

    private void PrintImportSpecifier(ImportSpecifier specifier)
    {
        PrintInlineComments(specifier.Start);
        if (specifier.ImportKind == ImportKind.Type) Write("type ");
        if (specifier.Imported is IdentifierName imported)
        {
            if (imported.Name == TextOf(specifier.Local.SymbolId, specifier.Local.Name))
            {
                PrintBinding(specifier.Local);
                return;
            }
            PrintName(imported.Name);
        }
        else
        {
            PrintModuleName(specifier.Imported);
        }
        Space();
        Keyword("as");
        Write(' ');
        PrintBinding(specifier.Local);
    }

    // An IdentifierName, a StringLiteral or a reference in `export { x }`.
    private void PrintModuleName(Node name)
    {
        switch (name)
        {
            case StringLiteral text: PrintString(text.Value, allowTemplate: false); break;
            case IdentifierReference reference: PrintReference(reference); break;
            default: PrintName(((IdentifierName)name).Name); break;
        }
    }

    private void PrintSource(StringLiteral source, ImportAttribute[] attributes)
    {
        Map(source.Start);
        PrintString(source.Value, allowTemplate: false);
        if (attributes.Length > 0)
        {
            Space();
            Write("with");
            Space();
            OpenSpecifiers();
            for (int i = 0; i < attributes.Length; i++)
            {
                if (i > 0) Comma();
                PrintModuleName(attributes[i].Key);
                Write(':');
                Space();
                PrintString(attributes[i].Value.Value, allowTemplate: false);
            }
            CloseSpecifiers();
        }
        Semicolon();
    }

    private void PrintExportNamed(ExportNamedDeclaration node)
    {
        if (node.Declaration is not null)
        {
            Write("export ");
            PrintStatement(node.Declaration);
            return;
        }
        Write("export");
        Space();
        if (node.ExportKind == ImportKind.Type) WriteModifier("type");
        PrintExportSpecifiers(node.Specifiers);
        if (node.Source is null)
        {
            Semicolon();
            return;
        }
        Space();
        Write("from");
        Space();
        PrintSource(node.Source, node.Attributes);
    }

    private void PrintExportSpecifiers(ExportSpecifier[] specifiers)
    {
        if (specifiers.Length == 0)
        {
            Write("{}");
            return;
        }
        OpenSpecifiers();
        for (int i = 0; i < specifiers.Length; i++)
        {
            if (i > 0) Comma();
            PrintExportSpecifier(specifiers[i]);
        }
        CloseSpecifiers();
    }

    private void PrintExportSpecifier(ExportSpecifier specifier)
    {
        PrintInlineComments(specifier.Start);
        if (specifier.ExportKind == ImportKind.Type) Write("type ");
        PrintModuleName(specifier.Local);
        if (SameModuleName(specifier.Local, specifier.Exported)) return;
        Space();
        Keyword("as");
        if (!_minify || specifier.Exported.Kind != NodeKind.StringLiteral) Write(' ');
        PrintModuleName(specifier.Exported);
    }

    private bool SameModuleName(Node local, Node exported) => (local, exported) switch
    {
        (StringLiteral a, StringLiteral b) => a.Value == b.Value,
        (IdentifierName a, IdentifierName b) => a.Name == b.Name,
        (IdentifierReference a, IdentifierName b) => WrittenName(a) == b.Name,
        _ => false,
    };

    private void PrintExportDefault(ExportDefaultDeclaration node)
    {
        Write("export default");
        if (node.Declaration is Statement declaration)
        {
            Write(' ');
            PrintStatement(declaration);
            return;
        }
        Space();
        _exportDefaultStart = _output.Length;
        PrintExpression((Expression)node.Declaration, Precedence.Comma, Forbid.Nothing);
        Semicolon();
    }

    private void PrintExportAll(ExportAllDeclaration node)
    {
        Write("export");
        Space();
        if (node.ExportKind == ImportKind.Type) WriteModifier("type");
        Write('*');
        if (node.Exported is not null)
        {
            Space();
            Write("as");
            if (!_minify || node.Exported.Kind != NodeKind.StringLiteral) Write(' ');
            PrintModuleName(node.Exported);
        }
        Space();
        Keyword("from");
        Space();
        PrintSource(node.Source, node.Attributes);
    }
}
