using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>
/// Computes initializers of enum members as TypeScript does: numbers, strings, templates, the operators on them, earlier members, members
/// of other enums of the file and <c>const</c> variables with such a value.
/// </summary>
internal sealed class EnumEvaluator(SemanticModel model)
{
    // By the symbol of the enum.
    private readonly Dictionary<int, EnumConstants> _enums = [];
    private readonly Dictionary<int, Expression> _constants = [];

    // const a = a + 1
    private readonly HashSet<int> _running = [];

    public EnumConstants GetOrAdd(int symbol)
    {
        if (!_enums.TryGetValue(symbol, out EnumConstants? constants)) _enums[symbol] = constants = new();
        return constants;
    }

    public EnumConstants? Find(int symbol) => _enums.GetValueOrDefault(symbol);

    public void AddConstant(int symbol, Expression init) => _constants[symbol] = init;

    /// <summary>The value of an expression in an enum; null when it is known only at run time.</summary>
    public ConstantValue? Evaluate(Expression expression, EnumConstants? current) => expression switch
    {
        NumericLiteral number => ConstantValue.Of(number.Value),
        StringLiteral text => ConstantValue.Of(text.Value),
        TemplateLiteral template => EvaluateTemplate(template, current),
        UnaryExpression unary => EvaluateUnary(unary, current),
        BinaryExpression { Left: Expression left } binary => EvaluateBinary(left, binary.Operator, binary.Right, current),
        IdentifierReference reference => EvaluateName(reference, current),
        MemberExpression member => EvaluateMember(member),
        TSAsExpression wrapper => Evaluate(wrapper.Expression, current),
        TSSatisfiesExpression wrapper => Evaluate(wrapper.Expression, current),
        TSTypeAssertion wrapper => Evaluate(wrapper.Expression, current),
        _ => null,
    };

    private ConstantValue? EvaluateTemplate(TemplateLiteral template, EnumConstants? current)
    {
        string text = template.Quasis[0].Cooked ?? "";
        for (int i = 0; i < template.Expressions.Length; i++)
        {
            if (Evaluate(template.Expressions[i], current) is not { } part) return null;
            text += ToText(part) + template.Quasis[i + 1].Cooked;
        }
        return ConstantValue.Of(text);
    }

    private ConstantValue? EvaluateUnary(UnaryExpression unary, EnumConstants? current)
    {
        if (Evaluate(unary.Argument, current) is not { Text: null } value) return null;
        return unary.Operator switch
        {
            UnaryOperator.Plus => value,
            UnaryOperator.Minus => ConstantValue.Of(-value.Number),
            UnaryOperator.BitwiseNot => ConstantValue.Of(~NumberOperations.ToInt32(value.Number)),
            _ => null,
        };
    }

    private ConstantValue? EvaluateBinary(Expression left, BinaryOperator op, Expression right, EnumConstants? current)
    {
        if (Evaluate(left, current) is not { } a || Evaluate(right, current) is not { } b) return null;
        if (a.Text is not null || b.Text is not null) return op == BinaryOperator.Add ? ConstantValue.Of(ToText(a) + ToText(b)) : null;
        return NumberOperations.Apply(op, a.Number, b.Number) is { } number ? ConstantValue.Of(number) : null;
    }

    private static string ToText(ConstantValue value) => value.Text ?? NumberOperations.ToText(value.Number);

    private ConstantValue? EvaluateName(IdentifierReference reference, EnumConstants? current)
    {
        if (current is not null && IsMemberName(reference)) return current.Members.TryGetValue(reference.Name, out ConstantValue member) ? member : null;
        if (reference.SymbolId < 0) return EvaluateGlobal(reference.Name);
        if (!_constants.TryGetValue(reference.SymbolId, out Expression? init) || !_running.Add(reference.SymbolId)) return null;
        ConstantValue? value = Evaluate(init, null);
        _running.Remove(reference.SymbolId);
        return value;
    }

    private static ConstantValue? EvaluateGlobal(string name) => name switch
    {
        "NaN" => ConstantValue.Of(double.NaN),
        "Infinity" => ConstantValue.Of(double.PositiveInfinity),
        _ => null,
    };

    public bool IsMemberName(IdentifierReference reference) =>
        reference.SymbolId >= 0 && (model.GetSymbol(reference.SymbolId).Flags & SymbolFlags.EnumMember) != 0;

    /// <summary>The value of `E.A` or `E["A"]` where E is an enum of the file.</summary>
    public ConstantValue? EvaluateMember(MemberExpression member)
    {
        if (member.Object is not IdentifierReference { SymbolId: >= 0 } reference || Find(reference.SymbolId) is not { } constants) return null;
        string? name = member.IsComputed ? (member.Property as StringLiteral)?.Value : (member.Property as IdentifierName)?.Name;
        return name is not null && constants.Members.TryGetValue(name, out ConstantValue value) ? value : null;
    }
}
