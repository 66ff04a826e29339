using Inox.Core;
using Inox.JavaScript.Parsing;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Declarations;

/// <summary>
/// Walks from the exports along the names that their types use: a declaration is emitted when it is exported or when something emitted
/// names it. Each emitted statement keeps its place. Chapters: Functions, Classes, Variables and the statements of this file.
/// </summary>
internal sealed partial class DeclarationEmitter
{
    private readonly DeclarationContext _context;
    private readonly InferType _infer;
    private readonly NormalizeTypes _types;
    private readonly UsedNames _uses;

    private readonly Dictionary<int, List<DeclarationUnit>> _units = [];
    private readonly HashSet<int> _visible = [];
    private readonly Queue<DeclarationUnit> _pending = new();
    private readonly List<(TSModuleDeclaration Declaration, DeclarationScope Scope, bool IsAmbient)> _namespaces = [];

    public DeclarationEmitter(DeclarationContext context)
    {
        _context = context;
        _types = new(context);
        _infer = new(context, _types);
        _types.Infer = _infer;
        _uses = new(this);
    }

    public void Run()
    {
        Program program = _context.Program;
        bool isModule = IsModule(program);
        DeclarationScope file = new(program.Body, isFile: true, isAmbient: false, showsAll: !isModule);
        Open(file);
        while (_pending.TryDequeue(out DeclarationUnit unit)) Emit(unit);
        // inner blocks first: what an outer one holds of them must be whole
        for (int i = _namespaces.Count - 1; i >= 0; i--) CloseNamespace(_namespaces[i].Declaration, _namespaces[i].Scope, _namespaces[i].IsAmbient);
        List<Statement> body = Assemble(file);
        if (isModule && (!body.Exists(IsModuleSyntax) || (body.Exists(NeedsScopeMarker) && !body.Exists(IsScopeMarker)))) body.Add(EmptyExport(program.End));
        program.Body = [.. body];
    }

    private static bool IsModule(Program program)
    {
        bool hasAlias = false;
        foreach (Statement statement in program.Body)
        {
            // import a = b.c makes no module
            if (statement is TSImportEqualsDeclaration { IsExport: false, ModuleReference: not TSExternalModuleReference }) hasAlias = true;
            else if (IsModuleSyntax(statement)) return true;
        }
        return program.SourceType == SourceType.Module && !hasAlias;
    }

    private static ExportNamedDeclaration EmptyExport(int offset) => new(TextSpan.At(offset), null, [], null, []);

    // Declares what the statements of a scope hold, and starts from those that others see.
    private void Open(DeclarationScope scope)
    {
        for (int i = 0; i < scope.Body.Length; i++) Register(scope, i);
        for (int i = 0; i < scope.Body.Length; i++) OpenStatement(scope, i);
    }

    private void Register(DeclarationScope scope, int index)
    {
        Statement statement = Declared(scope.Body[index]);
        switch (statement)
        {
            case VariableDeclaration variables:
                foreach (VariableDeclarator declarator in variables.Declarations)
                    foreach (BindingIdentifier name in BoundNames.Of(declarator.Id).Items) Register(name.SymbolId, new(scope, index, name, declarator));
                break;
            case ImportDeclaration import:
                foreach (ModuleSpecifier specifier in import.Specifiers)
                    if (LocalOf(specifier) is { } local) Register(local.SymbolId, new(scope, index, local, null));
                break;
            default:
                if (NameOf(statement) is { } id) Register(id.SymbolId, new(scope, index, null, null));
                break;
        }
    }

    private void Register(int symbol, DeclarationUnit unit)
    {
        if (symbol < 0) return;
        if (!_units.TryGetValue(symbol, out List<DeclarationUnit>? units)) _units[symbol] = units = [];
        units.Add(unit);
        if (_visible.Contains(symbol)) _pending.Enqueue(unit);
    }

    private static Statement Declared(Statement statement) => statement switch
    {
        ExportNamedDeclaration { Declaration: { } declaration } => declaration,
        ExportDefaultDeclaration { Declaration: Statement declaration } => declaration,
        _ => statement,
    };

    private static BindingIdentifier? NameOf(Statement statement) => statement switch
    {
        FunctionDeclaration node => node.Id,
        ClassDeclaration node => node.Id,
        TSEnumDeclaration node => node.Id,
        TSInterfaceDeclaration node => node.Id,
        TSTypeAliasDeclaration node => node.Id,
        TSImportEqualsDeclaration node => node.Id,
        TSModuleDeclaration node => RootOf(node.Id) as BindingIdentifier,
        _ => null,
    };

    private static Node RootOf(Node name)
    {
        while (name is TSQualifiedName qualified) name = qualified.Left;
        return name;
    }

    private static BindingIdentifier? LocalOf(ModuleSpecifier specifier) => specifier switch
    {
        ImportSpecifier named => named.Local,
        ImportDefaultSpecifier byDefault => byDefault.Local,
        ImportNamespaceSpecifier all => all.Local,
        _ => null,
    };

    private void OpenStatement(DeclarationScope scope, int index)
    {
        Statement statement = scope.Body[index];
        switch (statement)
        {
            case ImportDeclaration import:
                if (import.Specifiers.Length == 0 && !import.HasSpecifiers) scope.Outputs[index] = [ClearAttributes(import)];
                break;
            case ExportAllDeclaration all:
                all.Attributes = KeptAttributes(all.Attributes);
                scope.Outputs[index] = [statement];
                break;
            case ExportNamedDeclaration { Declaration: null } named:
                named.Attributes = KeptAttributes(named.Attributes);
                scope.Outputs[index] = [statement];
                _uses.Visit(named);
                break;
            case ExportDefaultDeclaration { Declaration: Expression expression }: scope.Outputs[index] = EmitDefault(scope, statement, expression); break;
            case TSExportAssignment assignment: scope.Outputs[index] = EmitDefault(scope, statement, assignment.Expression); break;
            default:
                if (IsSeen(scope, statement)) Want(scope, index);
                break;
        }
    }

