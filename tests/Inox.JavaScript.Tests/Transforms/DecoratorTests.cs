using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms;

/// <summary>What decorated programs print; the order of everything is in the pack of checks (<c>DecoratorSuite</c>).</summary>
public sealed class DecoratorTests
{
    private const string Log = "const d = (v, c) => { console.log(c.kind, String(c.name)) };\n";

    [Theory]
    [InlineData("@d class A {}", "class A")]
    [InlineData("const A = @d class {}", "class A")]
    [InlineData("const o = { A: @d class {} }", "class A")]
    [InlineData("function f(A = @d class {}) {} f()", "class A")]
    [InlineData("class A { @d m() {} @d get g() { return 1 } @d set s(v) {} @d f = 1; @d accessor a = 2 }", "method m\ngetter g\nsetter s\naccessor a\nfield f")]
    [InlineData("class A { @d #m() {} @d get #g() { return 1 } @d set #g(v) {} @d #f = 1; @d accessor #a = 2 }", "method #m\ngetter #g\nsetter #g\naccessor #a\nfield #f")]
    [InlineData("class A { @d ['x' + 1]() {} @d 1 = 2; @d [Symbol.iterator]() {} }", "method x1\nmethod Symbol(Symbol.iterator)\nfield 1")]
    [InlineData("class A { @d f = 1; @d static s() {} @d m() {} @d static t = 2 }", "method s\nmethod m\nfield t\nfield f")]
    public void Contexts(string input, string output) => Check(input, output);

    [Theory]
    [InlineData("@(c => class extends c { static z = 1 }) class A { static self = A; static get() { return A } } console.log(A.self === A, A.get() === A, A.z)", "true true 1")]
    [InlineData("class A { @(f => function () { return f.call(this) + 1 }) #m() { return this.x } x = 1; run() { return this.#m() } } console.log(new A().run())", "2")]
    [InlineData("class A { @(() => v => v * 2) x = 2; @(() => v => v + 1) static y = 1 } console.log(new A().x, A.y)", "4 2")]
    [InlineData("class A { @(({ get, set }) => ({ get() { return get.call(this) * 10 }, init: v => v + 1 })) accessor x = 1 } const a = new A(); console.log(a.x); a.x = 5; console.log(a.x)", "20\n50")]
    [InlineData("class A { @((_, c) => c.addInitializer(function () { this.y = this.x })) m() {} x = 1 } console.log('y' in new A(), new A().y)", "true undefined")]
    [InlineData("class A { @((_, c) => { c.metadata.a = 1 }) m() {} } class B extends A { @((_, c) => { c.metadata.b = 2 }) n() {} } const k = Symbol.metadata || Symbol.for('Symbol.metadata'); console.log(A[k].a, B[k].a, B[k].b)", "1 1 2")]
    [InlineData("class A { @((_, c) => console.log(c.access.get(new A()), c.access.has(new A()))) static s = 1; #x = 3 } ", "undefined false")]
    [InlineData("const o = { n: 1, d(v, c) { console.log(this.n) } }; class A { @o.d m() {} }", "1")]
    [InlineData("class P { m() { return 1 } } class A extends P { @(f => f) #m() { return super.m() } run() { return this.#m() } } console.log(new A().run())", "1")]
    [InlineData("const all = [1, 2].map(n => { @(v => v) class A { @(() => v => v) f = n } return A }); console.log(new all[0]().f, new all[1]().f)", "1 2")]
    [InlineData("try { class A { @(() => 1) m() {} } } catch (e) { console.log(e instanceof TypeError) }", "true")]
    [InlineData("let use; try { use = (() => { @(() => A) class A {} ; return A })() } catch (e) { console.log(e.name) } console.log(typeof use)", "ReferenceError\nundefined")]
    [InlineData("async function f() { @(await 0, v => v) class A { @(await 0, v => v) #x() {} static s = 1 } return A.s } f().then(console.log)", "1")]
    public void Programs(string input, string output) => Check(input, output);

    [Fact]
    public void The_newest_target_keeps_them() => TransformCheck.Code("@a class B { @c d() {} @e static f = 1; }", "@a class B { @c d() {} @e static f = 1; }");

    [Fact]
    public void Decorators_of_parameters_are_reported() => TransformCheck.Diagnostic("class A { m(@b c: string) {} }", "IX1807");

    private static void Check(string input, string output) => TransformCheck.Output(Log + input, output, new() { Target = EcmaVersion.Es2022 });
}
