using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

// TypeScript's declarations and types.
internal sealed partial class Binder
{
    protected override void VisitTSEnumDeclaration(TSEnumDeclaration node)
    {
        Declare(node.Id, (node.IsConst ? SymbolFlags.ConstEnum : SymbolFlags.Enum) | (node.IsDeclare ? SymbolFlags.Ambient : 0));
        node.ScopeId = OpenScope(ScopeKind.Enum, node);
        foreach (TSEnumMember member in node.Members)
        {
            string? name = member.Id switch { IdentifierName id => id.Name, StringLiteral text => text.Value, _ => null };
            if (name is null) continue;
            int id2 = _names.GetId(name);
            if (FindDeclared(_scope, id2) < 0) AddSymbol(_scope, id2, name, SymbolFlags.EnumMember, null);
        }
        foreach (TSEnumMember member in node.Members) Visit(member);
        CloseScope();
    }

    protected override void VisitTSModuleDeclaration(TSModuleDeclaration node)
    {
        SymbolFlags flags = SymbolFlags.Namespace | (node.IsDeclare || !NamespaceContent.IsInstantiated(node) ? SymbolFlags.Ambient : 0);
        if (node.Id is BindingIdentifier id) Declare(id, flags);
        else if (node.Id is TSQualifiedName qualified && RootOf(qualified) is BindingIdentifier root) Declare(root, flags);
        node.ScopeId = -1;
        if (node.Body is null) return;
        node.ScopeId = OpenScope(ScopeKind.Namespace, node);
        bool outer = _isAmbient;
        _isAmbient |= node.IsDeclare;
        VisitStatements(node.Body.Body);
        _isAmbient = outer;
        CloseScope();
    }

    private static Node RootOf(TSQualifiedName name)
    {
        Node root = name;
        while (root is TSQualifiedName inner) root = inner.Left;
        return root;
    }

    protected override void VisitTSInterfaceDeclaration(TSInterfaceDeclaration node)
    {
        Declare(node.Id, SymbolFlags.Interface);
        node.ScopeId = OpenScope(ScopeKind.Type, node);
        if (node.TypeParameters is not null) Visit(node.TypeParameters);
        foreach (TSHeritage heritage in node.Extends) VisitAs(ReferenceFlags.Type, heritage);
        Visit(node.Body);
        CloseScope();
    }

    protected override void VisitTSTypeAliasDeclaration(TSTypeAliasDeclaration node)
    {
        Declare(node.Id, SymbolFlags.TypeAlias | (ReferenceEquals(node, _exported) ? SymbolFlags.Exported : 0));
        node.ScopeId = OpenScope(ScopeKind.Type, node);
        if (node.TypeParameters is not null) Visit(node.TypeParameters);
        Visit(node.TypeAnnotation);
        CloseScope();
    }

    protected override void VisitTSNamespaceExportDeclaration(TSNamespaceExportDeclaration node) { }

    protected override void VisitTSTypeParameter(TSTypeParameter node)
    {
        Declare(node.Name, SymbolFlags.TypeParameter);
        if (node.Constraint is not null) Visit(node.Constraint);
        if (node.Default is not null) Visit(node.Default);
    }

    protected override void VisitTSTypeReference(TSTypeReference node)
    {
        VisitAs(ReferenceFlags.Type, node.TypeName);
        if (node.TypeArguments is not null) Visit(node.TypeArguments);
    }

    protected override void VisitTSTypeQuery(TSTypeQuery node)
    {
        VisitAs(ReferenceFlags.TypeQuery, node.ExprName);
        if (node.TypeArguments is not null) Visit(node.TypeArguments);
    }

    protected override void VisitTSTypePredicate(TSTypePredicate node)
    {
        VisitAs(ReferenceFlags.TypeQuery, node.ParameterName);
        if (node.TypeAnnotation is not null) Visit(node.TypeAnnotation);
    }

    // { [x]: T } in a type: x is a value that names the member, and no use of it at run time
    protected override void VisitTSPropertySignature(TSPropertySignature node)
    {
        VisitAs(ReferenceFlags.TypeQuery, node.Key);
        if (node.TypeAnnotation is not null) Visit(node.TypeAnnotation);
    }

    protected override void VisitTSMethodSignature(TSMethodSignature node)
    {
        VisitAs(ReferenceFlags.TypeQuery, node.Key);
        node.ScopeId = VisitSignature(node, node.TypeParameters, node.Parameters, node.ReturnType);
    }

    protected override void VisitTSCallSignatureDeclaration(TSCallSignatureDeclaration node) =>
        node.ScopeId = VisitSignature(node, node.TypeParameters, node.Parameters, node.ReturnType);

    protected override void VisitTSConstructSignatureDeclaration(TSConstructSignatureDeclaration node) =>
        node.ScopeId = VisitSignature(node, node.TypeParameters, node.Parameters, node.ReturnType);

    protected override void VisitTSFunctionType(TSFunctionType node) =>
        node.ScopeId = VisitSignature(node, node.TypeParameters, node.Parameters, node.ReturnType);

    protected override void VisitTSConstructorType(TSConstructorType node) =>
        node.ScopeId = VisitSignature(node, node.TypeParameters, node.Parameters, node.ReturnType);

    protected override void VisitTSIndexSignature(TSIndexSignature node) =>
        node.ScopeId = VisitSignature(node, null, node.Parameters, node.TypeAnnotation);

    private int VisitSignature(Node node, TSTypeParameterDeclaration? typeParameters, FormalParameter[] parameters, TSTypeAnnotation? result)
    {
        int scope = OpenScope(ScopeKind.Type, node);
        if (typeParameters is not null) Visit(typeParameters);
        foreach (FormalParameter parameter in parameters) Visit(parameter);
        if (result is not null) Visit(result);
        CloseScope();
        return scope;
    }

    protected override void VisitTSMappedType(TSMappedType node)
    {
        node.ScopeId = OpenScope(ScopeKind.Type, node);
        Declare(node.Key, SymbolFlags.TypeParameter);
        Visit(node.Constraint);
        if (node.NameType is not null) Visit(node.NameType);
        if (node.TypeAnnotation is not null) Visit(node.TypeAnnotation);
        CloseScope();
    }

    // T extends infer U ? U : never: U is seen in the true branch
    protected override void VisitTSConditionalType(TSConditionalType node)
    {
        Visit(node.CheckType);
        node.ScopeId = OpenScope(ScopeKind.Type, node);
        int outer = _inferScope;
        _inferScope = _scope;
        Visit(node.ExtendsType);
        _inferScope = outer;
        Visit(node.TrueType);
        CloseScope();
        Visit(node.FalseType);
    }

    // T extends [infer U, (a: infer U) => void]: one U, of the conditional type
    protected override void VisitTSInferType(TSInferType node)
    {
        TSTypeParameter parameter = node.TypeParameter;
        int scope = _inferScope < 0 ? _scope : _inferScope;
        int existing = FindDeclared(scope, _names.GetId(parameter.Name.Name));
        if (existing >= 0) parameter.Name.SymbolId = existing;
        else DeclareIn(scope, parameter.Name, SymbolFlags.TypeParameter);
        if (parameter.Constraint is not null) Visit(parameter.Constraint);
    }

    // the qualifier of import("x").A.B names nothing of this file
    protected override void VisitTSImportType(TSImportType node)
    {
        if (node.TypeArguments is not null) Visit(node.TypeArguments);
    }

    // global {} and namespace a.b: only the root is a binding
    protected override void VisitTSQualifiedName(TSQualifiedName node) => Visit(node.Left);
}
