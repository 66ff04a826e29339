using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

// What declares a name.
internal sealed partial class Binder
{
    protected override void VisitBindingIdentifier(BindingIdentifier node) =>
        throw new InvalidOperationException("a binding is declared by what holds it");

    protected override void VisitVariableDeclaration(VariableDeclaration node)
    {
        SymbolFlags flags = node.DeclarationKind switch
        {
            VariableKind.Var => SymbolFlags.Var,
            VariableKind.Let => SymbolFlags.Let,
            VariableKind.Const => SymbolFlags.Const,
            _ => SymbolFlags.Using,
        };
        if (node.IsDeclare) flags |= SymbolFlags.Ambient;
        foreach (VariableDeclarator declarator in node.Declarations)
        {
            Declare(declarator.Id, flags);
            if (declarator.TypeAnnotation is not null) Visit(declarator.TypeAnnotation);
            if (declarator.Init is not null) Visit(declarator.Init);
        }
    }

    protected override void VisitFormalParameter(FormalParameter node)
    {
        foreach (Decorator decorator in node.Decorators) Visit(decorator);
        // f(this: T): not a parameter at run time
        if (node.Pattern is not BindingIdentifier { Name: "this" }) Declare(node.Pattern, SymbolFlags.Parameter);
        if (node.TypeAnnotation is not null) Visit(node.TypeAnnotation);
        if (node.Initializer is not null) Visit(node.Initializer);
    }

    protected override void VisitImportDeclaration(ImportDeclaration node)
    {
        SymbolFlags flags = SymbolFlags.Import | (node.ImportKind == ImportKind.Type ? SymbolFlags.TypeOnly : 0);
        foreach (ModuleSpecifier specifier in node.Specifiers)
        {
            switch (specifier)
            {
                case ImportSpecifier named:
                    Declare(named.Local, flags | (named.ImportKind == ImportKind.Type ? SymbolFlags.TypeOnly : 0));
                    break;
                case ImportDefaultSpecifier byDefault:
                    Declare(byDefault.Local, flags);
                    break;
                case ImportNamespaceSpecifier all:
                    Declare(all.Local, flags);
                    break;
            }
        }
    }

    protected override void VisitTSImportEqualsDeclaration(TSImportEqualsDeclaration node)
    {
        Declare(node.Id, SymbolFlags.Import | (node.ImportKind == ImportKind.Type ? SymbolFlags.TypeOnly : 0));
        if (node.ModuleReference is not TSExternalModuleReference) VisitAs(ReferenceFlags.Export, node.ModuleReference);
    }

    /// <summary>Declares every name of a pattern and visits the expressions in it.</summary>
    private void Declare(Node pattern, SymbolFlags flags)
    {
        switch (pattern)
        {
            case BindingIdentifier identifier:
                DeclareName(identifier, flags);
                break;
            case ObjectPattern obj:
                foreach (Node property in obj.Properties) Declare(property, flags);
                break;
            case PatternProperty property:
                if (property.IsComputed) Visit(property.Key);
                Declare(property.Value, flags);
                break;
            case ArrayPattern array:
                foreach (Node? element in array.Elements) if (element is not null) Declare(element, flags);
                break;
            case AssignmentPattern assignment:
                Declare(assignment.Left, flags);
                Visit(assignment.Right);
                break;
            case RestElement rest:
                Declare(rest.Argument, flags);
                break;
            default:
                // let a.b = 1: the parser has reported it
                Visit(pattern);
                break;
        }
    }

    private void DeclareName(BindingIdentifier identifier, SymbolFlags flags)
    {
        if ((flags & SymbolFlags.Var) == 0)
        {
            DeclareIn(_scope, identifier, flags);
            return;
        }
        int target = FindVarScope();
        // with (o) { var a = 1 }: sets o.a where o has one
        if (_model.ScopeTable[_scope].IsInsideWith && !_model.ScopeTable[target].IsInsideWith) flags |= SymbolFlags.KeepName;
        int name = _names.GetId(identifier.Name);
        for (int scope = _scope; scope != target; scope = _model.ScopeTable[scope].Parent)
        {
            int inner = FindDeclared(scope, name);
            if (inner >= 0) HoistPast(inner, target, identifier);
            _checker?.VarPassed(scope, name, identifier);
        }
        // function f(a = 1) { var a }: the var starts with the value of the parameter, so it must share its name
        if (_model.ScopeTable[target].Kind == ScopeKind.FunctionBody)
        {
            int parameter = FindDeclared(_model.ScopeTable[target].Parent, name);
            if (parameter >= 0 && (_model.SymbolTable[parameter].Flags & SymbolFlags.Parameter) != 0) target = _model.ScopeTable[target].Parent;
        }
        int declared = DeclareIn(target, identifier, flags);
        if (_scope != target) _model.Hoisted.Add(new(declared, _scope));
    }

