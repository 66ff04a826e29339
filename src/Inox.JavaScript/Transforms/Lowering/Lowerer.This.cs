using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// `this`, `arguments` and `new.target` through functions that do not pass them on.
internal sealed partial class Lowerer
{
    protected override Node? VisitThisExpression(ThisExpression node) => This(node.Span);

    private Expression This(TextSpan span)
    {
        bool isCut = false;
        Frame frame = _frame;
        while (frame.InheritsThis)
        {
            frame.UsesThis = true;
            isCut |= frame.CutsThis;
            frame = frame.Outer!;
        }
        frame.UsesThis = true;
        if (frame.ThisName is { } name)
        {
            Expression self = Own(span, name);
            return frame.ChecksThis ? CallRuntime(span, "__assertThis", self) : self;
        }
        if (!isCut) return new ThisExpression(span);
        if (frame is { Kind: FrameKind.Initializer, Class: { } plan }) return Own(span, plan.InitializerThis ??= NewName("_this"));
        return Own(span, frame.ThisAlias ??= NewName("_this"));
    }

    private Expression Arguments(IdentifierReference node)
    {
        bool isCut = false;
        Frame frame = _frame;
        while (frame.InheritsThis)
        {
            isCut |= frame.CutsArguments;
            frame = frame.Outer!;
        }
        isCut |= frame.CutsArguments && !frame.IsInHead;
        if (!isCut || frame.Kind == FrameKind.Initializer) return node;
        return Own(node.Span, frame.ArgumentsAlias ??= NewName("_arguments"));
    }

    protected override Node? VisitMetaProperty(MetaProperty node)
    {
        if (node.Meta.Name != "new") return node;
        bool isCut = false;
        Frame frame = _frame;
        while (frame.InheritsThis)
        {
            isCut |= frame.CutsArguments;
            frame = frame.Outer!;
        }
        isCut |= frame.CutsArguments && !frame.IsInHead;
        if (frame.Kind == FrameKind.Initializer) return Make.Undefined(node.Span);
        if (!isCut && !Lowers(SyntaxFeature.NewTarget)) return node;
        return Own(node.Span, frame.NewTargetAlias ??= NewName("_newTarget"));
    }

    // What `new.target` is in a function that has no such thing.
    private Expression NewTarget(Frame frame, TextSpan span)
    {
        if (!Lowers(SyntaxFeature.NewTarget)) return new MetaProperty(span, new IdentifierName(span, "new"), new IdentifierName(span, "target"));
        ThisExpression self = new(span);
        if (frame.Kind == FrameKind.Constructor) return Make.Member(span, self, "constructor");
        if (frame.OwnName is not { } name) return Make.Undefined(span);
        return Make.Conditional(span, Make.Binary(span, self, BinaryOperator.Instanceof, Own(span, name)), Make.Member(span, new ThisExpression(span), "constructor"), Make.Undefined(span));
    }

    /// <summary>The declarations at the head of a function: what is kept of its `this` and the like, and variables.</summary>
    private List<Statement> Prologue(Frame frame, TextSpan span)
    {
        List<VariableDeclarator> declarators = [];
        AddKept(frame, span, declarators);
        foreach (string name in frame.Variables) declarators.Add(new(span, Make.Binding(span, name), null, null));
        return declarators.Count == 0 ? [] : [new VariableDeclaration(span, VariableKind.Var, [.. declarators])];
    }

    private void AddKept(Frame frame, TextSpan span, List<VariableDeclarator> declarators)
    {
        void Add(string? name, Func<Expression> value)
        {
            if (name is not null) declarators.Add(new(span, Make.Binding(span, name), null, value()));
        }
        Add(frame.ThisAlias, () => new ThisExpression(span));
        Add(frame.ArgumentsAlias, () => frame.Kind == FrameKind.Program ? OuterArguments(span) : Make.Reference(span, "arguments"));
        Add(frame.NewTargetAlias, () => NewTarget(frame, span));
        Add(frame.SuperGetAlias, () => SuperGetter(span));
        Add(frame.SuperSetAlias, () => SuperSetter(span));
    }

    // CommonJS files have the `arguments` of the function they are wrapped in, other files none.
    private static ConditionalExpression OuterArguments(TextSpan span)
    {
        UnaryExpression type = new(span, UnaryOperator.Typeof, Make.Reference(span, "arguments"));
        return Make.Conditional(span, Make.Binary(span, type, BinaryOperator.StrictEqual, Make.String(span, "undefined")), Make.Undefined(span), Make.Reference(span, "arguments"));
    }
}
