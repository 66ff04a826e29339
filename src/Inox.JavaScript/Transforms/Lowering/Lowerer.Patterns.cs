using Inox.Core;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Destructuring as a row of steps, each of which sets one target. What is read more than once goes through a variable of the function, set
// where it is first used: `var { a, b } = f()` -> `var a = (_a = f()).a, b = _a.b`.
internal sealed partial class Lowerer
{
    /// <summary>One step: a target that gets a value, or only the value when there is none.</summary>
    private readonly record struct PatternStep(Node? Target, Expression Value);

    private bool NeedsLowering(Node? pattern)
    {
        switch (pattern)
        {
            case null or BindingIdentifier: return false;
            case ObjectPattern obj:
                if (Lowers(SyntaxFeature.Destructuring)) return true;
                if (obj.Properties is [.., RestElement] && Lowers(SyntaxFeature.ObjectRest)) return true;
                return Array.Exists(obj.Properties, NeedsLowering);
            case ArrayPattern array: return Lowers(SyntaxFeature.Destructuring) || Array.Exists(array.Elements, NeedsLowering);
            case PatternProperty property: return NeedsLowering(property.Value);
            case AssignmentPattern assignment: return NeedsLowering(assignment.Left);
            case RestElement rest: return NeedsLowering(rest.Argument);
            case MemberExpression member: return IsLoweredTarget(member);
            case IdentifierReference reference: return IsConstant(reference);
            default: return false;
        }
    }

    protected override Node? VisitPatternProperty(PatternProperty node)
    {
        string? name = (node.Key as IdentifierName)?.Name;
        if (node.IsComputed) node.Key = VisitRequired(node.Key);
        node.Value = VisitTarget(node.Value);
        if (node.IsShorthand && NameOfTarget(node.Value) != name) node.IsShorthand = false;
        return node;
    }

    private static string? NameOfTarget(Node target) => target switch
    {
        BindingIdentifier binding => binding.Name,
        IdentifierReference reference => reference.Name,
        AssignmentPattern assignment => NameOfTarget(assignment.Left),
        _ => null,
    };

    protected override Node? VisitArrayPattern(ArrayPattern node)
    {
        for (int i = 0; i < node.Elements.Length; i++) if (node.Elements[i] is { } element) node.Elements[i] = VisitTarget(element);
        return node;
    }

    protected override Node? VisitRestElement(RestElement node)
    {
        node.Argument = VisitTarget(node.Argument);
        return node;
    }

    protected override Node? VisitAssignmentPattern(AssignmentPattern node)
    {
        node.Left = VisitTarget(node.Left);
        node.Right = VisitNamed(node.Right, node.Left);
        return node;
    }

    /// <summary>Visits what is assigned to: the expressions in it, not the access itself.</summary>
    private Node VisitTarget(Node target)
    {
        switch (target)
        {
            case MemberExpression member:
                if (member.Object is not Super) member.Object = VisitRequired(member.Object);
                if (member.IsComputed) member.Property = VisitRequired(member.Property);
                return member;
            case IdentifierReference reference:
                return Rename(reference);
            default:
                return VisitRequired(target);
        }
    }

    private IdentifierReference Rename(IdentifierReference reference)
    {
        reference.Name = _symbols.NameOf(reference.SymbolId, reference.Name);
        return reference;
    }

    /// <summary>Adds the declaration of a visited pattern with a value.</summary>
    private void Declare(List<Statement> output, Pattern pattern, Expression value, VariableKind kind)
    {
        List<VariableDeclarator> declarators = [];
        AddDeclarators(declarators, pattern, value);
        output.Add(new VariableDeclaration(pattern.Span, Lowers(SyntaxFeature.Let) ? VariableKind.Var : kind, [.. declarators]));
    }

    private void AddDeclarators(List<VariableDeclarator> output, Pattern pattern, Expression value)
    {
        List<PatternStep> steps = [];
        TakeApart(pattern, value, steps);
        Expression? pending = null;
        foreach (PatternStep step in steps)
        {
            Expression stepValue = pending is null ? step.Value : Make.Sequence(step.Value.Span, pending, step.Value);
            pending = step.Target is null ? stepValue : null;
            if (step.Target is Pattern target) output.Add(new(target.Span, target, null, stepValue));
        }
        if (pending is not null) output.Add(new(pattern.Span, Make.Binding(pattern.Span, NewName(null)), null, pending));
    }

