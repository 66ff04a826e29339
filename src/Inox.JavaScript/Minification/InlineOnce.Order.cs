using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

// The order of evaluation: what comes before the place the value goes to.
internal sealed partial class InlineOnce
{
    private Outcome Walk(Expression node, out Expression result)
    {
        result = node;
        switch (node)
        {
            case IdentifierReference name:
                if (name.SymbolId != _symbol) return CrossName(name);
                result = _value;
                return Outcome.Placed;
            case StringLiteral or NumericLiteral or BooleanLiteral or NullLiteral or BigIntLiteral or RegExpLiteral or ThisExpression or FunctionExpression or ArrowFunctionExpression or Super or MetaProperty:
                return Outcome.GoOn;
            case MemberExpression member:
                return WalkMember(member);
            case CallExpression call:
                return WalkCall(call);
            case NewExpression created:
                return WalkNew(created);
            case UnaryExpression unary:
                return WalkUnary(unary);
            case BinaryExpression binary:
                return WalkBinary(binary);
            case LogicalExpression logical:
                return WalkLogical(logical);
            case ConditionalExpression conditional:
                return WalkConditional(conditional);
            case AssignmentExpression assignment:
                return WalkAssignment(assignment);
            case UpdateExpression { Argument: IdentifierReference name }:
                return name.SymbolId == _symbol || CrossName(name) == Outcome.Stop ? Outcome.Stop : CrossWrite(name.SymbolId);
            case UpdateExpression { Argument: MemberExpression member }:
                return Then(WalkMember(member), Cross());
            case SequenceExpression sequence:
                return WalkAll(sequence.Expressions);
            case ArrayExpression array:
                return WalkElements(array.Elements);
            case ObjectExpression obj:
                return WalkObject(obj);
            case TemplateLiteral template:
                return WalkTemplate(template);
            case ChainExpression chain:
                return WalkChain(chain);
            case AwaitExpression awaited:
                Outcome outcome = Walk(awaited.Argument, out Expression argument);
                awaited.Argument = argument;
                return Then(outcome, Outcome.Stop);
            case YieldExpression { Argument: { } yielded } yield:
                outcome = Walk(yielded, out argument);
                yield.Argument = argument;
                return Then(outcome, Outcome.Stop);
            default:
                return Outcome.Stop;
        }
    }

    private static Outcome Then(Outcome outcome, Outcome next) => outcome == Outcome.GoOn ? next : outcome;

    // Reading another name.
    private Outcome CrossName(IdentifierReference name)
    {
        int symbol = name.SymbolId;
        if (symbol >= 0 && facts.IsFixed(symbol)) return Outcome.GoOn;
        if (_isPure) return Outcome.GoOn;
        if (!purity.IsSafeToRead(name)) return Outcome.Stop;
        if (symbol < 0) return Outcome.GoOn;
        return facts.IsLocal(symbol) && !facts[symbol].IsCaptured && !_writes.Contains(symbol) ? Outcome.GoOn : Outcome.Stop;
    }

    // A call, a property, a conversion: anything may happen but assignments to what only this function knows.
    private Outcome Cross() => _isMovable ? Outcome.GoOn : Outcome.Stop;

    private Outcome CrossWrite(int symbol)
    {
        if (symbol == _symbol || _reads.Contains(symbol) || _writes.Contains(symbol)) return Outcome.Stop;
        if (symbol >= 0 && facts.IsLocal(symbol) && !facts[symbol].IsCaptured && !(IsInTry && !_isPure)) return Outcome.GoOn;
        return _isPure && OnlyReadsOwn() ? Outcome.GoOn : Cross();
    }

    private Outcome WalkMember(MemberExpression member)
    {
        Outcome outcome = Walk(member.Object, out Expression obj);
        member.Object = obj;
        if (outcome == Outcome.GoOn && member is { IsComputed: true, Property: Expression property })
        {
            outcome = Walk(property, out Expression key);
            member.Property = key;
        }
        return Then(outcome, Cross());
    }

