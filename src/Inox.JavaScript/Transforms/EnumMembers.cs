using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms;

/// <summary>The members of an enum with their values: given, computed, or one more than the member before.</summary>
internal static class EnumMembers
{
    /// <summary>Each member as it is reached; <paramref name="constants"/> must get each value before the next is asked for.</summary>
    public static IEnumerable<(string Name, TSEnumMember Member, ConstantValue? Value)> Evaluate(TSEnumDeclaration node, EnumConstants constants, EnumEvaluator evaluator)
    {
        double? next = 0;
        foreach (TSEnumMember member in node.Members)
        {
            ConstantValue? value = member.Initializer is { } init ? evaluator.Evaluate(init, constants)
                : next is { } number ? ConstantValue.Of(number) : null;
            next = value is { Text: null } known ? known.Number + 1 : null;
            yield return (NameOf(member), member, value);
        }
    }

    public static string NameOf(TSEnumMember member) => member.Id switch
    {
        IdentifierName name => name.Name,
        StringLiteral text => text.Value,
        NumericLiteral number => NumberOperations.ToText(number.Value),
        TemplateLiteral { Quasis: [{ Cooked: { } text }] } => text,
        _ => "",
    };

    /// <summary>Whether an expression gives a string whatever its parts are; such a member has no reverse mapping.</summary>
    public static bool IsText(Expression expression) => expression switch
    {
        StringLiteral or TemplateLiteral => true,
        BinaryExpression { Operator: BinaryOperator.Add, Left: Expression left } sum => IsText(left) || IsText(sum.Right),
        TSAsExpression wrapper => IsText(wrapper.Expression),
        TSSatisfiesExpression wrapper => IsText(wrapper.Expression),
        TSTypeAssertion wrapper => IsText(wrapper.Expression),
        _ => false,
    };
}
