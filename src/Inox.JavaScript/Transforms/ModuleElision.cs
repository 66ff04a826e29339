using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Drops imports that no value uses and exports of what is only a type, and gives <c>import x = </c> and <c>export =</c> their JavaScript
/// forms. An alias <c>import x = A.B</c> that stays is itself a use of <c>A</c>, so aliases are decided in rounds until nothing changes.
/// </summary>
internal sealed class ModuleElision(TransformContext context, TypeEraser eraser)
{
    private readonly bool _verbatim = context.Options.TypeScript.VerbatimModuleSyntax;
    private readonly HashSet<TSImportEqualsDeclaration> _kept = [];
    private bool _isCommonJs;

    public void Run()
    {
        Program program = context.Program;
        CountExports(program.Body);
        DecideAliases(program.Body);
        List<Statement> output = new(program.Body.Length);
        foreach (Statement statement in program.Body)
        {
            if (Rewrite(statement) is { } rewritten) output.Add(rewritten);
        }
        program.Body = [.. output];
        if ((context.Features & ProgramFeatures.ImportOrExport) != 0 && program.SourceType == SourceType.Module && !output.Exists(IsModuleSyntax)) KeepKind(program);
    }

    // A module stays a module when everything that made it one was a type; one that was made of `import = require()` and `export =` is CommonJS.
    private void KeepKind(Program program)
    {
        if (_isCommonJs) program.SourceType = SourceType.CommonJs;
        else program.Body = [.. program.Body, new ExportNamedDeclaration(TextSpan.At(program.End), null, [], null, [])];
    }

    private static bool IsModuleSyntax(Statement statement) =>
        statement is ImportDeclaration or ExportNamedDeclaration or ExportDefaultDeclaration or ExportAllDeclaration;

    private void CountExports(Statement[] body)
    {
        foreach (Statement statement in body)
        {
            switch (statement)
            {
                case ExportNamedDeclaration { ExportKind: ImportKind.Value, Source: null } named:
                    foreach (ExportSpecifier specifier in named.Specifiers)
                        if (specifier.ExportKind == ImportKind.Value) Count(specifier.Local);
                    break;
                case ExportDefaultDeclaration { Declaration: IdentifierReference reference }: Count(reference); break;
                case TSExportAssignment { Expression: IdentifierReference reference }: Count(reference); break;
            }
        }
    }

    private void Count(Node node)
    {
        if (node is IdentifierReference { SymbolId: >= 0 } reference && reference.SymbolId < eraser.Uses.Length) eraser.Uses[reference.SymbolId]++;
    }

    private void DecideAliases(Statement[] body)
    {
        bool isScript = context.Program.SourceType != SourceType.Module;
        bool changed = true;
        while (changed)
        {
            changed = false;
            foreach (Statement statement in body)
            {
                if (statement is not TSImportEqualsDeclaration { ImportKind: ImportKind.Value } alias || _kept.Contains(alias)) continue;
                bool isEntity = alias.ModuleReference is not TSExternalModuleReference;
                if (!(alias.IsExport || _verbatim || IsUsed(alias.Id) || (isScript && isEntity)) || (isEntity && !MayBeValue(alias.ModuleReference))) continue;
                _kept.Add(alias);
                if (isEntity) Count(Root(alias.ModuleReference));
                changed = true;
            }
        }
    }

    private bool IsUsed(BindingIdentifier binding) => binding.SymbolId < 0 || eraser.Uses[binding.SymbolId] > 0;

    private static Node Root(Node name)
    {
        while (name is TSQualifiedName qualified) name = qualified.Left;
        return name;
    }

    private bool MayBeValue(Node name) => Root(name) is not IdentifierReference root || IsValue(root);

    // Under isolatedModules an import may be anything; a name declared nowhere in the file too.
    private bool IsValue(IdentifierReference reference)
    {
        if (reference.SymbolId < 0) return true;
        ref Symbol symbol = ref context.Model.GetSymbol(reference.SymbolId);
        if ((symbol.Flags & SymbolFlags.TypeOnly) != 0) return false;
        SymbolFlags value = symbol.Flags & SymbolFlags.Value;
        if (value == SymbolFlags.Import && AliasOf(symbol.Declaration) is { } alias) return _kept.Contains(alias);
        if (value == SymbolFlags.Namespace && (symbol.Flags & SymbolFlags.Ambient) != 0) return eraser.ValueNamespaces.Contains(reference.SymbolId);
        return value != 0;
    }

