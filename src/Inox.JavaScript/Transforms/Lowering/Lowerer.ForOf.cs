using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// for (const x of y) body -> an iterator that is closed when the loop is left before its end:
//   { _it = __forOf(y); try { for (; !(_step = _it.n()).done;) { var x = _step.value; body } } catch (_e) { _it.e(_e); } finally { _it.f(); } }
internal sealed partial class Lowerer
{
    private Statement LowerForOf(ForOfStatement node, List<IdentifierName> labels)
    {
        TextSpan span = node.Span, at = TextSpan.At(node.Start);
        string iterator = NewVariable(), step = NewVariable(), caught = NewName(null);
        Expression source = VisitRequired(node.Right);
        Expression next = Make.Assign(at, Own(at, step), Make.Call(at, Make.Member(at, Own(at, iterator), "n")));
        Expression isMore = new UnaryExpression(at, UnaryOperator.Not, Make.Member(at, next, "done"));
        ForStatement loop = new(span, null, isMore, null, node.Body);
        Statement visited = VisitIteration(node, loop, labels, step);
        Statement Call(string method, params Expression[] arguments) => Make.Statement(Make.Call(at, Make.Member(at, Own(at, iterator), method), arguments));
        TryStatement guarded = new(span, new BlockStatement(span, [visited]),
            new CatchClause(at, Make.Binding(at, caught), null, new BlockStatement(at, [Call("e", Own(at, caught))])), new BlockStatement(at, [Call("f")]));
        return new BlockStatement(span, [Make.AssignStatement(at, Own(at, iterator), CallRuntime(at, "__forOf", source)), guarded]);
    }

    private Statement VisitIteration(ForOfStatement node, ForStatement loop, List<IdentifierName> labels, string step)
    {
        if (_loops.Of(node) is not { } variables)
        {
            loop.Body = SetFromStep(node, step);
            return VisitLoopBody(loop, labels, () => loop.Body = VisitStatement(loop.Body));
        }
        if (variables.Head.Count == 0)
        {
            loop.Body = SetFromStep(node, step);
            return LowerLoopBody(loop, labels, variables, loop.Body);
        }
        // the function gets the variables of the head as parameters: they are set before the call
        Statement head = SetHead(node, step);
        Statement visited = LowerLoopBody(loop, labels, variables, node.Body);
        loop.Body = new BlockStatement(loop.Body.Span, [head, loop.Body]);
        return visited;
    }

    // Sets the variables of the head, outside of the function that the body became.
    private Statement SetHead(ForOfStatement node, string step)
    {
        TextSpan span = node.Left.Span;
        VariableDeclaration declaration = (VariableDeclaration)node.Left;
        declaration.Declarations[0].Init = Make.Member(span, Make.Reference(span, step), "value");
        return (Statement)VisitHead(declaration)!;
    }
}
