using Inox.Core;
using Inox.Css;

namespace Inox.Bundler.Graph;

/// <summary>Finds what an HTML page loads.</summary>
internal sealed class HtmlScanner
{
    private readonly Module _module;
    private readonly Page _page;
    private readonly string _text;

    private HtmlScanner(Module module)
    {
        _module = module;
        _text = module.Source.Text;
        _page = new(module);
    }

    /// <summary>Fills <see cref="Module.Page"/> and the records; scripts and styles in the text become modules that are not read yet.</summary>
    public static void Scan(Module module)
    {
        HtmlScanner scanner = new(module);
        List<HtmlElement> elements = HtmlElements.Read(scanner._text);
        foreach (HtmlElement element in elements) scanner.Visit(element);
        scanner._page.HeadEnd = scanner.FindHeadEnd(elements);
        module.Page = scanner._page;
    }

    private void Visit(HtmlElement element)
    {
        if (element.Name == "script") VisitScript(element);
        else if (element.Name == "style" && IsCss(element)) _page.InlineStyles.Add(new(element, AddInline(element, ImportRecordKind.HtmlStyle, FileLoader.Css)));
        else if (PageUrls.IsCodePreload(element)) { if (element.ValueOf("href") is { } href && PageUrls.IsFile(href)) _page.Removed.Add(element); }
        else if (element.Name == "link" && PageUrls.HasRel(element, "stylesheet")) VisitStyleSheet(element);
        foreach (HtmlAttribute attribute in element.Attributes) VisitAttribute(element, attribute);
    }

    private void VisitScript(HtmlElement element)
    {
        bool isModule = string.Equals(element.ValueOf("type")?.Trim(), "module", StringComparison.OrdinalIgnoreCase);
        if (element.Find("src") is { } src)
        {
            string url = element.Decode(src).Trim();
            if (!PageUrls.IsFile(url)) return;
            if (isModule) _page.Scripts.Add(new(element, Add(ImportRecordKind.HtmlScript, url, src.ValueSpan)));
            else if (IsClassic(element)) _page.ClassicScripts.Add((url, src.ValueSpan));
        }
        else if (isModule && !_text.AsSpan(element.Content.Start, element.Content.Length).IsWhiteSpace())
        {
            _page.Scripts.Add(new(element, AddInline(element, ImportRecordKind.HtmlScript, FileLoader.JavaScript)));
        }
    }

    // <script type="importmap"> and data blocks are no scripts
    private static bool IsClassic(HtmlElement element) => element.ValueOf("type") is null or "" or "text/javascript" or "application/javascript";

    private static bool IsCss(HtmlElement element) => element.ValueOf("type") is null or "" or "text/css";

    private void VisitStyleSheet(HtmlElement element)
    {
        if (element.Find("href") is not { } href) return;
        string url = element.Decode(href).Trim();
        if (!PageUrls.IsFile(url)) return;
        bool isApart = PageUrls.HasRel(element, "alternate") || element.Has("disabled") || element.Has("title") || element.Has("onload");
        string? media = element.ValueOf("media")?.Trim();
        _page.Styles.Add(new(element, href, Add(ImportRecordKind.HtmlStyle, url, href.ValueSpan), media is "" or "all" ? null : media, isApart));
    }

    private void VisitAttribute(HtmlElement element, HtmlAttribute attribute)
    {
        if (attribute.Name == "style")
        {
            AddAttribute(attribute, element.Decode(attribute), StyleUrls);
            return;
        }
        if (PageUrls.IsSrcset(element, attribute.Name)) AddAttribute(attribute, element.Decode(attribute), value => Srcset.Read(value).Select(span => (span, PageUrlForm.Plain, value[span.Start..span.End])));
        else if (PageUrls.IsUrl(element, attribute.Name)) AddAttribute(attribute, element.Decode(attribute), WholeValue);
    }

    private static IEnumerable<(TextSpan, PageUrlForm, string)> WholeValue(string value)
    {
        int start = value.Length - value.AsSpan().TrimStart().Length, end = value.AsSpan().TrimEnd().Length;
        return start < end ? [(new(start, end), PageUrlForm.Plain, value[start..end])] : [];
    }

    // Declarations are parsed in a rule; the two characters before them are taken off again.
    private static IEnumerable<(TextSpan, PageUrlForm, string)> StyleUrls(string value)
    {
        if (!value.Contains('(')) return [];
        SourceText rule = new("style", "a{" + value + "}");
        return CssDependencies.Scan(CssParser.Parse(rule).StyleSheet).Urls
            .Select(url => (new TextSpan(url.Span.Start - 2, url.Span.End - 2), rule.Text[url.Span.Start] is '"' or '\'' ? PageUrlForm.CssString : PageUrlForm.CssUrl, url.Url));
    }

    private void AddAttribute(HtmlAttribute attribute, string value, Func<string, IEnumerable<(TextSpan Span, PageUrlForm Form, string Url)>> read)
    {
        List<PageUrl> urls = [];
        foreach ((TextSpan span, PageUrlForm form, string url) in read(value))
        {
            if (!PageUrls.IsFile(url)) continue;
            // offsets in the value are offsets in the page unless a character reference stands between
            bool isExact = value.Length == attribute.ValueSpan.Length;
            TextSpan shown = isExact ? new(attribute.ValueSpan.Start + span.Start, attribute.ValueSpan.Start + span.End) : attribute.ValueSpan;
            urls.Add(new(span, form, Add(ImportRecordKind.HtmlUrl, url, shown)));
        }
        if (urls.Count > 0 || attribute.Name == "style") _page.Attributes.Add(new(attribute, value, urls));
    }

    private ImportRecord Add(ImportRecordKind kind, string url, TextSpan span)
    {
        ImportRecord record = new(kind, url, span);
        _module.AddRecord(record);
        return record;
    }

    // The text keeps its place: all around it is blank, so that offsets in it are offsets in the page.
    private ImportRecord AddInline(HtmlElement element, ImportRecordKind kind, FileLoader loader)
    {
        TextSpan content = element.Content;
        string text = string.Create(content.End, (_text, content.Start), static (output, page) =>
        {
            for (int i = 0; i < page.Start; i++) output[i] = page._text[i] is '\n' or '\r' or '\u2028' or '\u2029' ? page._text[i] : ' ';
            page._text.AsSpan(page.Start, output.Length - page.Start).CopyTo(output[page.Start..]);
        });
        ImportRecord record = Add(kind, "", content);
        record.Target = new(new(_module.Id.Path, "?inline=" + content.Start, ModuleSpaces.Inline), new(_module.Source.Path, text)) { Loader = loader, InlineIn = _module.Source };
        return record;
    }

    private int FindHeadEnd(List<HtmlElement> elements)
    {
        HtmlTokenizer tokens = new(_text);
        while (tokens.Next() != HtmlTokenKind.EndOfFile)
            if (tokens is { Kind: HtmlTokenKind.EndTag, Name: "head" } or { Kind: HtmlTokenKind.StartTag, Name: "body" }) return tokens.Start;
        return _page.Scripts.Count > 0 ? _page.Scripts[0].Element.Span.Start : elements.Count > 0 && elements[^1].Name is not "html" ? elements[0].Tag.Start : _text.Length;
    }
}
