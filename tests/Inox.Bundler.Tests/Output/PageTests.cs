using Inox.Core;
using Xunit;

namespace Inox.Bundler.Tests.Output;

public sealed class PageTests
{
    // An entry page with what stands around it, and the page that comes out.
    private static readonly (string Page, string Expected)[] s_rows =
    [
        ("<p>no files</p>", "<p>no files</p>"),
        ("<script type=\"module\" src=\"./a.js\"></script>", "<script type=\"module\" src=\"/assets/a-#.js\"></script>"),
        ("<script type=module src=a.js></script>", "<script type=module src=/assets/a-#.js></script>"),
        ("<script src='a.js' crossorigin type='module'></script>", "<script src='/assets/a-#.js' crossorigin type='module'></script>"),
        ("<script type=\"module\" src=\"/a.js\"></script>", "<script type=\"module\" src=\"/assets/a-#.js\"></script>"),
        ("<script type=\"module\" integrity=\"sha384-x\" src=\"a.js\"></script>", "<script type=\"module\" src=\"/assets/a-#.js\"></script>"),
        ("<script type=\"module\">console.log(1)</script>", "<script type=\"module\" src=\"/assets/site-#.js\"></script>"),
        ("<script type=\"module\"> </script>", "<script type=\"module\"> </script>"),
        ("<head>\n  <script type=\"module\" src=\"a.js\"></script>\n  <script type=\"module\" src=\"b.js\"></script>\n</head>", "<head>\n  <script type=\"module\" src=\"/assets/a-#.js\"></script>\n</head>"),
        ("<script type=\"module\" src=\"https://cdn/x.js\"></script>", "<script type=\"module\" src=\"https://cdn/x.js\"></script>"),
        ("<script type=\"importmap\">{}</script>", "<script type=\"importmap\">{}</script>"),
        ("<link rel=\"stylesheet\" href=\"a.css\">", "<link rel=\"stylesheet\" href=\"/assets/site-#.css\">"),
        ("<link rel=stylesheet href=a.css>\n<link rel=stylesheet href=b.css>\n<p>", "<link rel=stylesheet href=/assets/site-#.css>\n<p>"),
        ("<link rel=stylesheet href=a.css media=print>", "<link rel=stylesheet href=/assets/site-#.css>"),
        ("<link rel=\"alternate stylesheet\" title=\"x\" href=\"a.css\">", "<link rel=\"alternate stylesheet\" title=\"x\" href=\"/assets/a-#.css\">"),
        ("<link rel=stylesheet href=https://cdn/x.css>", "<link rel=stylesheet href=https://cdn/x.css>"),
        ("<head>\n  <title>x</title>\n</head>\n<script type=module src=styled.js></script>",
            "<head>\n  <title>x</title>\n<link rel=\"stylesheet\" href=\"/assets/styled-#.css\">\n</head>\n<script type=module src=/assets/styled-#.js></script>"),
        ("<link rel=icon href=a.svg>", "<link rel=icon href=/assets/a-#.svg>"),
        ("<link rel=\"apple-touch-icon\" href=\"a.png\">", "<link rel=\"apple-touch-icon\" href=\"/assets/a-#.png\">"),
        ("<link rel=manifest href=app.json>", "<link rel=manifest href=/assets/app-#.json>"),
        ("<link rel=preload as=font href=f.woff2>", "<link rel=preload as=font href=/assets/f-#.woff2>"),
        ("<link rel=modulepreload href=a.js>\n<p>", "<p>"),
        ("<link rel=canonical href=a.html>", "<link rel=canonical href=a.html>"),
        ("<img src=a.png>", "<img src=/assets/a-#.png>"),
        ("<img src=\"a.png\" srcset=\"a.png 1x, b.png 2x\">", "<img src=\"/assets/a-#.png\" srcset=\"/assets/a-#.png 1x, /assets/b-#.png 2x\">"),
        ("<img src=\"data:image/png,x\">", "<img src=\"data:image/png,x\">"),
        ("<img src=\"my%20photo.png\">", "<img src=\"/assets/my_photo-#.png\">"),
        ("<img src=\"my photo.png\">", "<img src=\"/assets/my_photo-#.png\">"),
        ("<img src=\"a.png?v=1&amp;w=2\">", "<img src=\"/assets/a-#.png?v=1&amp;w=2\">"),
        ("<img src=\"/a.png\">", "<img src=\"/assets/a-#.png\">"),
        ("<img src=\"/robots.png\">", "<img src=\"/robots.png\">"),
        ("<img src=\"/unknown.png\">", "<img src=\"/unknown.png\">"),
        ("<picture><source srcset=a.png></picture>", "<picture><source srcset=/assets/a-#.png></picture>"),
        ("<video src=v.mp4 poster=a.png></video>", "<video src=/assets/v-#.mp4 poster=/assets/a-#.png></video>"),
        ("<audio src=s.mp3></audio>", "<audio src=/assets/s-#.mp3></audio>"),
        ("<svg><use href=\"a.svg#part\"/><use href=\"#own\"/></svg>", "<svg><use href=\"/assets/a-#.svg#part\"/><use href=\"#own\"/></svg>"),
        ("<svg><image xlink:href='a.png'/></svg>", "<svg><image xlink:href='/assets/a-#.png'/></svg>"),
        ("<meta property=\"og:image\" content=\"a.png\">", "<meta property=\"og:image\" content=\"/assets/a-#.png\">"),
        ("<meta name=\"description\" content=\"a.png\">", "<meta name=\"description\" content=\"a.png\">"),
        ("<a href=a.png>", "<a href=a.png>"),
        ("<!-- <img src=a.png> -->", "<!-- <img src=a.png> -->"),
        ("<p style=\"background: url(a.png)\">", "<p style=\"background: url('/assets/a-#.png')\">"),
        ("<p style='background: url(\"a.png\") red'>", "<p style='background: url(\"/assets/a-#.png\") red'>"),
        ("<p style=\"background: url(&quot;a.png&quot;)\">", "<p style=\"background: url(&quot;/assets/a-#.png&quot;)\">"),
        ("<p style=\"color: red\">", "<p style=\"color: red\">"),
        ("<style>p { color: red }</style>", "<style>p { color: red }</style>"),
        ("<style>p { background: url(a.png) }</style>", "<style>p {\n  background: url(/assets/a-#.png);\n}\n</style>"),
        ("<style>@import \"a.css\";</style>", "<style>.a {\n  color: red;\n}\n</style>"),
        ("<script>var a = '<img src=a.png>'</script>", "<script>var a = '<img src=a.png>'</script>"),
    ];

