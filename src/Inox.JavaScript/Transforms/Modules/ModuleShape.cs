using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Modules;

/// <summary>The imports and exports of a file taken off its statements, in the order of the source.</summary>
internal sealed class ModuleShape
{
    private readonly TransformContext _context;
    private readonly ModuleForm _form;

    public ModuleShape(TransformContext context, ModuleForm form)
    {
        (_context, _form) = (context, form);
        foreach (Statement statement in context.Program.Body) Take(statement);
    }

    public List<ModuleRequest> Requests { get; } = [];

    public List<ModuleExport> Exports { get; } = [];

    /// <summary>What imported symbols are: a member of a module, or with null the whole of it.</summary>
    public Dictionary<int, (ModuleRequest Request, string? Member)> Imports { get; } = [];

    public List<Statement> Directives { get; } = [];

    public List<Statement> Body { get; } = [];

    public bool HasStarExport => Requests.Exists(static request => request.IsStarExport);

    private void Take(Statement statement)
    {
        switch (statement)
        {
            case Directive: Directives.Add(statement); break;
            case ImportDeclaration import: TakeImport(import); break;
            case ExportAllDeclaration { Exported: null } star: Request(star.Source).IsStarExport = true; break;
            case ExportAllDeclaration space:
                Exports.Add(new(NameOf(space.Exported!), null, Use(Request(space.Source), null), null));
                break;
            case ExportNamedDeclaration { Source: { } source } export:
                ModuleRequest from = Request(source);
                foreach (ExportSpecifier specifier in export.Specifiers) Exports.Add(new(NameOf(specifier.Exported), null, Use(from, NameOf(specifier.Local)), NameOf(specifier.Local)));
                break;
            case ExportNamedDeclaration { Declaration: { } declaration }:
                foreach (BindingIdentifier id in DeclaredBy(declaration)) Exports.Add(new(id.Name, id, null, null));
                Body.Add(declaration);
                break;
            case ExportNamedDeclaration export:
                foreach (ExportSpecifier specifier in export.Specifiers) TakeLocal(specifier);
                break;
            case ExportDefaultDeclaration export: TakeDefault(export); break;
            default: Body.Add(statement); break;
        }
    }

    private static List<BindingIdentifier> DeclaredBy(Statement declaration)
    {
        List<BindingIdentifier> names = [];
        if (declaration is VariableDeclaration variables) foreach (VariableDeclarator declarator in variables.Declarations) names.AddRange(BoundNames.Of(declarator.Id));
        else if (declaration is FunctionDeclaration { Id: { } function }) names.Add(function);
        else if (declaration is ClassDeclaration { Id: { } definition }) names.Add(definition);
        return names;
    }

    private void TakeImport(ImportDeclaration import)
    {
        ModuleRequest request = Request(import.Source);
        foreach (ModuleSpecifier specifier in import.Specifiers)
        {
            (BindingIdentifier local, string? member) = specifier switch
            {
                ImportSpecifier named => (named.Local, NameOf(named.Imported)),
                ImportDefaultSpecifier byDefault => (byDefault.Local, "default"),
                _ => (((ImportNamespaceSpecifier)specifier).Local, null),
            };
            if (member is null && CanHold(local)) request.Variable ??= local.Name;
            Imports[local.SymbolId] = (Use(request, member), member);
        }
    }

    // A namespace has the variable to itself, unless something else has the name where another import of the module may be used:
    // import * as a from "a"; import { b } from "a"; function f(a) { b }
    private bool CanHold(BindingIdentifier local)
    {
        if (_form.Reserves(local.Name)) return false;
        foreach (ref readonly Semantics.Symbol symbol in _context.Model.Symbols)
            if (symbol.Scope != 0 && symbol.Name == local.Name) return false;
        return true;
    }

    // export { a }, where `a` may be an import
    private void TakeLocal(ExportSpecifier specifier)
    {
        IdentifierReference local = (IdentifierReference)specifier.Local;
        string name = NameOf(specifier.Exported);
        if (Imports.TryGetValue(local.SymbolId, out (ModuleRequest Request, string? Member) import)) Exports.Add(new(name, null, import.Request, import.Member));
        else Exports.Add(new(name, new(local.Span, local.Name) { SymbolId = local.SymbolId }, null, null));
    }

    private void TakeDefault(ExportDefaultDeclaration export)
    {
        TextSpan span = export.Span;
        BindingIdentifier? id = export.Declaration switch { FunctionDeclaration function => function.Id, ClassDeclaration definition => definition.Id, _ => null };
        id ??= Make.Binding(span, _context.NewName("_default"));
        switch (export.Declaration)
        {
            case FunctionDeclaration function: (function.Id, _) = (id, Add(function)); break;
            case ClassDeclaration definition: (definition.Id, _) = (id, Add(definition)); break;
            default: Body.Add(Make.Variable(span, VariableKind.Const, id, (Expression)export.Declaration)); break;
        }
        Exports.Add(new("default", id, null, null));
    }

    private Statement Add(Statement statement)
    {
        Body.Add(statement);
        return statement;
    }

    private ModuleRequest Request(StringLiteral source)
    {
        foreach (ModuleRequest known in Requests) if (known.Source.Value == source.Value) return known;
        ModuleRequest request = new(source);
        Requests.Add(request);
        return request;
    }

    private ModuleRequest Use(ModuleRequest request, string? member)
    {
        request.Variable ??= _context.NewName(ToName(request.Source.Value) + "_1");
        if (member is null) request.UsesNamespace = true;
        else if (member == "default") request.UsesDefault = true;
        else request.UsesNamed = true;
        return request;
    }

    // ./lib/some-thing.js: some_thing
    private static string ToName(string path)
    {
        ReadOnlySpan<char> name = path.AsSpan(path.LastIndexOf('/') + 1);
        int dot = name.IndexOf('.');
        if (dot > 0) name = name[..dot];
        char[] letters = name.ToArray();
        for (int i = 0; i < letters.Length; i++) if (!char.IsAsciiLetterOrDigit(letters[i])) letters[i] = '_';
        return letters.Length == 0 || char.IsAsciiDigit(letters[0]) ? "_" + new string(letters) : new(letters);
    }

    public static string NameOf(Node name) => name switch
    {
        IdentifierName identifier => identifier.Name,
        StringLiteral text => text.Value,
        _ => ((IdentifierReference)name).Name,
    };
}
