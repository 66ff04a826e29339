using Inox.Bundler.Graph;
using Inox.Bundler.Linking;

namespace Inox.Bundler.Output;

/// <summary>What style sheets and pages write in place of a URL.</summary>
internal static class AssetUrls
{
    /// <summary>The URL that an output at <paramref name="from"/> loads the target of a record by; null to leave what was written.</summary>
    public static string? Of(LinkContext context, ImportRecord record, string from)
    {
        if (record.IsPublic) return context.Options.PublicPath.Length > 0 ? context.Paths.ToPublic(record.Specifier[1..]) : null;
        if (record.Target is not { } target) return null;
        if (target.InlineUrl is not null) return target.InlineUrl;
        return target.AssetPath is null ? null : context.Paths.UrlFrom(from, target.AssetPath) + record.Suffix;
    }
}
