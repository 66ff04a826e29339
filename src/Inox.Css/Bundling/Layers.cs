using System.Collections.Immutable;

namespace Inox.Css;

/// <summary>What a sheet does to the order of layers, apart from its rules.</summary>
internal static class Layers
{
    public static bool HasLeading(StyleSheet sheet) => !Leading(sheet).IsEmpty;

    /// <summary>The <c>@layer</c> statements before the first import; none when there is no import.</summary>
    public static ImmutableArray<CssNode> Leading(StyleSheet sheet)
    {
        ImmutableArray<CssNode>.Builder layers = ImmutableArray.CreateBuilder<CssNode>();
        foreach (CssNode node in sheet.Children)
        {
            if (node is AtRule { Known: AtRuleName.Import }) return layers.DrainToImmutable();
            if (!ImportList.IsBeforeImports(node)) return [];
            if (node is AtRule { Known: AtRuleName.Layer }) layers.Add(node);
        }

        return [];
    }

    /// <summary>The sheet with nothing left but names of layers: <c>@layer a { b { } }</c> is <c>@layer a;</c>, conditions stay around it.</summary>
    public static ImmutableArray<CssNode> Skeleton(ImmutableArray<CssNode> nodes)
    {
        ImmutableArray<CssNode>.Builder result = ImmutableArray.CreateBuilder<CssNode>();
        foreach (CssNode node in nodes)
        {
            if (node is not AtRule rule) continue;
            if (rule is { Known: AtRuleName.Layer, HasBlock: false }) result.Add(rule);
            else if (rule.HasBlock && rule.Known is AtRuleName.Layer or AtRuleName.Media or AtRuleName.Supports) AddBlock(rule, result);
        }

        return result.DrainToImmutable();
    }

    private static void AddBlock(AtRule rule, ImmutableArray<CssNode>.Builder result)
    {
        bool isLayer = rule.Known == AtRuleName.Layer;

        // Nothing outside can name a layer in an anonymous one.
        if (isLayer && rule.Prelude.IsEmpty) return;
        ImmutableArray<CssNode> inner = Skeleton(rule.Children);
        if (!inner.IsEmpty) result.Add(rule.With(rule.Prelude, inner));
        else if (isLayer) result.Add(rule.With(rule.Prelude, default));
    }
}
