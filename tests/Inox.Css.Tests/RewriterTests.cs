using Xunit;

namespace Inox.Css.Tests;

public sealed class RewriterTests
{
    // Marks all that its hooks see.
    private sealed class Marker : CssRewriter
    {
        protected override CssNode? VisitStyleRule(StyleRule rule) => rule.Prelude.Span.StartsWith(".gone") ? null : rule;

        protected override CssNode? VisitAtRule(AtRule rule) => rule.Known == AtRuleName.Charset ? null : rule;

        protected override CssNode? VisitDeclaration(Declaration declaration) => declaration.Name.Is("drop") ? null : declaration;

        protected override string? VisitSelector(string selector) => selector == ".a" ? ".renamed" : null;

        protected override string? VisitUrl(string url) => url == "x y" ? "z'" : null;

        protected override string? VisitFunction(string name, string arguments) => name == "f" ? $"[{arguments}]" : null;

        protected override string? VisitToken(CssTokenKind kind, string text) => kind == CssTokenKind.Dimension && text == "1u" ? "8px" : null;
    }

    public static TheoryData<string, string> Rows => new()
    {
        { "a{b:c}", "a{b:c}" },
        { ".a,.b{c:d}", ".renamed,.b{c:d}" },
        { ".gone{c:d}e{f:g}", "e{f:g}" },
        { "@charset \"x\";e{f:g}", "e{f:g}" },
        { "@media x{.gone{c:d}.a{c:d}}", "@media x{.renamed{c:d}}" },
        { "e{drop:1;keep:2}", "e{keep:2}" },
        { "e{f:1u 2u}", "e{f:8px 2u}" },
        { "e{f:g(1u,f(1u))}", "e{f:g(8px,[8px])}" },
        { "e{f:f(f(x))}", "e{f:[[x]]}" },
        { "e{f:url(\"x y\") url(x)}", "e{f:url(\"z'\") url(x)}" },
        { "e{f:image-set(\"x y\" 1x,g(\"x y\") 2x),\"x y\"}", "e{f:image-set(\"z'\" 1x,g(\"x y\") 2x),\"x y\"}" },
        { "e{--x:f(1u)}", "e{--x:[8px]}" },
    };

    [Theory, MemberData(nameof(Rows))]
    public void Rewrites(string input, string expected) =>
        Assert.Equal(expected, CssPrinter.Print(new Marker().Rewrite(Check.Parse(input)), new() { Minify = true }).Text);

    [Fact]
    public void WhatIsNotChangedIsTheSame()
    {
        StyleSheet sheet = Check.Parse("a{b:c(d)}@media x{e{f:g}}");
        Assert.Same(sheet, new Marker().Rewrite(sheet));
    }
}