    private static bool IsSeen(DeclarationScope scope, Statement statement) => statement switch
    {
        ExportNamedDeclaration or ExportDefaultDeclaration => true,
        TSImportEqualsDeclaration alias => alias.IsExport || scope is { ShowsAll: true, IsFile: true },
        TSModuleDeclaration { Id: StringLiteral or IdentifierName } => true,
        _ => scope.ShowsAll || scope.IsAmbient,
    };

    // All that a statement declares.
    private void Want(DeclarationScope scope, int index)
    {
        switch (Declared(scope.Body[index]))
        {
            case VariableDeclaration variables:
                foreach (VariableDeclarator declarator in variables.Declarations)
                    foreach (BindingIdentifier name in BoundNames.Of(declarator.Id).Items) Want(name.SymbolId, new(scope, index, name, declarator));
                break;
            case var statement:
                Want(NameOf(statement)?.SymbolId ?? -1, new(scope, index, null, null));
                break;
        }
    }

    private void Want(int symbol, DeclarationUnit unit)
    {
        if (symbol >= 0) Show(symbol);
        else _pending.Enqueue(unit);
    }

    /// <summary>A name that something emitted uses: all its declarations are wanted.</summary>
    private void Show(int symbol)
    {
        if (symbol < 0 || !_visible.Add(symbol) || !_units.TryGetValue(symbol, out List<DeclarationUnit>? units)) return;
        // interface I {} export interface I {}: they are two, and others see the second
        bool isExported = units.Exists(IsExported);
        foreach (DeclarationUnit unit in units) if (!isExported || unit.Scope.IsAmbient || IsExported(unit) || unit.Scope.Body[unit.Statement] is TSTypeAliasDeclaration) _pending.Enqueue(unit);
    }

    private static bool IsExported(DeclarationUnit unit) => unit.Scope.Body[unit.Statement] is ExportNamedDeclaration or ExportDefaultDeclaration or TSImportEqualsDeclaration { IsExport: true };

    private void Emit(DeclarationUnit unit)
    {
        if (unit.Name is { } name)
        {
            if (!unit.Scope.Wanted.Add(name) || unit.Declarator is null) return;
            VariableDeclaration statement = (VariableDeclaration)Declared(unit.Scope.Body[unit.Statement]);
            VariableDeclarator declarator = EmitVariable(unit.Scope, statement, unit.Declarator, name);
            unit.Scope.Variables[name] = declarator;
            _uses.Visit(declarator);
            return;
        }
        if (unit.Scope.Outputs[unit.Statement] is not null) return;
        List<Statement> output = [];
        unit.Scope.Outputs[unit.Statement] = output;
        EmitStatement(unit.Scope, unit.Scope.Body[unit.Statement], output);
        foreach (Statement emitted in output) _uses.Visit(emitted);
    }

    private void EmitStatement(DeclarationScope scope, Statement statement, List<Statement> output)
    {
        int first = output.Count;
        switch (Declared(statement))
        {
            case FunctionDeclaration node:
                if (EmitFunction(scope, node) is { } function) output.Add(function);
                break;
            case ClassDeclaration node: output.Add(EmitClass(node)); break;
            case TSEnumDeclaration node: output.Add(EmitEnum(scope, node)); break;
            case TSInterfaceDeclaration node:
                node.IsDeclare &= scope.IsFile;
                output.Add((Statement)_types.Visit(node)!);
                break;
            case TSTypeAliasDeclaration node:
                node.IsDeclare &= scope.IsFile;
                output.Add((Statement)_types.Visit(node)!);
                break;
            case TSModuleDeclaration node:
                OpenNamespace(scope, node);
                output.Add(node);
                break;
            case TSImportEqualsDeclaration node: output.Add(node); break;
        }
        if (output.Count > first) Wrap(scope, statement, output);
    }

    // `declare` belongs to the statements of a file; exported they are exported again.
    private static void Wrap(DeclarationScope scope, Statement statement, List<Statement> output)
    {
        Statement declaration = output[^1];
        if (statement is not ExportDefaultDeclaration) MarkDeclare(declaration, scope.IsFile);
        switch (statement)
        {
            case ExportNamedDeclaration:
                output[^1] = new ExportNamedDeclaration(statement.Span, declaration, [], null, []);
                break;
            case ExportDefaultDeclaration byDefault:
                byDefault.Declaration = declaration;
                output[^1] = byDefault;
                break;
        }
    }

    private static void MarkDeclare(Statement declaration, bool isDeclare)
    {
        switch (declaration)
        {
            case FunctionDeclaration node: node.IsDeclare = isDeclare; break;
            case ClassDeclaration node: node.IsDeclare = isDeclare; break;
            case TSEnumDeclaration node: node.IsDeclare = isDeclare; break;
            case TSModuleDeclaration node: node.IsDeclare = isDeclare; break;
            case VariableDeclaration node: node.IsDeclare = isDeclare; break;
        }
    }

    /// <summary>Marks what the declarations use.</summary>
    private sealed class UsedNames(DeclarationEmitter emitter) : SyntaxVisitor
    {
        protected override void VisitIdentifierReference(IdentifierReference node) => emitter.Show(node.SymbolId);

        // its statements are a scope of their own
        protected override void VisitTSModuleDeclaration(TSModuleDeclaration node) { }

        // export { x } from 'y': a name of another file
        protected override void VisitExportNamedDeclaration(ExportNamedDeclaration node)
        {
            if (node.Source is null) base.VisitExportNamedDeclaration(node);
        }
    }
}
