using System.Runtime.CompilerServices;
using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Parsing;

/// Expressions that turn out to be assignment targets or parameters (ECMA-262 13.15.5, 15.3.1).
internal sealed partial class Parser
{
    /// <summary>Turns the left of an assignment into what the tree has there; reports when nothing can be assigned to it.</summary>
    private Node ToAssignmentTarget(Node expression, bool isPatternAllowed, bool isLogical = false)
    {
        switch (expression.Kind)
        {
            case NodeKind.IdentifierReference:
                CheckAssignedName((IdentifierReference)expression);
                return expression;
            case NodeKind.MemberExpression:
                return expression;
            case NodeKind.ObjectExpression or NodeKind.ArrayExpression when isPatternAllowed:
                if (_cover.IsParenthesized(expression)) EarlyError(ParseErrors.ParenthesizedPattern, expression.Span);
                return ToAssignmentPattern(expression);
            case NodeKind.TSAsExpression or NodeKind.TSSatisfiesExpression or NodeKind.TSTypeAssertion or NodeKind.TSNonNullExpression:
                ToAssignmentTarget(Unwrap(expression), isPatternAllowed: false, isLogical);
                return expression;
            // a call is an error when it runs, in sloppy code (web compatibility); `f() &&= 1` is new enough to be one at once
            case NodeKind.CallExpression when !isLogical && !IsStrict():
                return expression;
            default:
                EarlyError(ParseErrors.InvalidAssignmentTarget, expression.Span);
                return expression;
        }
    }

    private static Expression Unwrap(Node wrapper) => wrapper switch
    {
        TSAsExpression node => node.Expression,
        TSSatisfiesExpression node => node.Expression,
        TSTypeAssertion node => node.Expression,
        _ => ((TSNonNullExpression)wrapper).Expression,
    };

    private void CheckAssignedName(IdentifierReference reference)
    {
        if (reference.Name is "eval" or "arguments" && IsStrict()) EarlyError(ParseErrors.StrictBinding, reference.Span, reference.Name);
    }

