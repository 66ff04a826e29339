using Inox.JavaScript.Syntax;
using Inox.JavaScript.Transforms;

namespace Inox.JavaScript.Semantics;

/// <summary>Private names, which TypeScript does not lower to es5.</summary>
internal sealed class CheckPrivateInEs5(RuleContext context) : TypeScriptRule(context)
{
    public override void Check()
    {
        if (Rules.Target == EcmaVersion.Es5) base.Check();
    }

    protected override void VisitPrivateIdentifier(PrivateIdentifier node)
    {
        if (!IsAmbient) Report(TypeScriptErrors.PrivateInEs5, node.Span);
    }
}