    // catch (e) { var e }: `e = 1` in the block writes the parameter and the var is another; both keep one name by being one symbol
    private void HoistPast(int inner, int target, BindingIdentifier identifier)
    {
        ref Symbol symbol = ref _model.SymbolTable[inner];
        if ((symbol.Flags & SymbolFlags.CatchParameter) == 0 || symbol.Declaration is null)
        {
            _checker?.Redeclared(symbol, identifier);
            return;
        }
        if (_model.ScopeTable[symbol.Scope].Node is CatchClause { Param: not BindingIdentifier }) _checker?.Redeclared(symbol, identifier);
        BindingIdentifier parameter = symbol.Declaration;
        int catchScope = symbol.Scope;
        symbol.Flags |= SymbolFlags.Merged;
        int outer = DeclareIn(target, parameter, SymbolFlags.Var | SymbolFlags.Reassigned);
        _model.Hoisted.Add(new(outer, catchScope));
    }

    private int DeclareIn(int scope, BindingIdentifier identifier, SymbolFlags flags)
    {
        int name = _names.GetId(identifier.Name);
        int existing = FindDeclared(scope, name);
        if (existing >= 0) Redeclare(existing, identifier, flags);
        else
        {
            _checker?.Declaring(_model.ScopeTable[scope], scope, name, identifier, flags);
            CheckParameters(scope, name, identifier, flags);
            existing = AddSymbol(scope, name, identifier.Name, flags, identifier);
        }
        identifier.SymbolId = existing;
        if (scope == 0) _topLevel.Add(new(_statement, existing));
        return existing;
    }

    // catch (e) { let e } and function f(a = 1) { let a }: the block may not declare anew what stands in the head
    private void CheckParameters(int scope, int name, BindingIdentifier identifier, SymbolFlags flags)
    {
        if (_checker is null || (flags & (SymbolFlags.Lexical | SymbolFlags.Function)) == 0) return;
        ref Scope inner = ref _model.ScopeTable[scope];
        if (inner.Parent < 0) return;
        bool isBody = inner.Kind == ScopeKind.FunctionBody && (flags & SymbolFlags.Function) == 0
            || inner.Kind == ScopeKind.Block && _model.ScopeTable[inner.Parent].Node is CatchClause clause && ReferenceEquals(clause.Body, inner.Node);
        if (!isBody) return;
        int parameter = FindDeclared(inner.Parent, name);
        if (parameter >= 0) _checker.Redeclared(_model.SymbolTable[parameter], identifier);
    }

    private void Redeclare(int existing, BindingIdentifier identifier, SymbolFlags flags)
    {
        ref Symbol symbol = ref _model.SymbolTable[existing];
        _model.RedeclarationList.Add(new(existing, identifier));
        _checker?.Conflict(symbol, identifier, flags, _model.ScopeTable[symbol.Scope]);
        // interface A {} var A: the value's declaration is what matters at run time
        if ((symbol.Flags & SymbolFlags.Value) == 0 && (flags & SymbolFlags.Value) != 0) symbol.Declaration = identifier;
        else if ((flags & SymbolFlags.Value) != 0) symbol.Flags |= SymbolFlags.Reassigned;
        bool isReal = IsRealValue(symbol.Flags) || IsRealValue(flags);
        symbol.Flags |= flags;
        if (isReal) symbol.Flags &= ~(SymbolFlags.TypeOnly | SymbolFlags.Ambient);
    }

    // function f() {} declare namespace f {}: one declaration that is there at run time makes the symbol a value
    private static bool IsRealValue(SymbolFlags flags) =>
        (flags & SymbolFlags.Value) != 0 && (flags & (SymbolFlags.TypeOnly | SymbolFlags.Ambient)) == 0;

    private int AddSymbol(int scope, int name, string text, SymbolFlags flags, BindingIdentifier? declaration)
    {
        ref Scope owner = ref _model.ScopeTable[scope];
        int id = _model.SymbolTable.Add(new() { Name = text, Flags = flags, Scope = scope, Declaration = declaration, NextInScope = owner.LastSymbol });
        owner.LastSymbol = id;
        EnsureName(name);
        _symbolNames.Add(new(name, _lastOfName[name]));
        _lastOfName[name] = id;
        return id;
    }

