using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Functions: arrows, async functions and generators.
internal sealed partial class Lowerer
{
    // What the method or accessor about to be visited knows of itself.
    private HomeObject? _methodHome;
    private ClassPlan? _constructedClass;
    private ClassPlan? _leftClass;
    private bool _isMethod;

    protected override Node? VisitFunctionDeclaration(FunctionDeclaration node)
    {
        if (node.Id is not null) node.Id = VisitRequired(node.Id);
        if (node.Body is null) return node;
        Frame frame = new(_frame, FrameKind.Function)
        {
            IsAsync = LowersAsync(node), IsGenerator = node.IsGenerator, CutsArguments = LowersBody(node), OwnName = node.Id?.Name,
        };
        bool isMarked = node.IsGenerator && !LowersAsync(node) && Lowers(SyntaxFeature.Generator);
        node.Body.Body = LowerFunction(node, frame, node.Body);
        if (isMarked && node.Id is not null) _generatorMarks.Add(node);
        node.IsAsync = node.IsAsync && !LowersAsync(node);
        if (isMarked || frame.IsAsync) node.IsGenerator = false;
        return node;
    }

    protected override Node? VisitFunctionExpression(FunctionExpression node)
    {
        (HomeObject? home, ClassPlan? constructed, bool isMethod) = (_methodHome, _constructedClass, _isMethod);
        ClassPlan? left = _leftClass;
        (_methodHome, _constructedClass, _leftClass, _isMethod) = (null, null, null, false);
        if (node.Id is not null) node.Id = VisitRequired(node.Id);
        bool isMarked = node.IsGenerator && !LowersAsync(node) && Lowers(SyntaxFeature.Generator);
        string? name = isMarked && node.Id is null ? InferredName(_className) ?? "" : null;
        _className = null;
        // the generator object gets the prototype of its function, which must know itself
        if (name is not null) node.Id = Make.Binding(node.Span, NewName("_generator"));
        Frame frame = new(_frame, constructed is null ? FrameKind.Function : FrameKind.Constructor)
        {
            IsAsync = LowersAsync(node), IsGenerator = node.IsGenerator, CutsArguments = LowersBody(node), Home = home, Class = constructed ?? left,
            ThisName = constructed?.ThisName, OwnName = node.Id?.Name, IsStrict = node.ScopeId < 0 || Model.Scopes[node.ScopeId].IsStrict,
        };
        frame.ChecksThis = constructed?.ChecksThis ?? false;
        node.Body!.Body = LowerFunction(node, frame, node.Body, isMethod ? null : () => (node.Id ??= Make.Binding(node.Span, NewName("_target"))).Name);
        if (frame.IsAsync) node.IsAsync = node.IsGenerator = false;
        if (!isMarked) return node;
        node.IsGenerator = false;
        return name is null ? CallRuntime(node.Span, "__generatorFunction", node) : CallRuntime(node.Span, "__generatorFunction", node, Make.String(node.Span, name));
    }

    protected override Node? VisitArrowFunctionExpression(ArrowFunctionExpression node)
    {
        bool isLowered = Lowers(SyntaxFeature.ArrowFunction), isAsync = LowersAsync(node);
        Frame frame = new(_frame, FrameKind.Arrow) { IsAsync = isAsync, CutsThis = isLowered, CutsArguments = isLowered || isAsync };
        bool isConcise = node.Body is not BlockStatement;
        BlockStatement block = node.Body as BlockStatement ?? new BlockStatement(node.Body.Span, [new ReturnStatement(node.Body.Span, (Expression)node.Body)]);
        block.Body = LowerFunction(node, frame, block);
        if (isAsync) node.IsAsync = false;
        if (isLowered) return new FunctionExpression(node.Span, null, null, node.Parameters, null, block);
        node.Body = (isConcise || isAsync) && block.Body is [ReturnStatement { Argument: { } value }] ? value : block;
        return node;
    }

    private bool LowersAsync(IFunction node) => node.IsAsync && Lowers(node.IsGenerator ? SyntaxFeature.AsyncGenerator : SyntaxFeature.AsyncFunction);

    // Whether the body moves into a function inside.
    private bool LowersBody(IFunction node) => LowersAsync(node) || node.IsGenerator && Lowers(SyntaxFeature.Generator);

    /// <summary>Lowers parameters and body, in a frame of their own, and gives the statements of the body.</summary>
    private Statement[] LowerFunction(IFunction node, Frame frame, BlockStatement block, Func<string>? giveName = null)
    {
        Frame outer = _frame;
        (int loops, LoopExits? exits) = (_loopDepth, _exits);
        (_loopDepth, _exits) = (0, null);
        _frame = frame;
        frame.IsInHead = true;
        bool movesAll = frame is { IsAsync: true, IsGenerator: false };
        node.Parameters = VisitList(node.Parameters);
        frame.IsInHead = false;
        List<Statement> head = LowerParameters(node, frame, movesAll);
        // async function* f({ a, ...b }) {}: the parameters are made outside of what is suspended, and so are their variables
        if (node.IsGenerator && LowersBody(node) && frame.Variables.Count > 0)
        {
            head.Insert(0, Make.Variables(TextSpan.At(block.Start), frame.Variables));
            frame.Variables.Clear();
        }
        List<BindingIdentifier>? shared = LowersBody(node) ? BoundNamesOf(node.Parameters) : null;
        _parameterNames.Push(shared);
        Statement[] body = VisitStatements(block.Body);
        _parameterNames.Pop();
        if (frame.NewTargetAlias is not null && frame.Kind == FrameKind.Function && Lowers(SyntaxFeature.NewTarget)) frame.OwnName ??= giveName?.Invoke();
        body = FinishFunction(node, frame, body, head, block.Span);
        _frame = outer;
        (_loopDepth, _exits) = (loops, exits);
        return body;
    }