    private TSImportEqualsDeclaration? AliasOf(BindingIdentifier? binding)
    {
        foreach (Statement statement in context.Program.Body)
            if (statement is TSImportEqualsDeclaration alias && ReferenceEquals(alias.Id, binding)) return alias;
        return null;
    }

    private Statement? Rewrite(Statement statement) => statement switch
    {
        ImportDeclaration node => RewriteImport(node),
        ExportNamedDeclaration { Declaration: null } node => RewriteExport(node),
        ExportAllDeclaration { ExportKind: ImportKind.Type } => null,
        ExportDefaultDeclaration { Declaration: IdentifierReference reference } when !IsValue(reference) => null,
        TSImportEqualsDeclaration node => _kept.Contains(node) ? RewriteAlias(node) : null,
        TSExportAssignment node => RewriteExportAssignment(node),
        _ => statement,
    };

    private ImportDeclaration? RewriteImport(ImportDeclaration node)
    {
        if (node.ImportKind == ImportKind.Type) return null;
        if (!node.HasSpecifiers && node.Specifiers.Length == 0) return node;
        List<ModuleSpecifier> kept = [];
        foreach (ModuleSpecifier specifier in node.Specifiers) if (IsKept(specifier)) kept.Add(specifier);
        if (kept.Count == 0 && !_verbatim) return null;
        if (kept.Count < node.Specifiers.Length) node.Specifiers = [.. kept];
        return node;
    }

    private bool IsKept(ModuleSpecifier specifier) => specifier switch
    {
        ImportSpecifier { ImportKind: ImportKind.Type } => false,
        ImportSpecifier named => IsNeeded(named.Local),
        ImportDefaultSpecifier byDefault => IsNeeded(byDefault.Local),
        ImportNamespaceSpecifier all => IsNeeded(all.Local),
        _ => true,
    };

    private bool IsNeeded(BindingIdentifier local)
    {
        if ((uint)local.SymbolId < (uint)eraser.MetadataUses.Length && eraser.MetadataUses[local.SymbolId] is > 0 and var inMetadata && eraser.Uses[local.SymbolId] == inMetadata)
            context.PossibleTypes.Add(local);
        return _verbatim || IsUsed(local) || context.Jsx.Keeps(local.Name);
    }

    private ExportNamedDeclaration? RewriteExport(ExportNamedDeclaration node)
    {
        if (node.ExportKind == ImportKind.Type) return null;
        List<ExportSpecifier> kept = [];
        foreach (ExportSpecifier specifier in node.Specifiers)
            if (specifier.ExportKind == ImportKind.Value && (specifier.Local is not IdentifierReference local || IsValue(local))) kept.Add(specifier);
        if (kept.Count == node.Specifiers.Length) return node;
        if (kept.Count == 0 && !(_verbatim && node.Source is not null)) return null;
        node.Specifiers = [.. kept];
        return node;
    }

    private Statement RewriteAlias(TSImportEqualsDeclaration node)
    {
        TextSpan span = node.Span;
        bool isRequire = node.ModuleReference is TSExternalModuleReference;
        _isCommonJs |= isRequire;
        if (isRequire && context.Options.RequireEsModule) context.Report(TransformDiagnostics.ImportRequireInEsModule, span, node.Id.Name);
        Expression value = node.ModuleReference is TSExternalModuleReference external
            ? Make.Call(external.Span, Make.Reference(external.Span, "require"), (Expression)external.Expression)
            : EntityExpression.From(node.ModuleReference);
        Statement declaration = Make.Variable(span, isRequire ? VariableKind.Const : VariableKind.Var, node.Id, value);
        return node.IsExport ? new ExportNamedDeclaration(span, declaration, [], null, []) : declaration;
    }

    private ExpressionStatement? RewriteExportAssignment(TSExportAssignment node)
    {
        if (node.Expression is IdentifierReference reference && !IsValue(reference)) return null;
        TextSpan span = node.Span;
        _isCommonJs = true;
        if (context.Options.RequireEsModule) context.Report(TransformDiagnostics.ExportAssignmentInEsModule, span);
        return Make.AssignStatement(span, Make.Member(span, Make.Reference(span, "module"), "exports"), node.Expression);
    }
}
