namespace Inox.Css;

/// <summary>
/// Optimizes lists of rules from the inside out: declarations of each block, then neighbours with the same selectors or the same declarations become one
/// rule, and what is empty goes.
/// </summary>
internal sealed class OptimizeRules(TargetSet targets, CssOptimizeOptions options)
{
    // How far back a repeated rule is looked for.
    private const int RepeatWindow = 32;

    private readonly OptimizeDeclarations _declarations = new(targets);
    private readonly LowerSelectors _selectors = new(targets, options.Minify);

    public void Run(List<RuleModel> rules)
    {
        List<RuleModel> result = [];
        foreach (RuleModel rule in rules) Add(rule, result);
        MergeLayers.Run(result, options.Minify, Append);
        rules.Clear();
        rules.AddRange(result);
    }

    private void Add(RuleModel rule, List<RuleModel> result)
    {
        switch (rule)
        {
            case StyleModel style:
                AddStyle(style, result);
                break;
            case DeclarationsModel block:
                AddBlock(block, result);
                break;
            case AtModel at:
                AddAt(at, result);
                break;
            default:
                result.Add(rule);
                break;
        }
    }

    // Declarations in a conditional rule that is nested in a style rule, whose elements are `&`.
    private void AddBlock(DeclarationsModel block, List<RuleModel> result)
    {
        LoweredRules normal = LoweredRules.None, important = LoweredRules.None;
        if (!block.IsFinal) block.Declarations = _declarations.Run(block.Declarations, out normal, out important);
        if (block.Declarations.Count > 0) result.Add(block);
        AddLowered.Run(new(block.Span, ["&"], [], []), normal, important, targets, options.Minify, result);
    }

    private void AddStyle(StyleModel style, List<RuleModel> result)
    {
        if (options.UnusedSymbols.Count > 0) DropUnused(style);
        if (style.Selectors.Count == 0) return;
        style.Declarations = _declarations.Run(style.Declarations, out LoweredRules normal, out LoweredRules important);
        Run(style.Children);
        if (targets.Browsers is null)
        {
            AddMerged(style, result);
            AddLowered.Run(style, normal, important, targets, options.Minify, result);
            return;
        }

        foreach (StyleModel part in SplitSelectors.Split(style, targets, options.Minify))
        {
            AddVariants(part, result);
            AddLowered.Run(part, normal, important, targets, options.Minify, result);
        }
    }

    private void AddVariants(StyleModel style, List<RuleModel> result)
    {
        List<List<string>> variants = _selectors.Variants(style.Selectors);
        if (!style.IsEmpty) DropPrefixed(style, result);
        for (int i = 0; i < variants.Count - 1; i++) AddMerged(new(style.Span, variants[i], [.. style.Declarations], [.. style.Children]) { IsNest = style.IsNest }, result);
        AddMerged(variants[^1] == style.Selectors ? style : new(style.Span, variants[^1], style.Declarations, style.Children) { IsNest = style.IsNest }, result);
    }

    // .a:-moz-read-only { … } before an .a:read-only that says the same: targets tell which of them are needed.
    private void DropPrefixed(StyleModel style, List<RuleModel> result)
    {
        if (!style.Selectors.Exists(static selector => selector.Contains(':')) || style.Selectors.Exists(LowerSelectors.HasVendorName)) return;
        while (result.Count > 0 && result[^1] is StyleModel earlier && earlier.Selectors.Exists(LowerSelectors.HasVendorName) && earlier.HasDeclarationsOf(style)
            && earlier.Selectors.ConvertAll(LowerSelectors.Normalize) is var standard && new StyleModel(earlier.Span, standard, [], []).HasSelectorsOf(style)) result.RemoveAt(result.Count - 1);
    }

    private void AddMerged(StyleModel style, List<RuleModel> result)
    {
        if (style.IsEmpty) return;
        if (result.Count == 0 || result[^1] is not StyleModel previous || !TryMerge(previous, style))
        {
            DropOverridden(style, result);
            result.Add(style);
            return;
        }

        // .a,.b{x:y}.a{z:w}.b{z:w}: what merged may merge with what is before it.
        while (result.Count > 1 && result[^2] is StyleModel before && result[^1] is StyleModel last && TryMerge(before, last)) result.RemoveAt(result.Count - 1);
    }

    // Of two rules that set the same for the same elements, the first changes nothing: what is between them wins over it, and the second over that.
    private void DropOverridden(StyleModel style, List<RuleModel> result)
    {
        int first = Math.Max(0, result.Count - RepeatWindow);
        for (int i = result.Count - 1; i >= first; i--)
        {
            if (result[i] is not StyleModel earlier || !earlier.HasSelectorsOf(style) || !earlier.IsOverriddenBy(style, targets)) continue;
            result.RemoveAt(i);
            return;
        }
    }

    private bool TryMerge(StyleModel previous, StyleModel style)
    {
        if (previous.HasSelectorsOf(style) && previous.Children.Count == 0)
        {
            previous.Declarations = _declarations.Run([.. previous.Declarations, .. style.Declarations]);
            previous.Children.AddRange(style.Children);
            return true;
        }

        if (!previous.HasDeclarationsOf(style) || !SelectorFeatures.AreSafe(previous.Selectors, targets) || !SelectorFeatures.AreSafe(style.Selectors, targets)) return false;
        foreach (string selector in style.Selectors)
        {
            if (!previous.Selectors.Contains(selector)) previous.Selectors.Add(selector);
        }

        return true;
    }

