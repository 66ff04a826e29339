using Inox.Core;
using Inox.JavaScript.Minification;
using Inox.JavaScript.Printing;
using Inox.JavaScript.Semantics;
using Inox.JavaScript.Syntax;
using Xunit;

namespace Inox.JavaScript.Tests.Minification;

public sealed class ShortenNamesTests
{
    [Theory]
    // names of one letter in the order of their places; a name comes up again where nothing outer of that name is meant
    [InlineData("function f(first, second) { return second + second }", "function f(e,t){return t+t}")]
    [InlineData("(function (a, b) { return function (c) { return c } })", "(function(e,t){return function(e){return e}})")]
    [InlineData("(function (a) { return function (c) { return c + a } })", "(function(e){return function(t){return t+e}})")]
    // globals and kept names stay and are not given to others
    [InlineData("e(function (a) { return t })", "e(function(n){return t})")]
    [InlineData("var top; (function (a) { a })", "var top;(function(e){e})")]
    [InlineData("(function (a) { eval('a'); (function (b) { b }) })", "(function(a){eval(\"a\");(function(e){e})})")]
    [InlineData("(function (a) { with (a) var b = 1, { c } = b; return b })", "(function(e){with(e)var b=1,{c}=b;return b})")]
    [InlineData("(function (a, c) { with (c) a })", "(function(a,e){with(e)a})")]
    [InlineData("(function () { var arguments; return arguments })", "(function(){var arguments;return arguments})")]
    // a var passes through the blocks between it and its function
    [InlineData("(function () { { let x = 1; { var y; g(x) } } y })", "(function(){{let t=1;{var e;g(t)}}e})")]
    [InlineData("(function () { try {} catch (x) { let y } })", "(function(){try{}catch(e){let t}})")]
    [InlineData("(function (a = 1) { var b; return b })", "(function(e=1){var t;return t})")]
    // under another name it would become a var of the function
    [InlineData("(function (a) { let f; { function f() {} } })", "(function(e){let t;{function n(){}}})")]
    [InlineData("(function () { { function f() {} let x } f() })", "(function(){{function e(){}let t}e()})")]
    [InlineData("class A { #private; m(argument) { return argument } }", "class A{#private;m(e){return e}}")]
    public void Names_of_a_script(string input, string expected) => Assert.Equal(expected, Shorten(input, SourceType.Script));

    [Theory]
    [InlineData("const inner = 1; export const outer = inner", "const e=1;export const outer=e")]
    [InlineData("import { a } from 'x'; a()", "import{a as e}from\"x\";e()")]
    [InlineData("const a = 1; export { a }", "const e=1;export{e as a}")]
    [InlineData("export default function named() { named() }", "export default function e(){e()}")]
    public void Names_of_a_module(string input, string expected) => Assert.Equal(expected, Shorten(input, SourceType.Module));

    private static string Shorten(string input, SourceType type)
    {
        ParseResult parsed = JsParser.Parse(new SourceText("input.js", input), new() { SourceType = type });
        Assert.Empty(parsed.Diagnostics);
        PrintOptions options = new() { MinifyWhitespace = true, Names = ShortenNames.OfFile(SemanticAnalyzer.Analyze(parsed.Program)) };
        return JsPrinter.Print(parsed.Program, null, [], options).Code;
    }
}
