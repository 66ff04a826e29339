using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.Bundler.Graph;

/// <summary>Reads the import and export statements of a module.</summary>
internal sealed class StatementScanner(Module module)
{
    private readonly SemanticModel _model = module.Model;
    private int _statement;

    public void Run()
    {
        Statement[] body = module.Program.Body;
        for (_statement = 0; _statement < body.Length; _statement++)
        {
            switch (body[_statement])
            {
                case ImportDeclaration import: Scan(import); break;
                case ExportNamedDeclaration export: Scan(export); break;
                case ExportDefaultDeclaration export: Scan(export); break;
                case ExportAllDeclaration export: Scan(export); break;
            }
        }
    }

    private void Scan(ImportDeclaration import)
    {
        int index = AddRecord(import, import.Source, import.Attributes);
        foreach (ModuleSpecifier specifier in import.Specifiers)
        {
            switch (specifier)
            {
                case ImportSpecifier named:
                    module.NamedImports[named.Local.SymbolId] = new(index, NameOf(named.Imported), named.Imported.Span);
                    break;
                case ImportDefaultSpecifier byDefault:
                    module.NamedImports[byDefault.Local.SymbolId] = new(index, "default", byDefault.Span);
                    break;
                case ImportNamespaceSpecifier all:
                    module.NamedImports[all.Local.SymbolId] = new(index, NamedImport.Namespace, all.Span);
                    module.Records[index].NamespaceSymbol = all.Local.SymbolId;
                    break;
            }
        }
    }

    private void Scan(ExportNamedDeclaration export)
    {
        if (export.Source is not null)
        {
            int index = AddRecord(export, export.Source, export.Attributes);
            foreach (ExportSpecifier specifier in export.Specifiers)
                Reexport(index, NameOf(specifier.Local), NameOf(specifier.Exported), specifier.Local.Span);
            return;
        }
        foreach (ExportSpecifier specifier in export.Specifiers)
        {
            if (specifier.Local is IdentifierReference { SymbolId: >= 0 } local)
                module.NamedExports[NameOf(specifier.Exported)] = new(local.SymbolId, specifier.Exported.Span);
        }
        if (export.Declaration is not null) ExportDeclared(export.Declaration);
    }

    private void ExportDeclared(Statement declaration)
    {
        foreach (TopLevelDeclaration declared in _model.TopLevelDeclarations)
        {
            if (declared.Statement != _statement) continue;
            ref Symbol symbol = ref _model.GetSymbol(declared.Symbol);
            module.NamedExports[symbol.Name] = new(declared.Symbol, symbol.Declaration?.Span ?? declaration.Span);
        }
    }

    private void Scan(ExportDefaultDeclaration export)
    {
        BindingIdentifier? id = export.Declaration switch
        {
            FunctionDeclaration function => function.Id,
            ClassDeclaration definition => definition.Id,
            _ => null,
        };
        int symbol = id?.SymbolId ?? AddDefaultSymbol(export);
        module.NamedExports["default"] = new(symbol, new(export.Start, export.Start + "export default".Length));
    }

    // export default expression: a variable of its own, declared by this statement
    private int AddDefaultSymbol(ExportDefaultDeclaration export)
    {
        int symbol = _model.AddSymbol(0, FileNames.ToIdentifier(module.Id.Path) + "_default", SymbolFlags.Var | SymbolFlags.Exported);
        module.DeclaringStatements.Add(symbol, [_statement]);
        BindingIdentifier made = new(TextSpan.At(export.Start), _model.GetSymbol(symbol).Name) { SymbolId = symbol };
        if (export.Declaration is FunctionDeclaration function) function.Id = made;
        else if (export.Declaration is ClassDeclaration definition) definition.Id = made;
        return symbol;
    }

    private void Scan(ExportAllDeclaration export)
    {
        int index = AddRecord(export, export.Source, export.Attributes);
        if (export.Exported is null) module.StarExports.Add(index);
        else module.Records[index].NamespaceSymbol = Reexport(index, NamedImport.Namespace, NameOf(export.Exported), export.Exported.Span);
    }

    private int Reexport(int record, string imported, string exported, TextSpan span)
    {
        int symbol = _model.AddSymbol(0, FileNames.ToIdentifier(exported == "default" ? imported == NamedImport.Namespace ? "ns" : imported : exported), SymbolFlags.Import);
        module.NamedImports[symbol] = new(record, imported, span, ImportForm.Reexport);
        module.NamedExports[exported] = new(symbol, span);
        return symbol;
    }

    private int AddRecord(Statement statement, StringLiteral source, ImportAttribute[] attributes)
    {
        module.AddRecord(new(ImportRecordKind.Statement, source.Value, source.Span)
        {
            Node = statement, Statement = _statement, AttributeType = TypeOf(attributes),
        });
        return module.Records.Count - 1;
    }

    private static string? TypeOf(ImportAttribute[] attributes)
    {
        foreach (ImportAttribute attribute in attributes) if (NameOf(attribute.Key) == "type") return attribute.Value.Value;
        return null;
    }

    private static string NameOf(Node name) => name is IdentifierName identifier ? identifier.Name : name is IdentifierReference reference ? reference.Name : ((StringLiteral)name).Value;
}
