using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>
/// A generator as a state machine: a function that is called for each part between two `yield`s, with a `switch` over where to go on. The input has no
/// newer syntax but `yield`. What holds no `yield` stays as it is; loops, conditions and `try` around one are taken apart into labelled parts, and
/// expressions into steps through variables. The function answers with an instruction for the runtime (`__generator`):
/// [0, value] yield, [1, value] return, [2, label, depth] go to, [3, iterator] delegate, [4] end of a `finally`. Depth counts the `try` around a place:
/// the runtime runs the `finally` of those that are left.
/// </summary>
internal sealed partial class GeneratorBuilder
{
    private const int YieldCode = 0, ReturnCode = 1, GoToCode = 2, DelegateCode = 3, EndFinallyCode = 4;

    private readonly TransformContext _context;
    private readonly string _state;
    private readonly List<string> _variables;
    private readonly List<(Label Label, List<Statement> Statements)> _parts = [];
    private readonly List<Statement> _functions = [];
    private readonly List<Jump> _jumps = [];
    private List<Statement> _current = [];
    private int _depth;

    private GeneratorBuilder(TransformContext context, List<string> variables)
    {
        _context = context;
        _variables = variables;
        _state = context.NewName("_state");
    }

    /// <summary>A place in the machine; its number is known when all parts are.</summary>
    private sealed class Label(int depth)
    {
        public int Depth { get; } = depth;

        public List<NumericLiteral> Uses { get; } = [];

        public bool IsUsed => Uses.Count > 0;
    }

    /// <summary>Where `break` and `continue` lead; without a target of its own a label is only for `break`.</summary>
    private sealed record Jump(List<string> Names, Label Break, Label? Continue, bool IsPlain);

    /// <summary>The statements of the function around the machine: functions declared in it and the call that makes the generator.</summary>
    public static Statement[] Build(TransformContext context, Statement[] body, TextSpan span, List<string> variables, Func<FunctionExpression, Expression> makeCall)
    {
        GeneratorBuilder builder = new(context, variables);
        builder.Open(new Label(0));
        foreach (Statement statement in body) builder.Explode(statement);
        builder.Emit(builder.Instruction(span, ReturnCode, null));
        FunctionExpression machine = builder.Finish(span);
        TextSpan at = TextSpan.At(span.Start);
        List<Statement> result = [];
        if (variables.Count > 0) result.Add(Make.Variables(at, variables));
        return [.. result, .. builder._functions, Make.Return(span, makeCall(machine))];
    }

    private FunctionExpression Finish(TextSpan span)
    {
        TextSpan at = TextSpan.At(span.Start);
        List<SwitchCase> cases = [];
        for (int i = 0; i < _parts.Count; i++)
        {
            (Label label, List<Statement> statements) = _parts[i];
            foreach (NumericLiteral use in label.Uses) use.Value = i;
            cases.Add(new(at, Make.Number(at, i), [.. statements]));
        }
        SwitchStatement machine = new(span, Member("n", at), [.. cases]);
        return Make.Function(span, [Make.Parameter(at, Make.Binding(at, _state))], [machine]);
    }

    // What is to be emitted is evaluated before this looks where to: it may open new parts.
    private void Emit(Statement statement) => _current.Add(statement);

    // `with` around a `yield`, JSX that is kept: no machine can stop in the middle of it.
    private void Refuse(Node node) => _context.Report(TransformDiagnostics.CannotSuspend, node.Span, _context.Options.Target.Name);

    private MemberExpression Member(string name, TextSpan span) => Make.Member(span, Make.Reference(span, _state), name);

    private void Open(Label label)
    {
        _current = [];
        _parts.Add((label, _current));
    }

    private Label NewLabel() => new(_depth);

    private static NumericLiteral Use(Label label, TextSpan span)
    {
        NumericLiteral number = new(span, 0);
        label.Uses.Add(number);
        return number;
    }

    private ReturnStatement Instruction(TextSpan span, int code, Expression? value) =>
        Make.Return(span, new ArrayExpression(span, value is null ? [Make.Number(span, code)] : [Make.Number(span, code), value]));

    private static ReturnStatement GoTo(Label label, TextSpan span) =>
        Make.Return(span, new ArrayExpression(span, [Make.Number(span, GoToCode), Use(label, span), Make.Number(span, label.Depth)]));

    private void GoToIf(Expression test, Label label) => Emit(new IfStatement(test.Span, test, GoTo(label, test.Span), null));

    private void GoToUnless(Expression test, Label label) => GoToIf(new UnaryExpression(test.Span, UnaryOperator.Not, test), label);

    private string NewVariable()
    {
        string name = _context.NewTemporary();
        _variables.Add(name);
        return name;
    }

    // Gives control away until the generator is resumed, and what it is resumed with.
    private Expression Suspend(YieldExpression node)
    {
        TextSpan span = node.Span;
        Expression? value = node.Argument is null ? null : Explode(node.Argument);
        Label next = NewLabel();
        Emit(Make.AssignStatement(span, Member("n", span), Use(next, span)));
        Emit(Instruction(span, node.IsDelegate ? DelegateCode : YieldCode, value));
        Open(next);
        return Member("v", span);
    }
}
