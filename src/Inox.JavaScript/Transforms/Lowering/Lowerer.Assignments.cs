using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// What is written to: names, members, private members and members of `super`.
internal sealed partial class Lowerer
{
    /// <summary>A target that is read, and then written: the parts of a member are evaluated by the read.</summary>
    private readonly record struct ReadTarget(Expression Read, Node Target);

    private bool IsLoweredTarget(MemberExpression member) =>
        member.Property is PrivateIdentifier && Lowers(SyntaxFeature.PrivateMember) || member.Object is Super && LowersSuper(out _);

    private bool IsConstant(IdentifierReference reference)
    {
        if (_checksOrder && _loops.Early.Contains(reference)) return true;
        if (reference.SymbolId < 0) return false;
        if (Lowers(SyntaxFeature.Const) && (Model.Symbols[reference.SymbolId].Flags & (SymbolFlags.Const | SymbolFlags.Using)) != 0) return true;
        // class A { static m() { A = 1; } }: the class has a name of its own inside, which what leaves the class does not see
        for (ClassPlan? plan = _class; plan is not null; plan = plan.Outer) if (plan.OwnSymbol == reference.SymbolId) return true;
        return false;
    }

    protected override Node? VisitMemberExpression(MemberExpression node)
    {
        if (!IsLoweredTarget(node)) return base.VisitMemberExpression(node);
        if (node.Property is PrivateIdentifier name) return PrivateGet(node.Span, VisitRequired(node.Object), name);
        return SuperGet(node.Span, KeyOf((MemberExpression)VisitTarget(node)));
    }

    private static Expression KeyOf(MemberExpression member) =>
        member.IsComputed ? (Expression)member.Property : Make.String(member.Property.Span, ((IdentifierName)member.Property).Name);

    /// <summary>Assigns to a visited target.</summary>
    private Expression AssignTo(TextSpan span, Node target, Expression value)
    {
        switch (target)
        {
            case MemberExpression { Property: PrivateIdentifier name } member when Lowers(SyntaxFeature.PrivateMember):
                return PrivateSet(span, member.Object, name, value);
            case MemberExpression { Object: Super } member when LowersSuper(out _):
                return SuperSet(span, KeyOf(member), value);
            case IdentifierReference reference when _checksOrder && _loops.Early.Contains(reference):
                return Make.Sequence(span, value, CallRuntime(span, "__early", Make.String(span, reference.Name)));
            case IdentifierReference reference when IsConstant(reference):
                return Make.Sequence(span, value, CallRuntime(span, "__constant", Make.String(span, Model.Symbols[reference.SymbolId].Name)));
            case ObjectPattern or ArrayPattern when NeedsLowering(target):
                return Assign(span, target, value);
            default:
                return Make.Assign(span, target, value);
        }
    }

    // ({ a } = b) has the value b
    private Expression Assign(TextSpan span, Node pattern, Expression value)
    {
        if (!_isUnused)
        {
            Expression first = Keep(value, out Expression again);
            return new SequenceExpression(span, [.. AssignSteps(pattern, first), Again(again)]);
        }
        List<Expression> steps = AssignSteps(pattern, value);
        return steps.Count == 1 ? steps[0] : new SequenceExpression(span, [.. steps]);
    }

    private bool _isUnused;

    protected override Node? VisitExpressionStatement(ExpressionStatement node)
    {
        if (node.Expression is AssignmentExpression { Operator: AssignmentOperator.Assign, Left: ObjectPattern or ArrayPattern } assignment)
        {
            node.Expression = AssignPattern(assignment, isUnused: true);
            return node;
        }
        return base.VisitExpressionStatement(node);
    }

    private Expression AssignPattern(AssignmentExpression node, bool isUnused)
    {
        node.Left = VisitTarget(node.Left);
        node.Right = VisitRequired(node.Right);
        if (!NeedsLowering(node.Left)) return node;
        bool outer = _isUnused;
        _isUnused = isUnused;
        Expression result = Assign(node.Span, node.Left, node.Right);
        _isUnused = outer;
        return result;
    }

