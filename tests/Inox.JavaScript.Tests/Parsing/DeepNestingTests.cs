using Inox.Core;
using Xunit;

namespace Inox.JavaScript.Tests.Parsing;

public sealed class DeepNestingTests
{
    private const int Depth = 10_000;

    [Theory]
    [InlineData("(", "1", ")")]
    [InlineData("[", "", "]")]
    [InlineData("!", "1", "")]
    [InlineData("a => ", "1", "")]
    [InlineData("{", "", "}")]
    [InlineData("if (a) ", ";", "")]
    [InlineData("a + ", "1", "")]
    [InlineData("a ** ", "1", "")]
    [InlineData("a ? b : ", "1", "")]
    [InlineData("a = ", "1", "")]
    [InlineData("new ", "a", "")]
    [InlineData("a: ", ";", "", 100)]
    [InlineData("`${", "1", "}`")]
    [InlineData("() => {", "", "}")]
    [InlineData("f(", "", ")")]
    [InlineData("<a>", "", "</a>")]
    public void Parses(string open, string middle, string close, int depth = Depth)
    {
        string source = Repeat(open, depth) + middle + Repeat(close, depth);
        if (open == "a: ") source = string.Concat(Enumerable.Range(0, depth).Select(i => $"a{i}: ")) + middle;
        ParseResult result = JsParser.Parse(new SourceText("test.jsx", source), new() { Language = Language.Jsx });
        Assert.Equal("", Check.Errors(result));
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{ a: ", "}")]
    public void Parses_patterns(string open, string close)
    {
        string pattern = Repeat(open, Depth) + (open == "[" ? "" : "b") + Repeat(close, Depth);
        foreach (string source in (string[])[$"var {pattern} = c", $"({pattern} = c)", $"({pattern}) => c"])
            Assert.Equal("", Check.Errors(JsParser.Parse(new SourceText("test.js", source))));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("[")]
    [InlineData("`${")]
    [InlineData("class A { static {")]
    [InlineData("function f() {")]
    [InlineData("({ a: ")]
    [InlineData("<a>")]
    public void Ends_on_what_is_never_closed(string open)
    {
        ParseResult result = JsParser.Parse(new SourceText("test.jsx", Repeat(open, Depth)), new() { Language = Language.Jsx });
        Assert.NotEmpty(result.Diagnostics);
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));
}
