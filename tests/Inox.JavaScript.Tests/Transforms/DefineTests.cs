using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

public sealed class DefineTests
{
    private static readonly TransformOptions s_options = new()
    {
        Defines = new Dictionary<string, string>
        {
            ["process.env.NODE_ENV"] = "\"production\"",
            ["import.meta.env.MODE"] = "\"test\"",
            ["import.meta.hot"] = "undefined",
            ["__DEV__"] = "false",
            ["VERSION"] = "3",
            ["globalName"] = "globalThis.other",
            ["CONFIG"] = "{\"a\":{\"b\":[1,null]}}",
            ["typeof window"] = "\"undefined\"",
        },
    };

    [Theory]
    [InlineData("f(process.env.NODE_ENV);", "f('production');")]
    [InlineData("f(process.env['NODE_ENV']);", "f('production');")]
    [InlineData("f(process.env.NODE_ENV.length);", "f('production'.length);")]
    [InlineData("f(process.env.OTHER);", "f(process.env.OTHER);")]
    [InlineData("f(import.meta.env.MODE, import.meta.url);", "f('test', import.meta.url);")]
    [InlineData("f(VERSION, globalName);", "f(3, globalThis.other);")]
    [InlineData("f({ VERSION });", "f({ VERSION: 3 });")]
    [InlineData("f(CONFIG.a.b);", "f([1, null]);")]
    [InlineData("f(CONFIG.c);", "f({ 'a': { 'b': [1, null] } }.c);")]
    [InlineData("VERSION = 1; VERSION++; [VERSION] = x; ({ a: VERSION } = x); f(VERSION);", "VERSION = 1; VERSION++; [VERSION] = x; ({ a: VERSION } = x); f(3);")]
    [InlineData("function f(process) { return process.env.NODE_ENV; }", "function f(process) { return process.env.NODE_ENV; }")]
    [InlineData("let VERSION; f(VERSION);", "let VERSION; f(VERSION);")]
    [InlineData("f(typeof window);", "f('undefined');")]
    [InlineData("if (process.env.NODE_ENV !== 'production') a(); else b();", "b();")]
    [InlineData("if (process.env.NODE_ENV === 'production') { a(); } else { b(); }", "a();")]
    [InlineData("if (__DEV__) { var x = 1; function f() {} }", "var x, f;")]
    [InlineData("if (!__DEV__) { let x = 1; f(x); }", "{ let x = 1; f(x); }")]
    [InlineData("__DEV__ && f();", "")]
    [InlineData("f(__DEV__ ? a : b, __DEV__ || c, __DEV__ && d, import.meta.hot ?? e);", "f(b, c, false, e);")]
    [InlineData("f(typeof window === 'undefined', typeof window !== 'undefined' && a);", "f(true, false);")]
    [InlineData("(__DEV__ || a.b)();", "(0, a.b)();")]
    [InlineData("f(typeof (__DEV__ || a), typeof (!__DEV__ ? b : c));", "f(typeof (0, a), typeof (0, b));")]
    [InlineData("while (__DEV__) f();", "")]
    [InlineData("function f() { if (!__DEV__) return a; b(); var c; function d() {} let e; }", "function f() { return a; var c; function d() {} let e; }")]
    [InlineData("if (a) { if (__DEV__) b(); } else c();", "if (a) {} else c();")]
    [InlineData("if (a) b(); else if (__DEV__) c(); else d();", "if (a) b(); else d();")]
    [InlineData("switch (a) { case 1: if (__DEV__) b(); break; c(); }", "switch (a) { case 1: break; }")]
    [InlineData("f('a' + 'b', 1 === 1, null == import.meta.hot, VERSION === '3');", "f('ab', true, true, false);")]
    public void Replaces_and_folds(string input, string expected) => TransformCheck.Code(input, expected, s_options, Language.JavaScript);

    [Theory]
    [InlineData("if (false) a(); 1 === 1;", "if (false) a(); 1 === 1;")]
    public void Folds_nothing_where_no_define_is(string input, string expected) => TransformCheck.Code(input, expected, s_options, Language.JavaScript);

    [Fact]
    public void Folds_where_asked_to() => TransformCheck.Code("if (false) a(); else b();", "b();", new() { RemoveDeadBranches = true }, Language.JavaScript);

    [Fact]
    public void Bad_values_are_reported() =>
        TransformCheck.Diagnostic("a;", "IX1804", new() { Defines = new Dictionary<string, string> { ["a"] = "b c" } });

    [Fact]
    public void The_model_fits_the_tree()
    {
        TransformResult result = TransformCheck.Transform("let a = 1; if (__DEV__) { a; a; } a;", s_options, Language.JavaScript).Result;
        Assert.Equal(1, result.Model.References.Length);
    }
}