    private static readonly (string, string)[] s_files =
    [
        ("a.js", "console.log('a')"), ("b.js", "console.log('b')"), ("styled.js", "import './a.css'; console.log('styled')"),
        ("a.css", ".a { color: red }"), ("b.css", ".b { color: blue }"), ("a.svg", "<svg/>"), ("a.png", "a"), ("b.png", "b"), ("my photo.png", "p"),
        ("v.mp4", "v"), ("s.mp3", "s"), ("f.woff2", "f"), ("app.json", "{}"), ("public/robots.png", "r"), ("public/deep/robots.txt", "all"),
    ];

    [Fact]
    public void Rewritten_pages()
    {
        foreach ((string page, string expected) in s_rows)
            Site.InBothStyles(["index.html"], [.. s_files, ("index.html", page)], site =>
            {
                site.Options = site.Options with { PublicPath = "/" };
                Assert.Equal((page, expected), (page, site.BuildWithoutHashes()["index.html"]));
            });
    }

    [Fact]
    public void Without_a_public_path_urls_are_relative_to_the_page() => Site.InBothStyles(["index.html", "docs/about/index.html"],
        [.. s_files, ("index.html", "<script type=module src=a.js></script>"), ("docs/about/index.html", "<img src=../../a.png><link rel=stylesheet href=/a.css>")], site =>
        {
            Dictionary<string, string> files = site.BuildWithoutHashes();
            Assert.Equal("<script type=module src=./assets/a-#.js></script>", files["index.html"]);
            Assert.Equal("<img src=../../assets/a-#.png><link rel=stylesheet href=../../assets/about-#.css>", files["docs/about/index.html"]);
        });

    [Fact]
    public void Styles_in_a_page_are_lowered_for_its_browsers() => Site.InBothStyles(["index.html"], [("index.html", "<style>p { inset: 0 }</style><p style=\"inset: 0\">")], site =>
    {
        site.Options = site.Options with { CssTargets = EngineQuery.Parse("chrome 60", out _) };
        Assert.Equal("<style>p {\n  top: 0;\n  bottom: 0;\n  left: 0;\n  right: 0;\n}\n</style><p style=\"top: 0; bottom: 0; left: 0; right: 0\">", site.Build()["index.html"]);
    });

