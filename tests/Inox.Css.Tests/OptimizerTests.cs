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
    // grids
    [InlineData("a{grid-template-areas:\"a b\" \"c d\";grid-template-rows:1fr 2fr;grid-template-columns:auto}", "a{grid-template:\"a b\"1fr\"c d\"2fr/auto}")]
    [InlineData("a{grid-template-areas:\"a\" \"b\" \"c\";grid-template-rows:1fr;grid-template-columns:auto}", "a{grid-template-rows:1fr;grid-template-columns:auto;grid-template-areas:\"a\"\"b\"\"c\"}")]
    [InlineData("a{grid:\"a\" 1fr/auto;grid-auto-flow:column}", "a{grid-template:\"a\"1fr/auto;grid-auto-rows:auto;grid-auto-columns:auto;grid-auto-flow:column}")]
    [InlineData("a{grid-area:1/2/3/4;grid-row-end:auto}", "a{grid-area:1/2/auto/4}")]
    // masks and ranges of animations
    [InlineData("a{mask:url(a.png);mask-mode:alpha}", "a{mask:url(a.png) alpha}")]
    [InlineData("a{-webkit-mask:url(a);mask:url(a)}", "a{-webkit-mask:url(a);mask:url(a)}")]
    [InlineData("a{animation-range:entry 10% exit;animation:b 1s}", "a{animation:1s b}")]
    // layers, keyframes and registrations of one name
    [InlineData("@layer a,b;@import \"x\";@layer b{c{d:e}}", "@layer a,b;@import \"x\";@layer b{c{d:e}}")]
    [InlineData("@layer a,b;@layer b{c{d:e}}", "@layer a;@layer b{c{d:e}}")]
    [InlineData("@layer b{c{d:e}}@layer a{f{g:h}}@layer b{i{j:k}}", "@layer b{c{d:e}i{j:k}}@layer a{f{g:h}}")]
    [InlineData("@layer a{b{c:d}}@media print{@layer a{b{c:e}}}@layer a{b{c:f}}", "@layer a{b{c:d}}@media print{@layer a{b{c:e}}}@layer a{b{c:f}}")]
    [InlineData("@layer a,b;@media print{@layer b{c{d:e}}}@layer b{c{d:f}}", "@layer a,b;@media print{@layer b{c{d:e}}}@layer b{c{d:f}}")]
    [InlineData("@keyframes a{0%{top:0}}@keyframes b{0%{top:1px}}@keyframes a{0%{top:2px}}", "@keyframes b{0%{top:1px}}@keyframes a{0%{top:2px}}")]
    [InlineData("@property --a{syntax:\"*\";inherits:true}b{c:d}@property --a{inherits:false;syntax:\"*\"}", "@property --a{syntax:\"*\";inherits:false}b{c:d}")]
    // what a later rule sets again, unless not every browser reads it
    [InlineData(".a{color:red}.b{color:blue}.a{color:green}", ".b{color:#00f}.a{color:green}")]
    [InlineData(".a{color:red}.b{color:blue}.a{color:-webkit-foo(1)}", ".a{color:red}.b{color:#00f}.a{color:-webkit-foo(1)}")]
    [InlineData("a{height:calc(100% + 1px);height:-moz-calc(100%)}", "a{height:calc(100% + 1px);height:-moz-calc(100%)}")]
    [InlineData("a{font-family:a,b,a,monospace,monospace}", "a{font-family:a,b,monospace,monospace}")]
    // numbers keep the digits that browsers tell apart; what was computed has six
    [InlineData("a{font-size:1.42857143em;--b:0.92857143;z-index:2147483647}", "a{--b:.92857143;z-index:2147483647;font-size:1.42857143em}")]
    [InlineData("a{width:41.66666666666667%;order:-16777217;--a:12345678901}", "a{order:-16777217;--a:12345678901;width:41.6666667%}")]
    [InlineData("a{width:calc(100%/3);height:1e40px;top:1.9999999999px;left:0.00000012345678px}", "a{width:33.3333%;height:1e40px;top:2px;left:1.2345678e-7px}")]
    [InlineData("a{width:calc(100% - 1.42857143em);height:calc(1.42857143em*2)}", "a{width:calc(100% - 1.42857143em);height:2.85714286em}")]
    [InlineData("a{grid-row:2147483647/-2147483648;z-index:-2147483648}", "a{z-index:-2147483648;grid-row:2147483647/-2147483648}")]
    [InlineData("a{grid-template:repeat(16777217,1px)/auto;width:12345678901px}", "a{grid-template:repeat(16777217,1px)/auto;width:12345678901px}")]
    [InlineData("a{font:expanded 12px b}", "a{font:expanded 12px b}")]
    [InlineData("a{font:12px b;font-stretch:ultra-condensed}", "a{font:ultra-condensed 12px b}")]
    // font has no room for a width in percent, and border resets the image
    [InlineData("a{font:12px b;font-stretch:80%}", "a{font:12px b;font-stretch:80%}")]
    [InlineData("a{font:12px b;font-stretch:80%;font-variant-caps:unicase}", "a{font-family:b;font-size:12px;font-style:normal;font-weight:400;font-stretch:80%;line-height:normal;font-variant-caps:unicase}")]
    [InlineData("a{border-image:var(--x);border-top:0;border-left:0;border-bottom:0;border-right:0}", "a{border-image:var(--x);border-style:none;border-width:0;border-color:currentColor}")]
    [InlineData("a{border-image:var(--x);border:0}b{border-top:0;border-left:0;border-bottom:0;border-right:0}", "a{border-image:var(--x);border:0}b{border:0}")]
    // preludes
    [InlineData("@supports (((a:b))){c{color:red}}", "@supports (a:b){c{color:red}}")]
    [InlineData("@import url(\"a.css\") layer supports((a:b)) screen;", "@import \"a.css\" layer supports(a:b) screen;")]
    [InlineData("@page:first{margin:1px}@scope (.a) to (.b){c{d:e}}", "@page:first{margin:1px}@scope(.a) to (.b){c{d:e}}")]
    [InlineData("@font-face{unicode-range:U+0-7F,U+100-1FF;src:url(a)}", "@font-face{unicode-range:U+0-7F,U+1??;src:url(a)}")]
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
    [InlineData("ie 11", "@keyframes a{to{text-align:start}}", "@keyframes a{to{text-align:start}}")]
    // queries of browserslist
    [InlineData("ie >= 11 and ie <= 11", "a{inset:0}", "a{top:0;bottom:0;left:0;right:0}")]
    [InlineData("last 1 chrome version", "a{inset:0}", "a{inset:0}")]
    [InlineData("node 18", "a{user-select:none}", "a{user-select:none}")]
    [InlineData("and_ff 60", "a{appearance:none}", "a{-moz-appearance:none;appearance:none}")]
    [InlineData("op_mob 40", "a{backdrop-filter:blur(1px)}", "a{backdrop-filter:blur(1px)}")]
    // a rule without a selector has nothing to nest in
    [InlineData("chrome 80", "{&.a{color:red}}.b{& c{color:red}}", ".b c{color:red}")]
    // drafts of flexible boxes
    [InlineData("safari 6", "a{display:flex;align-items:baseline}", "a{-webkit-box-align:baseline;-webkit-align-items:baseline;align-items:baseline;display:-webkit-box;display:-webkit-flex;display:flex}")]
    [InlineData("ie 10", "a{justify-content:space-around;order:2}", "a{-ms-flex-order:2;order:2;-ms-flex-pack:distribute;justify-content:space-around}")]
    [InlineData("safari 15", "a{-webkit-box-pack:justify;justify-content:space-between}", "a{justify-content:space-between}")]
    // masks have lost and got parts
    [InlineData("safari 15", "a{mask:url(a) alpha,url(b) subtract}", "a{-webkit-mask:url(a),url(b);-webkit-mask-composite:source-over,source-out;-webkit-mask-source-type:alpha,match-source;mask:url(a) alpha,url(b) subtract}")]
    [InlineData("chrome 60", "a{mask-border:url(a) 1 fill luminance}", "a{-webkit-mask-box-image:url(a) 1 fill;mask-border:url(a) 1 fill luminance}")]
    // selectors that some target does not know
    [InlineData("chrome 70", ".a:fullscreen,.b{color:red}", ".b{color:red}.a:-webkit-full-screen{color:red}.a:fullscreen{color:red}")]
    [InlineData("safari 13", "a:is(.b,.c):hover{color:red}", "a:-webkit-any(.b,.c):hover{color:red}a:is(.b,.c):hover{color:red}")]
    [InlineData("chrome 105", ".a:autofill,.b{color:red}", ".b{color:red}.a:-webkit-autofill{color:red}.a:autofill{color:red}")]
    [InlineData("firefox 85", ".a:-moz-read-only{color:red}.a:read-only{color:red}", ".a:read-only{color:red}")]
    // conditions, keyframes and transitions by the names that targets know
    [InlineData("safari 12", "@supports (mask-image:none) and (not (a:b)){c{color:red}}", "@supports ((-webkit-mask-image:none) or (mask-image:none)) and (not (a:b)){c{color:red}}")]
    [InlineData("chrome 30", "@keyframes a{from{top:0}}", "@-webkit-keyframes a{0%{top:0}}@keyframes a{0%{top:0}}")]
    [InlineData("safari 8", "a{transition:transform 1s;transition-property:filter}", "a{transition:-webkit-filter 1s,filter 1s}")]
    // colours of which a part is not known
    [InlineData("chrome 60", "a{color:rgb(1 2 3/var(--x))}", "a{color:rgba(1,2,3,var(--x))}")]
    [InlineData("chrome 90", "a{--c:light-dark(var(--a),var(--b))}", "a{--c:var(--lightningcss-light,var(--a)) var(--lightningcss-dark,var(--b))}")]
    public void Lowers(string query, string input, string expected) => Assert.Equal(expected, Optimize(input, true, query));

    [Theory]
    [InlineData("margin-inline-start:1px", "margin-inline-start:1px")]
    [InlineData("text-align:end", "text-align:end")]
    [InlineData("color-scheme:light dark", "color-scheme:light dark")]
    [InlineData("user-select:none", "-webkit-user-select:none;user-select:none")]
    public void LowersAttributes(string input, string expected) =>
        Assert.Equal(expected, CssStyleAttribute.Optimize(input, new() { Minify = true, Targets = EngineQuery.Parse("safari 10", out _) }));

    [Fact]
    public void AttributesHearOfFeatures()
    {
        CssOptimizeOptions options = new() { Minify = true, Targets = EngineQuery.Parse("chrome 120", out _), Include = ["OverflowShorthand", "LogicalMargin"] };
        Assert.Equal("margin-inline-start:1px;overflow-x:auto;overflow-y:hidden", CssStyleAttribute.Optimize("overflow:auto hidden;margin-inline-start:1px", options));
    }

    private static string Optimize(string input, bool minify, string? query)
    {
        EngineTargets? targets = query is null ? null : EngineQuery.Parse(query, out _);
        return CssPrinter.Print(CssOptimizer.Optimize(Check.Parse(input), new() { Minify = minify, Targets = targets }), new() { Minify = minify }).Text;
    }
}
