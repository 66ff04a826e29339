using Inox.JavaScript.Tests.Transforms;
using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Minification;

/// <summary>What uses of names allow: dropping what nothing reads, and writing values where they are read.</summary>
public sealed class UnusedAndInlineTests
{
    private static readonly TransformOptions s_options = new() { MinifySyntax = true, JoinOutermost = true };

    public static TheoryData<string, string> Unused => new()
    {
        { "var a = 1", "" },
        { "var a = b()", "b()" },
        { "var a = b(), c = d(); return c", "return b(), d()" },
        { "var a; a = b()", "b()" },
        { "a = b(); let a", "a = b(); let a" },
        { "let a; a = b(); return () => { a = c() }", "return b(), () => { c() }" },
        { "f(() => { a = b() }); let a", "f(() => { a = b() }); let a" },
        { "switch (b) { case 0: let a; case 1: a = c() }", "switch (b) { case 0: let a; case 1: a = c() }" },
        { "var a; return () => { a = b() }", "return () => { b() }" },
        { "var a; (a = b.c)()", "(0, b.c)()" },
        { "const a = 1; a = 2", "const a = 1; a = 2" },
        { "var a = 0; a++", "var a = 0; a++" },
        { "function f() { f() }", "" },
        { "function f() {} f = 1", "function f() {} f = 1" },
        { "class A { m() {} }", "" },
        { "class A extends b() {}", "class A extends b() {}" },
        { "class A { static x = b() }", "class A { static x = b() }" },
        { "return function f() {}", "return function () {}" },
        { "return function f() { f() }", "return function f() { f() }" },
        { "for (var a in b) c()", "for (var a in b) c()" },
        { "var [a] = b", "var [a] = b" },
        { "{ function f() {} } f()", "{ function f() {} } f()" },
        { "try { a() } catch (e) {}", "try { a() } catch {}" },
        { "try { a() } catch (e) { b(e) }", "try { a() } catch (e) { b(e) }" },
        { "a === b(), !c(), void d()", "a, b(), c(), d()" },
        { "a + b", "a + b" },
        { "a.b", "a.b" },
        { "[a(), b], { x: c() }", "a(), b, c()" },
        { "/*@__PURE__*/ a(b())", "b()" },
        { "a ? 1 : b()", "a || b()" },
    };

