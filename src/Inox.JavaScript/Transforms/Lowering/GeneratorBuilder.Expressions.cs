using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Expressions with a `yield` in them: what stands before it is evaluated into variables, as evaluation ends there and goes on later.
internal sealed partial class GeneratorBuilder
{
    private void ExplodeUnused(Expression expression)
    {
        switch (expression)
        {
            case SequenceExpression sequence:
                foreach (Expression part in sequence.Expressions) ExplodeUnused(part);
                return;
            case YieldExpression yield:
                Suspend(yield);
                return;
        }
        Expression value = Explode(expression);
        if (!IsConstant(value) && value is not IdentifierReference { Name: ['_', ..] }) Emit(Make.Statement(value));
    }

    /// <summary>Evaluates an expression up to its last `yield`, and gives the rest.</summary>
    private Expression Explode(Expression node)
    {
        if (!Suspending.IsIn(node)) return node;
        switch (node)
        {
            case YieldExpression yield: return Save(Suspend(yield));
            case SequenceExpression sequence:
                for (int i = 0; i < sequence.Expressions.Length - 1; i++) ExplodeUnused(sequence.Expressions[i]);
                return Explode(sequence.Expressions[^1]);
            case LogicalExpression logical: return ExplodeLogical(logical);
            case ConditionalExpression conditional: return ExplodeConditional(conditional);
            case AssignmentExpression assignment: return ExplodeAssignment(assignment);
            case UnaryExpression { Operator: UnaryOperator.Delete, Argument: MemberExpression member } unary:
                unary.Argument = ExplodeMember(member, laterSuspends: false);
                return unary;
            case UnaryExpression unary:
                unary.Argument = Explode(unary.Argument);
                return unary;
            case UpdateExpression { Argument: MemberExpression member } update:
                update.Argument = ExplodeMember(member, laterSuspends: false);
                return update;
            case BinaryExpression binary:
                Expression[] sides = ExplodeList([(Expression)binary.Left, binary.Right]);
                (binary.Left, binary.Right) = (sides[0], sides[1]);
                return binary;
            case MemberExpression member: return ExplodeMember(member, laterSuspends: false);
            case CallExpression call: return ExplodeCall(call);
            case NewExpression made:
                Expression[] all = ExplodeList([made.Callee, .. made.Arguments]);
                (made.Callee, made.Arguments) = (all[0], all[1..]);
                return made;
            case ArrayExpression array:
                array.Elements = ExplodeHoles(array.Elements);
                return array;
            case ObjectExpression obj: return ExplodeObject(obj);
            case ImportExpression import:
                import.Source = Explode(import.Source);
                return import;
            case SpreadElement spread:
                spread.Argument = Explode(spread.Argument);
                return spread;
            default:
                Refuse(node);
                return Make.Undefined(node.Span);
        }
    }

    private static bool IsConstant(Expression value) =>
        value is StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral or FunctionExpression or RegExpLiteral or UnaryExpression { Operator: UnaryOperator.Void, Argument: NumericLiteral };

    /// <summary>Keeps a value in a variable, so that it is evaluated now.</summary>
    private Expression Save(Expression value)
    {
        if (IsConstant(value) || value is ThisExpression) return value;
        string name = NewVariable();
        Emit(Make.AssignStatement(value.Span, Make.Reference(value.Span, name), value));
        return Make.Reference(value.Span, name);
    }

    private static Expression Copy(Expression saved) => saved switch
    {
        IdentifierReference reference => Make.Reference(reference.Span, reference.Name),
        StringLiteral text => Make.String(text.Span, text.Value),
        NumericLiteral number => new NumericLiteral(number.Span, number.Value),
        ThisExpression => new ThisExpression(saved.Span),
        _ => saved,
    };

    private Expression[] ExplodeList(Expression[] expressions)
    {
        int last = Array.FindLastIndex(expressions, Suspending.IsIn);
        Expression[] result = new Expression[expressions.Length];
        for (int i = 0; i < expressions.Length; i++)
        {
            result[i] = Explode(expressions[i]);
            if (i < last) result[i] = Save(result[i]);
        }
        return result;
    }

