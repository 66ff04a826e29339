using System.Collections.Immutable;
using System.Text;
using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Core;
using Inox.Css;

namespace Inox.Bundler.Output;

/// <summary>Joins style sheets to the text of an output, URLs in it rewritten for where it goes.</summary>
internal sealed class StyleWriter(LinkContext context)
{
    private const string Charset = "@charset \"UTF-8\";";
    private readonly BuildOptions _options = context.Options;

    public WrittenText Write(StyleOutput style)
    {
        bool wantsMap = _options.SourceMap != SourceMapMode.None;
        CssBundleResult bundle = Bundle(style.Roots, style.Path, wantsMap);
        string head = Head(bundle.Text);
        StringBuilder text = new(head);
        text.Append(bundle.Text);
        if (_options.CssFooter is { } footer)
        {
            if (text.Length > 0 && text[^1] != '\n') text.Append('\n');
            text.Append(footer).Append('\n');
        }
        SourceMapBuilder? map = wantsMap ? Map(bundle, style, head.AsSpan().Count('\n')) : null;
        return new(style.Path, style.Kind, text.ToString(), style.Index) { Map = map, Style = style };
    }

    /// <summary>The text of a <c>style</c> element in the page at <paramref name="path"/>.</summary>
    public string WriteInline(Module module, string path)
    {
        string text = Bundle([new(module, null)], path, false).Text;
        // "</style" in a string would end the element
        return text.Replace("</style", "<\\/style", StringComparison.OrdinalIgnoreCase);
    }

    // Whole lines, so that mappings only move down. A server may send no encoding: letters beyond ASCII say theirs.
    private string Head(string text)
    {
        bool isMarked = text.StartsWith(Charset, StringComparison.Ordinal);
        string banner = _options.CssBanner is null ? "" : _options.CssBanner + "\n";
        bool isWide = text.AsSpan().ContainsAnyExceptInRange('\0', '\x7F');
        return (isWide && !isMarked || isMarked && banner.Length > 0 ? Charset + "\n" : "") + banner;
    }

    private CssBundleResult Bundle(IReadOnlyList<StyleRoot> roots, string path, bool wantsMap)
    {
        List<Module> modules = StyleGraph.Reach(roots.Select(root => root.Module));
        Dictionary<Module, int> indexes = [];
        foreach (Module module in modules) indexes.Add(module, indexes.Count);
        List<CssBundleSheet> sheets = [.. modules.Select(module => Sheet(module, indexes, path))];
        int[] entries = [.. roots.Select(root => indexes[root.Module])];
        if (roots.Any(root => root.Media is not null))
        {
            sheets.Add(Conditional(roots, entries));
            entries = [sheets.Count - 1];
        }
        return CssBundler.Concatenate(sheets, entries, new() { Minify = _options.MinifyWhitespace, Mappings = wantsMap });
    }

    // <link media="print"> is @import "…" print
    private static CssBundleSheet Conditional(IReadOnlyList<StyleRoot> roots, int[] indexes)
    {
        StringBuilder text = new();
        foreach (StyleRoot root in roots) text.Append("@import \"x\" ").Append(root.Media).Append(";\n");
        StyleSheet sheet = CssParser.Parse(new("links", text.ToString())).StyleSheet;
        return new() { StyleSheet = sheet, Imports = [.. indexes.Select(CssImportTarget.ToSheet)] };
    }

    private CssBundleSheet Sheet(Module module, Dictionary<Module, int> indexes, string path)
    {
        StyleModule style = module.Style!;
        Dictionary<string, ImportRecord> urls = [];
        for (int i = style.FirstUrl; i < module.Records.Count; i++) urls.TryAdd(module.Records[i].Specifier, module.Records[i]);
        return new()
        {
            StyleSheet = Optimized(style.Sheet),
            Imports = [.. module.Records.Take(style.FirstComposes).Select(record => Target(record, indexes))],
            Composes = [.. module.Records.Take(style.FirstUrl).Skip(style.FirstComposes).Where(record => record.Target?.Style is not null).Select(record => indexes[record.Target!])],
            ResolveUrl = url => urls.TryGetValue(url, out ImportRecord? record) ? AssetUrls.Of(context, record, path) : null,
        };
    }

    /// <summary>Whether sheets say the same in other words afterwards.</summary>
    public bool Optimizes => _options.MinifySyntax || _options.CssTargets is not null;

    private CssOptimizeOptions OptimizeOptions => new() { Minify = _options.MinifyWhitespace, Targets = _options.CssTargets };

    private StyleSheet Optimized(StyleSheet sheet) => Optimizes ? CssOptimizer.Optimize(sheet, OptimizeOptions) : sheet;

    /// <summary>The text of a <c>style</c> attribute.</summary>
    public string WriteAttribute(string text) => Optimizes ? CssStyleAttribute.Optimize(text, OptimizeOptions) : text;

    private static CssImportTarget Target(ImportRecord record, Dictionary<Module, int> indexes)
    {
        if (record.Target is { Style: not null } target) return CssImportTarget.ToSheet(indexes[target]);
        return record.IsExternal ? CssImportTarget.ToUrl(record.ExternalPath) : CssImportTarget.None;
    }

    private SourceMapBuilder Map(CssBundleResult bundle, StyleOutput style, int line)
    {
        Dictionary<SourceText, Module> modules = [];
        foreach (Module module in StyleGraph.Reach(style.Roots.Select(root => root.Module))) modules.TryAdd(module.Style!.Sheet.Source, module);
        SourceMapBuilder map = new() { IncludeContents = _options.SourcesContent };
        foreach (SourceText source in bundle.Sources)
        {
            string path = modules.TryGetValue(source, out Module? module) ? context.Paths.SourcePath(style.Path, module) : source.Path;
            map.AddSource(new(path, source.Text));
        }
        map.Append(bundle.Mappings, new(line, 0, 0, 0));
        return map;
    }
}
