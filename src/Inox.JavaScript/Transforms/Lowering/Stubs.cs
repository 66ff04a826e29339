using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

internal sealed partial class Lowerer
{
    private Statement VisitLoopBody(Statement loop, List<IdentifierName> labels, Action visitBody)
    {
        _loopDepth++;
        visitBody();
        _loopDepth--;
        return WithLabels(loop, labels);
    }
    private Expression ClassCall(ClassExpression node, ClassPlan plan, string? name) => throw new NotSupportedException();
    private void AddClassVariable(ClassDeclaration node, ClassPlan plan, Statement holder, List<Statement> output) => throw new NotSupportedException();
    private Expression ConstructSuper(CallExpression node, ClassPlan plan) => throw new NotSupportedException();
    private sealed class GeneratorResult { public Expression Call(Lowerer l, TextSpan span, Expression? f) => throw new NotSupportedException(); }
    private static class GeneratorBuilder { public static GeneratorResult Build(TransformContext c, Statement[] body, TextSpan span, List<string> v) => throw new NotSupportedException(); }
}
