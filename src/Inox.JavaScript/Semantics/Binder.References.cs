using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

// What uses a name.
internal sealed partial class Binder
{
    protected override void VisitIdentifierReference(IdentifierReference node)
    {
        ReferenceFlags flags = _context;
        if (node.Name == "arguments" && flags == ReferenceFlags.Type) flags = ReferenceFlags.TypeQuery;
        _model.ReferenceTable.Add(new() { Node = node, Symbol = -1, Scope = _scope, Flags = flags, NameId = _names.GetId(node.Name) });
        node.SymbolId = -1;
    }

    private void VisitAs(ReferenceFlags context, Node node)
    {
        ReferenceFlags outer = _context;
        _context = context;
        Visit(node);
        _context = outer;
    }

    /// <summary>Visits an assignment target: its names are written, the expressions in it are read.</summary>
    private void VisitTarget(Node target, ReferenceFlags flags)
    {
        switch (target)
        {
            case IdentifierReference:
                VisitAs(flags, target);
                break;
            case ObjectPattern obj:
                foreach (Node property in obj.Properties) VisitTarget(property, flags);
                break;
            case PatternProperty property:
                if (property.IsComputed) Visit(property.Key);
                VisitTarget(property.Value, flags);
                break;
            case ArrayPattern array:
                foreach (Node? element in array.Elements) if (element is not null) VisitTarget(element, flags);
                break;
            case AssignmentPattern assignment:
                VisitTarget(assignment.Left, flags);
                Visit(assignment.Right);
                break;
            case RestElement rest:
                VisitTarget(rest.Argument, flags);
                break;
            case TSAsExpression wrapper:
                VisitTarget(wrapper.Expression, flags);
                Visit(wrapper.TypeAnnotation);
                break;
            case TSSatisfiesExpression wrapper:
                VisitTarget(wrapper.Expression, flags);
                Visit(wrapper.TypeAnnotation);
                break;
            case TSTypeAssertion wrapper:
                VisitTarget(wrapper.Expression, flags);
                Visit(wrapper.TypeAnnotation);
                break;
            case TSNonNullExpression wrapper:
                VisitTarget(wrapper.Expression, flags);
                break;
            default:
                Visit(target);
                break;
        }
    }

    protected override void VisitAssignmentExpression(AssignmentExpression node)
    {
        VisitTarget(node.Left, node.Operator == AssignmentOperator.Assign ? ReferenceFlags.Write : ReferenceFlags.Read | ReferenceFlags.Write);
        Visit(node.Right);
    }

    protected override void VisitUpdateExpression(UpdateExpression node) => VisitTarget(node.Argument, ReferenceFlags.Read | ReferenceFlags.Write);

    protected override void VisitCallExpression(CallExpression node)
    {
        if (node.Callee is IdentifierReference { Name: "eval" } && !node.IsOptional) MarkEval();
        if (node.Callee is IdentifierReference) VisitAs(ReferenceFlags.Read | ReferenceFlags.Call, node.Callee);
        else Visit(node.Callee);
        if (node.TypeArguments is not null) Visit(node.TypeArguments);
        foreach (Expression argument in node.Arguments) Visit(argument);
    }

    private void MarkEval()
    {
        for (int scope = _scope; scope >= 0; scope = _model.ScopeTable[scope].Parent) _model.ScopeTable[scope].ContainsDirectEval = true;
    }

    protected override void VisitExportNamedDeclaration(ExportNamedDeclaration node)
    {
        if (node.Declaration is not null) VisitExported(node.Declaration, isNamed: true);
        foreach (ExportSpecifier specifier in node.Specifiers)
        {
            _checker?.Exporting(specifier, node);
            if (specifier.Local is IdentifierReference local) VisitAs(ReferenceFlags.Export, local);
        }
    }

    protected override void VisitExportAllDeclaration(ExportAllDeclaration node)
    {
        if (node.Exported is not null) _checker?.ExportingName(node.Exported);
    }

    protected override void VisitExportDefaultDeclaration(ExportDefaultDeclaration node)
    {
        _checker?.ExportingDefault(node);
        if (node.Declaration is IdentifierReference) VisitAs(ReferenceFlags.Export, node.Declaration);
        else VisitExported(node.Declaration, isNamed: false);
    }

    private void VisitExported(Node declaration, bool isNamed)
    {
        int first = _topLevel.Count;
        _exported = declaration;
        Visit(declaration);
        if (_scope != 0) return;
        for (int i = first; i < _topLevel.Count; i++)
        {
            ref Symbol symbol = ref _model.SymbolTable[_topLevel[i].Symbol];
            symbol.Flags |= SymbolFlags.Exported;
            if (isNamed) _checker?.ExportingSymbol(symbol, declaration);
        }
    }

    protected override void VisitTSExportAssignment(TSExportAssignment node)
    {
        if (node.Expression is IdentifierReference) VisitAs(ReferenceFlags.Export, node.Expression);
        else Visit(node.Expression);
    }
}