    protected override Node? VisitAssignmentExpression(AssignmentExpression node)
    {
        if (node.Left is ObjectPattern or ArrayPattern) return AssignPattern(node, isUnused: false);
        node.Left = VisitTarget(node.Left);
        bool isLogical = node.Operator is AssignmentOperator.Or or AssignmentOperator.And or AssignmentOperator.Coalesce;
        node.Right = node.Operator == AssignmentOperator.Assign || isLogical ? VisitNamed(node.Right, node.Left) : VisitRequired(node.Right);
        bool isSpecial = node.Left is MemberExpression member && IsLoweredTarget(member) || node.Left is IdentifierReference reference && IsConstant(reference);
        if (node.Operator == AssignmentOperator.Assign) return isSpecial ? AssignTo(node.Span, node.Left, node.Right) : node;
        if (!isSpecial && !(isLogical && Lowers(SyntaxFeature.LogicalAssignment)) && !(node.Operator == AssignmentOperator.Exponent && Lowers(SyntaxFeature.Exponent))) return node;
        ReadTarget target = Read(node.Left, isReadFirst: isLogical);
        if (!isLogical) return AssignTo(node.Span, target.Target, Operate(node.Span, target.Read, node.Operator, node.Right));
        Expression write = AssignTo(node.Span, target.Target, node.Right);
        return node.Operator switch
        {
            AssignmentOperator.Or => new LogicalExpression(node.Span, target.Read, LogicalOperator.Or, write),
            AssignmentOperator.And => new LogicalExpression(node.Span, target.Read, LogicalOperator.And, write),
            _ => Coalesce(node.Span, target.Read, write),
        };
    }

    private Expression Operate(TextSpan span, Expression left, AssignmentOperator op, Expression right)
    {
        BinaryOperator binary = CompoundOperators.BinaryOf(op);
        return binary == BinaryOperator.Exponent && Lowers(SyntaxFeature.Exponent) ? Power(span, left, right) : Make.Binary(span, left, binary, right);
    }

    // The parts of a member are evaluated by what comes first: the read in `a.b || (a.b = c)`, the target in `a.b = a.b ** c`.
    private ReadTarget Read(Node target, bool isReadFirst)
    {
        if (target is IdentifierReference name) return new(StandIn(name) ?? Again(name), target);
        MemberExpression member = (MemberExpression)target;
        TextSpan span = member.Span;
        if (member.Object is Super)
        {
            Expression key = Keep(KeyOf(member), out Expression keyAgain);
            if (!isReadFirst) (key, keyAgain) = (keyAgain, key);
            MemberExpression written = Make.Index(span, member.Object, keyAgain);
            return new(LowersSuper(out _) ? SuperGet(span, key) : Make.Index(span, new Super(span), key), written);
        }
        Expression obj = Keep(member.Object, out Expression objAgain);
        if (!isReadFirst) (obj, objAgain) = (objAgain, obj);
        if (member.Property is PrivateIdentifier identifier && Lowers(SyntaxFeature.PrivateMember))
            return new(PrivateGet(span, obj, identifier), new MemberExpression(span, objAgain, identifier));
        if (!member.IsComputed) return new(new MemberExpression(span, obj, member.Property), new MemberExpression(span, objAgain, member.Property));
        Expression index = Keep((Expression)member.Property, out Expression indexAgain);
        if (!isReadFirst) (index, indexAgain) = (indexAgain, index);
        return new(Make.Index(span, obj, index), Make.Index(span, objAgain, indexAgain));
    }

    protected override Node? VisitUpdateExpression(UpdateExpression node)
    {
        node.Argument = VisitTarget(node.Argument);
        bool isSpecial = node.Argument is MemberExpression member && IsLoweredTarget(member) || node.Argument is IdentifierReference reference && IsConstant(reference);
        if (!isSpecial) return node;
        // the operator is kept, on a variable: it counts numbers and BigInts
        TextSpan span = node.Span;
        ReadTarget target = Read(node.Argument, isReadFirst: false);
        string counter = NewVariable();
        Expression read = Make.Assign(span, Own(span, counter), target.Read);
        if (node.IsPrefix) return AssignTo(span, target.Target, Make.Sequence(span, read, new UpdateExpression(span, node.Operator, Own(span, counter), true)));
        string before = NewVariable();
        Expression keep = Make.Assign(span, Own(span, before), new UpdateExpression(span, node.Operator, Own(span, counter), false));
        return Make.Sequence(span, AssignTo(span, target.Target, Make.Sequence(span, read, keep, Own(span, counter))), Own(span, before));
    }
}
