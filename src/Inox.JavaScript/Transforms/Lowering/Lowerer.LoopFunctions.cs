using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// A loop whose variables functions keep: its body becomes a function called each time round. What leaves the body is told to the loop as a number:
//   for (let i = 0; i < n; i++) { if (a) break; f(() => i); }
//   var _loop = function (_i) { if (a) return 1; f(function () { return _i; }); };
//   for (var i = 0; i < n; i++) if (_loop(i) === 1) break;
internal sealed partial class Lowerer
{
    private const int BreakCode = 1;

    private Statement VisitLoopBody(Statement loop, List<IdentifierName> labels, Action visitBody)
    {
        if (_loops.Of(loop) is { } variables) return LowerLoopBody(loop, labels, variables, BodyOf(loop));
        LoopExits? exits = _exits;
        exits?.Enter(labels);
        _loopDepth++;
        visitBody();
        _loopDepth--;
        exits?.Leave(labels);
        return WithLabels(loop, labels);
    }

    private static Statement BodyOf(Statement loop) => loop switch
    {
        ForStatement node => node.Body,
        ForInStatement node => node.Body,
        ForOfStatement node => node.Body,
        WhileStatement node => node.Body,
        DoWhileStatement node => node.Body,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static void SetBody(Statement loop, Statement body)
    {
        switch (loop)
        {
            case ForStatement node: node.Body = body; break;
            case ForInStatement node: node.Body = body; break;
            case ForOfStatement node: node.Body = body; break;
            case WhileStatement node: node.Body = body; break;
            case DoWhileStatement node: node.Body = body; break;
        }
    }

    // The loop body at hand that became a function, null outside of one.
    private LoopExits? _exits;

    private Statement LowerLoopBody(Statement loop, List<IdentifierName> labels, LoopVariables variables, Statement body)
    {
        TextSpan span = body.Span, at = TextSpan.At(body.Start);
        List<FormalParameter> parameters = [];
        List<Expression> arguments = [];
        List<Expression> writeBack = [];
        List<string?> restore = [];
        foreach (HeadVariable variable in variables.Head)
        {
            string outerName = _symbols.NameOf(variable.Symbol, variable.Name), innerName = NewName("_" + variable.Name);
            restore.Add(_symbols.Replace(variable.Symbol, innerName));
            parameters.Add(Make.Parameter(at, Make.Binding(at, innerName)));
            arguments.Add(Own(at, outerName));
            if (variable.IsWritten && loop is ForStatement) writeBack.Add(Make.Assign(at, Own(at, outerName), Own(at, innerName)));
        }
        Frame outer = _frame;
        Frame frame = new(outer, FrameKind.LoopBody) { CutsThis = true, CutsArguments = true };
        (LoopExits? outerExits, int depth) = (_exits, _loopDepth);
        LoopExits exits = new(labels, writeBack);
        (_exits, _loopDepth, _frame) = (exits, 0, frame);
        Statement visited = VisitStatement(body);
        Statement[] statements = visited is BlockStatement block ? block.Body : [visited];
        if (exits.Continue(at) is { } last && writeBack.Count > 0) statements = [.. statements, last];
        statements = [.. Prologue(frame, at), .. statements];
        (_exits, _loopDepth, _frame) = (outerExits, depth, outer);
        for (int i = 0; i < variables.Head.Count; i++) _symbols.Restore(variables.Head[i].Symbol, restore[i]);
        string name = NewName("_loop");
        FunctionExpression function = Make.Function(span, [.. parameters], statements);
        Expression call = Make.Call(at, Own(at, name), [.. arguments]);
        if (frame.Suspends) (function, call) = Suspend(function, statements, span, call);
        SetBody(loop, AfterCall(exits, call, at));
        return new BlockStatement(loop.Span, [Make.Variable(at, VariableKind.Var, Make.Binding(at, name), function), WithLabels(loop, labels)]);
    }

    // A function of ours with `yield` in it: a generator that is delegated to.
    private (FunctionExpression Function, Expression Call) Suspend(FunctionExpression function, Statement[] statements, TextSpan span, Expression call)
    {
        SuspendedFrame();
        Frame frame = new(null, FrameKind.LoopBody);
        function.Body!.Body = StateMachine(frame, statements, span, null);
        return (function, new YieldExpression(span, call, isDelegate: true));
    }

    private Statement AfterCall(LoopExits exits, Expression call, TextSpan at)
    {
        if (!exits.Any) return new BlockStatement(at, [Make.Statement(call)]);
        string result = NewVariable();
        List<Statement> statements = [Make.AssignStatement(at, Own(at, result), call)];
        IfStatement If(int code, Statement jump) => new(at, Make.Binary(at, Own(at, result), BinaryOperator.StrictEqual, Make.Number(at, code)), jump, null);
        if (exits.Breaks) statements.Add(If(BreakCode, new BreakStatement(at, null)));
        for (int i = 0; i < exits.Jumps.Count; i++)
        {
            (bool isBreak, string label) = exits.Jumps[i];
            IdentifierName target = new(at, label);
            Statement jump = isBreak ? new BreakStatement(at, target) : new ContinueStatement(at, target);
            statements.Add(If(BreakCode + 1 + i, isBreak ? LowerBreak((BreakStatement)jump) : LowerContinue((ContinueStatement)jump)));
        }
        if (exits.Returns)
        {
            Statement returns = LowerReturn(new ReturnStatement(at, Make.Member(at, Own(at, result), "v")), isRelayed: true);
            statements.Add(new IfStatement(at, Own(at, result), returns, null));
        }
        return new BlockStatement(at, [.. statements]);
    }

    protected override Node? VisitBreakStatement(BreakStatement node) => LowerBreak(node);

    protected override Node? VisitContinueStatement(ContinueStatement node) => LowerContinue(node);

    private Statement LowerBreak(BreakStatement node)
    {
        if (_exits is null || (node.Label is null ? _exits.BreakDepth > 0 : _exits.Holds(node.Label.Name))) return node;
        if (node.Label is null || _exits.IsOwn(node.Label.Name))
        {
            _exits.Breaks = true;
            return Make.Return(node.Span, Make.Number(node.Span, BreakCode));
        }
        return Make.Return(node.Span, Make.Number(node.Span, BreakCode + 1 + _exits.JumpTo(true, node.Label.Name)));
    }

    private Statement LowerContinue(ContinueStatement node)
    {
        if (_exits is null || (node.Label is null ? _exits.ContinueDepth > 0 : _exits.Holds(node.Label.Name))) return node;
        if (node.Label is null || _exits.IsOwn(node.Label.Name)) return _exits.Continue(node.Span);
        return Make.Return(node.Span, Make.Number(node.Span, BreakCode + 1 + _exits.JumpTo(false, node.Label.Name)));
    }

    protected override Node? VisitReturnStatement(ReturnStatement node)
    {
        if (node.Argument is not null) node.Argument = VisitRequired(node.Argument);
        return LowerReturn(node, isRelayed: false);
    }

    private Statement LowerReturn(ReturnStatement node, bool isRelayed)
    {
        TextSpan span = node.Span;
        if (!isRelayed && ConstructorAround() is { ThisName: { } self } constructor)
        {
            Expression made = Own(span, self);
            node.Argument = node.Argument is null ? constructor.ChecksThis ? CallRuntime(span, "__assertThis", made) : made : CallRuntime(span, "__constructed", node.Argument, made);
        }
        if (_exits is null) return node;
        _exits.Returns = true;
        return Make.Return(span, new ObjectExpression(span, [Make.Property(span, new IdentifierName(span, "v"), node.Argument ?? Make.Undefined(span))]));
    }

    // The constructor that a `return` leaves.
    private Frame? ConstructorAround()
    {
        Frame frame = _frame;
        while (frame.Kind == FrameKind.LoopBody) frame = frame.Outer!;
        return frame.Kind == FrameKind.Constructor ? frame : null;
    }

    protected override Node? VisitSwitchStatement(SwitchStatement node)
    {
        LoopExits? exits = _exits;
        node.Discriminant = VisitRequired(node.Discriminant);
        if (exits is not null) exits.BreakDepth++;
        node.Cases = VisitList(node.Cases);
        if (exits is not null) exits.BreakDepth--;
        return node;
    }

    /// <summary>How the body of a loop that became a function is left.</summary>
    private sealed class LoopExits(List<IdentifierName> labels, List<Expression> writeBack)
    {
        private readonly List<string> _inner = [];

        public int BreakDepth { get; set; }

        public int ContinueDepth { get; set; }

        public bool Breaks { get; set; }

        public bool Returns { get; set; }

        public List<(bool IsBreak, string Label)> Jumps { get; } = [];

        public bool Any => Breaks || Returns || Jumps.Count > 0;

        public bool Holds(string label) => _inner.Contains(label);

        public bool IsOwn(string label) => labels.Exists(own => own.Name == label);

        public void Enter(List<IdentifierName> inner)
        {
            BreakDepth++;
            ContinueDepth++;
            foreach (IdentifierName label in inner) _inner.Add(label.Name);
        }

        public void Leave(List<IdentifierName> inner)
        {
            BreakDepth--;
            ContinueDepth--;
            _inner.RemoveRange(_inner.Count - inner.Count, inner.Count);
        }

        public void EnterLabel(string label) => _inner.Add(label);

        public void LeaveLabel() => _inner.RemoveAt(_inner.Count - 1);

        public int JumpTo(bool isBreak, string label)
        {
            int index = Jumps.IndexOf((isBreak, label));
            if (index >= 0) return index;
            Jumps.Add((isBreak, label));
            return Jumps.Count - 1;
        }

        /// <summary>The end of a round: the loop gets what the body made of its variables.</summary>
        public Statement Continue(TextSpan span)
        {
            if (writeBack.Count == 0) return Make.Return(span, null);
            Expression[] copies = [.. writeBack.ConvertAll(Copy)];
            Expression all = copies.Length == 1 ? copies[0] : new SequenceExpression(span, copies);
            return new BlockStatement(span, [Make.Statement(all), Make.Return(span, null)]);
        }

        private static Expression Copy(Expression assignment)
        {
            AssignmentExpression node = (AssignmentExpression)assignment;
            return Make.Assign(node.Span, Again((Expression)node.Left), Again(node.Right));
        }
    }
}
