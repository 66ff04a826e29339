using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>An imported name. <paramref name="ImportName"/> is null for a namespace: <c>import * as a</c>.</summary>
public readonly record struct ImportEntry(string Request, string? ImportName, int Symbol, bool IsTypeOnly, Node Node);

/// <summary>A name the module exports of its own. <paramref name="Symbol"/> is -1 for an expression: <c>export default 1</c>.</summary>
public readonly record struct LocalExportEntry(string ExportName, int Symbol, bool IsTypeOnly, Node Node);

/// <summary>A name exported from another module; <paramref name="ImportName"/> is null for all of it: <c>export * as a from</c>.</summary>
public readonly record struct IndirectExportEntry(string ExportName, string Request, string? ImportName, bool IsTypeOnly, Node Node);

/// <summary>
/// What a module imports and exports: the entries of a Source Text Module Record (ECMA-262 16.2.1.6), in the order of the source. TypeScript's
/// <c>import a = require()</c> and <c>export =</c> are none.
/// </summary>
public sealed class ModuleTable
{
    private readonly List<string> _requests = [];
    private readonly List<ImportEntry> _imports = [];
    private readonly List<LocalExportEntry> _localExports = [];
    private readonly List<IndirectExportEntry> _indirectExports = [];
    private readonly List<string> _starExports = [];

    private ModuleTable() { }

    /// <summary>The modules asked for, each once, in the order of their first mention.</summary>
    public IReadOnlyList<string> Requests => _requests;

    public IReadOnlyList<ImportEntry> Imports => _imports;

    public IReadOnlyList<LocalExportEntry> LocalExports => _localExports;

    public IReadOnlyList<IndirectExportEntry> IndirectExports => _indirectExports;

    /// <summary>The modules of <c>export * from</c>.</summary>
    public IReadOnlyList<string> StarExports => _starExports;

    public static ModuleTable Build(SemanticModel model)
    {
        ModuleTable table = new();
        foreach (Statement statement in model.Program.Body) table.Add(statement, model);
        return table;
    }

    private void Add(Statement statement, SemanticModel model)
    {
        switch (statement)
        {
            case ImportDeclaration import: AddImport(import); break;
            case ExportAllDeclaration all: AddAll(all); break;
            case ExportDefaultDeclaration byDefault: AddDefault(byDefault); break;
            case ExportNamedDeclaration named: AddNamed(named, model); break;
        }
    }

    private void Request(string module)
    {
        if (!_requests.Contains(module)) _requests.Add(module);
    }

    private void AddImport(ImportDeclaration import)
    {
        string request = import.Source.Value;
        Request(request);
        foreach (ModuleSpecifier specifier in import.Specifiers)
        {
            bool isTypeOnly = import.ImportKind == ImportKind.Type || specifier is ImportSpecifier { ImportKind: ImportKind.Type };
            (string? name, BindingIdentifier local) = specifier switch
            {
                ImportSpecifier named => (NameOf(named.Imported), named.Local),
                ImportDefaultSpecifier byDefault => ("default", byDefault.Local),
                _ => ((string?)null, ((ImportNamespaceSpecifier)specifier).Local),
            };
            _imports.Add(new(request, name, local.SymbolId, isTypeOnly, specifier));
        }
    }

    private void AddAll(ExportAllDeclaration all)
    {
        Request(all.Source.Value);
        if (all.Exported is null) _starExports.Add(all.Source.Value);
        else _indirectExports.Add(new(NameOf(all.Exported), all.Source.Value, null, all.ExportKind == ImportKind.Type, all));
    }

    private void AddDefault(ExportDefaultDeclaration export)
    {
        BindingIdentifier? id = export.Declaration switch
        {
            FunctionDeclaration function => function.Id,
            ClassDeclaration definition => definition.Id,
            TSInterfaceDeclaration type => type.Id,
            _ => null,
        };
        int symbol = export.Declaration is IdentifierReference reference ? reference.SymbolId : id?.SymbolId ?? -1;
        _localExports.Add(new("default", symbol, export.Declaration is TSInterfaceDeclaration, export));
    }

    private void AddNamed(ExportNamedDeclaration named, SemanticModel model)
    {
        if (named.Source is { } source) Request(source.Value);
        foreach (ExportSpecifier specifier in named.Specifiers)
        {
            bool isTypeOnly = named.ExportKind == ImportKind.Type || specifier.ExportKind == ImportKind.Type;
            if (named.Source is not null) _indirectExports.Add(new(NameOf(specifier.Exported), named.Source.Value, NameOf(specifier.Local), isTypeOnly, specifier));
            else _localExports.Add(new(NameOf(specifier.Exported), specifier.Local is IdentifierReference local ? local.SymbolId : -1, isTypeOnly, specifier));
        }
        if (named.Declaration is null) return;
        foreach (BindingIdentifier id in DeclaredNames.Of(named.Declaration))
        {
            bool isTypeOnly = id.SymbolId >= 0 && (model.Symbols[id.SymbolId].Flags & SymbolFlags.Value) == 0;
            _localExports.Add(new(id.Name, id.SymbolId, isTypeOnly, id));
        }
    }

    private static string NameOf(Node name) => name switch
    {
        StringLiteral text => text.Value,
        IdentifierReference reference => reference.Name,
        _ => ((IdentifierName)name).Name,
    };
}
