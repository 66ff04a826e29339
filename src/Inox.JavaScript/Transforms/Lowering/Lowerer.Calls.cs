using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Calls, `super` and what is spread into lists.
internal sealed partial class Lowerer
{
    protected override Node? VisitCallExpression(CallExpression node)
    {
        if (node.Callee is Super) return SuperCall(node);
        Expression callee = VisitCallee(node.Callee, out Expression? self);
        Expression[] arguments = VisitList(node.Arguments);
        if (self is not null || HasLoweredSpread(arguments)) return MakeCall(node.Span, callee, self, arguments, self);
        node.Callee = callee;
        node.Arguments = arguments;
        return node;
    }

    /// <summary>
    /// Visits what is called. <paramref name="self"/> is the object of a member that is no longer one: it must be given to the call by hand.
    /// </summary>
    private Expression VisitCallee(Expression callee, out Expression? self)
    {
        self = null;
        switch (callee)
        {
            case ChainExpression chain when LowersChain(chain):
                return LowerChain(chain, keepsThis: true, isDelete: false, out self);
            case MemberExpression { Object: Super } member when IsLoweredTarget(member):
                Expression read = VisitRequired(callee);
                self = This(member.Span);
                return read;
            case MemberExpression { Property: PrivateIdentifier name } member when Lowers(SyntaxFeature.PrivateMember):
                Expression obj = Keep(VisitRequired(member.Object), out self);
                return PrivateGet(member.Span, obj, name);
            default:
                return VisitRequired(callee);
        }
    }

    private bool HasLoweredSpread(Expression[] arguments) => Lowers(SyntaxFeature.Spread) && Array.Exists(arguments, static argument => argument is SpreadElement);

    /// <summary>A call of a visited callee. <paramref name="self"/> is given to it as `this`; <paramref name="kept"/> is the same where it is known.</summary>
    private Expression MakeCall(TextSpan span, Expression callee, Expression? self, Expression[] arguments, Expression? kept)
    {
        self ??= kept;
        if (!HasLoweredSpread(arguments))
        {
            if (self is null) return new CallExpression(span, callee, null, arguments);
            return new CallExpression(span, Make.Member(span, callee, "call"), null, [Reuse(self), .. arguments]);
        }
        if (self is null && callee is MemberExpression { Object: not Super } member)
        {
            member.Object = Keep(member.Object, out Expression again);
            self = again;
        }
        return Make.Call(span, Make.Member(span, callee, "apply"), self is null ? Make.Undefined(span) : Reuse(self), ListOf(span, arguments));
    }

    // a kept value may come up several times in a chain, and each needs a node of its own
    private static Expression Reuse(Expression self) => self is IdentifierReference or ThisExpression or StringLiteral or NumericLiteral ? Again(self) : self;

    protected override Node? VisitNewExpression(NewExpression node)
    {
        node.Callee = VisitRequired(node.Callee);
        node.Arguments = VisitList(node.Arguments);
        return HasLoweredSpread(node.Arguments) ? CallRuntime(node.Span, "__construct", node.Callee, ListOf(node.Span, node.Arguments)) : node;
    }

    protected override Node? VisitArrayExpression(ArrayExpression node)
    {
        base.VisitArrayExpression(node);
        return Lowers(SyntaxFeature.Spread) && Array.Exists(node.Elements, static element => element is SpreadElement) ? ListOf(node.Span, node.Elements) : node;
    }

    // [a, ...b, c] -> [a].concat(__toArray(b), [c])
    private Expression ListOf(TextSpan span, Expression?[] elements)
    {
        if (elements.Length == 0) return new ArrayExpression(span, []);
        List<Expression> parts = [];
        List<Expression?> run = [];
        foreach (Expression? element in elements)
        {
            if (element is not SpreadElement spread)
            {
                run.Add(element);
                continue;
            }
            if (run.Count > 0) parts.Add(new ArrayExpression(span, [.. run]));
            run.Clear();
            parts.Add(CallRuntime(spread.Span, "__toArray", spread.Argument));
        }
        if (run.Count > 0) parts.Add(new ArrayExpression(span, [.. run]));
        return parts.Count == 1 ? parts[0] : Make.Call(span, Make.Member(span, parts[0], "concat"), [.. parts[1..]]);
    }

    // The frame whose `super` is meant, and whether it cannot be said there as it is.
    private Frame SuperFrame(out bool isCut)
    {
        isCut = false;
        Frame frame = _frame;
        while (frame.InheritsThis)
        {
            isCut |= frame.CutsArguments;
            frame = frame.Outer!;
        }
        isCut |= frame.CutsArguments;
        return frame;
    }

    private bool LowersSuper(out Frame frame)
    {
        frame = SuperFrame(out bool isCut);
        // class A extends B { x = async () => super.y }: the value of a field has no head that could keep a getter
        if (isCut && frame is { Kind: FrameKind.Initializer, Home: null, Class: { } plan })
        {
            frame.Home = new(plan.Alias, isPrototype: true);
            plan.IsAliasUsed = true;
        }
        return isCut || frame.Home is not null;
    }

    private Expression SuperGet(TextSpan span, Expression key)
    {
        LowersSuper(out Frame frame);
        if (frame.Home is { } home) return CallRuntime(span, "__superGet", HomeOf(home, span), key, This(span));
        return Make.Call(span, Own(span, frame.SuperGetAlias ??= NewName("_superGet")), key);
    }

    private Expression SuperSet(TextSpan span, Expression key, Expression value)
    {
        LowersSuper(out Frame frame);
        if (frame.Home is { } home) return CallRuntime(span, "__superSet", HomeOf(home, span), key, value, This(span), Make.Boolean(span, frame.IsStrict));
        return Make.Call(span, Own(span, frame.SuperSetAlias ??= NewName("_superSet")), key, value);
    }

    private Expression HomeOf(HomeObject home, TextSpan span)
    {
        home.IsUsed = true;
        return home.IsPrototype ? Make.Member(span, Own(span, home.Name), "prototype") : Own(span, home.Name);
    }

    // `key => super[key]`, for a function inside that has no `super`
    private static ArrowFunctionExpression SuperGetter(TextSpan span) =>
        new(span, null, [Make.Parameter(span, Make.Binding(span, "key"))], null, Make.Index(span, new Super(span), Make.Reference(span, "key")));

    private static ArrowFunctionExpression SuperSetter(TextSpan span) =>
        new(span, null, [Make.Parameter(span, Make.Binding(span, "key")), Make.Parameter(span, Make.Binding(span, "value"))], null,
            Make.Assign(span, Make.Index(span, new Super(span), Make.Reference(span, "key")), Make.Reference(span, "value")));
}
