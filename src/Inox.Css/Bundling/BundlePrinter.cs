using System.Collections.Immutable;

namespace Inox.Css;

internal sealed class BundlePrinter(TreePrinter printer, IReadOnlyList<CssBundleSheet> sheets)
{
    public CssPrintResult Print(ImportOrder order)
    {
        PrintCharset(order);
        IReadOnlyList<BundleItem> last = order.Last;

        // Layers are in order by themselves when nothing moved behind something else.
        bool moved = !order.First.SequenceEqual(last);
        IReadOnlyList<BundleItem> heads = moved ? order.First : last;
        int leading = 0;
        while (leading < heads.Count && heads[leading] is { Kind: BundleItemKind.LeadingLayers, Path.Length: 0 }) PrintItem(heads[leading++]);
        foreach (BundleItem item in last)
        {
            if (item.Kind == BundleItemKind.External) PrintItem(item);
        }

        for (int i = leading; moved && i < heads.Count; i++) PrintLayers(heads[i]);
        for (int i = moved ? 0 : leading; i < last.Count; i++)
        {
            if (last[i].Kind == BundleItemKind.Sheet || (!moved && last[i].Kind == BundleItemKind.LeadingLayers)) PrintItem(last[i]);
        }

        return printer.Finish();
    }

    private void PrintCharset(ImportOrder order)
    {
        foreach (BundleItem item in order.Last)
        {
            if (item.Sheet < 0 || !sheets[item.Sheet].StyleSheet.Children.Any(static node => node is AtRule { Known: AtRuleName.Charset })) continue;
            printer.PrintStatement("@charset \"UTF-8\"");
            return;
        }
    }

    private void PrintItem(BundleItem item)
    {
        switch (item.Kind)
        {
            case BundleItemKind.Sheet:
                PrintNodes(item, Body(sheets[item.Sheet].StyleSheet));
                break;
            case BundleItemKind.LeadingLayers:
                PrintNodes(item, Layers.Leading(sheets[item.Sheet].StyleSheet));
                break;
            case BundleItemKind.External:
                printer.PrintStatement(ExternalImport.Write(item));
                break;
        }
    }

    // The sheet without imports and without what PrintItem prints as LeadingLayers. A late @import does nothing, and must not come to do something.
    private static ImmutableArray<CssNode> Body(StyleSheet sheet)
    {
        int leading = Layers.Leading(sheet).Length;
        ImmutableArray<CssNode>.Builder nodes = ImmutableArray.CreateBuilder<CssNode>(sheet.Children.Length);
        foreach (CssNode node in sheet.Children)
        {
            if (node is AtRule { Known: AtRuleName.Import or AtRuleName.Charset }) continue;
            if (leading > 0 && node is AtRule { Known: AtRuleName.Layer }) leading--;
            else nodes.Add(node);
        }

        return nodes.DrainToImmutable();
    }

    private void PrintNodes(BundleItem item, ImmutableArray<CssNode> nodes)
    {
        ConditionPath[] steps = item.Path.ToArray();
        if (nodes.IsEmpty && item.Path.Length > 0)
        {
            PrintLayerNames(item, steps, []);
            return;
        }

        int opened = 0;
        foreach (ConditionPath step in steps) opened += OpenConditions(step.Own!, withLayer: true);
        PrintContent(item, nodes);
        while (opened-- > 0) printer.CloseWrapper();
    }

    private void PrintContent(BundleItem item, ImmutableArray<CssNode> nodes)
    {
        CssBundleSheet sheet = sheets[item.Sheet];
        printer.PrintSheet(sheet.StyleSheet.Source, nodes.AsSpan(), sheet.ResolveUrl);
    }

    private void PrintLayers(BundleItem item)
    {
        ImmutableArray<CssNode> nodes = item.Kind switch
        {
            BundleItemKind.Sheet => Layers.Skeleton(Body(sheets[item.Sheet].StyleSheet)),
            BundleItemKind.LeadingLayers => Layers.Leading(sheets[item.Sheet].StyleSheet),
            _ => [],
        };
        PrintLayerNames(item, item.Path.ToArray(), nodes);
    }

    // Names of layers under conditions; nothing when the conditions name none either.
    private void PrintLayerNames(BundleItem item, ConditionPath[] steps, ImmutableArray<CssNode> nodes)
    {
        int count = Array.FindIndex(steps, static step => step.Own!.Layer is { IsEmpty: true });
        if (count < 0) count = steps.Length;
        else nodes = [];
        while (nodes.IsEmpty && count > 0 && steps[count - 1].Own!.Layer is null) count--;
        if (nodes.IsEmpty && count == 0) return;
        int opened = 0;
        for (int i = 0; i < count; i++) opened += OpenConditions(steps[i].Own!, withLayer: i < count - 1 || !nodes.IsEmpty);
        if (nodes.IsEmpty) printer.PrintStatement($"@layer {steps[count - 1].Own!.Layer}");
        else PrintContent(item, nodes);
        while (opened-- > 0) printer.CloseWrapper();
    }

    private int OpenConditions(CssImportConditions conditions, bool withLayer)
    {
        int opened = 0;
        if (conditions.Supports is { } supports)
        {
            printer.OpenWrapper("supports", new($"({supports})"));
            opened++;
        }

        if (conditions.Media is { } media)
        {
            printer.OpenWrapper("media", media);
            opened++;
        }

        if (withLayer && conditions.Layer is { } layer)
        {
            printer.OpenWrapper("layer", layer);
            opened++;
        }

        return opened;
    }
}