    private Expression?[] ExplodeHoles(Expression?[] elements)
    {
        int last = Array.FindLastIndex(elements, static element => element is not null && Suspending.IsIn(element));
        for (int i = 0; i < elements.Length; i++)
        {
            if (elements[i] is not { } element) continue;
            elements[i] = i < last ? Save(Explode(element)) : Explode(element);
        }
        return elements;
    }

    private Expression ExplodeLogical(LogicalExpression node)
    {
        string name = NewVariable();
        TextSpan span = node.Span;
        Label after = NewLabel();
        Emit(Make.AssignStatement(span, Make.Reference(span, name), Explode(node.Left)));
        if (node.Operator == LogicalOperator.And) GoToUnless(Make.Reference(span, name), after);
        else GoToIf(Make.Reference(span, name), after);
        Emit(Make.AssignStatement(span, Make.Reference(span, name), Explode(node.Right)));
        Open(after);
        return Make.Reference(span, name);
    }

    private Expression ExplodeConditional(ConditionalExpression node)
    {
        string name = NewVariable();
        TextSpan span = node.Span;
        Label after = NewLabel(), otherwise = NewLabel();
        GoToUnless(Explode(node.Test), otherwise);
        Emit(Make.AssignStatement(span, Make.Reference(span, name), Explode(node.Consequent)));
        Emit(GoTo(after, span));
        Open(otherwise);
        Emit(Make.AssignStatement(span, Make.Reference(span, name), Explode(node.Alternate)));
        Open(after);
        return Make.Reference(span, name);
    }

    private Expression ExplodeAssignment(AssignmentExpression node)
    {
        bool suspendsLater = Suspending.IsIn(node.Right);
        if (node.Left is MemberExpression member) node.Left = ExplodeMember(member, suspendsLater);
        if (!suspendsLater || node.Operator == AssignmentOperator.Assign)
        {
            node.Right = Explode(node.Right);
            return node;
        }
        // a += yield: the old value is read before
        Expression target = (Expression)node.Left;
        Expression old = Save(target is MemberExpression read ? new MemberExpression(read.Span, Copy(read.Object), read.IsComputed ? Copy((Expression)read.Property) : read.Property, read.IsComputed) : Copy(target));
        Expression value = Explode(node.Right);
        return Make.Assign(node.Span, target, Make.Binary(node.Span, old, CompoundOperators.BinaryOf(node.Operator), value));
    }

    private MemberExpression ExplodeMember(MemberExpression member, bool laterSuspends)
    {
        bool keySuspends = member.IsComputed && Suspending.IsIn(member.Property);
        Expression obj = Explode(member.Object);
        member.Object = keySuspends || laterSuspends ? Save(obj) : obj;
        if (!member.IsComputed) return member;
        Expression key = Explode((Expression)member.Property);
        member.Property = laterSuspends ? Save(key) : key;
        return member;
    }

    private Expression ExplodeCall(CallExpression call)
    {
        bool suspendsLater = Array.Exists(call.Arguments, Suspending.IsIn);
        if (call.Callee is not MemberExpression member)
        {
            Expression[] all = ExplodeList([call.Callee, .. call.Arguments]);
            (call.Callee, call.Arguments) = (all[0], all[1..]);
            return call;
        }
        if (!suspendsLater)
        {
            call.Callee = ExplodeMember(member, laterSuspends: false);
            return call;
        }
        // o.m(yield): the function is read before its arguments are evaluated
        TextSpan span = call.Span;
        member.Object = Save(Explode(member.Object));
        Expression self = Copy(member.Object);
        if (member.IsComputed) member.Property = Explode((Expression)member.Property);
        Expression function = Save(member);
        return Make.Call(span, Make.Member(span, function, "call"), [self, .. ExplodeList(call.Arguments)]);
    }

    private Expression ExplodeObject(ObjectExpression node)
    {
        int last = Array.FindLastIndex(node.Properties, Suspending.IsIn);
        for (int i = 0; i <= last; i++)
        {
            if (node.Properties[i] is not Property { PropertyKind: PropertyKind.Init } property) continue;
            Expression value = Explode(property.Value);
            property.Value = i < last ? Save(value) : value;
            property.IsShorthand = false;
        }
        return node;
    }
}
