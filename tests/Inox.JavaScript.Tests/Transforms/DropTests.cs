using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

public sealed class DropTests
{
    private static readonly TransformOptions s_options = new() { Drop = new() { Console = true, Debugger = true, Labels = ["DEV", "TEST"], Pure = ["make", "React.memo"] } };

    [Theory]
    [InlineData("a(); console.log(b()); c();", "a(); c();")]
    [InlineData("console.a.b(1);", "")]
    [InlineData("console?.log?.(1);", "")]
    [InlineData("console['log'](1);", "")]
    [InlineData("console.log.call(console, 1);", "")]
    [InlineData("if (a) console.log(1); else b();", "if (a) ; else b();")]
    [InlineData("x = console.log(1);", "x = void 0;")]
    [InlineData("const f = () => console.log(1);", "const f = () => void 0;")]
    [InlineData("f(console);", "f(console);")]
    [InlineData("const l = console.log;", "const l = console.log;")]
    [InlineData("function f(console) { console.log(1); }", "function f(console) { console.log(1); }")]
    [InlineData("debugger; a(); if (b) debugger;", "a(); if (b) ;")]
    [InlineData("DEV: a(); b(); TEST: { c(); }", "b();")]
    [InlineData("DEV: { var x = 1; let y; } OTHER: for (;;) break OTHER;", "var x; OTHER: for (;;) break OTHER;")]
    [InlineData("function f() { TEST: return 1; }", "function f() {}")]
    [InlineData("make(); new make.other(); React.memo(a); x.make();", "/* @__PURE__ */ make(); new make.other(); /* @__PURE__ */ React.memo(a); x.make();")]
    [InlineData("let make; make();", "let make; make();")]
    public void Drops(string input, string expected) => TransformCheck.Code(input, expected, s_options, Language.JavaScript);

    [Fact]
    public void Pure_calls_go_when_minified() => TransformCheck.Code("make(a()); b();", "a(), b();", s_options with { MinifySyntax = true, JoinOutermost = true }, Language.JavaScript);

    [Fact]
    public void Nothing_is_dropped_unasked() => TransformCheck.Code("console.log(1); debugger; DEV: a();", "console.log(1); debugger; DEV: a();", null, Language.JavaScript);
}