    private readonly Stack<List<BindingIdentifier>?> _parameterNames = new();

    private static List<BindingIdentifier> BoundNamesOf(FormalParameter[] parameters) => Parsing.BoundNames.Of(parameters).Items;

    private Statement[] FinishFunction(IFunction node, Frame frame, Statement[] body, List<Statement> head, TextSpan span)
    {
        TextSpan at = TextSpan.At(span.Start);
        if (!LowersBody(node))
        {
            head.InsertRange(0, Prologue(frame, at));
            return WithHead(body, head);
        }
        int directives = 0;
        while (directives < body.Length && body[directives] is Directive) directives++;
        List<VariableDeclarator> kept = [];
        // an arrow that stays has nothing of its own
        bool keepsOwn = frame.Kind != FrameKind.Arrow || Lowers(SyntaxFeature.ArrowFunction);
        // the parameters of a generator are made when it is called, those of an async function where an error becomes a rejection
        Statement[] moved = node.IsGenerator ? body[directives..] : [.. head, .. body[directives..]];
        Statement[] finished = FinishSuspending(node, frame, moved, span);
        if (keepsOwn) AddKept(frame, at, kept);
        List<Statement> result = [.. body[..directives]];
        if (kept.Count > 0) result.Add(new VariableDeclaration(at, VariableKind.Var, [.. kept]));
        if (node.IsGenerator) result.AddRange(head);
        return [.. result, .. finished];
    }

    // The call that runs a body which can be suspended, returned.
    private Statement[] FinishSuspending(IFunction node, Frame frame, Statement[] body, TextSpan span)
    {
        TextSpan at = TextSpan.At(span.Start);
        bool lowersGenerator = Lowers(SyntaxFeature.Generator);
        if (!frame.IsAsync) return StateMachine(frame, body, span, frame.OwnName is null ? null : Own(span, frame.OwnName));
        if (frame.Variables.Count > 0 && !lowersGenerator)
        {
            body = WithHead(body, [Make.Variables(at, frame.Variables)]);
            frame.Variables.Clear();
        }
        Expression self = frame.UsesThis ? ThisFor(frame, span) : Make.Undefined(span);
        FunctionExpression inner = Make.Function(span, [], body);
        if (lowersGenerator) inner.Body!.Body = StateMachine(frame, body, span, null);
        else inner.IsGenerator = true;
        return [Make.Return(span, CallRuntime(span, node.IsGenerator ? "__asyncGenerator" : "__async", self, inner))];
    }

    private Expression ThisFor(Frame frame, TextSpan span)
    {
        Frame inner = _frame;
        _frame = frame;
        Expression self = This(span);
        _frame = inner;
        return self;
    }

    private Statement[] StateMachine(Frame frame, Statement[] body, TextSpan span, Expression? function)
    {
        Statement[] result = GeneratorBuilder.Build(_context, body, span, frame.Variables, machine =>
            function is null ? CallRuntime(span, "__generator", new ThisExpression(span), machine) : CallRuntime(span, "__generator", new ThisExpression(span), machine, function));
        frame.Variables.Clear();
        return result;
    }

    protected override Node? VisitAwaitExpression(AwaitExpression node)
    {
        node.Argument = VisitRequired(node.Argument);
        Frame frame = SuspendedFrame();
        return frame.IsAsync ? Await(frame, node.Span, node.Argument) : node;
    }

    // The function that `await` and `yield` suspend. Loop bodies on the way become generators.
    private Frame SuspendedFrame()
    {
        Frame frame = _frame;
        while (frame.Kind is FrameKind.LoopBody or FrameKind.ClassBody)
        {
            frame.Suspends = true;
            frame = frame.Outer!;
        }
        return frame;
    }

    private YieldExpression Await(Frame frame, TextSpan span, Expression value) =>
        new(span, frame.IsGenerator ? new NewExpression(span, _context.Runtime.Use(span, "__await"), null, [value]) : value);

    /// <summary>`await` in the form the function around wants.</summary>
    private Expression AwaitValue(TextSpan span, Expression value)
    {
        Frame frame = SuspendedFrame();
        return frame.IsAsync ? Await(frame, span, value) : new AwaitExpression(span, value);
    }

    protected override Node? VisitYieldExpression(YieldExpression node)
    {
        if (node.Argument is not null) node.Argument = VisitRequired(node.Argument);
        Frame frame = SuspendedFrame();
        if (!frame.IsAsync || !node.IsDelegate) return node;
        node.Argument = CallRuntime(node.Span, "__asyncDelegate", node.Argument!);
        return node;
    }
}
