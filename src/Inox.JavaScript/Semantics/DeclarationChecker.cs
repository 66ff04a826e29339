using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>The early errors about declared and exported names: ECMA-262 14.2.1, 14.12.1, 15.2.1, 16.1.1, 16.2.1.1, B.3.2, and TypeScript's merging.</summary>
internal sealed class DeclarationChecker(SemanticOptions options)
{
    private static readonly DiagnosticDescriptor s_redeclared =
        new("IX1301", Severity.Error, "`{0}` is declared twice", "rename one of them");

    private static readonly DiagnosticDescriptor s_exportedTwice =
        new("IX1302", Severity.Error, "`{0}` is exported twice", "remove one of the exports");

    private static readonly DiagnosticDescriptor s_exportedNothing =
        new("IX1303", Severity.Error, "`{0}` is exported but not declared", "declare it, or remove it from the export");

    private readonly List<Diagnostic> _found = [];
    private readonly HashSet<(int Scope, int Name)> _passedVars = [];
    private readonly Dictionary<string, Node> _exports = [];
    private readonly List<IdentifierReference> _exportedLocals = [];

    /// <summary>A <c>var</c> goes out through this scope: a later <c>let</c> of its name here is an error.</summary>
    public void VarPassed(int scope, int name, BindingIdentifier identifier) => _passedVars.Add((scope, name));

    /// <summary>A name that is new in its scope.</summary>
    public void Declaring(in Scope scope, int id, int name, BindingIdentifier identifier, SymbolFlags flags)
    {
        if ((flags & (SymbolFlags.Lexical | SymbolFlags.Import)) != 0 || (flags & SymbolFlags.Function) != 0 && scope.Kind == ScopeKind.Block)
        {
            if (_passedVars.Contains((id, name))) Report(s_redeclared, identifier, identifier.Name, null);
        }
    }

    public void Redeclared(in Symbol symbol, BindingIdentifier identifier) => Report(s_redeclared, identifier, identifier.Name, symbol.Declaration);

    public void Conflict(in Symbol symbol, BindingIdentifier identifier, SymbolFlags flags, in Scope scope)
    {
        if (!Merges(symbol.Flags, flags, scope)) Report(s_redeclared, identifier, identifier.Name, symbol.Declaration);
    }

    private bool Merges(SymbolFlags before, SymbolFlags after, in Scope scope)
    {
        if (((before | after) & SymbolFlags.OwnName) != 0) return true;
        if (options.IsTypeScript && MergesInTypeScript(before, after)) return true;
        const SymbolFlags loose = SymbolFlags.Var | SymbolFlags.Function | SymbolFlags.Parameter;
        if ((before & ~Marks & ~loose) != 0 || (after & ~Marks & ~loose) != 0) return false;
        if ((before & after & SymbolFlags.Function) == 0 && ((before | after) & SymbolFlags.Function) == 0) return true;
        return scope.Kind switch
        {
            ScopeKind.Global or ScopeKind.Function or ScopeKind.FunctionBody or ScopeKind.StaticBlock => true,
            // a CommonJS file is a function
            ScopeKind.Module => scope.Node is Program { SourceType: SourceType.CommonJs },
            // { function f() {} function f() {} }: B.3.2.4
            ScopeKind.Block => !scope.IsStrict && (before & after & SymbolFlags.Function) != 0 && ((before | after) & SymbolFlags.AsyncOrGenerator) == 0,
            _ => false,
        };
    }

    private const SymbolFlags Marks = SymbolFlags.TypeOnly | SymbolFlags.Ambient | SymbolFlags.Exported | SymbolFlags.Reassigned
        | SymbolFlags.Synthetic | SymbolFlags.KeepName | SymbolFlags.OwnName | SymbolFlags.AsyncOrGenerator;

    private static bool MergesInTypeScript(SymbolFlags before, SymbolFlags after)
    {
        if (((before | after) & SymbolFlags.Ambient) != 0 || (before & after & (SymbolFlags.Function | SymbolFlags.Import)) != 0) return true;
        const SymbolFlags types = SymbolFlags.Interface | SymbolFlags.TypeAlias | SymbolFlags.TypeParameter;
        const SymbolFlags hosts = SymbolFlags.Namespace | SymbolFlags.Class | SymbolFlags.Function | SymbolFlags.Enum | SymbolFlags.ConstEnum | SymbolFlags.Interface;
        SymbolFlags a = before & ~Marks, b = after & ~Marks;
        // declare var x: T; interface x {}; an import may name only the type
        if ((a & ~(types | SymbolFlags.Import)) == 0 || (b & ~(types | SymbolFlags.Import)) == 0)
            return (a & b & (SymbolFlags.TypeAlias | SymbolFlags.TypeParameter)) == 0 && ((a | b) & SymbolFlags.Import) == 0 || ((a | b) & SymbolFlags.Import) != 0;
        if ((a & ~hosts) == 0 && (b & ~hosts) == 0 && ((a | b) & SymbolFlags.Namespace) != 0) return true;
        return (a & b & (SymbolFlags.Enum | SymbolFlags.ConstEnum | SymbolFlags.Interface)) != 0;
    }

    public void Exporting(ExportSpecifier specifier, ExportNamedDeclaration declaration)
    {
        ExportingName(specifier.Exported);
        if (declaration.Source is null && specifier.Local is IdentifierReference local) _exportedLocals.Add(local);
    }

    public void ExportingName(Node exported) => Export(exported is IdentifierName name ? name.Name : ((StringLiteral)exported).Value, exported);

    public void ExportingDefault(ExportDefaultDeclaration declaration)
    {
        if (options.IsTypeScript && declaration.Declaration is FunctionDeclaration { Body: null } or TSInterfaceDeclaration) return;
        Export("default", declaration);
    }

    public void ExportingSymbol(in Symbol symbol, Node declaration)
    {
        if (options.IsTypeScript) return;
        Export(symbol.Name, declaration);
    }

    private void Export(string name, Node place)
    {
        if (!_exports.TryAdd(name, place) && !options.IsTypeScript) Report(s_exportedTwice, place, name, _exports[name]);
    }

    public Diagnostic[] Finish(SemanticModel model)
    {
        if (model.Program.SourceType == SourceType.Module && !options.IsTypeScript)
            foreach (IdentifierReference local in _exportedLocals)
                if (local.SymbolId < 0 || model.GetSymbol(local.SymbolId).Scope != 0) Report(s_exportedNothing, local, local.Name, null);
        return [.. _found];
    }

    private void Report(DiagnosticDescriptor descriptor, Node place, string name, Node? first) =>
        _found.Add(new()
        {
            Descriptor = descriptor, Source = options.Source, Span = place.Span, Arguments = [name],
            Related = first is null || options.Source is null ? [] : [new(options.Source, first.Span, "first here")],
        });
}
