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

    public void Run(List<RuleModel> rules, bool isKeyframes)
    {
        List<RuleModel> result = [];
        foreach (RuleModel rule in rules) Add(rule, result, isKeyframes);
        rules.Clear();
        rules.AddRange(result);
    }

    private void Add(RuleModel rule, List<RuleModel> result, bool isKeyframes)
    {
        switch (rule)
        {
            case StyleModel style:
                AddStyle(style, result, isKeyframes);
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

    private void AddStyle(StyleModel style, List<RuleModel> result, bool isKeyframes)
    {
        if (options.UnusedSymbols.Count > 0 && !isKeyframes) DropUnused(style);
        if (style.Selectors.Count == 0) return;
        style.Declarations = _declarations.Run(style.Declarations, out LoweredRules normal, out LoweredRules important);
        Run(style.Children, isKeyframes: false);
        AddMerged(style, result, isKeyframes);
        AddLowered.Run(style, normal, important, targets, options.Minify, result);
    }

    private void AddMerged(StyleModel style, List<RuleModel> result, bool isKeyframes)
    {
        if (style.IsEmpty) return;
        if (!isKeyframes && result.Count > 0 && result[^1] is StyleModel previous && TryMerge(previous, style)) return;
        if (!isKeyframes) DropRepeated(style, result);
        result.Add(style);
    }

    // Of two rules that say the same for the same elements, the first changes nothing: what is between them wins over it, and the second over that.
    private static void DropRepeated(StyleModel style, List<RuleModel> result)
    {
        int first = Math.Max(0, result.Count - RepeatWindow);
        for (int i = result.Count - 1; i >= first; i--)
        {
            if (result[i] is not StyleModel earlier || !earlier.HasSelectorsOf(style) || !earlier.HasDeclarationsOf(style)) continue;
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

        Within(at).Run(at.Children, at.Known == AtRuleName.Keyframes);
        AppendAt(at, at.Children, result);
    }

    // A rule that is done, behind others that are.
    private void Append(RuleModel rule, List<RuleModel> result)
    {
        if (rule is StyleModel style) AddMerged(style, result, isKeyframes: false);
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
        if (at.Known is AtRuleName.Page or AtRuleName.FontFace or AtRuleName.Keyframes) return new(targets.WithoutRules(), options);
        if (at.Known != AtRuleName.Supports || targets.Browsers is null || at.Prelude.StartsWith("not", StringComparison.OrdinalIgnoreCase)) return this;
        List<CssFeature> known = [];
        if (at.Prelude.Contains("lab(", StringComparison.OrdinalIgnoreCase)) known.AddRange([CssFeature.LabColors, CssFeature.P3Colors, CssFeature.ColorFunction]);
        if (at.Prelude.Contains("oklab(", StringComparison.OrdinalIgnoreCase) || at.Prelude.Contains("oklch(", StringComparison.OrdinalIgnoreCase)) known.Add(CssFeature.OklabColors);
        if (at.Prelude.Contains("color(", StringComparison.OrdinalIgnoreCase)) known.AddRange([CssFeature.P3Colors, CssFeature.ColorFunction]);
        return known.Count == 0 ? this : new(targets.With(known), options);
    }

    private static bool IsDroppedWhenEmpty(AtRuleName name) => name is AtRuleName.Media or AtRuleName.Supports or AtRuleName.Container or AtRuleName.StartingStyle or AtRuleName.Scope;

    private static bool IsMergeable(AtModel at) => at.Known is AtRuleName.Media or AtRuleName.Supports or AtRuleName.Container || (at.Known == AtRuleName.Layer && at.Prelude.Length > 0);
}
