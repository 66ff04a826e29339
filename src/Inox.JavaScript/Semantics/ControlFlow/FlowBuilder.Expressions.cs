using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

internal sealed partial class FlowBuilder   // expressions
{
    private void VisitExpression(Node node)
    {
        switch (node)
        {
            case FunctionExpression or ArrowFunctionExpression: _nodes.Add(node); break;
            case ClassExpression definition: VisitClass(definition); break;
            case LogicalExpression logical: VisitLogical(logical); break;
            case ConditionalExpression conditional: VisitConditional(conditional); break;
            case AssignmentExpression { Operator: AssignmentOperator.And or AssignmentOperator.Or or AssignmentOperator.Coalesce } assignment: VisitLogicalAssignment(assignment); break;
            case ChainExpression chain: VisitChain(chain); break;
            case MemberExpression member: VisitMember(member); break;
            case CallExpression call: VisitCall(call); break;
            case AssignmentPattern pattern: VisitDefault(pattern); break;
            case PatternProperty property: VisitPatternProperty(property); break;
            case Property property: VisitProperty(property); break;
            case Decorator decorator: Visit(decorator.Expression); break;
            default: VisitPlain(node); break;
        }
    }

    /// <summary>Visits a condition so that `&amp;&amp;`, `||` and `!` in it branch at once.</summary>
    private void VisitCondition(Expression condition, int whenTrue, int whenFalse)
    {
        switch (condition)
        {
            case UnaryExpression { Operator: UnaryOperator.Not } not:
                VisitCondition(not.Argument, whenFalse, whenTrue);
                return;
            case LogicalExpression { Operator: not LogicalOperator.Coalesce } logical:
                int right = NewBlock();
                if (logical.Operator == LogicalOperator.And) VisitCondition(logical.Left, right, whenFalse);
                else VisitCondition(logical.Left, whenTrue, right);
                Begin(right);
                VisitCondition(logical.Right, whenTrue, whenFalse);
                return;
        }
        Visit(condition);
        if (condition is not BooleanLiteral { Value: false }) Connect(whenTrue, FlowEdgeKind.True);
        if (condition is not BooleanLiteral { Value: true }) Connect(whenFalse, FlowEdgeKind.False);
    }

    private void VisitLogical(LogicalExpression logical)
    {
        int right = NewBlock(), after = NewBlock();
        Visit(logical.Left);
        BranchOn(logical.Operator == LogicalOperator.Or, right, after);
        Begin(right);
        Visit(logical.Right);
        GoTo(after);
        _nodes.Add(logical);
    }

    private void BranchOn(bool evaluatesWhenFalse, int right, int after)
    {
        Connect(right, evaluatesWhenFalse ? FlowEdgeKind.False : FlowEdgeKind.True);
        Connect(after, evaluatesWhenFalse ? FlowEdgeKind.True : FlowEdgeKind.False);
    }

    private void VisitConditional(ConditionalExpression conditional)
    {
        int consequent = NewBlock(), alternate = NewBlock(), after = NewBlock();
        VisitCondition(conditional.Test, consequent, alternate);
        Begin(consequent);
        Visit(conditional.Consequent);
        Connect(after);
        Begin(alternate);
        Visit(conditional.Alternate);
        GoTo(after);
        _nodes.Add(conditional);
    }

    private void VisitLogicalAssignment(AssignmentExpression assignment)
    {
        int right = NewBlock(), after = NewBlock();
        Visit(assignment.Left);
        BranchOn(assignment.Operator == AssignmentOperator.Or, right, after);
        Begin(right);
        Visit(assignment.Right);
        GoTo(after);
        _nodes.Add(assignment);
    }

    private void VisitChain(ChainExpression chain)
    {
        int after = NewBlock();
        _chainEnds.Add(after);
        Visit(chain.Expression);
        _chainEnds.RemoveAt(_chainEnds.Count - 1);
        GoTo(after);
        _nodes.Add(chain);
    }

    private void VisitMember(MemberExpression member)
    {
        Visit(member.Object);
        if (member.IsOptional) SkipWhenNull();
        if (member.IsComputed) Visit(member.Property);
        Add(member);
    }

    private void VisitCall(CallExpression call)
    {
        Visit(call.Callee);
        if (call.IsOptional) SkipWhenNull();
        foreach (Expression argument in call.Arguments) Visit(argument);
        Add(call);
    }

    private void SkipWhenNull()
    {
        if (_chainEnds.Count == 0) return;
        Connect(_chainEnds[^1], FlowEdgeKind.False);
        GoTo(NewBlock(), FlowEdgeKind.True);
    }

    // { a = b }: b is evaluated when there is no a
    private void VisitDefault(AssignmentPattern pattern)
    {
        VisitOptionally(pattern.Right);
        Visit(pattern.Left);
        _nodes.Add(pattern);
    }

    private void VisitPatternProperty(PatternProperty property)
    {
        if (property.IsComputed) Visit(property.Key);
        Visit(property.Value);
        _nodes.Add(property);
    }

    private void VisitProperty(Property property)
    {
        if (property.IsComputed) Visit(property.Key);
        Visit(property.Value);
        _nodes.Add(property);
    }

    /// <summary>What runs when the class is made, but for static blocks and values of fields: those are functions of their own.</summary>
    private void VisitClass(IClass definition)
    {
        foreach (Decorator decorator in definition.Decorators) Visit(decorator);
        VisitOptional(definition.SuperClass);
        foreach (ClassElement element in definition.Body.Body) VisitClassElement(element);
        if (definition is ClassExpression node) _nodes.Add(node);
    }

    private void VisitClassElement(ClassElement element)
    {
        switch (element)
        {
            case MethodDefinition method:
                foreach (Decorator decorator in method.Decorators) Visit(decorator);
                if (method.IsComputed) Visit(method.Key);
                break;
            case PropertyDefinition field:
                foreach (Decorator decorator in field.Decorators) Visit(decorator);
                if (field.IsComputed) Visit(field.Key);
                break;
        }
    }
}
