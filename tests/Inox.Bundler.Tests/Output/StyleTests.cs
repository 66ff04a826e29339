using Xunit;

namespace Inox.Bundler.Tests.Output;

public sealed class StyleTests
{
    [Fact]
    public void A_style_entry_has_no_script() => Site.InBothStyles(["app.css"], [("app.css", "@import './b.css'; .a { color: red }"), ("b.css", ".b { color: blue }")], site =>
    {
        Dictionary<string, string> files = site.Build();
        Assert.Equal([("app.css", ".b {\n  color: blue;\n}\n.a {\n  color: red;\n}\n")], files.Select(file => (file.Key, file.Value.Replace("\n\n", "\n"))));
    });

    [Fact]
    public void Imported_styles_stand_beside_the_script_in_order_of_evaluation() => Site.InBothStyles(["app.js"],
        [("app.js", "import './page.js'; import './app.css'"), ("page.js", "import './page.css'"), ("app.css", ".app{a:b}"), ("page.css", ".page{a:b}")], site =>
        {
            site.Options = site.Options with { MinifyWhitespace = true };
            Dictionary<string, string> files = site.Build();
            Assert.Equal(["app.css", "app.js"], files.Keys.Order());
            Assert.Equal(".page{a:b}.app{a:b}", files["app.css"].TrimEnd());
        });

    [Theory]
    [InlineData("", "url(./assets/a-#.png)")]
    [InlineData("/", "url(/assets/a-#.png)")]
    [InlineData("https://cdn/x", "url(https://cdn/x/assets/a-#.png)")]
    public void Urls_lead_to_assets(string publicPath, string expected) => Site.InBothStyles(["app.css"], [("app.css", "a{b:url(img/a.png)}"), ("img/a.png", "x")], site =>
    {
        site.Options = site.Options with { PublicPath = publicPath, MinifyWhitespace = true };
        Dictionary<string, string> files = site.BuildWithoutHashes();
        Assert.Equal($"a{{b:{expected}}}", files["app.css"].TrimEnd());
        Assert.Equal("x", files["assets/a-#.png"]);
    });

    [Theory]
    [InlineData("url(font.woff2?#iefix)", "url(./assets/font-#.woff2?#iefix)")]
    [InlineData("url('font.woff2#x')", "url(\"./assets/font-#.woff2#x\")")]
    [InlineData("url(https://cdn/x.png)", "url(https://cdn/x.png)")]
    [InlineData("url(//cdn/x.png)", "url(//cdn/x.png)")]
    [InlineData("url(data:image/png,x)", "url(data:image/png,x)")]
    [InlineData("url(#part)", "url(#part)")]
    [InlineData("url(/on-the-server.png)", "url(/on-the-server.png)")]
    public void Urls(string url, string expected) => Site.InBothStyles(["app.css"], [("app.css", $"a{{b:{url}}}"), ("font.woff2", "x")], site =>
    {
        site.Options = site.Options with { MinifyWhitespace = true };
        Assert.Equal($"a{{b:{expected}}}", site.BuildWithoutHashes()["app.css"].TrimEnd());
    });

    [Theory]
    [InlineData("a { b: url(missing.png) }", "app.css:1:8: cannot find `missing.png`")]
    [InlineData("\n@import './missing.css';", "app.css:2:9: cannot find `./missing.css`")]
    public void What_is_missing_is_shown(string style, string expected) => Site.InBothStyles(["app.css"], [("app.css", style)], site =>
        Assert.Equal([expected], site.Messages()));

    [Fact]
    public void Urls_follow_loaders_and_externals() => Site.InBothStyles(["app.css"], [("app.css", "a{b:url(a.png) url(img/b.png) url(c.gif)}"), ("a.png", "x"), ("c.gif", "x")], site =>
    {
        site.Options = site.Options with { MinifyWhitespace = true, External = ["img/*"], Loaders = new Dictionary<string, FileLoader> { [".png"] = FileLoader.Base64 } };
        Assert.Equal("a{b:url(data:image/png;base64,eA==) url(img/b.png) url(./assets/c-#.gif)}", site.BuildWithoutHashes()["app.css"].TrimEnd());
    });

    [Fact]
    public void Import_cycles_end() => Site.InBothStyles(["a.css"], [("a.css", "@import 'b.css'; .a{x:y}"), ("b.css", "@import 'a.css'; .b{x:y}")], site =>
    {
        site.Options = site.Options with { MinifyWhitespace = true };
        Assert.Equal(".b{x:y}.a{x:y}", site.Build()["a.css"].TrimEnd());
    });

    [Fact]
    public void External_imports_stay() => Site.InBothStyles(["a.css"], [("a.css", "@import 'b.css'; @import url(https://cdn/c.css) print; .a{x:y}"), ("b.css", ".b{x:y}")], site =>
    {
        site.Options = site.Options with { MinifyWhitespace = true };
        Assert.Equal("@import \"https://cdn/c.css\" print;.b{x:y}.a{x:y}", site.Build()["a.css"].TrimEnd());
    });

