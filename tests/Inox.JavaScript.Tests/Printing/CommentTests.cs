using Inox.JavaScript.Printing;
using Xunit;

namespace Inox.JavaScript.Tests.Printing;

public sealed class CommentTests
{
    [Theory]
    [InlineData("// a\nb;", "// a\nb;")]
    [InlineData("b; // a", "b; // a")]
    [InlineData("b; // a\nc;", "b; // a\nc;")]
    [InlineData("/* a */ b;", "/* a */\nb;")]
    [InlineData("function f() {\n// a\n}", "function f() {\n  // a\n}")]
    [InlineData("function f() {\nb; /* c */\n// a\n}", "function f() {\n  b; /* c */\n  // a\n}")]
    [InlineData("class A {\n// a\nb; // c\n/** d */\ne() {}\n}", "class A {\n  // a\n  b; // c\n  /** d */\n  e() {}\n}")]
    [InlineData("x = {\n// a\nb, // c\nd\n// e\n};", "x = {\n  // a\n  b, // c\n  d\n  // e\n};")]
    [InlineData("f(/* a */ b);", "f(/* a */ b);")]
    [InlineData("function f(/* a */ b, /* c */ d) {}", "function f(/* a */ b, /* c */ d) {}")]
    [InlineData("import(/* webpackChunkName: \"a\" */ \"b\");", "import(/* webpackChunkName: \"a\" */ \"b\");")]
    [InlineData("/**\n * a\n */\nb;", "/**\n * a\n */\nb;")]
    [InlineData("{\n  /**\n   * a\n   */\n  b;\n}", "{\n  /**\n   * a\n   */\n  b;\n}")]
    [InlineData("/* @__PURE__ */ f();", "/* @__PURE__ */ f();")]
    [InlineData("x = /* #__PURE__ */ new A();", "x = /* @__PURE__ */ new A();")]
    [InlineData("x = /* @__PURE__ */ (() => 1)();", "x = /* @__PURE__ */ (() => 1)();")]
    [InlineData("a; // b", "a; // b")]
    [InlineData("// only", "// only")]
    public void All_are_kept(string input, string expected) => PrintCheck.Print(input, expected, PrintOptions.Default, Language.JavaScript);

    [Theory]
    [InlineData("/*! a */ b; // c", "/*! a */b")]
    [InlineData("// @license a\nb; /* c */ d;", "// @license a\nb;d")]
    [InlineData("a; //! b\nc;", "a;//! b\nc")]
    [InlineData("/** @preserve\n * x */ a;", "/** @preserve\n * x */a")]
    public void Legal_ones_are_kept_when_minifying(string input, string expected) =>
        PrintCheck.Print(input, expected, new() { MinifyWhitespace = true, Comments = CommentPolicy.Legal }, Language.JavaScript);
}
