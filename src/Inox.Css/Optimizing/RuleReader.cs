using System.Collections.Immutable;

namespace Inox.Css;

/// <summary>Reads the syntax tree into rules with typed declarations and normalized selectors.</summary>
internal sealed class RuleReader(bool minify)
{
    public List<RuleModel> ReadRules(ImmutableArray<CssNode> nodes, bool nested)
    {
        List<RuleModel> rules = [];
        List<TypedDeclaration>? declarations = null;
        foreach (CssNode node in nodes)
        {
            if (node is Declaration declaration)
            {
                if (declarations is null) rules.Add(new DeclarationsModel(node.Span, declarations = []));
                declarations.Add(TypedDeclaration.Parse(declaration));
                continue;
            }

            declarations = null;
            rules.Add(Read(node, nested));
        }

        return rules;
    }

    private RuleModel Read(CssNode node, bool nested) => node switch
    {
        StyleRule rule => ReadStyle(rule, nested),
        AtRule rule => ReadAt(rule, nested),
        _ => new KeptModel(node),
    };

    private RuleModel ReadStyle(StyleRule rule, bool nested)
    {
        string[] selectors = SelectorWriter.WriteAll(rule.Prelude, minify, nested);
        (List<TypedDeclaration> declarations, List<RuleModel> children) = ReadBlock(rule.Children);
        return new StyleModel(rule.Span, [.. selectors], declarations, children);
    }

    private (List<TypedDeclaration>, List<RuleModel>) ReadBlock(ImmutableArray<CssNode> nodes)
    {
        List<RuleModel> children = ReadRules(nodes, nested: true);
        if (children.Count == 0 || children[0] is not DeclarationsModel first) return ([], children);
        children.RemoveAt(0);
        return (first.Declarations, children);
    }

    private RuleModel ReadAt(AtRule rule, bool nested)
    {
        if (rule.Known == AtRuleName.Unknown) return new KeptModel(rule);
        string name = rule.Name.ToString().ToLowerInvariant();
        string prelude = AtPreludes.Write(rule, minify);
        if (!rule.HasBlock) return new AtModel(rule.Span, rule.Known, name, prelude, null);
        if (rule.Known == AtRuleName.Keyframes) return new AtModel(rule.Span, rule.Known, name, prelude, ReadKeyframes(rule.Children));
        return new AtModel(rule.Span, rule.Known, name, prelude, ReadRules(rule.Children, nested && IsConditional(rule.Known)));
    }

    private static bool IsConditional(AtRuleName name) =>
        name is AtRuleName.Media or AtRuleName.Supports or AtRuleName.Container or AtRuleName.Layer or AtRuleName.StartingStyle;

    // 0% is shorter than from, to than 100%.
    private List<RuleModel> ReadKeyframes(ImmutableArray<CssNode> nodes)
    {
        List<RuleModel> frames = [];
        foreach (CssNode node in nodes)
        {
            if (node is not StyleRule rule)
            {
                frames.Add(new KeptModel(node));
                continue;
            }

            List<string> offsets = [];
            ValueReader reader = new(rule.Prelude);
            do
            {
                if (reader.TryIdent("from")) offsets.Add("0%");
                else if (reader.TryIdent("to")) offsets.Add("to");
                else if (CalcParser.TryNumeric(ref reader, Dimensions.Percentage) is { } percentage) offsets.Add(percentage.Text == "100%" ? "to" : percentage.Text);
                else
                {
                    int start = reader.Start;
                    while (!reader.AtEnd && reader.Kind != CssTokenKind.Comma) reader.Next();
                    offsets.Add(rule.Prelude.Buffer[start..reader.Start].Trim());
                }
            }
            while (reader.TryComma());
            frames.Add(new StyleModel(rule.Span, offsets, ReadBlock(rule.Children).Item1, []));
        }

        return frames;
    }
}
