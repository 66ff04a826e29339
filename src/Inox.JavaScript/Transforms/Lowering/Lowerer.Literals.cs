using Inox.Core;
using Inox.JavaScript.Syntax;

namespace Inox.JavaScript.Transforms.Lowering;

// Template literals and regular expressions.
internal sealed partial class Lowerer
{
    // `a${b}c${d()}` -> "a".concat(b, "c").concat(d()): concat makes strings as templates do, where + would ask for a primitive. A value is
    // a string before the next is evaluated, unless evaluating the next does nothing.
    protected override Node? VisitTemplateLiteral(TemplateLiteral node)
    {
        base.VisitTemplateLiteral(node);
        if (!Lowers(SyntaxFeature.TemplateLiteral)) return node;
        TextSpan span = node.Span;
        Expression result = Make.String(span, node.Quasis[0].Cooked ?? "");
        List<Expression> run = [];
        for (int i = 0; i < node.Expressions.Length; i++)
        {
            Expression value = node.Expressions[i];
            if (run.Count > 0 && value is not (StringLiteral or NumericLiteral or IdentifierReference { SymbolId: >= 0 } or ThisExpression)) result = Flush(result, run);
            run.Add(value);
            if (node.Quasis[i + 1].Cooked is { Length: > 0 } text) run.Add(Make.String(span, text));
        }
        return Flush(result, run);
    }

    private static Expression Flush(Expression text, List<Expression> run)
    {
        if (run.Count == 0) return text;
        Expression result = Make.Call(text.Span, Make.Member(text.Span, text, "concat"), [.. run]);
        run.Clear();
        return result;
    }

    // f`a${b}` -> f(_a || (_a = __template(["a", ""])), b): the strings are made once for the place in the source
    protected override Node? VisitTaggedTemplateExpression(TaggedTemplateExpression node)
    {
        bool isLowered = Lowers(SyntaxFeature.TemplateLiteral) || Lowers(SyntaxFeature.TaggedEscape) && Array.Exists(node.Quasi.Quasis, static element => element.Cooked is null);
        bool isMethod = node.Tag is MemberExpression { Property: PrivateIdentifier } && Lowers(SyntaxFeature.PrivateMember) || node.Tag is MemberExpression { Object: Super } member && IsLoweredTarget(member)
            || node.Tag is ChainExpression;
        if (!isLowered && !isMethod)
        {
            node.Tag = VisitRequired(node.Tag);
            node.Quasi.Expressions = VisitList(node.Quasi.Expressions);
            return node;
        }
        Expression tag = VisitCallee(node.Tag, out Expression? self);
        Expression[] values = VisitList(node.Quasi.Expressions);
        if (!isLowered)
        {
            node.Quasi.Expressions = values;
            node.Tag = self is null ? tag : Make.Call(node.Span, Make.Member(node.Span, tag, "bind"), self);
            return node;
        }
        return MakeCall(node.Span, tag, self, [TemplateObject(node.Quasi), .. values], self);
    }

    private Expression TemplateObject(TemplateLiteral template)
    {
        TextSpan span = template.Span;
        bool isRaw = false;
        List<Expression?> cooked = [], raw = [];
        foreach (TemplateElement element in template.Quasis)
        {
            isRaw |= element.Cooked != element.Raw;
            cooked.Add(element.Cooked is { } text ? Make.String(span, text) : Make.Undefined(span));
            raw.Add(Make.String(span, element.Raw));
        }
        string variable = NewName("_template");
        ProgramFrame().Variables.Add(variable);
        ArrayExpression strings = new(span, [.. cooked]);
        Expression made = isRaw ? CallRuntime(span, "__template", strings, new ArrayExpression(span, [.. raw])) : CallRuntime(span, "__template", strings);
        return new LogicalExpression(span, Own(span, variable), LogicalOperator.Or, Make.Assign(span, Own(span, variable), made));
    }

    private Frame ProgramFrame()
    {
        Frame frame = _frame;
        while (frame.Outer is not null) frame = frame.Outer;
        return frame;
    }

    protected override Node? VisitRegExpLiteral(RegExpLiteral node)
    {
        RegExpLowering lowered = RegExpLowering.Of(node.Pattern, node.Flags, Lowers);
        TextSpan span = node.Span;
        Expression result = new RegExpLiteral(span, lowered.Pattern, lowered.Flags);
        // An engine that does not know the flag is asked when the expression is evaluated, where a polyfill can answer.
        if (lowered.NeedsConstructor)
            result = new NewExpression(span, Make.Reference(span, "RegExp"), null, lowered.Flags.Length == 0 ? [Make.String(span, lowered.Pattern)] : [Make.String(span, lowered.Pattern), Make.String(span, lowered.Flags)]);
        if (lowered.Groups.Count == 0) return result;
        List<Node> groups = [];
        foreach ((string name, List<int> indices) in lowered.Groups)
        {
            Expression value = indices.Count == 1 ? Make.Number(span, indices[0]) : new ArrayExpression(span, [.. indices.ConvertAll(index => Make.Number(span, index))]);
            groups.Add(Make.Property(span, Make.String(span, name), value));
        }
        return CallRuntime(span, "__namedGroups", result, new ObjectExpression(span, [.. groups]));
    }
}
