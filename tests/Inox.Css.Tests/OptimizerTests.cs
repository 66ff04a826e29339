using Inox.Core;
using Xunit;

namespace Inox.Css.Tests;

public sealed class OptimizerTests
{
    // What a shorthand resets stays behind it.
    [Theory]
    [InlineData("a{font:1em x;font-variant:all-small-caps}", "a{font:1em x;font-variant:all-small-caps}")]
    [InlineData("a{animation:x 1s;animation-composition:add}", "a{animation:1s x;animation-composition:add}")]
    [InlineData("a{gap:1px;grid-gap:2px}", "a{gap:1px;grid-gap:2px}")]
    [InlineData("a{background:url(b);-webkit-background-size:cover}", "a{background:url(b);-webkit-background-size:cover}")]
    [InlineData("a{list-style:none}", "a{list-style:none}")]
    [InlineData("a{margin:var(--x);margin-left:1px}", "a{margin:var(--x);margin-left:1px}")]
    [InlineData("a{color:rgb(255 0 0)}b{color:red}", "a,b{color:red}")]
    [InlineData("a{inset:0;top:1px!important}", "a{inset:0;top:1px!important}")]
    // what is no selector takes no rule with it
    [InlineData("a){color:red}b{color:red}", "a){color:red}b{color:red}")]
    [InlineData("@keyframes k{.b:not(.c){top:0}from,100%{top:0}}b{top:0}", "@keyframes k{.b:not(.c){top:0}0%,to{top:0}}b{top:0}")]
    [InlineData("a{b,{color:red}}", "a{& b,{color:red}}")]
    [InlineData("@media all{*a:b}c{top:0}", "@media all{*a:b}c{top:0}")]
    [InlineData("a{color:var(--b c, red)}", "a{color:var(--b c, red)}")]
    [InlineData("a{*zoom:1;color:red}", "a{*zoom:1;color:red}")]
    public void Minifies(string input, string expected) => Assert.Equal(expected, Optimize(input, true, null));

    // Not compressed, functions keep their names.
    [Theory]
    [InlineData("transform:translateX(1px)", "transform: translateX(1px)")]
    [InlineData("transform:scale3d(1,1,1)rotatez(0deg)", "transform: scale3d(1, 1, 1) rotateZ(0)")]
    [InlineData("transform:skew(0,1deg)", "transform: skew(0, 1deg)")]
    public void PrintsDeclarations(string input, string expected) => Assert.Equal($"a {{\n  {expected};\n}}\n", Optimize($"a{{{input}}}", false, null));

    [Theory]
    // color-scheme defines what a lowered light-dark() reads
    [InlineData("chrome 90", "a{color-scheme:light}", "a{--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light}")]
    [InlineData("chrome 90", "a{color-scheme:light;color-scheme:dark}", "a{--lightningcss-light: ;--lightningcss-dark:initial;color-scheme:dark}")]
    [InlineData("chrome 90", "a{color-scheme:normal}", "a{--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:normal}")]
    [InlineData("chrome 90", "a{color-scheme:inherit}", "a{color-scheme:inherit}")]
    [InlineData("chrome 90", "a{color-scheme:dark light}", "a{--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light dark}@media (prefers-color-scheme:dark){a{--lightningcss-light: ;--lightningcss-dark:initial}}")]
    [InlineData("chrome 121", "a{@media print{color-scheme:dark light}}", "a{@media print{--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light dark;@media (prefers-color-scheme:dark){&{--lightningcss-light: ;--lightningcss-dark:initial}}}}")]
    [InlineData("chrome 130", "a{color-scheme:dark light}", "a{color-scheme:light dark}")]
    // an image under a prefix stands under that of its property only
    [InlineData("chrome 8, firefox 4", "a{border-image:linear-gradient(red,blue) 1}", "a{-webkit-border-image:-webkit-gradient(linear,0 0,0 100%,from(red),to(#00f)) 1;-webkit-border-image:-webkit-linear-gradient(top,red,#00f) 1;-moz-border-image:-moz-linear-gradient(top,red,#00f) 1;border-image:linear-gradient(red,#00f) 1}")]
    // no rule for a direction of text can stand in a page
    [InlineData("chrome 60", "@page{margin-inline-start:1px}", "@page{margin-inline-start:1px}")]
    // queries of browserslist
    [InlineData("ie >= 11 and ie <= 11", "a{inset:0}", "a{top:0;bottom:0;left:0;right:0}")]
    [InlineData("last 1 chrome version", "a{inset:0}", "a{inset:0}")]
    [InlineData("node 18", "a{user-select:none}", "a{user-select:none}")]
    [InlineData("and_ff 60", "a{appearance:none}", "a{-moz-appearance:none;appearance:none}")]
    [InlineData("op_mob 40", "a{backdrop-filter:blur(1px)}", "a{backdrop-filter:blur(1px)}")]
    public void Lowers(string query, string input, string expected) => Assert.Equal(expected, Optimize(input, true, query));

    [Theory]
    [InlineData("margin-inline-start:1px", "margin-inline-start:1px")]
    [InlineData("color-scheme:light dark", "color-scheme:light dark")]
    [InlineData("user-select:none", "-webkit-user-select:none;user-select:none")]
    public void LowersAttributes(string input, string expected) =>
        Assert.Equal(expected, CssStyleAttribute.Optimize(input, new() { Minify = true, Targets = EngineQuery.Parse("safari 10", out _) }));

    private static string Optimize(string input, bool minify, string? query)
    {
        EngineTargets? targets = query is null ? null : EngineQuery.Parse(query, out _);
        return CssPrinter.Print(CssOptimizer.Optimize(Check.Parse(input), new() { Minify = minify, Targets = targets }), new() { Minify = minify }).Text;
    }
}
