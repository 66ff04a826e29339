using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Minification;

internal sealed partial class Compressor
{
    protected override Node? VisitSequenceExpression(SequenceExpression node)
    {
        base.VisitSequenceExpression(node);
        return Shortened(node);
    }

    private Expression Shortened(SequenceExpression node)
    {
        List<Expression> parts = new(node.Expressions.Length);
        for (int i = 0; i < node.Expressions.Length; i++)
        {
            Expression? part = node.Expressions[i];
            // (0, a.b)(): the 0 keeps the call from passing a
            bool isLast = i == node.Expressions.Length - 1;
            if (!isLast && !(node.Expressions.Length == 2 && node.Expressions[1] is MemberExpression or ChainExpression or IdentifierReference { Name: "eval" })) part = Has(MinifyRules.DropValues) ? DropValues.Unused(part, _purity) : part;
            if (part is SequenceExpression inner) parts.AddRange(inner.Expressions);
            else if (part is not null) parts.Add(part);
        }
        if (parts.Count == 1) return parts[0];
        node.Expressions = [.. parts];
        if (_inline is null || !Has(MinifyRules.CollapseAssignments)) return node;
        Expression collapsed = CollapseAssignments.In(node, _facts, _inline);
        if (!ReferenceEquals(collapsed, node) || node.Expressions.Length != parts.Count) Changes++;
        return collapsed;
    }

    protected override Node? VisitConditionalExpression(ConditionalExpression node)
    {
        Node? folded = base.VisitConditionalExpression(node);
        if (!ReferenceEquals(folded, node) || !Has(MinifyRules.ShortenConditions)) return folded;
        Expression shortened = ShortenConditions.Conditional(node.Span, node.Test, node.Consequent, node.Alternate);
        return _namesAreKnown && Has(MinifyRules.MergeBranches) && shortened is ConditionalExpression conditional ? MergeBranches.In(conditional, _facts) : shortened;
    }

    protected override Node? VisitUnaryExpression(UnaryExpression node)
    {
        // delete undefined is false, delete void 0 is true
        if (node is { Operator: UnaryOperator.Delete, Argument: IdentifierReference }) return node;
        bool wasValue = node.Argument is not (MemberExpression or ChainExpression or IdentifierReference);
        Node? folded = base.VisitUnaryExpression(node);
        if (!ReferenceEquals(folded, node)) return folded;
        // typeof (0, a) throws where nothing declares a, typeof a does not
        if (wasValue && node is { Operator: UnaryOperator.Typeof, Argument: IdentifierReference { SymbolId: < 0 } unknown } && !_purity.IsSafeToRead(unknown))
            node.Argument = AsValue(unknown);
        if (wasValue && node is { Operator: UnaryOperator.Delete, Argument: MemberExpression or ChainExpression or IdentifierReference })
            node.Argument = AsValue(node.Argument);
        return node.Operator == UnaryOperator.Not && Has(MinifyRules.ShortenConditions) ? ShortenConditions.Not(node) : node;
    }

    protected override Node? VisitBinaryExpression(BinaryExpression node)
    {
        Node? folded = base.VisitBinaryExpression(node);
        if (!ReferenceEquals(folded, node)) return folded;
        if (Has(MinifyRules.ShortenExpressions)) ShortenExpressions.Comparison(node);
        return node;
    }

    protected override Node? VisitAssignmentExpression(AssignmentExpression node)
    {
        if (node.Left is not IdentifierReference) node.Left = VisitRequired(node.Left);
        node.Right = VisitRequired(node.Right);
        if (_unused?.Assignment(node) is { } value) return value;
        if (_namesAreKnown && Has(MinifyRules.ShortenExpressions)) ShortenExpressions.Assignment(node);
        return node;
    }

    // (a = b.c)() where nothing reads a calls without a `this`
    protected override Node? VisitCallExpression(CallExpression node)
    {
        bool wasValue = node.Callee is AssignmentExpression or SequenceExpression or CallExpression;
        base.VisitCallExpression(node);
        if (wasValue && node.Callee is MemberExpression or ChainExpression or IdentifierReference { Name: "eval" }) node.Callee = AsValue(node.Callee);
        if (_calls?.Of(node, _around) is not { } inlined) return node;
        Changes++;
        return inlined is SequenceExpression sequence ? Shortened(sequence) : inlined;
    }

    protected override Node? VisitTaggedTemplateExpression(TaggedTemplateExpression node)
    {
        bool wasValue = node.Tag is AssignmentExpression or SequenceExpression or CallExpression;
        base.VisitTaggedTemplateExpression(node);
        if (wasValue && node.Tag is MemberExpression) node.Tag = AsValue(node.Tag);
        return node;
    }

    protected override Node? VisitNewExpression(NewExpression node)
    {
        base.VisitNewExpression(node);
        return _namesAreKnown && Has(MinifyRules.ShortenExpressions) ? ShortenExpressions.New(node) : node;
    }

    protected override Node? VisitMemberExpression(MemberExpression node)
    {
        base.VisitMemberExpression(node);
        ShortenExpressions.Member(node);
        return node;
    }

    protected override Node? VisitProperty(Property node)
    {
        base.VisitProperty(node);
        ShortenExpressions.Key(node);
        return node;
    }
}
