using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Decorators;

// Decorators and keys are evaluated in the order of the members, in the code around the class: `m() {}` becomes `[(_list = [a, b], "m")]() {}`.
internal sealed partial class DecoratedClass
{
    // Evaluated with the next key.
    private readonly List<Expression> _pending = [];

    private string KeepList(Decorator[] decorators, TextSpan span)
    {
        string list = NewVariable("_decorators", null);
        _pending.Add(Make.Assign(span, Own(span, list), ListOf(decorators, span)));
        return list;
    }

    /// <summary>The key of a member with all that comes before it; <paramref name="again"/> is the same key for a later use.</summary>
    private (Node Key, bool IsComputed) KeyOf(Node key, bool isComputed, bool isKept, out Expression again)
    {
        Expression value = key switch { IdentifierName name => Make.String(name.Span, name.Name), PrivateIdentifier name => Make.String(name.Span, "#" + name.Name), _ => (Expression)key };
        again = value;
        if (isKept)
        {
            if (isComputed && value is not (StringLiteral or NumericLiteral))
            {
                string variable = NewVariable("_key", null);
                value = Make.Assign(key.Span, Own(key.Span, variable), Call("__toKey", value));
                again = Own(key.Span, variable);
            }
            else again = Copy(value);
        }
        if (_pending.Count == 0) return (ReferenceEquals(value, key) || !isKept ? key : isComputed ? value : key, isComputed);
        _pending.Add(value);
        Expression all = Make.Sequence(key.Span, [.. _pending]);
        _pending.Clear();
        return (all, true);
    }

    // A private member has no key to put its decorators into; the last of the class get one that is taken away again.
    private void FinishKeys()
    {
        if (_pending.Count == 0) return;
        TextSpan span = _pending[0].Span;
        if (!_pending.Exists(UsesSurroundings.IsIn))
        {
            _applied[0].InsertRange(0, _pending);
            _pending.Clear();
            return;
        }
        (Node key, _) = KeyOf(Make.String(span, _context.NewName("_last")), isComputed: true, isKept: true, out Expression again);
        _elements.Add(new MethodDefinition(span, [], MethodKind.Method, key, Make.Function(span, [], []), isStatic: true, isComputed: true));
        _applied[0].Insert(0, new UnaryExpression(span, UnaryOperator.Delete, Make.Index(span, new ThisExpression(span), again)));
    }

    /// <summary>Tells whether an expression means something else in a static block: <c>this</c>, <c>arguments</c>, <c>await</c>.</summary>
    private sealed class UsesSurroundings : SyntaxVisitor
    {
        private bool _found;

        public static bool IsIn(Expression expression)
        {
            UsesSurroundings search = new();
            search.Visit(expression);
            return search._found;
        }

        protected override void VisitThisExpression(ThisExpression node) => _found = true;

        protected override void VisitSuper(Super node) => _found = true;

        protected override void VisitAwaitExpression(AwaitExpression node) => _found = true;

        protected override void VisitYieldExpression(YieldExpression node) => _found = true;

        protected override void VisitMetaProperty(MetaProperty node) => _found = true;

        protected override void VisitIdentifierReference(IdentifierReference node) => _found |= node.Name is "arguments" or "await";

        protected override void VisitFunctionExpression(FunctionExpression node) { }
    }
}
