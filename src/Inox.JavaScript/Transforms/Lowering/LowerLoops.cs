using Inox.JavaScript.Semantics;

namespace Inox.JavaScript.Transforms.Lowering;

internal sealed class LowerLoops(SemanticModel model)
{
    public bool IsInLoop => false;
    public void FindCaptured() { _ = model; }
}
