using Inox.JavaScript.Tests.Transforms;
using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Minification;

public sealed class CompressTests
{
    private static readonly TransformOptions s_options = new() { MinifySyntax = true };

    public static TheoryData<string, string> Statements => new()
    {
        { "a(); b(); return c", "return a(), b(), c" },
        { "a(); throw b", "throw a(), b" },
        { "a(); if (b) { let c; d(() => c = 1, c) }", "if (a(), b) { let c; d(() => c = 1, c) }" },
        { "a(); switch (b) { case 1: c() }", "switch (a(), b) { case 1: c() }" },
        { "a(); for (; b;) c()", "for (a(); b;) c()" },
        { "a(); for (b in c) d()", "a(); for (b in c) d()" },
        { "a(); while (b) c()", "for (a(); b;) c()" },
        { "var a = e(); while (a) c()", "for (var a = e(); a;) c()" },
        { "var a = 1; while (a) c()", "for (;;) c()" },
        { "var a = d(); for (var b = e(); a + b;) c()", "for (var a = d(), b = e(); a + b;) c()" },
        { "let a = b(); for (; a;) c()", "let a = b(); for (; a;) c()" },
        { "var a = e(); for (let b = d(); b;) c(a)", "var a = e(); for (let b = d(); b;) c(a)" },
        { "var a; var b = x(); let c; let d; const e = y(); const f = z(); return () => (a = b = c = d = 0, [e, f, a, b, c, d])", "var a, b = x(); let c, d, e = y(), f = z(); return () => (a = b = c = d = 0, [e, f, a, b, c, d])" },
        { "const a = f(); let b = g(); return h(() => [a, b, b = a])", "let a = f(), b = g(); return h(() => [a, b, b = a])" },
        { "const a = f(); a = 1; return h(() => a)", "const a = f(); return a = 1, h(() => a)" },
        { "for (const a of b) c(() => a)", "for (let a of b) c(() => a)" },
        { "return new Array(a, b)", "return [a, b]" },
        { "return new Array(a)", "return Array(a)" },
        { "return new Array(...a)", "return Array(...a)" },
        { "return new Object", "return {}" },
        { "throw new TypeError(a)", "throw TypeError(a)" },
        { "return [new RegExp('a' + b, 'g'), new RegExp(a), new Date(a)]", "return [RegExp('a' + b, 'g'), new RegExp(a), new Date(a)]" },
        { "return Error => new Error(a)", "return Error => new Error(a)" },
        { "return a + 'b' + 'c'", "return a + 'bc'" },
        { "return a + ('b' + c) + 'd' + 'e'", "return a + ('b' + c) + 'de'" },
        { "function f() {} f.displayName = g(); f.prototype.h = function () {}", "g()" },
        { "var f = function () {}; f.a = 1; f.prototype = b", "b" },
        { "function f() {} f.prototype = g(); f.prototype.a = 1", "function f() {} f.prototype = g(), f.prototype.a = 1" },
        { "function f() {} f.prototype.a = 1; f.prototype.b = c", "c" },
        { "function f() {} f.a = 1; g(f)", "function f() {} f.a = 1, g(f)" },
        { "function f() {} f.length = 1; f.name = 2; f.__proto__ = h", "function f() {} f.length = 1, f.name = 2, f.__proto__ = h" },
        { "function f() {} x = f.a = 1", "x = function () {}.a = 1" },
        { "function f() {} f[a] = 1", "(function () {})[a] = 1" },
        { "var f = () => 1; f.prototype.a = 1", "(() => 1).prototype.a = 1" },
        { "async function f() {} f.prototype.a = 1", "(async function () {}).prototype.a = 1" },
        { "var a = this; a.b(a.c)", "this.b(this.c)" },
        { "var a = this; return function () { a.b(a.c) }", "var a = this; return function() { a.b(a.c) }" },
        { "var a; a = f(); return a + a", "var a = f(); return a + a" },
        { "let a; a = f(() => a)", "let a; a = f(() => a)" },
        { "let a = undefined; var b = undefined; return [a++, b++]", "let a; var b = void 0; return [a++, b++]" },
        { "let a = undefined; var b = undefined; return [a, b]", "return [void 0, void 0]" },
        { "if (a) b()", "a && b()" },
        { "if (!a) b()", "a || b()" },
        { "if (a) b(); else c()", "a ? b() : c()" },
        { "if (!a) b(); else c()", "a ? c() : b()" },
        { "if (a) {} else b()", "a || b()" },
        { "if (a === b) {} else c()", "a !== b && c()" },
        { "if (a) {}", "a" },
        { "if (a) { if (b) throw c }", "if (a && b) throw c" },
        { "if (a) { if (b) throw c } else throw d", "if (a) { if (b) throw c } else throw d" },
        { "if (a) return b; return c", "return a ? b : c" },
        { "if (a) return b; else return c", "return a ? b : c" },
        { "if (a) { x(); return b } return c", "return a ? (x(), b) : c" },
        { "if (a) return 1; if (b) return 2; return 3", "return a ? 1 : b ? 2 : 3" },
        { "if (a) return; b()", "a || b()" },
        { "if (!a) return; b(); c()", "a && (b(), c())" },
        { "if (a) { throw b } else { let c = e(); d(c + c) }", "if (a) throw b; { let c = e(); d(c + c) }" },
        { "if (a) throw b; else c()", "if (a) throw b; c()" },
        { "if (a) { function f() {} }", "if (a) { function f() {} }" },
        { "if (a) { l: function f() {} }", "if (a) { l: function f() {} }" },
        { "if (a) { let b = 1 }", "a" },
        { "while (a) { b() }", "for (; a;) b()" },
        { "while (!!a) {}", "for (; a;) ;" },
        { "try { a() } catch (e) { b() }", "try { a() } catch { b() }" },
        { "return a(), undefined", "a()" },
        { "a(); return undefined", "a()" },
        { "a(); return", "a()" },
        { "return a(); b()", "return a()" },
        { "0; 'x'; null; a; a.b", "a, a.b" },
        { "{ a(); { b() } }", "a(), b()" },
        { "let x; if (a) x = 1; else x = 2; g(() => x)", "let x; x = a ? 1 : 2, g(() => x)" },
        { "let x; if (a) x = function () {}; else x = 2; g(() => x)", "let x; a ? x = function () {} : x = 2, g(() => x)" },
        { "if (a) o.x = 1; else o.x = 2", "a ? o.x = 1 : o.x = 2" },
        { "if (a) x = 1; else x = 2", "a ? x = 1 : x = 2" },
        { "let x; x = x + 1; y = y + 1", "let x; x += 1, y = y + 1" },
        { "let x; x = x + 1 + 2", "let x; x = x + 1 + 2" },
        { "if (a ?? b) c()", "(a ?? b) && c()" },
        { "if (a) b ?? c", "a && (b ?? c)" },
        { "if (a) b = c", "a && (b = c)" },
        { "a = 'x' in b; for (;;) c()", "for (a = ('x' in b); ;) c()" },
        { "do { a() } while (b)", "do a(); while (b)" },
        { "switch (a) { case 1: b(); c(); break; case 2: d() }", "switch (a) { case 1: b(), c(); break; case 2: d() }" },
        { "debugger; a()", "debugger; a()" },
    };

