using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Semantics;

/// <summary>`null` and `undefined` where any use of them fails or means a slip: `null * 1`, `undefined.a`, `a in null`.</summary>
internal sealed class CheckNullOperands(RuleContext context) : TypeScriptRule(context)
{
    private void Check(Node operand)
    {
        if (operand is NullLiteral) Report(TypeScriptErrors.NullOperand, operand.Span, "null");
        else if (operand is IdentifierReference { Name: "undefined", SymbolId: < 0 }) Report(TypeScriptErrors.NullOperand, operand.Span, "undefined");
    }

    // `null + a` depends on the type of a
    protected override void VisitBinaryExpression(BinaryExpression node)
    {
        bool isCompared = node.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual or BinaryOperator.StrictEqual or BinaryOperator.StrictNotEqual;
        if (!isCompared && node.Operator is not (BinaryOperator.Add or BinaryOperator.Instanceof))
        {
            Check(node.Left);
            Check(node.Right);
        }
        base.VisitBinaryExpression(node);
    }

    protected override void VisitAssignmentExpression(AssignmentExpression node)
    {
        bool isArithmetic = node.Operator is not (AssignmentOperator.Assign or AssignmentOperator.Add or AssignmentOperator.And or AssignmentOperator.Or or AssignmentOperator.Coalesce);
        if (isArithmetic) Check(node.Right);
        base.VisitAssignmentExpression(node);
    }

    protected override void VisitUnaryExpression(UnaryExpression node)
    {
        if (node.Operator is UnaryOperator.Plus or UnaryOperator.Minus or UnaryOperator.BitwiseNot) Check(node.Argument);
        base.VisitUnaryExpression(node);
    }

    protected override void VisitUpdateExpression(UpdateExpression node)
    {
        Check(node.Argument);
        base.VisitUpdateExpression(node);
    }

    protected override void VisitMemberExpression(MemberExpression node)
    {
        if (!node.IsOptional) Check(node.Object);
        base.VisitMemberExpression(node);
    }

    protected override void VisitNewExpression(NewExpression node)
    {
        Check(node.Callee);
        base.VisitNewExpression(node);
    }

    protected override void VisitForInStatement(ForInStatement node)
    {
        Check(node.Right);
        base.VisitForInStatement(node);
    }

    protected override void VisitForOfStatement(ForOfStatement node)
    {
        Check(node.Right);
        base.VisitForOfStatement(node);
    }
}
