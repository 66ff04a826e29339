using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Printing;

public sealed partial class JsPrinter
{
    private void PrintBinary(BinaryExpression node, int level, int forbid)
    {
        int own = Precedence.Of(node.Operator);
        bool wrap = level >= own || (node.Operator == BinaryOperator.In && (forbid & Forbid.In) != 0);
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        forbid &= Forbid.In;
        PrintSpine(node, forbid);
        if (wrap) Write(')');
    }

    // a + b + c + ...: down along the left operands that need no parentheses, then up again
    private void PrintSpine(BinaryExpression node, int forbid)
    {
        int bottom = _spine.Count;
        _spine.Add(node);
        while (node.Left is BinaryExpression left && Precedence.Of(left.Operator) > LeftLevel(node) && (left.Operator != BinaryOperator.In || forbid == Forbid.Nothing))
        {
            _spine.Add(left);
            node = left;
        }
        if (node.Left is PrivateIdentifier name) PrintPropertyName(name);
        else PrintExpression((Expression)node.Left, LeftLevel(node), forbid);
        for (int i = _spine.Count - 1; i >= bottom; i--)
        {
            node = _spine[i];
            PrintBinaryOperator(node.Operator);
            PrintExpression(node.Right, RightLevel(node.Operator), forbid);
        }
        _spine.RemoveRange(bottom, _spine.Count - bottom);
    }

    // `(a < b) > (c)`: bare, it would be a call with type arguments to TypeScript
    private static int LeftLevel(BinaryExpression node) =>
        node.Operator == BinaryOperator.Greater && node.Left is BinaryExpression { Operator: BinaryOperator.Less } ? Precedence.Of(BinaryOperator.Less) : LeftLevel(node.Operator);

    // `(-a) ** b` is no expression without its parentheses, `a ** b ** c` is `a ** (b ** c)`
    private static int LeftLevel(BinaryOperator op) => op == BinaryOperator.Exponent ? Precedence.Prefix : Precedence.Of(op) - 1;

    private static int RightLevel(BinaryOperator op) => op == BinaryOperator.Exponent ? Precedence.Exponent - 1 : Precedence.Of(op);

    private void PrintBinaryOperator(BinaryOperator op)
    {
        string text = op.ToText();
        if (!_minify)
        {
            Write(' ');
            Write(text);
            Write(' ');
            return;
        }
        if (op >= BinaryOperator.In)
        {
            Keyword(text);
            return;
        }
        char last = _output.Last;
        // x-->y would be a comment at the start of a line; a! ==b would be a !==b
        if ((op == BinaryOperator.Greater && last == '-') || (last == '!' && text[0] == '=')) Write(' ');
        Write(text);
    }

    private void PrintLogical(LogicalExpression node, int level, int forbid)
    {
        int own = Precedence.Of(node.Operator);
        bool wrap = level >= own;
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        forbid &= Forbid.In;
        PrintExpression(node.Left, OperandLevel(node.Operator, node.Left, own - 1), forbid);
        Space();
        Write(node.Operator.ToText());
        Space();
        PrintExpression(node.Right, OperandLevel(node.Operator, node.Right, own), forbid);
        if (wrap) Write(')');
    }

    // `a ?? (b || c)`: the grammar does not let them mix
    private static int OperandLevel(LogicalOperator op, Expression operand, int level) =>
        op == LogicalOperator.Coalesce && operand is LogicalExpression { Operator: not LogicalOperator.Coalesce } ? Precedence.Prefix : level;

    private void PrintAssignment(AssignmentExpression node, int level, int forbid)
    {
        int start = _output.Length;
        bool wrap = level >= Precedence.Assign || (node.Left.Kind == NodeKind.ObjectPattern && (start == _statementStart || start == _arrowBodyStart));
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        PrintTarget(node.Left, forbid & Forbid.In);
        Space();
        // `a! =b`, `a<b>=c`
        if (_minify && _output.Last is '!' or '>') Write(' ');
        Write(node.Operator.ToText());
        Space();
        PrintExpression(node.Right, Precedence.Yield, forbid & Forbid.In);
        if (wrap) Write(')');
    }

    private void PrintConditional(ConditionalExpression node, int level, int forbid)
    {
        bool wrap = level >= Precedence.Conditional;
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        forbid &= Forbid.In;
        PrintExpression(node.Test, Precedence.Conditional, forbid);
        Space();
        Write('?');
        Space();
        PrintExpression(node.Consequent, Precedence.Yield, Forbid.Nothing);
        Space();
        Write(':');
        Space();
        PrintExpression(node.Alternate, Precedence.Yield, forbid);
        if (wrap) Write(')');
    }

    private void PrintSequence(SequenceExpression node, int level, int forbid)
    {
        bool wrap = level >= Precedence.Comma;
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        for (int i = 0; i < node.Expressions.Length; i++)
        {
            if (i > 0) Comma();
            PrintExpression(node.Expressions[i], Precedence.Comma, forbid & Forbid.In);
        }
        if (wrap) Write(')');
    }

    private void PrintUnary(UnaryExpression node, int level)
    {
        bool wrap = level >= Precedence.Prefix;
        if (wrap) Write('(');
        string text = node.Operator.ToText();
        if (node.Operator >= UnaryOperator.Typeof)
        {
            PrintWord(node, text);
            Space();
        }
        else
        {
            // `a - -b`, `+ +a`
            if (node.Operator <= UnaryOperator.Plus && _output.Last == text[0]) Write(' ');
            Map(node.Start);
            Write(text);
        }
        PrintExpression(node.Argument, Precedence.Prefix - 1, Forbid.Nothing);
        if (wrap) Write(')');
    }

    private void PrintUpdate(UpdateExpression node, int level)
    {
        string text = node.Operator.ToText();
        bool wrap = level >= (node.IsPrefix ? Precedence.Prefix : Precedence.Postfix);
        if (wrap) Write('(');
        if (node.IsPrefix)
        {
            char last = _output.Last;
            // `a + ++b`, and `a<! --b`, as `<!--` would open a comment
            if (last == text[0] || (last == '!' && node.Operator == UpdateOperator.Decrement)) Write(' ');
            Map(node.Start);
            Write(text);
            PrintTarget(node.Argument, Forbid.Nothing);
        }
        else
        {
            PrintTarget(node.Argument, Forbid.Nothing);
            Write(text);
        }
        if (wrap) Write(')');
    }

    private void PrintAwait(AwaitExpression node, int level)
    {
        bool wrap = level >= Precedence.Prefix;
        if (wrap) Write('(');
        PrintWord(node, "await");
        Space();
        PrintExpression(node.Argument, Precedence.Prefix - 1, Forbid.Nothing);
        if (wrap) Write(')');
    }

    private void PrintYield(YieldExpression node, int level, int forbid)
    {
        bool wrap = level >= Precedence.Assign;
        if (wrap)
        {
            Write('(');
            forbid = Forbid.Nothing;
        }
        PrintWord(node, "yield");
        if (node.IsDelegate) Write('*');
        if (node.Argument is not null)
        {
            Space();
            PrintExpression(node.Argument, Precedence.Yield, forbid & Forbid.In);
        }
        if (wrap) Write(')');
    }
}