    public static TheoryData<string, string> Expressions => new()
    {
        { "!a ? b : c", "a ? c : b" },
        { "!(a === b)", "a !== b" },
        { "!(a != b)", "a == b" },
        { "!(a < b)", "!(a < b)" },
        { "!!a ? b : c", "a ? b : c" },
        { "!!a", "!!a" },
        { "!!!a", "!a" },
        { "a ? true : false", "!!a" },
        { "a ? false : true", "!a" },
        { "(a, b) ? c : d", "a, b ? c : d" },
        { "undefined", "void 0" },
        { "Infinity", "1e999" },
        { "typeof a === 'undefined'", "typeof a > 'u'" },
        { "a === 'b'", "a === 'b'" },
        { "a['b']", "a.b" },
        { "a?.['b']", "a?.b" },
        { "a['b-c']", "a['b-c']" },
        { "a['1']", "a['1']" },
        { "{ 'b': 1, ['c']: 2, '__proto__': 3, ['__proto__']: 4, 'd-e': 5 }", "{ b: 1, c: 2, '__proto__': 3, ['__proto__']: 4, 'd-e': 5 }" },
        { "{ undefined }", "{ undefined: void 0 }" },
        { "() => { return a }", "() => a" },
        { "() => { return { a } }", "() => ({ a })" },
        { "() => { a() }", "() => { a() }" },
        { "() => { 'use strict'; return a }", "() => { 'use strict'; return a }" },
        { "async function* () { return undefined }", "async function* () { return void 0 }" },
        { "'a' + 'b'", "'ab'" },
        { "(0, eval)('x')", "(0, eval)('x')" },
        { "(0, a.b)()", "(0, a.b)()" },
        { "delete undefined", "delete undefined" },
        { "delete (1 ? undefined : x)", "delete void 0" },
        { "delete (true && a.b)", "delete (0, a.b)" },
        { "(a ?? b) && c ? d : e", "(a ?? b) && c ? d : e" },
    };

    public static TheoryData<string, string> Programs => new()
    {
        // the linker drops them one by one
        { "a(); b(); var c = 1; var d = 2", "a(); b(); var c = 1; var d = 2" },
        { "if (a) b()", "a && b()" },
        { "'use strict'; a(); 'b'", "'use strict'; a()" },
        { "with (a) { let x; x = x + undefined }", "with (a) { let x; x = x + undefined }" },
        { "eval(a); let x; x = x + undefined", "eval(a); let x; x = x + undefined" },
        { "[undefined] = a; undefined = 1; for (undefined in b);", "[undefined] = a; undefined = 1; for (undefined in b);" },
        { "function f(undefined) { return a(undefined) }", "function f(undefined) { return a(undefined) }" },
    };

    [Theory, MemberData(nameof(Statements))]
    public void In_functions(string input, string expected) => Check($"z = function () {{ {input} }}", $"z = function () {{ {expected} }}");

    [Theory, MemberData(nameof(Expressions))]
    public void In_expressions(string input, string expected) => Check($"z = ({input})", $"z = ({expected})");

    [Theory, MemberData(nameof(Programs))]
    public void Outermost(string input, string expected) => Check(input, expected);

    private static void Check(string input, string expected) => TransformCheck.Code(input, expected, s_options, Language.JavaScript);
}
