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
        bool isAmbient = ((before | after) & SymbolFlags.Ambient) != 0;
        bool isOneExported = ((before ^ after) & SymbolFlags.Exported) != 0;
        SymbolFlags a = before & ~Marks, b = after & ~Marks;
        // namespace a {} holds types only, or is declared
        if (isAmbient && ((a | b) & SymbolFlags.Namespace) != 0) return true;
        // declare class A {} declare function A()
        if (isAmbient && (a | b) == (SymbolFlags.Class | SymbolFlags.Function)) return true;
        // export type A = B; type A = C: two tables, and that they are apart is another error
        if (isOneExported && (a & b) == SymbolFlags.TypeAlias) return true;
        return (a & ExcludedBy(b)) == 0;
    }

    // What a declaration cannot share its name with; functions are overloads, and var merges by the rules of JavaScript.
    private static SymbolFlags ExcludedBy(SymbolFlags declared)
    {
        SymbolFlags excluded = 0;
        if ((declared & (SymbolFlags.Var | SymbolFlags.Parameter)) != 0) excluded |= LocalValue & ~(SymbolFlags.Var | SymbolFlags.Parameter);
        if ((declared & (SymbolFlags.Let | SymbolFlags.Const | SymbolFlags.Using | SymbolFlags.CatchParameter)) != 0) excluded |= LocalValue;
        if ((declared & SymbolFlags.Function) != 0) excluded |= LocalValue & ~(SymbolFlags.Function | SymbolFlags.Namespace);
        if ((declared & SymbolFlags.Class) != 0) excluded |= (LocalValue | LocalType) & ~(SymbolFlags.Namespace | SymbolFlags.Interface);
        if ((declared & SymbolFlags.Enum) != 0) excluded |= (LocalValue | LocalType) & ~(SymbolFlags.Enum | SymbolFlags.Namespace);
        if ((declared & SymbolFlags.ConstEnum) != 0) excluded |= (LocalValue | LocalType) & ~(SymbolFlags.ConstEnum | SymbolFlags.Namespace);
        if ((declared & SymbolFlags.Namespace) != 0) excluded |= LocalValue & ~(SymbolFlags.Namespace | SymbolFlags.Class | SymbolFlags.Function | SymbolFlags.Enum | SymbolFlags.ConstEnum);
        if ((declared & SymbolFlags.Interface) != 0) excluded |= LocalType & ~(SymbolFlags.Interface | SymbolFlags.Class);
        if ((declared & (SymbolFlags.TypeAlias | SymbolFlags.TypeParameter)) != 0) excluded |= LocalType;
        // import { A } from 'a'; const A = 1: the import may be of a type, which is not known here
        if ((declared & SymbolFlags.Import) != 0) excluded |= SymbolFlags.Import;
        return excluded;
    }

    private const SymbolFlags LocalValue = SymbolFlags.Value & ~SymbolFlags.Import;

    private const SymbolFlags LocalType = SymbolFlags.Class | SymbolFlags.Enum | SymbolFlags.ConstEnum | SymbolFlags.Interface | SymbolFlags.TypeAlias | SymbolFlags.TypeParameter;

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
