using System.Text;

namespace Inox.Css;

/// <summary>Lifts nested rules out of the rules around them, their <c>&amp;</c> replaced by the selectors of the parent (CSS Nesting 1).</summary>
internal sealed class LowerNesting(TargetSet targets, bool minify)
{
    public List<RuleModel> Lower(List<RuleModel> rules, List<string>? parents)
    {
        List<RuleModel> result = [];
        foreach (RuleModel rule in rules) Lower(rule, parents, result);
        return result;
    }

    private void Lower(RuleModel rule, List<string>? parents, List<RuleModel> result)
    {
        switch (rule)
        {
            // { … } and a,{ … }: browsers drop the rule with all that is in it.
            case StyleModel { Selectors: var own } broken when own.Count == 0 || own.Contains(""):
                result.Add(new StyleModel(broken.Span, own, broken.Declarations, []));
                break;
            case StyleModel style:
                List<string> selectors = Resolve(style.Selectors, parents);
                if (style.Declarations.Count > 0) result.Add(new StyleModel(style.Span, [.. selectors], style.Declarations, []));
                foreach (RuleModel child in style.Children) Lower(child, selectors, result);
                break;
            case DeclarationsModel declarations when parents is not null:
                result.Add(new StyleModel(declarations.Span, [.. parents], declarations.Declarations, []));
                break;
            case AtModel { Children: { } children } at when CanHoldRules(at.Known):
                result.Add(new AtModel(at.Span, at.Known, at.Name, at.Prelude, Lower(children, at.Known == AtRuleName.Scope ? null : parents)));
                break;
            default:
                result.Add(rule);
                break;
        }
    }

    private static bool CanHoldRules(AtRuleName name) =>
        name is AtRuleName.Media or AtRuleName.Supports or AtRuleName.Container or AtRuleName.Layer or AtRuleName.StartingStyle or AtRuleName.Scope;

    private List<string> Resolve(List<string> selectors, List<string>? parents)
    {
        List<string> result = [];
        foreach (string selector in selectors)
        {
            if (parents is null) result.Add(selector.Contains('&') ? Replace(selector, [":scope"]) : selector);
            else if (parents.Count > 1 && !targets.Supports(CssFeature.IsSelector)) result.AddRange(parents.Select(parent => Replace(selector, [parent])));
            else result.Add(Replace(selector, parents));
        }

        return result;
    }

    private string Replace(string selector, List<string> parents)
    {
        ComplexSelector complex = SelectorParser.Parse(new(selector)).Selectors[0];
        if (complex.Parts[0].Kind == SelectorKind.Combinator) return Replace($"&{(minify ? "" : " ")}{selector}", parents);
        StringBuilder text = new();
        int start = 0;
        while (start < complex.Parts.Length)
        {
            int end = start;
            while (end < complex.Parts.Length && complex.Parts[end].Kind != SelectorKind.Combinator) end++;
            WriteCompound(selector, complex, start, end, parents, text);
            if (end < complex.Parts.Length) text.Append(selector, complex.Parts[end].Span.Start, complex.Parts[end].Span.Length);
            start = end + 1;
        }

        return text.ToString();
    }

    private void WriteCompound(string selector, ComplexSelector complex, int start, int end, List<string> parents, StringBuilder text)
    {
        bool hasType = false;
        for (int i = start; i < end; i++)
        {
            if (complex.Parts[i].Kind is not (SelectorKind.Type or SelectorKind.Universal)) continue;
            hasType = true;
            text.Append(Text(selector, complex.Parts[i]));
        }

        for (int i = start; i < end; i++)
        {
            SelectorPart part = complex.Parts[i];
            if (part.Kind is SelectorKind.Type or SelectorKind.Universal) continue;
            if (part.Kind == SelectorKind.Nesting) text.Append(Parent(parents, isFirst: i == start && !hasType, startsSelector: start == 0, isAlone: end - start == 1 && complex.Parts.Length == 1));
            else if (part is PseudoSelector { Selectors: { } inner, ArgumentSpan: { } argument } && Text(selector, part).Contains('&')) WritePseudo(selector, part, inner, argument, parents, text);
            else text.Append(Text(selector, part));
        }
    }

    private void WritePseudo(string selector, SelectorPart part, SelectorList inner, Core.TextSpan argument, List<string> parents, StringBuilder text)
    {
        text.Append(selector, part.Span.Start, argument.Start - part.Span.Start);
        for (int i = 0; i < inner.Selectors.Length; i++)
        {
            if (i > 0) text.Append(minify ? "," : ", ");
            ComplexSelector item = inner.Selectors[i];
            string own = selector.Substring(item.Span.Start, item.Span.Length);
            text.Append(own == "&" ? string.Join(minify ? "," : ", ", parents) : own.Contains('&') ? Replace(own, parents) : own);
        }

        text.Append(')');
    }

    private static string Text(string selector, SelectorPart part) => selector.Substring(part.Span.Start, part.Span.Length);

    // A parent of several parts fits as it is where the selector starts with &; elsewhere :is() holds it together.
    private string Parent(List<string> parents, bool isFirst, bool startsSelector, bool isAlone)
    {
        string comma = minify ? "," : ", ";
        if (parents.Count > 1) return isAlone ? string.Join(comma, parents) : $":is({string.Join(comma, parents)})";
        string parent = parents[0];
        ComplexSelector complex = SelectorParser.Parse(new(parent)).Selectors[0];
        bool isCompound = true;
        foreach (SelectorPart part in complex.Parts) isCompound &= part.Kind != SelectorKind.Combinator;
        bool startsWithType = complex.Parts[0].Kind is SelectorKind.Type or SelectorKind.Universal;
        if (isFirst && (startsSelector || isCompound)) return parent;
        return isCompound && !startsWithType ? parent : $":is({parent})";
    }
}
