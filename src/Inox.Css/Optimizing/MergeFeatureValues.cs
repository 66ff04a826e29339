namespace Inox.Css;

/// <summary>Blocks of <c>@font-feature-values</c> for the same families become one, and so do those in them of one name, each value set once.</summary>
internal static class MergeFeatureValues
{
    /// <summary>Merges the rule into the last of <paramref name="result"/>; false, the rule tidied up, where that is for other families.</summary>
    public static bool TryMerge(AtModel at, List<RuleModel> result)
    {
        bool merges = result.Count > 0 && result[^1] is AtModel { Known: AtRuleName.FontFeatureValues } last && last.Prelude == at.Prelude;
        List<RuleModel> blocks = merges ? ((AtModel)result[^1]).Children! : [];
        foreach (RuleModel block in at.Children!) AddBlock(block, blocks);
        at.Children = blocks;
        return merges;
    }

    private static void AddBlock(RuleModel block, List<RuleModel> blocks)
    {
        if (block is not AtModel { Children: [DeclarationsModel own] } named)
        {
            blocks.Add(block);
            return;
        }

        AtModel? earlier = (AtModel?)blocks.Find(rule => rule is AtModel { Children: [DeclarationsModel] } other && other.Name == named.Name);
        if (earlier is null) blocks.Add(named);
        DeclarationsModel all = earlier is null ? own : (DeclarationsModel)earlier.Children![0];
        List<TypedDeclaration> values = earlier is null ? [] : all.Declarations;
        foreach (TypedDeclaration value in own.Declarations)
        {
            int index = values.FindIndex(other => other.Name == value.Name);
            if (index >= 0) values[index] = value;
            else values.Add(value);
        }

        all.Declarations = values;
    }
}