    private void DropUnused(StyleModel style) => style.Selectors.RemoveAll(selector => SelectorFeatures.UsesOnly(selector, options.UnusedSymbols));

    private void AddAt(AtModel at, List<RuleModel> result)
    {
        if (at.Children is null)
        {
            AddStatement(at, result);
            return;
        }

        if (at.Known == AtRuleName.Keyframes)
        {
            AddKeyframes(at, at.Children, result);
            return;
        }

        Within(at).Run(at.Children);
        if (at.Known == AtRuleName.FontFeatureValues && MergeFeatureValues.TryMerge(at, result)) return;

        // Of two registrations of a property the last counts.
        int registered = at.Known == AtRuleName.Property ? result.FindIndex(rule => rule is AtModel { Known: AtRuleName.Property } other && other.Prelude == at.Prelude) : -1;
        if (registered >= 0) result[registered] = at;
        else AppendAt(at, at.Children, result);
        if (at.Known == AtRuleName.FontPaletteValues && LowerPalette.Run(at, targets, options.Minify) is { } newer) result.AddRange(newer);
    }

    private void AddKeyframes(AtModel at, List<RuleModel> frames, List<RuleModel> result)
    {
        List<AtModel> conditional = new LowerKeyframes(targets.WithoutRules(), options.Minify).Run(at, frames);
        bool isStandard = at.Name == "keyframes";

        // Of two of one name the last counts, and the standard one takes the place of those for vendors where targets are known.
        result.RemoveAll(rule => rule is AtModel { Known: AtRuleName.Keyframes, Children: { } earlier } other && other.Prelude == at.Prelude
            && (other.Name == at.Name || (isStandard && targets.Browsers is not null && LowerKeyframes.AreSame(earlier, frames))));
        if (isStandard && targets.Browsers is not null) AddPrefixedKeyframes(at, frames, result);
        result.Add(at);
        result.AddRange(conditional);
    }

    private void AddPrefixedKeyframes(AtModel at, List<RuleModel> frames, List<RuleModel> result)
    {
        VendorPrefix prefixes = targets.PrefixesOf("@keyframes");
        foreach (VendorPrefix prefix in VendorPrefixes.Order)
        {
            if (prefix == VendorPrefix.None || (prefixes & prefix) == 0) continue;
            string name = VendorPrefixes.Text(prefix) + at.Name;
            if (!result.Exists(rule => rule is AtModel other && other.Name == name && other.Prelude == at.Prelude)) result.Add(new AtModel(at.Span, at.Known, name, at.Prelude, [.. frames]));
        }
    }

    // A rule that is done, behind others that are.
    private void Append(RuleModel rule, List<RuleModel> result)
    {
        if (rule is StyleModel style) AddMerged(style, result);
        else if (rule is AtModel { Children: { } children } at) AppendAt(at, children, result);
        else result.Add(rule);
    }

    private void AppendAt(AtModel at, List<RuleModel> children, List<RuleModel> result)
    {
        if (children.Count == 0 && IsDroppedWhenEmpty(at.Known)) return;

        // An empty layer is a place in the order of layers.
        if (at is { Known: AtRuleName.Layer, Children.Count: 0, Prelude.Length: > 0 }) AddStatement(new(at.Span, at.Known, at.Name, at.Prelude, null), result);
        else if (at is { Known: AtRuleName.Media, Prelude: "" or "all" } && children.TrueForAll(static child => child is StyleModel or AtModel)) AppendAll(children, result);
        else if (result.Count > 0 && result[^1] is AtModel { Children: { } earlier } previous && previous.Known == at.Known && previous.Prelude == at.Prelude && previous.Name == at.Name && IsMergeable(at)) AppendAll(children, earlier);
        else result.Add(at);
    }

    private void AppendAll(List<RuleModel> rules, List<RuleModel> result)
    {
        foreach (RuleModel rule in rules) Append(rule, result);
    }

    private void AddStatement(AtModel at, List<RuleModel> result)
    {
        if (at.Known == AtRuleName.Charset) return;
        if (at.Known == AtRuleName.Layer && result.Count > 0 && result[^1] is AtModel { Known: AtRuleName.Layer, Children: null } previous) previous.Prelude += (options.Minify ? "," : ", ") + at.Prelude;
        else result.Add(at);
    }

    // What a condition asks for is there in its block.
    private OptimizeRules Within(AtModel at)
    {
        if (at.Known is AtRuleName.Page or AtRuleName.FontFace) return new(targets.WithoutRules(), options);
        TargetSet own = SupportsCondition.Within(at, targets);
        return own == targets ? this : new(own, options);
    }

    private static bool IsDroppedWhenEmpty(AtRuleName name) => name is AtRuleName.Media or AtRuleName.Supports or AtRuleName.Container or AtRuleName.StartingStyle or AtRuleName.Scope;

    private static bool IsMergeable(AtModel at) => at.Known is AtRuleName.Media or AtRuleName.Supports or AtRuleName.Container;
}
