using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>Reads the syntax tree into rules with typed declarations and normalized selectors.</summary>
internal sealed class RuleReader(bool minify, TargetSet targets, CustomMedia? custom, SourceText source, List<Diagnostic> diagnostics)
{
    public List<RuleModel> ReadRules(ImmutableArray<CssNode> nodes, bool nested)
    {
        List<RuleModel> rules = [];
        List<TypedDeclaration>? declarations = null;
        foreach (CssNode node in nodes)
        {
            if (custom is not null && node is AtRule { Known: AtRuleName.CustomMedia }) continue;
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

    private void Report(DiagnosticDescriptor descriptor, TextSpan span, params string[] arguments) =>
        diagnostics.Add(new() { Descriptor = descriptor, Source = source, Span = span, Arguments = arguments });

    private RuleModel Read(CssNode node, bool nested) => node switch
    {
        StyleRule rule => ReadStyle(rule, nested),
        AtRule rule => ReadAt(rule, nested),
        _ => new KeptModel(node),
    };

    private RuleModel ReadStyle(StyleRule rule, bool nested)
    {
        List<string> selectors = !nested && PlainSelector.Is(rule.Prelude.Span) ? [rule.Prelude.ToString()] : ReadSelectors(rule, nested);
        (List<TypedDeclaration> declarations, List<RuleModel> children) = ReadBlock(rule.Children);
        return new StyleModel(rule.Span, selectors, declarations, children);
    }

    private List<string> ReadSelectors(StyleRule rule, bool nested)
    {
        SelectorList list = SelectorParser.Parse(rule.Prelude);
        if (SelectorValidity.FindProblem(list, rule.Prelude) is { } problem) Report(CssDiagnostics.UselessSelector, rule.Span, problem);
        return SelectorWriter.WriteAll(list, rule.Prelude, minify, nested);
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
        if (rule.HasBlock && rule.Name.Is("nest")) return ReadNest(rule);
        if (rule.Known == AtRuleName.Unknown) return new KeptModel(rule);
        string name = rule.Name.ToString().ToLowerInvariant();
        string prelude = AtPreludes.Write(rule, minify, targets, custom, out bool isValid);
        if (!isValid) Report(CssDiagnostics.InvalidQuery, rule.Span);
        if (rule is { Known: AtRuleName.Layer, HasBlock: false } && prelude.Length == 0) Report(CssDiagnostics.InvalidAtRule, rule.Span, "a `@layer` without a block needs a name");
        if (!rule.HasBlock) return new AtModel(rule.Span, rule.Known, name, prelude, null);
        CheckName(rule);
        if (rule.Known == AtRuleName.Keyframes) return new AtModel(rule.Span, rule.Known, name, prelude, ReadKeyframes(rule.Children));
        if (rule.Known == AtRuleName.FontFeatureValues) return new AtModel(rule.Span, rule.Known, name, prelude, ReadFeatureValues(rule.Children));
        if (rule.Known == AtRuleName.Property) return new AtModel(rule.Span, rule.Known, name, prelude, ReadDescriptors([.. rule.Children.OrderBy(PropertyOrder)], TypedDeclaration.ParseDescriptor));
        if (rule.Known is AtRuleName.CounterStyle or AtRuleName.FontPaletteValues or AtRuleName.ViewTransition) return new AtModel(rule.Span, rule.Known, name, prelude, ReadDescriptors(rule.Children, TypedDeclaration.ParseDescriptor));
        if (rule.Known == AtRuleName.FontFace) return new AtModel(rule.Span, rule.Known, name, prelude, ReadDescriptors(rule.Children, TypedDeclaration.ParseFontFace));
        return new AtModel(rule.Span, rule.Known, name, prelude, ReadRules(rule.Children, nested && IsConditional(rule.Known)));
    }

    // @nest a & { … }: the first syntax of nesting
    private StyleModel ReadNest(AtRule rule)
    {
        List<string> selectors = SelectorWriter.WriteAll(SelectorParser.Parse(rule.Prelude), rule.Prelude, minify, nested: true);
        (List<TypedDeclaration> declarations, List<RuleModel> children) = ReadBlock(rule.Children);
        return new StyleModel(rule.Span, selectors, declarations, children) { IsNest = true };
    }

    private static readonly string[] s_propertyOrder = ["syntax", "inherits", "initial-value"];

    private static int PropertyOrder(CssNode node) =>
        node is Declaration declaration && Array.IndexOf(s_propertyOrder, declaration.Name.ToString().ToLowerInvariant()) is >= 0 and var index ? index : s_propertyOrder.Length;

    // @font-feature-values a { @swash { b: 1; } }: each block once, each name in it once
    private static List<RuleModel> ReadFeatureValues(ImmutableArray<CssNode> nodes)
    {
        List<RuleModel> blocks = [];
        foreach (CssNode node in nodes)
        {
            if (node is AtRule { HasBlock: true } rule) blocks.Add(new AtModel(rule.Span, rule.Known, rule.Name.ToString().ToLowerInvariant(), "", ReadDescriptors(rule.Children, TypedDeclaration.ParseDescriptor)));
            else blocks.Add(new KeptModel(node));
        }

        return blocks;
    }

    // Descriptors are not merged: font-weight there is no part of font.
    private static List<RuleModel> ReadDescriptors(ImmutableArray<CssNode> nodes, Func<Declaration, TypedDeclaration> parse)
    {
        List<RuleModel> rules = [];
        DeclarationsModel? block = null;
        foreach (CssNode node in nodes)
        {
            if (node is not Declaration declaration)
            {
                rules.Add(new KeptModel(node));
                block = null;
                continue;
            }

            if (block is null) rules.Add(block = new(node.Span, []) { IsFinal = true });
            block.Declarations.Add(parse(declaration));
        }

        return rules;
    }

    // What the grammar of an at-rule asks for beside its block.
    private void CheckName(AtRule rule)
    {
        string? problem = rule.Known switch
        {
            AtRuleName.Keyframes when IsReserved(rule.Prelude) => "`@keyframes` cannot have a keyword for its name",
            AtRuleName.Document when !AtPreludes.IsEmptyPrefix(rule.Prelude) => "the only `@document` that is left is `@-moz-document url-prefix()`",
            AtRuleName.Layer when rule.Prelude.Span.Contains(',') => "a `@layer` with a block has one name",
            AtRuleName.Property when !rule.Prelude.Span.StartsWith("--") => "the name of `@property` starts with `--`",
            AtRuleName.Property when !HasDescriptors(rule) => "`@property` needs `syntax`, `inherits` and an `initial-value` of that syntax",
            AtRuleName.Page when rule.Children.Any(child => child is AtRule margin && !IsMarginBox(margin)) => "only margin boxes stand in `@page`",
            _ => null,
        };
        if (problem is not null) Report(CssDiagnostics.InvalidAtRule, rule.Span, problem);
    }

    private static bool IsReserved(CssText name)
    {
        ValueReader reader = new(name);
        return reader.Kind == CssTokenKind.Ident && (WideKeywords.Is(reader.Name) || reader.IsIdent("none"));
    }

    private static bool IsMarginBox(AtRule rule) => rule.Name.ToString().ToLowerInvariant() is var name
        && (name.StartsWith("top-", StringComparison.Ordinal) || name.StartsWith("bottom-", StringComparison.Ordinal) || name.StartsWith("left-", StringComparison.Ordinal) || name.StartsWith("right-", StringComparison.Ordinal));

    private static bool HasDescriptors(AtRule rule)
    {
        Dictionary<string, CssText> found = [];
        foreach (CssNode child in rule.Children)
        {
            if (child is Declaration declaration) found[declaration.Name.ToString().ToLowerInvariant()] = declaration.Value;
        }

        if (!found.TryGetValue("syntax", out CssText syntax) || !found.ContainsKey("inherits")) return false;
        string text = CssEscapes.Decode(syntax.Span).Trim('"', '\'', ' ');
        if (text == "*") return true;
        if (!found.TryGetValue("initial-value", out CssText value)) return false;
        ValueReader reader = new(value);
        return text != "<color>" || (ColorParser.TryColor(ref reader) is not null && reader.AtEnd);
    }

    private static bool IsConditional(AtRuleName name) =>
        name is AtRuleName.Media or AtRuleName.Supports or AtRuleName.Container or AtRuleName.Layer or AtRuleName.StartingStyle;

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

            frames.Add(new StyleModel(rule.Span, ReadOffsets(rule.Prelude, minify), ReadBlock(rule.Children).Item1, []));
        }

        return frames;
    }

    // 0% is shorter than from, to than 100%. What is neither stays, brackets in pairs.
    private static List<string> ReadOffsets(CssText prelude, bool minify)
    {
        List<string> offsets = [];
        ValueReader reader = new(prelude);
        do
        {
            int start = reader.Start, end = start;
            ValueReader before = reader;
            string? offset = reader.TryIdent("from") ? minify ? "0%" : "from" : reader.TryIdent("to") ? "to" : CalcParser.TryNumeric(ref reader, Dimensions.Percentage)?.Text;
            if (offset is null || reader.Kind is not (CssTokenKind.Comma or CssTokenKind.EndOfFile))
            {
                reader = before;
                while (reader.Kind is not (CssTokenKind.Comma or CssTokenKind.EndOfFile)) end = reader.TakeComponent().End;
                offset = prelude.Buffer[start..end];
            }

            offsets.Add(offset == "100%" ? "to" : offset);
        }
        while (reader.TryComma());
        return offsets;
    }
}
