using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

internal sealed partial class SyntaxScan   // expressions
{
    protected override void VisitTemplateLiteral(TemplateLiteral node)
    {
        Use(SyntaxFeature.TemplateLiteral, node.Span);
        foreach (TemplateElement element in node.Quasis) if (element.Cooked is null) Use(SyntaxFeature.TaggedEscape, element.Span);
        base.VisitTemplateLiteral(node);
    }

    protected override void VisitBigIntLiteral(BigIntLiteral node) => Use(SyntaxFeature.BigInt, node.Span);

    protected override void VisitObjectExpression(ObjectExpression node)
    {
        foreach (Node property in node.Properties)
        {
            if (property is not SpreadElement spread)
            {
                Visit(property);
                continue;
            }
            Use(SyntaxFeature.ObjectSpread, spread.Span);
            Visit(spread.Argument);
        }
    }

    protected override void VisitProperty(Property node)
    {
        if (node.IsComputed) Use(SyntaxFeature.ComputedKey, node.Key.Span);
        if (node.IsShorthand) Use(SyntaxFeature.ShorthandProperty, node.Span);
        if (node.IsMethod)
        {
            TextSpan head = new(node.Start, node.Key.End);
            Use(SyntaxFeature.ShorthandMethod, head);
            UseFunction((FunctionExpression)node.Value, head);
        }
        base.VisitProperty(node);
    }

    protected override void VisitSpreadElement(SpreadElement node)
    {
        Use(SyntaxFeature.Spread, node.Span);
        base.VisitSpreadElement(node);
    }

    protected override void VisitMemberExpression(MemberExpression node)
    {
        if (node.IsOptional) Use(SyntaxFeature.OptionalChaining, node, "?.", node.Object.End);
        base.VisitMemberExpression(node);
    }

    protected override void VisitCallExpression(CallExpression node)
    {
        if (node.IsOptional) Use(SyntaxFeature.OptionalChaining, node, "?.", node.Callee.End);
        base.VisitCallExpression(node);
    }

    protected override void VisitImportExpression(ImportExpression node)
    {
        // the linker looks at requests that are known
        if (!IsLowered(LinkedSyntax.DynamicImport) || node.Source is not StringLiteral) Use(SyntaxFeature.DynamicImport, node, "import");
        if (node.Phase != ImportPhase.Evaluation) Use(SyntaxFeature.ImportPhase, node.Span);
        if (node.Options is { } attributes && !IsLowered(LinkedSyntax.ImportAttributes)) Use(SyntaxFeature.ImportAttributes, attributes.Span);
        base.VisitImportExpression(node);
    }

    protected override void VisitMetaProperty(MetaProperty node)
    {
        if (node.Meta.Name == "new") Use(SyntaxFeature.NewTarget, node.Span);
        else if (!IsLowered(LinkedSyntax.ImportMeta)) Use(SyntaxFeature.ImportMeta, node.Span);
    }

    protected override void VisitBinaryExpression(BinaryExpression node)
    {
        if (node.Operator == BinaryOperator.Exponent) Use(SyntaxFeature.Exponent, node, "**", node.Left.End);
        if (node.Left is PrivateIdentifier) Use(SyntaxFeature.PrivateIn, new(node.Left.Start, node.Right.Start));
        base.VisitBinaryExpression(node);
    }

    protected override void VisitLogicalExpression(LogicalExpression node)
    {
        if (node.Operator == LogicalOperator.Coalesce) Use(SyntaxFeature.NullishCoalescing, node, "??", node.Left.End);
        base.VisitLogicalExpression(node);
    }

    protected override void VisitAssignmentExpression(AssignmentExpression node)
    {
        switch (node.Operator)
        {
            case AssignmentOperator.Exponent: Use(SyntaxFeature.Exponent, node, "**=", node.Left.End); break;
            case AssignmentOperator.Or: Use(SyntaxFeature.LogicalAssignment, node, "||=", node.Left.End); break;
            case AssignmentOperator.And: Use(SyntaxFeature.LogicalAssignment, node, "&&=", node.Left.End); break;
            case AssignmentOperator.Coalesce: Use(SyntaxFeature.LogicalAssignment, node, "??=", node.Left.End); break;
        }
        base.VisitAssignmentExpression(node);
    }

    protected override void VisitRegExpLiteral(RegExpLiteral node)
    {
        UsePattern(node);
        foreach (char flag in node.Flags)
        {
            switch (flag)
            {
                case 'u': Use(SyntaxFeature.RegExpUnicodeFlag, node.Span); break;
                case 'y': Use(SyntaxFeature.RegExpStickyFlag, node.Span); break;
                case 's': Use(SyntaxFeature.RegExpDotAllFlag, node.Span); break;
                case 'd': Use(SyntaxFeature.RegExpIndicesFlag, node.Span); break;
                case 'v': Use(SyntaxFeature.RegExpSetsFlag, node.Span); break;
            }
        }
    }

    // The pattern is valid, so that one look at what follows `(?` tells its groups apart.
    private void UsePattern(RegExpLiteral node)
    {
        string pattern = node.Pattern;
        // without these flags `\p` is the letter
        bool isUnicode = node.Flags.AsSpan().IndexOfAny('u', 'v') >= 0;
        bool isInClass = false;
        HashSet<string>? names = null;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    if (isUnicode && i < pattern.Length && pattern[i] is 'p' or 'P') Use(SyntaxFeature.RegExpProperty, node.Span);
                    break;
                // Classes nest under `v`, but there a `(` must be escaped, so that their end does not matter.
                case '[':
                    isInClass = true;
                    break;
                case ']':
                    isInClass = false;
                    break;
                case '(' when !isInClass && i + 2 < pattern.Length && pattern[i + 1] == '?':
                    UseGroup(node, pattern.AsSpan(i + 2), ref names);
                    break;
            }
        }
    }

    private void UseGroup(RegExpLiteral node, ReadOnlySpan<char> group, ref HashSet<string>? names)
    {
        if (group[0] is ':' or '=' or '!') return;
        if (group[0] != '<') Use(SyntaxFeature.RegExpModifiers, node.Span);
        else if (group is ['<', '=' or '!', ..]) Use(SyntaxFeature.RegExpLookbehind, node.Span);
        else
        {
            Use(SyntaxFeature.RegExpNamedGroup, node.Span);
            names ??= [];
            if (!names.Add(group[1..group.IndexOf('>')].ToString())) Use(SyntaxFeature.RegExpDuplicateGroup, node.Span);
        }
    }
}
