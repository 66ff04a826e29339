using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Loops over iterators, and the loops whose heads hold patterns.
internal sealed partial class Lowerer
{
    // The labels of the statement about to be visited; a loop takes them along when it becomes several statements.
    private List<IdentifierName> _labels = [];
    private int _loopDepth;

    private List<IdentifierName> TakeLabels()
    {
        List<IdentifierName> labels = _labels;
        _labels = [];
        return labels;
    }

    protected override Node? VisitLabeledStatement(LabeledStatement node)
    {
        if (node.Body is not (LabeledStatement or ForStatement or ForInStatement or ForOfStatement or WhileStatement or DoWhileStatement))
        {
            List<IdentifierName> outer = TakeLabels();
            _exits?.EnterLabel(node.Label.Name);
            node.Body = VisitStatement(node.Body);
            _exits?.LeaveLabel();
            return WithLabels(node, outer);
        }
        _labels.Add(node.Label);
        return Visit(node.Body);
    }

    private static Statement WithLabels(Statement loop, List<IdentifierName> labels)
    {
        for (int i = labels.Count - 1; i >= 0; i--) loop = new LabeledStatement(loop.Span, labels[i], loop);
        return loop;
    }

    protected override Node? VisitWhileStatement(WhileStatement node)
    {
        List<IdentifierName> labels = TakeLabels();
        node.Test = VisitRequired(node.Test);
        return VisitLoopBody(node, labels, () => node.Body = VisitStatement(node.Body));
    }

    protected override Node? VisitDoWhileStatement(DoWhileStatement node)
    {
        List<IdentifierName> labels = TakeLabels();
        Statement result = VisitLoopBody(node, labels, () => node.Body = VisitStatement(node.Body));
        node.Test = VisitRequired(node.Test);
        return result;
    }

    protected override Node? VisitForStatement(ForStatement node)
    {
        List<IdentifierName> labels = TakeLabels();
        node.Init = VisitHead(node.Init, startsEmpty: true);
        if (node.Test is not null) node.Test = VisitRequired(node.Test);
        if (node.Update is not null) node.Update = VisitUnused(node.Update);
        return VisitLoopBody(node, labels, () => node.Body = VisitStatement(node.Body));
    }

    protected override Node? VisitForInStatement(ForInStatement node)
    {
        List<IdentifierName> labels = TakeLabels();
        // for (var a = 1 in b), which only `var` of sloppy code may have
        if (node.Left is VariableDeclaration { Declarations: [{ Init: not null }] } declaration) node.Left = VisitHead(declaration)!;
        else node.Left = SetEachTime(node.Left, node, out Statement? head, body => node.Body = body, () => node.Body);
        node.Right = VisitRequired(node.Right);
        return VisitLoopBody(node, labels, () => node.Body = VisitStatement(node.Body));
    }

    protected override Node? VisitForOfStatement(ForOfStatement node)
    {
        List<IdentifierName> labels = TakeLabels();
        if (!node.IsAwait && Lowers(SyntaxFeature.ForOf)) return LowerForOf(node, labels);
        if (node.IsAwait && (Lowers(SyntaxFeature.ForAwait) || SuspendedFrame().IsAsync)) return LowerForAwait(node, labels);
        node.Left = SetEachTime(node.Left, node, out _, body => node.Body = body, () => node.Body);
        node.Right = VisitRequired(node.Right);
        Statement result = VisitLoopBody(node, labels, () => node.Body = VisitStatement(node.Body));
        return result;
    }

