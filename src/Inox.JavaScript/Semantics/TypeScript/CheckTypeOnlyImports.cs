using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>Names imported by `import type`, used as values.</summary>
internal sealed class CheckTypeOnlyImports(RuleContext context) : TypeScriptRule(context)
{
    private readonly HashSet<IdentifierReference> _values = [];

    public override void Check()
    {
        foreach (ref readonly Reference reference in Model.References)
        {
            bool isValue = (reference.Flags & (ReferenceFlags.Type | ReferenceFlags.TypeQuery | ReferenceFlags.Export)) == 0;
            if (isValue && IsTypeOnly(reference.Symbol)) _values.Add(reference.Node);
        }
        base.Check();
    }

    private bool IsTypeOnly(int symbol)
    {
        const SymbolFlags both = SymbolFlags.Import | SymbolFlags.TypeOnly;
        return symbol >= 0 && (Model.Symbols[symbol].Flags & both) == both;
    }

    protected override void VisitIdentifierReference(IdentifierReference node)
    {
        if (!IsAmbient && _values.Contains(node)) Report(TypeScriptErrors.TypeOnlyValue, node.Span, node.Name);
    }

    // { declare [a]: T; abstract [a](): void }: the name goes with the member
    protected override void VisitPropertyDefinition(PropertyDefinition node)
    {
        if (!node.IsDeclare && !node.IsAbstract) base.VisitPropertyDefinition(node);
    }

    protected override void VisitMethodDefinition(MethodDefinition node)
    {
        if (node.Value.Body is not null) base.VisitMethodDefinition(node);
    }

    protected override void VisitTSImportEqualsDeclaration(TSImportEqualsDeclaration node)
    {
        Node root = node.ModuleReference;
        while (root is TSQualifiedName name) root = name.Left;
        if (node.ImportKind == ImportKind.Value && root is IdentifierReference reference && IsTypeOnly(reference.SymbolId)) Report(TypeScriptErrors.TypeOnlyAlias, reference.Span, reference.Name);
    }
}
