using Inox.JavaScript.Transforms;
using Xunit;

namespace Inox.JavaScript.Tests.Transforms.Lowering;

/// <summary>Programs that print the same when lowered to ES5 and to ES2015.</summary>
public sealed class ProgramTests
{
    [Theory]
    [InlineData("const fs = []; for (let i = 0; i < 3; i++) fs.push(() => i); console.log(fs.map(f => f()).join());", "0,1,2")]
    [InlineData("const fs = []; for (let i = 0; i < 5; i++) { if (i === 1) continue; if (i === 4) break; i++; fs.push(() => i); } console.log(fs.map(f => f()).join());", "1,3")]
    [InlineData("function f() { outer: for (const a of [1, 2]) for (const b of [1, 2, 3]) { (() => a + b)(); if (b === 2) continue outer; if (a === 2) return [a, b].join(); } } console.log(f());", "2,1")]
    [InlineData("let x = 1; { let x = 2; { let x = 3; console.log(x); } console.log(x); } console.log(x);", "3\n2\n1")]
    [InlineData("class A { constructor() { this.n = new.target.name; } static s() { return 's'; } get g() { return 1; } } class B extends A { static s() { return super.s() + 't'; } get g() { return super.g + 1; } } console.log(new B().n, B.s(), new B().g);", "B st 2")]
    [InlineData("class List extends Array { last() { return this[this.length - 1]; } } const l = new List(); l.push(1, 2); console.log(l.last(), l.length, l instanceof List, Array.isArray(l));", "2 2 true true")]
    [InlineData("class E extends Error { constructor(m) { super(m); this.name = 'E'; } } try { throw new E('x'); } catch (e) { console.log(e instanceof E, String(e)); }", "true E: x")]
    [InlineData("class C { #a = 1; static #b = 2; #m() { return this.#a++; } get #g() { return this.#m(); } static has(o) { return #a in o; } run() { this.#a += 5; return [this.#g, this.#a, C.#b].join(); } } console.log(new C().run(), C.has(new C()), C.has({}));", "6,7,2 true false")]
    [InlineData("function* g() { try { const x = yield 1; console.log(x); yield* [2, 3]; return 4; } finally { console.log('f'); } } const i = g(); console.log(i.next().value, i.next('x').value, i.next().value, i.next().value, i.next().done);", "x\nf\n1 2 3 4 true")]
    [InlineData("const log = []; function* g() { try { yield 1; yield 2; } finally { log.push('closed'); } } for (const x of g()) { log.push(x); break; } const [a] = g(); console.log(log.join(), a);", "1,closed,closed 1")]
    [InlineData("async function f(x) { for (let i = 0; i < 2; i++) { try { x += await i; if (i) throw x; } catch (e) { return e + 10; } finally { x++; } } } f(1).then(v => console.log(v));", "13")]
    [InlineData("async function* g() { yield 1; yield await 2; } (async () => { for await (const x of g()) console.log(x); })();", "1\n2")]
    [InlineData("const { a, b: { c = 5, ...d }, ...e } = { a: 1, b: { x: 2 }, y: 3 }; console.log(a, c, JSON.stringify(d), JSON.stringify(e));", "1 5 {\"x\":2} {\"y\":3}")]
    [InlineData("function f(a, b = a + 1, { c } = { c: b }, ...d) { return [a, b, c, d.length, f.length].join(); } console.log(f(1), f(1, 2, { c: 3 }, 4, 5));", "1,2,2,0,1 1,2,3,2,1")]
    [InlineData("const o = { m() { return (() => [this === o, arguments.length].join())(1, 2, 3); } }; console.log(o.m(1));", "true,1")]
    [InlineData("const t = (s, ...v) => s.raw.join('|') + v.join(); console.log(t`a${1}\\n${2}`, `x${[1, 2]}y`);", "a|\\n|1,2 x1,2y")]
    [InlineData("const d = 'x', o = { ...{ p: 1 }, [d + 1]() { return 2; }, get [d]() { return 3; } }; console.log(o.p, o.x1(), o.x, Object.keys(o).join());", "1 2 3 p,x1,x")]
    [InlineData("console.log(Math.max(...[1, 2], ...new Set([3])), [...'ab', 'c'].join(), new (class { constructor(...a) { this.n = a.length; } })(...[1, 2]).n);", "3 a,b,c 2")]
    [InlineData("const o = { a: { b() { return this.c; }, c: 7 } }; console.log(o?.a?.b?.(), o.x?.y.z, delete o?.a?.c, o.a.c ?? 'none');", "7 undefined true none")]
    [InlineData("console.log(/(?<y>\\d+)-(?<m>\\d+)/.exec('2020-12').groups.m, '2020-12'.replace(/(?<y>\\d+)-(?<m>\\d+)/, '$<m>/$<y>'), /a.b/s.test('a\\nb'));", "12 12/2020 true")]
    [InlineData("const dispose = Symbol.dispose ?? Symbol.for('Symbol.dispose'); function r(n) { return { [dispose]() { console.log('close ' + n); } }; } { using a = r(1), b = r(2); console.log('body'); }", "body\nclose 2\nclose 1")]
    [InlineData("const k = 1; try { k = 2; } catch (e) { console.log(e.name); }", "TypeError")]
    [InlineData("const a = () => {}, b = class {}, c = { d: async () => {} }; let e; e ??= () => {}; class F { g = () => {}; static h = class {}; } console.log(a.name, b.name, c.d.name, e.name, new F().g.name, F.h.name);", "a b d e g h")]
    [InlineData("class A { m() { return 'm'; } } class B extends A { x = async () => super.m(); y = () => async () => super.m(); } const b = new B(); b.x().then(v => console.log(v)); b.y()().then(v => console.log(v));", "m\nm")]
    [InlineData("const t = { n: 2, on() { let a = 1; return t.n + a; } }; console.log(t.on());", "3")]
    [InlineData("let it; class C { constructor() { it = this; it = it.#f(); } get #f() { it = null; return function() { return this; } } } new C(); console.log(it instanceof C);", "true")]
    [InlineData("let it; class C { constructor() { it = this; it = it.#f``; } get #f() { it = null; return function() { return this; } } } new C(); console.log(it instanceof C);", "true")]
    [InlineData("let o = { get f() { o = null; return function() { return this === p; } } }; const p = o; console.log(o.f?.(), p?.f !== o);", "true true")]
    [InlineData("let o = { get f() { o = null; return undefined; } }, p = o; o.f ??= 3; console.log(o, Object.keys(p).join()); ", "null f")]
    [InlineData("let o = { get f() { o = null; return (...a) => a.length; } }; console.log(o.f(...[1, 2]));", "2")]
    [InlineData("let v, o = { b: 3, c: 5 }, e = ({ b: v, ...o } = o); console.log(o === e, o.b, o.c, e.b, v);", "false undefined 5 3 3")]
    [InlineData("var z = { x: { z: 'z' }, y: 'y' }, { x: z, ...y } = z; console.log(y.y, z.z);", "y z")]
    [InlineData("try { class C { static f = C = class {}; } console.log('fail'); } catch (e) { console.log(e.name); }", "TypeError")]
    [InlineData("class C { static f() { return this.#f(); } static #f() { C = 1; } static g() { C++; } static h() { [C] = [1]; } static i() { return C ||= 1; } } for (const k of ['f', 'g', 'h']) try { C[k](); } catch (e) { console.log(e.name); } console.log(C.i() === C);", "TypeError\nTypeError\nTypeError\ntrue")]
    [InlineData("let C = class D { static #x = 1; static f() { return (D &&= 2); } static g() { return D.#x; } }; const E = C; C = 0; try { E.f(); } catch (e) { console.log(e.name, E.g()); }", "TypeError 1")]
    [InlineData("class C { async *m({ a, ...b } = { a: 1, c: 2 }, [d, ...e] = [3, 4]) { yield a; yield b.c; yield d + e[0]; } } (async () => { for await (const x of new C().m()) console.log(x); })();", "1\n2\n7")]
    [InlineData("const f = async (a, b = 2, ...c) => a + b + c.length; f(1).then(v => console.log(v)); (async (a, b = a) => b)(5).then(v => console.log(v));", "3\n5")]
    public void Print_the_same(string program, string output)
    {
        TransformCheck.Output(program, output, new() { Target = EcmaVersion.Es2015 });
        TransformCheck.Output(program, output, new() { Target = EcmaVersion.Es5 });
    }
}
