using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// `a?.b.c()`: each `?.` becomes a test of what stands before it, and the rest of the chain the other branch.
internal sealed partial class Lowerer
{
    protected override Node? VisitChainExpression(ChainExpression node) =>
        LowersChain(node) ? LowerChain(node, keepsThis: false, isDelete: false, out _) : base.VisitChainExpression(node);

    // a?.#b without private members has no chain left to stand in
    private bool LowersChain(ChainExpression node)
    {
        if (Lowers(SyntaxFeature.OptionalChaining)) return true;
        if (!Lowers(SyntaxFeature.PrivateMember)) return false;
        for (Expression? link = node.Expression; link is not null; link = BeforeLink(link)) if (link is MemberExpression { Property: PrivateIdentifier }) return true;
        return false;
    }

    private static Expression? BeforeLink(Expression link) => link switch
    {
        MemberExpression { Object: not Super } member => member.Object,
        CallExpression { Callee: not Super } call => call.Callee,
        _ => null,
    };

    private Expression LowerChain(ChainExpression node, bool keepsThis, bool isDelete, out Expression? self)
    {
        List<Expression> links = [];
        Expression start = node.Expression;
        while (BeforeLink(start) is { } before)
        {
            links.Add(start);
            start = before;
        }
        links.Reverse();
        return new ChainLowering(this, node.Span, links, keepsThis, isDelete).Lower(start, out self);
    }

    /// <summary>The chain from its first value on: what it is so far, what `this` a call of it gets, and the tests passed.</summary>
    private sealed class ChainLowering(Lowerer lowerer, TextSpan span, List<Expression> links, bool keepsThis, bool isDelete)
    {
        private readonly List<Expression> _tests = [];
        private Expression? _self;

        public Expression Lower(Expression start, out Expression? self)
        {
            // super.a?.() and a.b?.() keep the object for the call
            bool startsWithCall = links.Count > 0 && links[0] is CallExpression;
            Expression value = startsWithCall ? lowerer.VisitCallee(start, out _self) : lowerer.VisitRequired(start);
            for (int i = 0; i < links.Count; i++) value = Continue(value, links[i], i);
            self = _self;
            Expression result = isDelete ? new UnaryExpression(span, UnaryOperator.Delete, value) : value;
            for (int i = _tests.Count - 1; i >= 0; i--)
                result = Make.Conditional(span, _tests[i], isDelete ? Make.Boolean(span, true) : Make.Undefined(span), result);
            return result;
        }

        private Expression Continue(Expression value, Expression link, int index)
        {
            bool isOptional = link is MemberExpression { IsOptional: true } or CallExpression { IsOptional: true };
            if (isOptional)
            {
                Expression first = lowerer.KeepAtOnce(value, out Expression again);
                _tests.Add(IsNullish(link.Span, first, again));
                value = Again(again);
            }
            if (link is CallExpression call)
            {
                Expression result = lowerer.MakeCall(call.Span, value, isOptional || value is not MemberExpression ? _self : null, lowerer.VisitList(call.Arguments), _self);
                _self = null;
                return result;
            }
            _self = null;
            return Access(value, (MemberExpression)link, index);
        }

        private Expression Access(Expression value, MemberExpression member, int index)
        {
            bool isCalled = index + 1 < links.Count ? links[index + 1] is CallExpression : keepsThis;
            bool isPrivate = member.Property is PrivateIdentifier && lowerer.Lowers(SyntaxFeature.PrivateMember);
            bool needsSelf = isCalled && (isPrivate || index + 1 == links.Count || links[index + 1] is CallExpression { IsOptional: true });
            if (needsSelf) value = lowerer.Keep(value, out _self);
            if (isPrivate) return lowerer.PrivateGet(member.Span, value, (PrivateIdentifier)member.Property);
            Node property = member.IsComputed ? lowerer.VisitRequired(member.Property) : member.Property;
            return new MemberExpression(member.Span, value, property, member.IsComputed);
        }
    }

    /// <summary>`first === null || again === void 0`</summary>
    private static LogicalExpression IsNullish(TextSpan span, Expression first, Expression again) => new(span,
        Make.Binary(span, first, BinaryOperator.StrictEqual, new NullLiteral(span)), LogicalOperator.Or, Make.Binary(span, again, BinaryOperator.StrictEqual, Make.Undefined(span)));

    protected override Node? VisitUnaryExpression(UnaryExpression node)
    {
        if (node is { Operator: UnaryOperator.Delete, Argument: ChainExpression chain } && LowersChain(chain)) return LowerChain(chain, keepsThis: false, isDelete: true, out _);
        if (node.Operator == UnaryOperator.Delete)
        {
            // `this` and the class are variables where they left the class, and no variable can be deleted
            if (node.Argument is ThisExpression) return Make.Boolean(node.Span, true);
            if (node.Argument is MemberExpression { Object: Super } member && LowersSuper(out _))
                return CallRuntime(node.Span, "__superDelete", This(node.Span), KeyOf((MemberExpression)VisitTarget(member)));
        }
        return base.VisitUnaryExpression(node);
    }
}
