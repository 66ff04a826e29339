using Inox.Core;
using Xunit;

namespace Inox.Css.Tests.Docs;

/// <summary>The code of <c>docs/css.md</c>: every block there stands here, and so is compiled and run.</summary>
public sealed class CssPage
{
    [Fact]
    public void Parse()
    {
        CssParseResult parsed = CssParser.Parse(new SourceText("app.css", "a { color: red; oops } .b > a { margin: 0 }"));
        foreach (Diagnostic diagnostic in parsed.Diagnostics)
            Console.WriteLine($"{diagnostic.Code} {diagnostic.Span}: {diagnostic.Message}");
        StyleRule rule = (StyleRule)parsed.StyleSheet.Children[1];
        SelectorList selectors = SelectorParser.Parse(rule.Prelude);

        Assert.Equal("IX2007", Assert.Single(parsed.Diagnostics).Code);
        Assert.Equal(3, Assert.Single(selectors.Selectors).Parts.Length);
    }

    [Fact]
    public void Optimize()
    {
        StyleSheet sheet = CssParser.Parse(new SourceText("app.css", ".card { & a { inset-inline-start: 1px; color: oklch(60% 0.2 30) } }")).StyleSheet;
        CssOptimizeOptions options = new() { Minify = true, Targets = EngineQuery.Parse("safari 13, chrome 80", out _) };
        string text = CssPrinter.Print(CssOptimizer.Optimize(sheet, options), new() { Minify = true }).Text;

        Assert.StartsWith(".card a{color:#de3e2d;color:color(display-p3 ", text, StringComparison.Ordinal);
        Assert.Contains(".card a:not(:-webkit-any(:lang(ae),", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Attribute()
    {
        string attribute = CssStyleAttribute.Optimize("margin-top: 1px; margin-right: 1px; margin-bottom: 1px; margin-left: 1px", new() { Minify = true });

        Assert.Equal("margin:1px", attribute);
    }

    [Fact]
    public void Modules()
    {
        StyleSheet sheet = CssParser.Parse(new SourceText("card.module.css", ".card { composes: box from './box.module.css'; color: red } .is-open { top: 0 }")).StyleSheet;
        CssModuleResult module = CssModules.Transform(sheet, new() { Name = "card", HashInput = "src/card.module.css", Pattern = "[name]_[local]" });
        foreach (CssModuleExport export in module.Exports) Console.WriteLine($"{export.LocalName} is {export.ScopedName}");
        string declarations = CssModuleDeclarations.Write(module.Exports);

        Assert.Equal("declare const names: {\n  readonly card: string;\n  readonly \"is-open\": string;\n};\nexport default names;\n", declarations);
        Assert.Equal("./box.module.css", Assert.Single(module.Exports[0].Composes).Specifier);
    }

    private sealed class Spacing : CssRewriter
    {
        protected override CssNode? VisitDeclaration(Declaration declaration) => declaration.Name.Is("float") ? null : declaration;

        protected override string? VisitFunction(string name, string arguments) => name == "space" ? $"calc({arguments} * 4px)" : null;

        protected override string? VisitUrl(string url) => url.StartsWith('~') ? "/packages/" + url[1..] : null;
    }

    [Fact]
    public void Rewrite()
    {
        StyleSheet sheet = CssParser.Parse(new SourceText("a.css", "a { float: left; margin: space(2) 0; background: url(~x/y.png) }")).StyleSheet;
        string text = CssPrinter.Print(new Spacing().Rewrite(sheet), new() { Minify = true }).Text;

        Assert.Equal("a{margin:calc(2*4px) 0;background:url(/packages/x/y.png)}", text);
    }

    [Fact]
    public void Dependencies()
    {
        StyleSheet sheet = CssParser.Parse(new SourceText("a.css", "@import 'b.css' layer(base) print; a { background: url(c.png) }")).StyleSheet;
        CssDependencies dependencies = CssDependencies.Scan(sheet);
        CssPrintResult printed = CssPrinter.Print(sheet, new() { ResolveUrl = url => "/assets/" + url, Mappings = true });

        Assert.Equal("b.css", Assert.Single(dependencies.Imports).Url);
        Assert.Contains("url(/assets/c.png)", printed.Text, StringComparison.Ordinal);
        Assert.NotEmpty(printed.Mappings);
    }
}
