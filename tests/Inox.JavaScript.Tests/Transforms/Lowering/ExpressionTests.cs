using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms.Lowering;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("var a; a?.b.c;", "var a; a === null || a === void 0 ? void 0 : a.b.c;")]
    [InlineData("f()?.b;", "var _a; (_a = f()) === null || _a === void 0 ? void 0 : _a.b;")]
    [InlineData("var a; a.b?.(1);", "var _a; var a; (_a = a.b) === null || _a === void 0 ? void 0 : _a.call(a, 1);")]
    [InlineData("var a; a = 1; a.b?.(1);", "var _a, _b; var a; a = 1; (_b = (_a = a).b) === null || _b === void 0 ? void 0 : _b.call(_a, 1);")]
    [InlineData("var a; a = 1; a?.b.c ?? a;", "var _a; var a; a = 1; (_a = a === null || a === void 0 ? void 0 : a.b.c) !== null && _a !== void 0 ? _a : a;")]
    [InlineData("import { a } from 'a'; a.b ||= a?.c;", "import { a } from \"a\"; var _a; (_a = a).b || (_a.b = a === null || a === void 0 ? void 0 : a.c);")]
    [InlineData("var a; delete a?.b;", "var a; a === null || a === void 0 ? true : delete a.b;")]
    [InlineData("var a; (a?.b)();", "var a; (a === null || a === void 0 ? void 0 : a.b).call(a);")]
    [InlineData("var a, b; f(a ?? b);", "var a, b; f(a !== null && a !== void 0 ? a : b);")]
    [InlineData("var a; a ||= 1;", "var a; a || (a = 1);")]
    [InlineData("a.b &&= 1;", "var _a; (_a = a).b && (_a.b = 1);")]
    [InlineData("var a; a.b[c()] ??= 1;", "var _a, _b, _c; var a; (_c = (_a = a.b)[_b = c()]) !== null && _c !== void 0 ? _c : _a[_b] = 1;")]
    [InlineData("a ** b;", "Math.pow(a, b);")]
    [InlineData("var a; a.b **= 2;", "var a; a.b = Math.pow(a.b, 2);")]
    [InlineData("try {} catch { f(); }", "try {} catch (_a) { f(); }")]
    public void Operators(string input, string expected) => TransformCheck.Code(input, expected, new() { Target = EcmaVersion.Es2015 });

    [Theory]
    [InlineData("f({ ...a, b: 1, get c() { return 2; } });")]
    [InlineData("var { a, [k()]: b = 1, ...c } = d; f(a, b, c);")]
    [InlineData("class C { #x = 1; static y = this; static { f(this); } get() { return this.#x; } }")]
    [InlineData("async function f(a = 1) { for await (const b of c) await b; }")]
    [InlineData("async function* f() { yield* g(); }")]
    [InlineData("{ using a = b; }")]
    public void A_target_that_has_the_syntax_keeps_it(string input) => TransformCheck.Code(input, input, new() { Target = EcmaVersion.EsNext }, Language.JavaScript);
}
