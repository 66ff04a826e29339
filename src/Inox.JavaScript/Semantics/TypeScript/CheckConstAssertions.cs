using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>`a.b as const` where a is declared in the file and is no enum.</summary>
internal sealed class CheckConstAssertions(RuleContext context) : TypeScriptRule(context)
{
    protected override void VisitTSAsExpression(TSAsExpression node)
    {
        Check(node.Expression, node.TypeAnnotation);
        base.VisitTSAsExpression(node);
    }

    protected override void VisitTSTypeAssertion(TSTypeAssertion node)
    {
        Check(node.Expression, node.TypeAnnotation);
        base.VisitTSTypeAssertion(node);
    }

    private void Check(Expression value, TSType type)
    {
        if (type is not TSTypeReference { TypeName: IdentifierReference { Name: "const" } }) return;
        if (value is not MemberExpression { Object: IdentifierReference { SymbolId: >= 0 } root }) return;
        const SymbolFlags mayHoldMembers = SymbolFlags.Enum | SymbolFlags.ConstEnum | SymbolFlags.Import | SymbolFlags.Namespace;
        if ((Model.Symbols[root.SymbolId].Flags & mayHoldMembers) == 0) Report(TypeScriptErrors.ConstAssertion, value.Span);
    }
}
