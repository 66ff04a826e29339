using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Defaults, patterns and rest of parameters move to the head of the body, from the first one that must on. What the function counts as its
// `length`, the parameters before the first default, stays.
internal sealed partial class Lowerer
{
    private List<Statement> LowerParameters(IFunction node, Frame frame, bool movesAll)
    {
        List<Statement> head = [];
        FormalParameter[] parameters = node.Parameters;
        int first = 0;
        while (first < parameters.Length && !MustMove(parameters[first], movesAll)) first++;
        if (first == parameters.Length) return head;
        bool isArrow = node is ArrowFunctionExpression && !Lowers(SyntaxFeature.ArrowFunction);
        if (isArrow || !Lowers(SyntaxFeature.DefaultParameter) && !movesAll) MoveToParameters(node, frame, first, head);
        else MoveToArguments(node, frame, first, head);
        return head;
    }

    private bool MustMove(FormalParameter parameter, bool movesAll)
    {
        bool isSimple = parameter.Initializer is null && parameter.Pattern is BindingIdentifier;
        if (movesAll) return !isSimple || parameter.IsRest && Lowers(SyntaxFeature.RestParameter);
        if (parameter.IsRest && Lowers(SyntaxFeature.RestParameter)) return true;
        if (parameter.Initializer is not null && Lowers(SyntaxFeature.DefaultParameter)) return true;
        return NeedsLowering(parameter.Pattern);
    }

    // function f(a, b = 1, ...c) -> function f(a) { var b = arguments.length > 1 && arguments[1] !== void 0 ? arguments[1] : 1, c = [].slice.call(arguments, 2) }
    private void MoveToArguments(IFunction node, Frame frame, int first, List<Statement> head)
    {
        FormalParameter[] parameters = node.Parameters;
        List<FormalParameter> kept = [.. parameters[..first]];
        bool counts = true;
        for (int i = first; i < parameters.Length; i++)
        {
            FormalParameter parameter = parameters[i];
            counts &= parameter.Initializer is null && !parameter.IsRest;
            TextSpan span = parameter.Span;
            if (counts)
            {
                string name = parameter.Pattern is BindingIdentifier simple ? simple.Name : NewName("_ref");
                kept.Add(Make.Parameter(span, Make.Binding(span, name)));
                if (parameter.Pattern is not BindingIdentifier) Declare(head, parameter.Pattern, Own(span, name), VariableKind.Let);
                continue;
            }
            Declare(head, parameter.Pattern, parameter.IsRest ? RestOf(frame, span, i) : FromArguments(frame, parameter, i), VariableKind.Let);
        }
        node.Parameters = [.. kept];
    }

    private Expression OwnArguments(Frame frame, TextSpan span) =>
        frame.CutsArguments && frame.Kind != FrameKind.Arrow || frame is { Kind: FrameKind.Arrow, IsAsync: true }
            ? Own(span, frame.ArgumentsAlias ??= NewName("_arguments"))
            : Make.Reference(span, "arguments");

    private Expression RestOf(Frame frame, TextSpan span, int index) =>
        Make.Call(span, Make.Member(span, Make.Member(span, new ArrayExpression(span, []), "slice"), "call"), OwnArguments(frame, span), Make.Number(span, index));

    private Expression FromArguments(Frame frame, FormalParameter parameter, int index)
    {
        TextSpan span = parameter.Span;
        Expression At() => Make.Index(span, OwnArguments(frame, span), Make.Number(span, index));
        if (parameter.Initializer is null) return At();
        Expression isGiven = new LogicalExpression(span, Make.Binary(span, Make.Member(span, OwnArguments(frame, span), "length"), BinaryOperator.Greater, Make.Number(span, index)),
            LogicalOperator.And, Make.Binary(span, At(), BinaryOperator.StrictNotEqual, Make.Undefined(span)));
        return Make.Conditional(span, isGiven, At(), Named(parameter.Initializer, parameter.Pattern));
    }

    // ({ a, ...b } = {}, c = a) => ... -> (_ref = {}, _c = void 0) => { let { a } = _ref, ..., c = _c === void 0 ? a : _c }
    private void MoveToParameters(IFunction node, Frame frame, int first, List<Statement> head)
    {
        FormalParameter[] parameters = node.Parameters;
        bool moves = false;
        for (int i = first; i < parameters.Length; i++)
        {
            FormalParameter parameter = parameters[i];
            TextSpan span = parameter.Span;
            bool isSimple = parameter.Pattern is BindingIdentifier;
            if (isSimple && parameter.Initializer is null) continue;
            string name = NewName("_ref");
            Expression value = Own(span, name);
            // what stands before it in the list is not there yet when its default is evaluated
            if (parameter.Initializer is { } initializer && (moves || frame.IsAsync))
            {
                value = Make.Conditional(span, Make.Binary(span, value, BinaryOperator.StrictEqual, Make.Undefined(span)), Named(initializer, parameter.Pattern), Own(span, name));
                parameter.Initializer = Make.Undefined(span);
            }
            Declare(head, parameter.Pattern, value, VariableKind.Let);
            parameter.Pattern = Make.Binding(span, name);
            moves = true;
        }
    }
}
