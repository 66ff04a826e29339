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
    [InlineData("a{*zoom:1;color:red}", "a{*zoom:1;color:red}")]
    public void Minifies(string input, string expected)
    {
        StyleSheet sheet = CssOptimizer.Optimize(Check.Parse(input), new() { Minify = true });
        Assert.Equal(expected, CssPrinter.Print(sheet, new() { Minify = true }).Text);
    }
}
