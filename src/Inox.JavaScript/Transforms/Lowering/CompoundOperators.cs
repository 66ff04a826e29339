using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

/// <summary>What a compound assignment does with the two values.</summary>
internal static class CompoundOperators
{
    public static BinaryOperator BinaryOf(AssignmentOperator op) => op switch
    {
        AssignmentOperator.Add => BinaryOperator.Add,
        AssignmentOperator.Subtract => BinaryOperator.Subtract,
        AssignmentOperator.Multiply => BinaryOperator.Multiply,
        AssignmentOperator.Divide => BinaryOperator.Divide,
        AssignmentOperator.Remainder => BinaryOperator.Remainder,
        AssignmentOperator.Exponent => BinaryOperator.Exponent,
        AssignmentOperator.ShiftLeft => BinaryOperator.ShiftLeft,
        AssignmentOperator.ShiftRight => BinaryOperator.ShiftRight,
        AssignmentOperator.ShiftRightUnsigned => BinaryOperator.ShiftRightUnsigned,
        AssignmentOperator.BitwiseOr => BinaryOperator.BitwiseOr,
        AssignmentOperator.BitwiseXor => BinaryOperator.BitwiseXor,
        AssignmentOperator.BitwiseAnd => BinaryOperator.BitwiseAnd,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