    [Fact]
    public void A_banner_and_a_footer_and_the_encoding() => Site.InBothStyles(["a.css"], [("a.css", ".a{content:'å'}")], site =>
    {
        site.Options = site.Options with { MinifyWhitespace = true, CssBanner = "/* head */", CssFooter = "/* foot */" };
        Assert.Equal("@charset \"UTF-8\";\n/* head */\n.a{content:'å'}\n/* foot */\n", site.Build()["a.css"]);
    });

    [Fact]
    public void A_css_module_names_its_classes_in_both_outputs() => Site.InBothStyles(["app.js"],
        [("app.js", "import styles from './a.module.css'; console.log(styles.big)"), ("a.module.css", ".big { composes: base from './b.module.css'; x: y }"), ("b.module.css", ".base { x: z }")], site =>
        {
            Dictionary<string, string> files = site.Build();
            string big = System.Text.RegularExpressions.Regex.Match(files["app.css"], @"\.(a_big_\w+)").Groups[1].Value;
            string basis = System.Text.RegularExpressions.Regex.Match(files["app.css"], @"\.(b_base_\w+)").Groups[1].Value;
            Assert.True(big.Length > 6 && basis.Length > 7, files["app.css"]);
            Assert.Contains($"\"{big} {basis}\"", files["app.js"]);
            Assert.True(files["app.css"].IndexOf(basis, StringComparison.Ordinal) < files["app.css"].IndexOf(big, StringComparison.Ordinal));
        });

    [Fact]
    public void What_a_css_module_names_does_not_come_into_the_script() => Site.InBothStyles(["app.js"],
        [("app.js", "import styles from './a.module.css'; console.log(styles)"), ("a.module.css", "@import './b.css'; .big { x: url(a.png) }"), ("b.css", ".base { x: z }"), ("a.png", "x")], site =>
        {
            Dictionary<string, string> files = site.BuildWithoutHashes();
            Assert.DoesNotContain("a.png", files["app.js"]);
            Assert.DoesNotContain("b.css", files["app.js"]);
        });

    [Fact]
    public void Maps_lead_from_a_style_sheet_to_its_sources() => Site.InBothStyles(["app.css"], [("app.css", "@import './sub/b.css';\n.a { color: red }"), ("sub/b.css", ".b { color: blue }")], site =>
    {
        site.Options = site.Options with { SourceMap = SourceMapMode.Linked, MinifyWhitespace = true, CssBanner = "/* x */" };
        Dictionary<string, string> files = site.Build();
        Assert.EndsWith("\n/*# sourceMappingURL=app.css.map */\n", files["app.css"]);
        Core.SourceMap map = Core.SourceMap.Parse("app.css.map", System.Text.Encoding.UTF8.GetBytes(files["app.css.map"])).Map!;
        Assert.Equal(["../site/sub/b.css", "../site/app.css"], map.Sources.Select(source => source.Path));
        int column = files["app.css"].Split('\n')[1].IndexOf(".a", StringComparison.Ordinal);
        Core.Mapping found = map.Find(1, column)!.Value;
        Assert.Equal((1, 1, 0), (found.Source, found.Line, found.Column));
    });

    [Fact]
    public void Styles_of_code_loaded_on_demand_are_loaded_before_it() => Site.InBothStyles(["app.js"],
        [("app.js", "import './base.css'; import('./page.js')"), ("page.js", "import './base.css'; import './page.css'; console.log('page')"), ("base.css", ".base{x:y}"), ("page.css", ".page{x:y}")], site =>
        {
            site.Options = site.Options with { Splitting = true, PublicPath = "/", MinifyWhitespace = true, AsciiOnly = true };
            Dictionary<string, string> files = site.BuildWithoutHashes();
            Assert.Contains("import(\"./page-#.js\")", files["app.js"]);
            Assert.Equal(".base{x:y}", files["app.css"].TrimEnd());
            Assert.Equal(".page{x:y}", files["page-#.css"].TrimEnd());
            Assert.Contains("[\"/page-#.css\"]", files["app.js"]);
            Assert.DoesNotContain("chunk-#.css", string.Concat(files.Keys));
        });

    [Fact]
    public void Styles_that_an_entry_on_the_way_lacks_are_loaded_with_the_code() => Site.InBothStyles(["a.js", "b.js"],
        [("a.js", "import './base.css'; import('./page.js')"), ("b.js", "import('./page.js')"), ("page.js", "import './base.css'; import './page.css'"), ("base.css", ".base{x:y}"), ("page.css", ".page{x:y}")], site =>
        {
            site.Options = site.Options with { Splitting = true, PublicPath = "/" , MinifyWhitespace = true };
            Dictionary<string, string> files = site.BuildWithoutHashes();
            Assert.Contains("[\"/chunk-#.css\",\"/page-#.css\"]", files["b.js"]);
            Assert.Equal(".base{x:y}", files["chunk-#.css"].TrimEnd());
        });
}
