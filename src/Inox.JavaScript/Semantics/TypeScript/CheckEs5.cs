using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Semantics;

/// <summary>What TypeScript does not lower to es5.</summary>
internal sealed class CheckEs5(RuleContext context) : TypeScriptRule(context)
{
    public override void Check()
    {
        if (Rules.Target > EcmaVersion.Es5) return;
        base.Check();
        foreach (ref readonly Scope scope in Model.Scopes)
            if (scope.Kind == ScopeKind.Block && scope.IsStrict) CheckBlock(scope);
    }

    private void CheckBlock(in Scope scope)
    {
        for (int id = scope.LastSymbol; id >= 0; id = Model.Symbols[id].NextInScope)
        {
            ref readonly Symbol symbol = ref Model.Symbols[id];
            if ((symbol.Flags & SymbolFlags.Function) != 0 && symbol.Declaration is { } declaration) Report(TypeScriptErrors.FunctionInBlock, declaration.Span);
        }
    }

    protected override void VisitPrivateIdentifier(PrivateIdentifier node)
    {
        if (!IsAmbient) Report(TypeScriptErrors.PrivateInEs5, node.Span);
    }
}
