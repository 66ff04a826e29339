using System.Text;
using Inox.Bundler.Graph;
using Inox.Bundler.Linking;
using Inox.Core;

namespace Inox.Bundler.Output;

/// <summary>Writes a page with the outputs in place of the sources. Only what names them changes.</summary>
internal sealed class PageWriter(LinkContext context, IReadOnlyList<Chunk> chunks, StyleWriter styles)
{
    public WrittenText Write(Page page)
    {
        TextEdits edits = new(page.Module.Source.Text);
        WriteScripts(page, edits);
        WriteStyles(page, edits);
        foreach (PageInlineStyle style in page.InlineStyles) WriteInlineStyle(page, style, edits);
        foreach (PageAttribute attribute in page.Attributes) WriteAttribute(page, attribute, edits);
        foreach (HtmlElement element in page.Removed) edits.Remove(element.Span);
        return new(page.Path, OutputKind.Html, edits.Apply()) { Page = page };
    }

    // All scripts are in one chunk, loaded where the first stood that does not run out of turn.
    private void WriteScripts(Page page, TextEdits edits)
    {
        if (page.Entry is null) return;
        PageScript host = page.Scripts.Find(script => !script.Element.Has("async")) ?? page.Scripts[0];
        foreach (PageScript script in page.Scripts) if (script != host) edits.Remove(script.Element.Span);
        Chunk entry = chunks.First(chunk => chunk.EntryIndex >= 0 && chunk.Entry == page.Entry);
        string url = context.Paths.UrlFrom(page.Path, entry.Path);
        WritePreloads(page, host.Element, entry, edits);
        if (host.Element.Find("src") is { } src)
        {
            edits.Replace(src.ValueSpan, HtmlText.Encode(url, src.Quote));
            // the hash of the source says nothing about the output
            if (host.Element.Find("integrity") is { } integrity) edits.Replace(new(integrity.Span.Start - 1, integrity.Span.End), "");
            return;
        }
        TextSpan tag = host.Element.Tag;
        edits.Insert(tag.End - 1, $" src=\"{HtmlText.Encode(url, '"')}\"");
        edits.Replace(host.Element.Content, "");
    }

    // <link rel="modulepreload"> lets the browser fetch what the entry imports before it has read the entry
    private void WritePreloads(Page page, HtmlElement script, Chunk entry, TextEdits edits)
    {
        StringBuilder links = new();
        string indent = edits.IndentAt(script.Span.Start);
        string crossOrigin = script.Find("crossorigin") is { } attribute ? " " + page.Module.Source.Text[attribute.Span.Start..attribute.Span.End] : "";
        foreach (Chunk chunk in StaticImports(entry))
            links.Append($"<link rel=\"modulepreload\" href=\"{HtmlText.Encode(context.Paths.UrlFrom(page.Path, chunk.Path), '"')}\"{crossOrigin}>\n{indent}");
        if (links.Length > 0) edits.Insert(script.Span.Start, links.ToString());
    }

    private static List<Chunk> StaticImports(Chunk entry)
    {
        List<Chunk> reached = [entry];
        for (int i = 0; i < reached.Count; i++)
            foreach (Chunk import in reached[i].Imports) if (!reached.Contains(import)) reached.Add(import);
        return reached[1..];
    }

    private void WriteStyles(Page page, TextEdits edits)
    {
        bool isPlaced = page.StylePath is null;
        foreach (PageStyle style in page.Styles)
        {
            if (style.Record.Target is null) continue;
            if (page.ApartStyles.TryGetValue(style, out string? apart)) edits.Replace(style.Href.ValueSpan, Url(page, apart, style.Href.Quote));
            else if (isPlaced) edits.Remove(style.Element.Span);
            else
            {
                isPlaced = true;
                edits.Replace(style.Href.ValueSpan, Url(page, page.StylePath!, style.Href.Quote));
                // the media query went into the file, and the hash of the source says nothing about it
                foreach (string name in (ReadOnlySpan<string>)["media", "integrity"])
                    if (style.Element.Find(name) is { } attribute) edits.Replace(new(attribute.Span.Start - 1, attribute.Span.End), "");
            }
        }
        if (isPlaced) return;
        string indent = edits.IndentAt(page.HeadEnd);
        edits.Insert(page.HeadEnd, $"{(indent.Length > 0 ? "  " : "")}<link rel=\"stylesheet\" href=\"{Url(page, page.StylePath!, '"')}\">\n{indent}");
    }

    private string Url(Page page, string path, char quote) => HtmlText.Encode(context.Paths.UrlFrom(page.Path, path), quote);

    private void WriteInlineStyle(Page page, PageInlineStyle style, TextEdits edits)
    {
        Module module = style.Record.Target!;
        if (module.Style is null || module.Records.Count == 0 && !context.Options.MinifyWhitespace && !styles.Optimizes) return;
        edits.Replace(style.Element.Content, styles.WriteInline(module, page.Path));
    }

    private void WriteAttribute(Page page, PageAttribute attribute, TextEdits edits)
    {
        TextEdits value = new(attribute.Value);
        bool changes = false;
        foreach (PageUrl url in attribute.Urls)
        {
            if (AssetUrls.Of(context, url.Record, page.Path) is not { } written) continue;
            changes = true;
            value.Replace(url.Span, url.Form switch
            {
                PageUrlForm.CssUrl => $"url({QuoteCss(written, '\'')})",
                PageUrlForm.CssString => QuoteCss(written, attribute.Value[url.Span.Start]),
                _ => written,
            });
        }
        string text = changes ? value.Apply() : attribute.Value;
        if (attribute.IsStyle) text = styles.WriteAttribute(text);
        if (text != attribute.Value) edits.Replace(attribute.Attribute.ValueSpan, HtmlText.Encode(text, attribute.Attribute.Quote));
    }

    private static string QuoteCss(string url, char quote) => quote + url.Replace("\\", "\\\\").Replace(quote.ToString(), "\\" + quote) + quote;
}