    private List<Expression> AssignSteps(Node pattern, Expression value)
    {
        List<PatternStep> steps = [];
        TakeApart(pattern, value, steps);
        return steps.ConvertAll(step => step.Target is null ? step.Value : AssignTo(step.Value.Span, step.Target, step.Value));
    }

    private void TakeApart(Node pattern, Expression value, List<PatternStep> steps)
    {
        switch (pattern)
        {
            case AssignmentPattern assignment:
                TakeApart(assignment.Left, WithDefault(assignment, value), steps);
                break;
            case ObjectPattern obj when NeedsLowering(obj):
                TakeObjectApart(obj, value, steps);
                break;
            case ArrayPattern array when NeedsLowering(array):
                TakeArrayApart(array, value, steps);
                break;
            default:
                steps.Add(new(pattern, value));
                break;
        }
    }

    private Expression WithDefault(AssignmentPattern assignment, Expression value)
    {
        TextSpan span = assignment.Span;
        Expression first = KeepAtOnce(value, out Expression again);
        return Make.Conditional(span, Make.Binary(span, first, BinaryOperator.StrictEqual, Make.Undefined(span)), Named(assignment.Right, assignment.Left), again);
    }

    private void TakeObjectApart(ObjectPattern pattern, Expression value, List<PatternStep> steps)
    {
        TextSpan span = pattern.Span;
        if (pattern.Properties.Length == 0)
        {
            steps.Add(new(null, CallRuntime(span, "__requireObject", value)));
            return;
        }
        bool isReadOnce = pattern.Properties is [PatternProperty];
        Expression first = value, again = value;
        if (!isReadOnce) first = Keep(value, out again);
        bool hasRest = pattern.Properties[^1] is RestElement;
        if (hasRest && pattern.Properties.Length == 1) first = CallRuntime(span, "__requireObject", first);
        List<Expression?> keys = [];
        for (int i = 0; i < pattern.Properties.Length; i++)
        {
            Expression source = i == 0 ? first : Again(again);
            if (pattern.Properties[i] is RestElement rest)
            {
                TakeApart(rest.Argument, CallRuntime(rest.Span, "__objectRest", source, new ArrayExpression(rest.Span, [.. keys])), steps);
                continue;
            }
            PatternProperty property = (PatternProperty)pattern.Properties[i];
            TakeApart(property.Value, ReadProperty(property, source, hasRest ? keys : null), steps);
        }
    }

    private Expression ReadProperty(PatternProperty property, Expression source, List<Expression?>? keys)
    {
        TextSpan span = property.Span;
        if (!property.IsComputed && property.Key is IdentifierName name)
        {
            keys?.Add(Make.String(span, name.Name));
            return Make.Member(span, source, name.Name);
        }
        Expression key = (Expression)property.Key;
        if (keys is null) return Make.Index(span, source, key);
        if (key is StringLiteral or NumericLiteral)
        {
            keys.Add(key is StringLiteral ? Again(key) : Make.String(span, NumberOperations.ToText(((NumericLiteral)key).Value)));
            return Make.Index(span, source, key);
        }
        string variable = NewVariable();
        keys.Add(Own(span, variable));
        return Make.Index(span, source, Make.Assign(span, Own(span, variable), CallRuntime(span, "__toKey", key)));
    }

    private void TakeArrayApart(ArrayPattern pattern, Expression value, List<PatternStep> steps)
    {
        TextSpan span = pattern.Span;
        bool hasRest = pattern.Elements is [.., RestElement];
        bool isPlain = value is ArrayExpression literal && Array.TrueForAll(literal.Elements, static element => element is not (null or SpreadElement));
        Expression items = isPlain ? value
            : hasRest ? CallRuntime(span, "__toArray", value) : CallRuntime(span, "__read", value, Make.Number(span, pattern.Elements.Length));
        string variable = NewVariable();
        Expression first = Make.Assign(span, Own(span, variable), items);
        bool isFirst = true;
        for (int i = 0; i < pattern.Elements.Length; i++)
        {
            if (pattern.Elements[i] is not { } element) continue;
            Expression source = isFirst ? first : Own(span, variable);
            isFirst = false;
            if (element is RestElement rest) TakeApart(rest.Argument, Make.Call(rest.Span, Make.Member(rest.Span, source, "slice"), Make.Number(rest.Span, i)), steps);
            else TakeApart(element, Make.Index(element.Span, source, Make.Number(element.Span, i)), steps);
        }
        if (isFirst) steps.Add(new(null, items));
    }
}