    [Fact]
    public void Scripts_run_in_the_order_of_the_page() => Site.InBothStyles(["index.html"],
        [("index.html", "<script type=module src=b.js></script><script type=module>import './c.js'; console.log('inline')</script><script type=module src=a.js></script>"),
            ("a.js", "console.log('a')"), ("b.js", "console.log('b')"), ("c.js", "console.log('c')"), ("package.json", "{\"sideEffects\": [\"c.js\"]}")], site =>
        {
            string script = site.BuildWithoutHashes()["assets/b-#.js"];
            int[] places = [.. new[] { "\"b\"", "\"c\"", "\"inline\"", "\"a\"" }.Select(text => script.IndexOf(text, StringComparison.Ordinal))];
            Assert.Equal(places.Order(), places);
            Assert.DoesNotContain(-1, places);
        });

    [Fact]
    public void A_page_that_a_script_imports_is_text() => Site.InBothStyles(["app.js"], [("app.js", "import page from './part.html'; console.log(page)"), ("part.html", "<img src=missing.png>")], site =>
        Assert.Contains("\"<img src=missing.png>\"", site.Build()["app.js"]));

    [Fact]
    public void Two_pages_share_a_script_and_styles() => Site.InBothStyles(["index.html", "about.html"],
        [.. s_files, ("index.html", "<script type=module src=styled.js></script>"), ("about.html", "<script type=module src=styled.js></script>")], site =>
            Assert.Equal(["about.html", "assets/styled-#.css", "assets/styled-#.js", "deep/robots.txt", "index.html", "robots.png"], site.BuildWithoutHashes().Keys.Order(StringComparer.Ordinal)));

    [Fact]
    public void Links_come_before_what_scripts_import_and_keep_their_media() => Site.InBothStyles(["index.html"],
        [.. s_files, ("index.html", "<script type=module src=styled.js></script><link rel=stylesheet href=b.css media=print>")], site =>
            Assert.Equal("@media print {\n  .b {\n    color: blue;\n  }\n}\n.a {\n  color: red;\n}\n", site.BuildWithoutHashes()["assets/styled-#.css"].Replace("\n\n", "\n")));

    [Fact]
    public void The_public_folder_is_copied_and_prefixed() => Site.InBothStyles(["index.html"], [.. s_files, ("index.html", "<img src=/robots.png>")], site =>
    {
        site.Options = site.Options with { PublicPath = "/shop" };
        Dictionary<string, string> files = site.Build();
        Assert.Equal("<img src=/shop/robots.png>", files["index.html"]);
        Assert.Equal("r", files["robots.png"]);
        Assert.Equal("all", files["deep/robots.txt"]);
    });

    [Fact]
    public void Imported_chunks_are_preloaded() => Site.InBothStyles(["index.html", "about.html"],
        [("index.html", "<body>\n  <script type=module crossorigin src=a.js></script>\n</body>"), ("about.html", "<script type=module src=b.js></script>"),
            ("a.js", "import {s} from './shared.js'; console.log('a', s)"), ("b.js", "import {s} from './shared.js'; console.log('b', s)"), ("shared.js", "export let s = Math.random()")], site =>
        {
            site.Options = site.Options with { Splitting = true, PublicPath = "/" };
            Assert.StartsWith("import { s } from \"./chunk-#.js\";", site.BuildWithoutHashes()["assets/a-#.js"]);
            Assert.Equal("<body>\n  <link rel=\"modulepreload\" href=\"/assets/chunk-#.js\" crossorigin>\n  <script type=module crossorigin src=/assets/a-#.js></script>\n</body>", site.BuildWithoutHashes()["index.html"]);
        });

    [Theory]
    [InlineData("<p>\n<script type=module src=./missing.js></script>", "index.html:2:25: cannot find `./missing.js`")]
    [InlineData("<link rel=stylesheet href=missing.css>", "index.html:1:27: cannot find `missing.css`")]
    [InlineData("<img src='missing.png'>", "index.html:1:11: cannot find `missing.png`")]
    [InlineData("<img srcset='a.png, missing.png 2x'>", "index.html:1:21: cannot find `missing.png`")]
    [InlineData("<script type=module>\nimport './missing.js'\n</script>", "index.html:2:8: cannot find `./missing.js`")]
    [InlineData("<style>\n@import './missing.css';\n</style>", "index.html:2:9: cannot find `./missing.css`")]
    [InlineData("<style>a { b: url(missing.png) }</style>", "index.html:1:15: cannot find `missing.png`")]
    [InlineData("<script src=old.js></script>", "index.html:1:13: `old.js` is not bundled: it is a classic script")]
    [InlineData("<script src=/robots.png></script>", "")]
    public void What_is_missing_is_shown_in_the_page(string page, string expected) => Site.InBothStyles(["index.html"], [.. s_files, ("index.html", page)], site =>
        Assert.Equal(expected, string.Join('\n', site.Messages())));
}