    /// <summary>The symbol of the name in that very scope, -1 for none. Symbols older than the scope end the search.</summary>
    private int FindDeclared(int scope, int name)
    {
        EnsureName(name);
        int first = _model.ScopeTable[scope].FirstSymbol;
        for (int id = _lastOfName[name]; id >= first; id = _symbolNames[id].Previous)
            if (_model.SymbolTable[id].Scope == scope && (_model.SymbolTable[id].Flags & SymbolFlags.Merged) == 0) return id;
        return -1;
    }

    private void EnsureName(int name)
    {
        while (_lastOfName.Count <= name) _lastOfName.Add(-1);
    }

    private void MarkReassigned(Node pattern)
    {
        switch (pattern)
        {
            case BindingIdentifier { SymbolId: >= 0 } identifier:
                _model.SymbolTable[identifier.SymbolId].Flags |= SymbolFlags.Reassigned;
                break;
            default:
                foreach (Node child in pattern.GetChildren()) if (child is Pattern or PatternProperty) MarkReassigned(child);
                break;
        }
    }

    private void DeclareFunction(FunctionDeclaration node)
    {
        SymbolFlags flags = SymbolFlags.Function | (node.IsDeclare || _isAmbient ? SymbolFlags.Ambient : 0) | (node.IsAsync || node.IsGenerator ? SymbolFlags.AsyncOrGenerator : 0);
        ref Scope scope = ref _model.ScopeTable[_scope];
        bool isHoistable = scope.Kind == ScopeKind.Block && !scope.IsStrict && !node.IsAsync && !node.IsGenerator;
        int symbol = DeclareIn(_scope, node.Id!, flags);
        if (isHoistable) _annexB.Add(new(symbol, FindVarScope(), _statement));
    }

    // { function f() {} } f(): sloppy code sees f outside of the block unless a let or const of that name stands between
    private void HoistAnnexBFunctions()
    {
        foreach ((int id, int varScope, int statement) in _annexB)
        {
            ref Symbol symbol = ref _model.SymbolTable[id];
            if (symbol.Scope == varScope || (symbol.Flags & SymbolFlags.Merged) != 0) continue;
            if (IsShadowed(symbol, varScope))
            {
                symbol.Flags |= SymbolFlags.BlockFunction;
                continue;
            }
            int block = symbol.Scope;
            int outer = FindDeclared(varScope, _names.GetId(symbol.Name));
            if (outer < 0) Move(id, varScope);
            else MergeInto(id, outer);
            _model.Hoisted.Add(new(outer < 0 ? id : outer, block));
            if (varScope == 0) _topLevel.Add(new(statement, outer < 0 ? id : outer));
        }
    }

    private bool IsShadowed(in Symbol symbol, int varScope)
    {
        int name = _names.GetId(symbol.Name);
        for (int scope = _model.ScopeTable[symbol.Scope].Parent; ; scope = _model.ScopeTable[scope].Parent)
        {
            int found = FindDeclared(scope, name);
            if (found >= 0 && (_model.SymbolTable[found].Flags & (SymbolFlags.Lexical | SymbolFlags.Import | SymbolFlags.CatchParameter)) != 0) return true;
            if (scope == varScope) return false;
        }
    }

    private void Move(int id, int scope)
    {
        ref Symbol symbol = ref _model.SymbolTable[id];
        Unlink(id);
        symbol.Scope = scope;
        symbol.NextInScope = _model.ScopeTable[scope].LastSymbol;
        _model.ScopeTable[scope].LastSymbol = id;
    }

    private void MergeInto(int id, int outer)
    {
        ref Symbol symbol = ref _model.SymbolTable[id];
        Unlink(id);
        symbol.Flags |= SymbolFlags.Merged;
        _model.SymbolTable[outer].Flags |= SymbolFlags.Function | SymbolFlags.Reassigned;
        new Redirect(id, outer).Visit(_model.ScopeTable[symbol.Scope].Node);
    }

    private void Unlink(int id)
    {
        ref Symbol symbol = ref _model.SymbolTable[id];
        ref int link = ref _model.ScopeTable[symbol.Scope].LastSymbol;
        while (link != id) link = ref _model.SymbolTable[link].NextInScope;
        link = symbol.NextInScope;
    }

    private sealed class Redirect(int from, int to) : SyntaxVisitor
    {
        protected override void VisitBindingIdentifier(BindingIdentifier node)
        {
            if (node.SymbolId == from) node.SymbolId = to;
        }
    }
}