    // (0, a.b)() has another `this` than a.b(), and (0, eval)() is no direct eval
    private bool IsWrongCallee(Expression callee) =>
        callee is IdentifierReference name && name.SymbolId == _symbol && _value is MemberExpression or ChainExpression or IdentifierReference { Name: "eval" } or Super;

    private Outcome WalkCall(CallExpression call)
    {
        if (call.IsOptional || IsWrongCallee(call.Callee) || call.Callee is Super) return Outcome.Stop;
        Outcome outcome = Walk(call.Callee, out Expression callee);
        call.Callee = callee;
        return Then(Then(outcome, outcome == Outcome.GoOn ? WalkAll(call.Arguments) : outcome), Cross());
    }

    private Outcome WalkNew(NewExpression created)
    {
        Outcome outcome = Walk(created.Callee, out Expression callee);
        created.Callee = callee;
        return Then(Then(outcome, outcome == Outcome.GoOn ? WalkAll(created.Arguments) : outcome), Cross());
    }

    private Outcome WalkAll(Expression[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            Outcome outcome = WalkPart(parts[i], out Expression part);
            parts[i] = part;
            if (outcome != Outcome.GoOn) return outcome;
        }
        return Outcome.GoOn;
    }

    private Outcome WalkElements(Expression?[] parts)
    {
        for (int i = 0; i < parts.Length; i++)
        {
            if (parts[i] is not { } element) continue;
            Outcome outcome = WalkPart(element, out Expression part);
            parts[i] = part;
            if (outcome != Outcome.GoOn) return outcome;
        }
        return Outcome.GoOn;
    }

    private Outcome WalkPart(Expression node, out Expression result)
    {
        if (node is not SpreadElement spread) return Walk(node, out result);
        Outcome outcome = Walk(spread.Argument, out Expression argument);
        spread.Argument = argument;
        result = spread;
        return Then(outcome, Cross());
    }

    private Outcome WalkUnary(UnaryExpression unary)
    {
        if (unary.Operator == UnaryOperator.Delete) return Outcome.Stop;
        // typeof a does not throw for a name of nobody, but reading the name before did
        if (unary.Operator == UnaryOperator.Typeof && _value is IdentifierReference { SymbolId: < 0 }) return Outcome.Stop;
        Outcome outcome = Walk(unary.Argument, out Expression argument);
        unary.Argument = argument;
        return unary.Operator is UnaryOperator.Not or UnaryOperator.Typeof or UnaryOperator.Void ? outcome : Then(outcome, Cross());
    }

    private Outcome WalkBinary(BinaryExpression binary)
    {
        if (binary.Left is not Expression left) return Outcome.Stop;
        Outcome outcome = Walk(left, out Expression result);
        binary.Left = result;
        if (outcome != Outcome.GoOn) return outcome;
        outcome = Walk(binary.Right, out result);
        binary.Right = result;
        return binary.Operator is BinaryOperator.StrictEqual or BinaryOperator.StrictNotEqual ? outcome : Then(outcome, Cross());
    }

    // What may not be evaluated at all takes only a value that does nothing.
    private Outcome WalkBranch(Expression node, out Expression result)
    {
        result = node;
        return _isPure ? Walk(node, out result) : Outcome.Stop;
    }

    private Outcome WalkLogical(LogicalExpression logical)
    {
        Outcome outcome = Walk(logical.Left, out Expression result);
        logical.Left = result;
        if (outcome != Outcome.GoOn) return outcome;
        outcome = WalkBranch(logical.Right, out result);
        logical.Right = result;
        return outcome;
    }

    private Outcome WalkConditional(ConditionalExpression conditional)
    {
        Outcome outcome = Walk(conditional.Test, out Expression result);
        conditional.Test = result;
        if (outcome != Outcome.GoOn) return outcome;
        outcome = WalkBranch(conditional.Consequent, out result);
        conditional.Consequent = result;
        if (outcome == Outcome.Placed) return outcome;
        Outcome other = WalkBranch(conditional.Alternate, out result);
        conditional.Alternate = result;
        return other == Outcome.Placed ? other : Then(outcome, other);
    }

