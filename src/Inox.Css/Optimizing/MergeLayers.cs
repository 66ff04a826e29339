namespace Inox.Css;

/// <summary>
/// The place of a layer is where its name comes first (CSS Cascade 5, section 6.4.3), and its rules keep their order within it: blocks of one layer
/// become one, in that place.
/// </summary>
internal static class MergeLayers
{
    /// <summary>Merges the layers of one list; <paramref name="append"/> puts a rule behind others and merges it with them.</summary>
    public static void Run(List<RuleModel> rules, bool minify, Action<RuleModel, List<RuleModel>> append)
    {
        if (!rules.Exists(static rule => rule is AtModel { Known: AtRuleName.Layer }) || rules.Exists(HasInnerLayer)) return;
        Dictionary<string, AtModel> blocks = MergeBlocks(rules, append);
        int lastImport = rules.FindLastIndex(static rule => rule is AtModel { Known: AtRuleName.Import });
        HashSet<string> seen = [];
        for (int i = 0; i < rules.Count; i++)
        {
            if (rules[i] is not AtModel { Known: AtRuleName.Layer } layer) continue;
            if (layer.Children is not null) seen.Add(layer.Prelude);
            else if (i > lastImport) i += Place(rules, i, layer, blocks, seen, minify);
            else seen.UnionWith(Names(layer));
        }
    }

    // @layer a { … } @media print { @layer a { … } } @layer a { … }: what is in the condition stands between the two, wherever they are.
    private static bool HasInnerLayer(RuleModel rule) => rule switch
    {
        AtModel { Children: { } children } => HasLayer(children),
        StyleModel style => HasLayer(style.Children),
        _ => false,
    };

    private static bool HasLayer(List<RuleModel> rules) => rules.Exists(static rule => rule is AtModel { Known: AtRuleName.Layer } || HasInnerLayer(rule));

    private static string[] Names(AtModel statement) => statement.Prelude.Split(',', StringSplitOptions.TrimEntries);

    private static Dictionary<string, AtModel> MergeBlocks(List<RuleModel> rules, Action<RuleModel, List<RuleModel>> append)
    {
        Dictionary<string, AtModel> blocks = [];
        for (int i = 0; i < rules.Count; i++)
        {
            if (rules[i] is not AtModel { Known: AtRuleName.Layer, Children: { } children, Prelude.Length: > 0 } layer) continue;
            if (blocks.TryAdd(layer.Prelude, layer)) continue;
            foreach (RuleModel child in children) append(child, blocks[layer.Prelude].Children!);
            rules.RemoveAt(i--);
        }

        return blocks;
    }

    // @layer a, b; @layer b { … } is @layer a; @layer b { … }. How many rules more there are up to the last that was placed.
    private static int Place(List<RuleModel> rules, int index, AtModel statement, Dictionary<string, AtModel> blocks, HashSet<string> seen, bool minify)
    {
        List<RuleModel> placed = [];
        List<string> pending = [];
        foreach (string name in Names(statement))
        {
            if (!seen.Add(name) && !blocks.ContainsKey(name)) continue;
            int at = blocks.TryGetValue(name, out AtModel? block) ? rules.IndexOf(block) : -1;
            if (at >= 0 && at < index) continue;
            if (at < 0)
            {
                pending.Add(name);
                continue;
            }

            Flush();
            placed.Add(block!);
            rules.RemoveAt(at);
        }

        Flush();
        rules.RemoveAt(index);
        rules.InsertRange(index, placed);
        return placed.Count - 1;

        void Flush()
        {
            if (pending.Count > 0) placed.Add(new AtModel(statement.Span, statement.Known, statement.Name, string.Join(minify ? "," : ", ", pending), null));
            pending.Clear();
        }
    }
}