    private Node ToAssignmentPattern(Node literal)
    {
        Node pattern = EnterLevel() ? ToAssignmentPatternLevel(literal) : ToAssignmentPatternOnFreshStack(literal);
        _depth--;
        return pattern;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Node ToAssignmentPatternOnFreshStack(Node literal)
    {
        Node? pattern = null;
        DeepStack.Run(() => pattern = ToAssignmentPatternLevel(literal));
        return pattern!;
    }

    private Node ToAssignmentPatternLevel(Node literal)
    {
        if (literal is ArrayExpression array)
        {
            Node?[] elements = new Node?[array.Elements.Length];
            for (int i = 0; i < elements.Length; i++)
                elements[i] = array.Elements[i] is { } element ? ToPatternElement(element, array.Start, i == elements.Length - 1, isBinding: false) : null;
            return new ArrayPattern(array.Span, elements);
        }
        var record = (ObjectExpression)literal;
        Node[] properties = new Node[record.Properties.Length];
        for (int i = 0; i < properties.Length; i++)
            properties[i] = ToPatternProperty(record.Properties[i], record.Start, i == properties.Length - 1, isBinding: false);
        return new ObjectPattern(record.Span, properties);
    }

    // An element of an array pattern or the value of a property: a target, perhaps with a default, or a rest element.
    private Node ToPatternElement(Node element, int literalStart, bool isLast, bool isBinding)
    {
        if (element is SpreadElement spread) return ToRest(spread, literalStart, isLast, isBinding);
        if (element is AssignmentExpression { Operator: AssignmentOperator.Assign } assignment)
        {
            if (_cover.IsParenthesized(element)) EarlyError(isBinding ? ParseErrors.InvalidParameter : ParseErrors.InvalidAssignmentTarget, element.Span);
            Node left = isBinding ? ToBinding(assignment.Left) : assignment.Left;
            return new AssignmentPattern(element.Span, left, assignment.Right);
        }
        return isBinding ? ToBinding(element) : ToAssignmentTarget(element, isPatternAllowed: true);
    }

    private RestElement ToRest(SpreadElement spread, int literalStart, bool isLast, bool isBinding)
    {
        if (!isLast) EarlyError(ParseErrors.RestNotLast, spread.Span);
        else if (_cover.HasCommaAfterSpread(literalStart)) EarlyError(ParseErrors.RestTrailingComma, spread.Span);
        if (spread.Argument.Kind == NodeKind.AssignmentExpression)
        {
            EarlyError(ParseErrors.RestInitializer, spread.Argument.Span);
            return new(spread.Span, new BindingIdentifier(TextSpan.At(spread.End), ""));
        }
        Node argument = isBinding ? ToBinding(spread.Argument) : ToAssignmentTarget(spread.Argument, isPatternAllowed: true);
        return new(spread.Span, argument);
    }

    private Node ToPatternProperty(Node node, int literalStart, bool isLast, bool isBinding)
    {
        if (node is SpreadElement spread)
        {
            if (spread.Argument.Kind is NodeKind.ObjectExpression or NodeKind.ArrayExpression) EarlyError(ParseErrors.InvalidAssignmentTarget, spread.Argument.Span);
            return ToRest(spread, literalStart, isLast, isBinding);
        }
        var property = (Property)node;
        if (property.IsMethod || property.PropertyKind != PropertyKind.Init)
        {
            EarlyError(ParseErrors.InvalidAssignmentTarget, property.Span);
            return property;
        }
        // `{ eval = 1 }` was read as a property, so its name was not looked at as a target
        if (!isBinding && property is { IsShorthand: true, Value: AssignmentExpression { Left: IdentifierReference reference } }) CheckAssignedName(reference);
        Node value = ToPatternElement(property.Value, -1, isLast: false, isBinding);
        return new PatternProperty(property.Span, property.Key, value, property.IsComputed, property.IsShorthand);
    }

    // ---- parameters ----

    private FormalParameter[] ToParameters(ReadOnlySpan<Node?> cover)
    {
        FormalParameter[] parameters = new FormalParameter[cover.Length];
        for (int i = 0; i < parameters.Length; i++) parameters[i] = ToParameter(cover[i]!, i == parameters.Length - 1);
        return parameters;
    }

    private FormalParameter ToParameter(Node node, bool isLast)
    {
        switch (node)
        {
            case RestElement rest:
                return new(node.Span, [], (Pattern)rest.Argument, null, null, isRest: true);
            case SpreadElement spread:
                RestElement element = ToRest(spread, -1, isLast, isBinding: true);
                return new(node.Span, [], (Pattern)element.Argument, null, null, isRest: true);
            case AssignmentExpression { Operator: AssignmentOperator.Assign } assignment:
                if (_cover.IsParenthesized(node)) EarlyError(ParseErrors.InvalidParameter, node.Span);
                return new(node.Span, [], ToBinding(assignment.Left), null, assignment.Right);
            default:
                return new(node.Span, [], ToBinding(node), null, null);
        }
    }

    private Pattern ToBinding(Node node)
    {
        Pattern pattern = EnterLevel() ? ToBindingLevel(node) : ToBindingOnFreshStack(node);
        _depth--;
        return pattern;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Pattern ToBindingOnFreshStack(Node node)
    {
        Pattern? pattern = null;
        DeepStack.Run(() => pattern = ToBindingLevel(node));
        return pattern!;
    }

    // The left of a default is an assignment pattern already: `([a] = []) => a` was read as an assignment.
    private Pattern ToBindingLevel(Node node)
    {
        if (node.Kind is not (NodeKind.ArrayPattern or NodeKind.ObjectPattern) && _cover.IsParenthesized(node)) EarlyError(ParseErrors.InvalidParameter, node.Span);
        switch (node)
        {
            case IdentifierReference reference: return ToBindingIdentifier(reference);
            case ArrayExpression array: return ToArrayBinding(array);
            case ObjectExpression record: return ToObjectBinding(record);
            case ArrayPattern or ObjectPattern or AssignmentPattern or RestElement: return RebindPattern((Pattern)node);
            default:
                EarlyError(ParseErrors.InvalidParameter, node.Span);
                return new BindingIdentifier(TextSpan.At(node.Start), "");
        }
    }

    private BindingIdentifier ToBindingIdentifier(IdentifierReference reference)
    {
        if (_cover.IsParenthesized(reference)) EarlyError(ParseErrors.InvalidParameter, reference.Span);
        CheckAssignedName(reference);
        return new(reference.Span, reference.Name);
    }

    private ArrayPattern ToArrayBinding(ArrayExpression array)
    {
        Node?[] elements = new Node?[array.Elements.Length];
        for (int i = 0; i < elements.Length; i++)
            elements[i] = array.Elements[i] is { } element ? ToPatternElement(element, array.Start, i == elements.Length - 1, isBinding: true) : null;
        return new(array.Span, elements);
    }

    private ObjectPattern ToObjectBinding(ObjectExpression record)
    {
        Node[] properties = new Node[record.Properties.Length];
        for (int i = 0; i < properties.Length; i++)
            properties[i] = ToPatternProperty(record.Properties[i], record.Start, i == properties.Length - 1, isBinding: true);
        return new(record.Span, properties);
    }

    // Replaces the targets of an assignment pattern by bindings.
    private Pattern RebindPattern(Pattern pattern)
    {
        switch (pattern)
        {
            case ArrayPattern array:
                for (int i = 0; i < array.Elements.Length; i++) if (array.Elements[i] is { } element) array.Elements[i] = ToBinding(element);
                break;
            case ObjectPattern record:
                foreach (Node property in record.Properties)
                {
                    if (property is PatternProperty value) value.Value = ToBinding(value.Value);
                    else RebindPattern((RestElement)property);
                }
                break;
            case AssignmentPattern assignment: assignment.Left = ToBinding(assignment.Left); break;
            case RestElement rest: rest.Argument = ToBinding(rest.Argument); break;
        }
        return pattern;
    }
}