    private Outcome WalkAssignment(AssignmentExpression assignment)
    {
        Outcome outcome = Outcome.GoOn;
        bool isPlain = assignment.Operator == AssignmentOperator.Assign;
        bool isConditional = assignment.Operator >= AssignmentOperator.Or;
        switch (assignment.Left)
        {
            case IdentifierReference name:
                if (name.SymbolId == _symbol) return Outcome.Stop;
                if (!isPlain) outcome = CrossName(name);
                break;
            case MemberExpression member:
                outcome = isPlain ? WalkPlace(member) : WalkMember(member);
                break;
            default:
                return Outcome.Stop;
        }
        if (outcome != Outcome.GoOn) return outcome;
        outcome = isConditional ? WalkBranch(assignment.Right, out Expression right) : Walk(assignment.Right, out right);
        assignment.Right = right;
        return Then(outcome, assignment.Left is IdentifierReference written ? CrossWrite(written.SymbolId) : Cross());
    }

    // o[k] = v: o and k are evaluated, the property is not read
    private Outcome WalkPlace(MemberExpression member)
    {
        Outcome outcome = Walk(member.Object, out Expression obj);
        member.Object = obj;
        if (outcome != Outcome.GoOn || member is not { IsComputed: true, Property: Expression property }) return outcome;
        outcome = Walk(property, out Expression key);
        member.Property = key;
        return outcome;
    }

    private Outcome WalkObject(ObjectExpression obj)
    {
        foreach (Node node in obj.Properties)
        {
            Outcome outcome;
            switch (node)
            {
                case SpreadElement spread:
                    outcome = WalkPart(spread, out _);
                    break;
                case Property property:
                    outcome = property is { IsComputed: true, Key: Expression key } ? WalkKey(property, key) : Outcome.GoOn;
                    if (outcome != Outcome.GoOn) break;
                    outcome = Walk(property.Value, out Expression value);
                    if (!ReferenceEquals(value, property.Value)) property.IsShorthand = false;
                    property.Value = value;
                    break;
                default:
                    return Outcome.Stop;
            }
            if (outcome != Outcome.GoOn) return outcome;
        }
        return Outcome.GoOn;
    }

    private Outcome WalkKey(Property property, Expression key)
    {
        Outcome outcome = Walk(key, out Expression result);
        property.Key = result;
        return Then(outcome, Cross());
    }

    private Outcome WalkTemplate(TemplateLiteral template)
    {
        for (int i = 0; i < template.Expressions.Length; i++)
        {
            Outcome outcome = Walk(template.Expressions[i], out Expression part);
            template.Expressions[i] = part;
            outcome = Then(outcome, Cross());
            if (outcome != Outcome.GoOn) return outcome;
        }
        return Outcome.GoOn;
    }

    // a?.b: what the chain starts with is evaluated first and always
    private Outcome WalkChain(ChainExpression chain)
    {
        Node parent = chain;
        Expression node = chain.Expression;
        while (true)
        {
            switch (node)
            {
                case MemberExpression member:
                    (parent, node) = (member, member.Object);
                    continue;
                case CallExpression call:
                    (parent, node) = (call, call.Callee);
                    continue;
            }
            break;
        }
        if (node is not IdentifierReference name || name.SymbolId != _symbol) return Outcome.Stop;
        if (parent is CallExpression && IsWrongCallee(name)) return Outcome.Stop;
        // (a?.b)?.c ends a chain of its own
        if (_value is ChainExpression) return Outcome.Stop;
        if (parent is MemberExpression of) of.Object = _value;
        else if (parent is CallExpression with) with.Callee = _value;
        else return Outcome.Stop;
        return Outcome.Placed;
    }
}
