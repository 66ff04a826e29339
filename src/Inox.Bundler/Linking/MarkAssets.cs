using Inox.Bundler.Graph;

namespace Inox.Bundler.Linking;

/// <summary>Brings to life the files that style sheets and pages name.</summary>
internal static class MarkAssets
{
    public static void Run(LinkContext context, IReadOnlyList<StyleOutput> styles)
    {
        IEnumerable<Module> roots = styles.SelectMany(style => style.Roots).Select(root => root.Module);
        foreach ((Page page, _) in context.Plan.Pages)
        {
            roots = roots.Concat(page.InlineStyles.Select(style => style.Record.Target!));
            foreach (PageAttribute attribute in page.Attributes)
                foreach (PageUrl url in attribute.Urls) if (url.Record.Target is { } target) target.IsLive = true;
        }
        foreach (Module style in StyleGraph.Reach(roots))
            foreach (ImportRecord record in style.Records)
                if (record is { Kind: ImportRecordKind.CssUrl, Target: { } target }) target.IsLive = true;
    }
}