    // A head that cannot stay takes a variable, and the body begins with setting what it had:
    // `for (const { a, ...b } of c) d` -> `for (const _a of c) { const { a, ...b } = _a; d }`
    private Node SetEachTime(Node left, Statement loop, out Statement? head, Action<Statement> setBody, Func<Statement> getBody)
    {
        head = null;
        TextSpan span = left.Span;
        bool isUsing = left is VariableDeclaration { DeclarationKind: VariableKind.Using } && Lowers(SyntaxFeature.Using)
            || left is VariableDeclaration { DeclarationKind: VariableKind.AwaitUsing } && Lowers(SyntaxFeature.AwaitUsing);
        Node target = left is VariableDeclaration declaration ? declaration.Declarations[0].Id : left;
        if (target is BindingIdentifier hoisted && left is VariableDeclaration { DeclarationKind: VariableKind.Var } && _frame.Kind == FrameKind.LoopBody)
        {
            HoistOutOfLoops(hoisted.Name);
            return Make.Reference(hoisted);
        }
        if (!isUsing && !NeedsLoweringEachTime(target)) return left is VariableDeclaration ? VisitHead(left)! : VisitTarget(left);
        string name = NewName(null);
        bool isLet = !Lowers(SyntaxFeature.Let);
        if (left is VariableDeclaration declared)
        {
            declared.Declarations[0].Init = Own(span, name);
            head = new VariableDeclaration(span, declared.DeclarationKind, declared.Declarations);
        }
        else head = Make.AssignStatement(span, left, Own(span, name));
        setBody(Prepend(head, getBody()));
        return Make.Variable(span, isLet ? VariableKind.Let : VariableKind.Var, Make.Binding(span, name), null);
    }

    // Asked before the visit: private members and `super` are found by their form.
    private bool NeedsLoweringEachTime(Node target) => NeedsLowering(target) || target is MemberExpression member && IsLoweredTarget(member);

    private static BlockStatement Prepend(Statement head, Statement body) =>
        // for (const { a } of b) { let a; }: the body's own names are in a block inside
        body is BlockStatement { ScopeId: < 0 } block
            ? new BlockStatement(block.Span, [head, .. block.Body])
            : new BlockStatement(body.Span, [head, body]);

    /// <summary>
    /// for await (const x of y) body -> an iterator that is closed unless it came to its end, whatever ended the loop; an error of the body goes
    /// before one of closing.
    /// </summary>
    private Statement LowerForAwait(ForOfStatement node, List<IdentifierName> labels)
    {
        TextSpan span = node.Span, at = TextSpan.At(node.Start);
        string iterator = NewVariable(), step = NewVariable(), isOpen = NewVariable(), failure = NewVariable(), caught = NewName(null);
        Expression source = VisitRequired(node.Right);
        Expression getStep = Make.Assign(at, Own(at, step), AwaitValue(at, Make.Call(at, Make.Member(at, Own(at, iterator), "next"))));
        Expression isMore = Make.Assign(at, Own(at, isOpen), new UnaryExpression(at, UnaryOperator.Not, Make.Member(at, CallRuntime(at, "__iteratorResult", getStep), "done")));
        ForStatement loop = new(span, Make.Sequence(at, Make.Assign(at, Own(at, iterator), CallRuntime(at, "__asyncIterator", source)),
            Make.Assign(at, Own(at, isOpen), Make.Boolean(at, false)), Make.Assign(at, Own(at, failure), Make.Undefined(at))), isMore, Make.Assign(at, Own(at, isOpen), Make.Boolean(at, false)), node.Body);
        Statement visited = VisitIteration(node, loop, labels, step);
        Expression close = AwaitValue(at, CallRuntime(at, "__closeAsync", Own(at, iterator)));
        Statement closes = new IfStatement(at, new LogicalExpression(at, Own(at, isOpen), LogicalOperator.And, Make.Member(at, Own(at, iterator), "return")),
            Make.Statement(CallRuntime(at, "__closed", close, Own(at, failure))), null);
        Statement rethrow = new IfStatement(at, Own(at, failure), new ThrowStatement(at, Make.Index(at, Own(at, failure), Make.Number(at, 0))), null);
        return new TryStatement(span, new BlockStatement(span, [visited]),
            new CatchClause(at, Make.Binding(at, caught), null, new BlockStatement(at, [Make.AssignStatement(at, Own(at, failure), new ArrayExpression(at, [Own(at, caught)]))])),
            new BlockStatement(at, [new TryStatement(at, new BlockStatement(at, [closes]), null, new BlockStatement(at, [rethrow]))]));
    }

    // The body with the value of a step set first, not yet visited.
    private static Statement SetFromStep(ForOfStatement node, string step)
    {
        TextSpan span = node.Left.Span;
        Expression value = Make.Member(span, Make.Reference(span, step), "value");
        if (node.Left is not VariableDeclaration declaration) return Prepend(Make.AssignStatement(span, node.Left, value), node.Body);
        declaration.Declarations[0].Init = value;
        return Prepend(declaration, node.Body);
    }
}