    public static TheoryData<string, string> Inlined => new()
    {
        { "var a = b.c; return f(a)", "var a = b.c; return f(a)" },
        { "var a = b(); return a", "return b()" },
        { "var a = b(); return a.c", "return b().c" },
        { "var a = b.c; a()", "var a = b.c; a()" },
        { "var a = b.c; new a", "new b.c" },
        { "var a = b(), c = a + 1; return c", "return b() + 1" },
        { "var a = b(); if (a) throw 1", "if (b()) throw 1" },
        { "var a = b(); while (a) c()", "for (var a = b(); a;) c()" },
        { "var a = b(); return () => a", "var a = b(); return () => a" },
        { "var a = b(); return c() + a", "var a = b(); return c() + a" },
        { "var a = b(); return c && a", "var a = b(); return c && a" },
        { "var x = g; x = h(); var a = x; return c() + a", "var x = g; return x = h(), c() + x" },
        { "let x = g; x = h(); var a = x; return c() + a", "let x = g; x = h(); var a = x; return c() + a" },
        { "var a = function () { return this }; return f + a", "return f + function () { return this }" },
        { "var a; a = b(); return a.c(a)", "var a = b(); return a.c(a)" },
        { "var a = d(); a.x(); a = b(); return a.c(a)", "var a = d(); return a.x(), (a = b()).c(a)" },
        { "let a = 1; return a + f(() => a)", "return 1 + f(() => 1)" },
        { "var a = 1; if (b) a = 2; return a", "var a = 1; return b && (a = 2), a" },
        { "f(f); var a = 1; function f() { return a }", "f(f); var a = 1; function f() { return a }" },
        { "return typeof (function () { return a })()", "return typeof (0, a)" },
        { "function f(a) { return a } return [typeof f(b), typeof f(Map), f(c)]", "return [typeof (0, b), typeof Map, c]" },
        { "return function (a) { var arguments, b = a; arguments[0] = 2; return b }", "return function(a) { var arguments, b = a; return arguments[0] = 2, b }" },
        { "return (function (a, b) { return a + b })(c(), d())", "return c() + d()" },
        { "return (function (a) { return a + a })(c())", "return function(a) { return a + a }(c())" },
        { "var b = c(); return (function (a) { return a + a })(b) + b", "var b = c(); return b + b + b" },
        { "return (function (a) { return this.x + a })(c())", "return function(a) { return this.x + a }(c())" },
        { "return (a => this.x + a)(c())", "var a_1; return a_1 = c(), this.x + a_1" },
        { "return (function () { return arguments })(c())", "return function() { return arguments }(c())" },
        { "return (function () { return a.b })()()", "return (0, a.b)()" },
        { "(function (a) { a.b() })(c)", "c.b()" },
        { "(function (a = 1) { a.b() })(c)", "(function (a = 1) { a.b() })(c)" },
        { "for (; c;) (function (a) { d(() => a) })(c())", "for (; c;) (function(a) { d(() => a) })(c())" },
        { "for (; c;) { var b = e(); h(b), (function (a) { d(() => a) })(b) }", "for (; c;) { var b = e(); h(b), function(a) { d(() => a) }(b) }" },
        { "for (; c;) { let b = e(); (function (a) { d(() => a) })(b) }", "for (; c;) { let b = e(); d(() => b) }" },
        { "for (; c;) { var b = e(); d(() => { var a = b; f(); g(a) }) }", "for (; c;) { var b = e(); d(() => { var a = b; f(), g(a) }) }" },
        { "(function (a) { d(() => a) })(c())", "var a_1 = c(); d(() => a_1)" },
        { "return (function (a) { return { a } })(1)", "return { a: 1 }" },
        { "return (function () { 'use strict'; return a })()", "return function() { 'use strict'; return a }()" },
        { "return (function (a) { yield_(a) })(), (function (a) { return yield })(b)", "return yield_(void 0), function(a) { return yield }(b)" },
        { "function f() {} f(a()); f(b(), c())", "a(), b(), c()" },
        { "function f(a) { return a } g(f(b), f(c))", "g(b, c)" },
        { "function f(a) { return a } g(f(b), f(), f(c, d), f)", "function f(a) { return a } g(b, f(), f(c, d), f)" },
        { "function f() { return !1 } return [f(a), f(), f()]", "return [(a, false), false, false]" },
        { "async function f() {} return [f(), f()]", "async function f() {} return [f(), f()]" },
        { "var a = 1; f(f); function f() { return a }", "" },
        { "g(() => a); const a = 1", "g(() => a); let a = 1" },
        { "if (b) var a = 1; return a", "if (b) var a = 1; return a" },
        { "for (;;) { g(a); var a = 1 }", "for (;;) { g(a); var a = 1 }" },
        { "switch (b) { case 1: let a = 1; case 2: g(a) }", "switch (b) { case 1: let a = 1; case 2: g(a) }" },
        { "const a = 'a long text to be written once'; return [a, a, a]", "let a = 'a long text to be written once'; return [a, a, a]" },
        { "function f() { return a } b.c = f", "b.c = function () { return a }" },
        { "function f() { return a } b.c = function () { return f() }", "b.c = function () { return a }" },
        { "function f() { return a } b.c = function () { return f }", "function f() { return a } b.c = function () { return f }" },
        { "function f() { return a } b.c = function (a) { return f() }", "function f() { return a } b.c = function (a) { return f() }" },
        { "function f() { return a } for (; b;) c(f)", "function f() { return a } for (; b;) c(f)" },
        { "try { var x = a(); y = 1; return x } catch { return y } var y", "try { var x = a(); return y = 1, x } catch { return y } var y" },
        { "const a = 1; return { a }", "return { a: 1 }" },
    };

    [Theory, MemberData(nameof(Unused))]
    public void What_nothing_reads_goes(string input, string expected) => Check(input, expected);

    [Theory, MemberData(nameof(Inlined))]
    public void Values_go_where_they_are_read(string input, string expected) => Check(input, expected);

    private static void Check(string input, string expected) =>
        TransformCheck.Code($"z = function () {{ {input} }}", $"z = function () {{ {expected} }}", s_options, Language.JavaScript);
}
