using System.Collections.Immutable;
using Inox.Core;

namespace Inox.Css;

/// <summary>
/// Puts style sheets that import each other into one text that means the same: a sheet stands where it is imported last, in blocks for the conditions of
/// its imports; imports that stay go to the top; the order of layers is kept.
/// </summary>
public static class CssBundler
{
    /// <summary>Bundles what <paramref name="entries"/>, indexes into <paramref name="sheets"/>, reach, in that order.</summary>
    public static CssBundleResult Concatenate(IReadOnlyList<CssBundleSheet> sheets, ReadOnlySpan<int> entries, CssPrintOptions options)
    {
        ImportOrder order = new(sheets, entries);
        int length = 0;
        foreach (BundleItem item in order.Last) length += item.Sheet < 0 ? 0 : sheets[item.Sheet].StyleSheet.Source.Text.Length;
        using CharWriter output = new(length + 1024);
        CssPrintResult printed = new BundlePrinter(new(output, options), sheets).Print(order);
        if (!options.Mappings) return new(printed.Text, MappingChunk.Empty, []);
        ImmutableArray<SourceText> sources = Sources(order.Last, sheets);
        return new(printed.Text, CssMappings.Encode(printed, sources), sources);
    }

    private static ImmutableArray<SourceText> Sources(IReadOnlyList<BundleItem> order, IReadOnlyList<CssBundleSheet> sheets)
    {
        ImmutableArray<SourceText>.Builder sources = ImmutableArray.CreateBuilder<SourceText>();
        HashSet<SourceText> seen = [];
        foreach (BundleItem item in order)
        {
            if (item.Sheet >= 0 && seen.Add(sheets[item.Sheet].StyleSheet.Source)) sources.Add(sheets[item.Sheet].StyleSheet.Source);
        }

        return sources.DrainToImmutable();
    }
}
