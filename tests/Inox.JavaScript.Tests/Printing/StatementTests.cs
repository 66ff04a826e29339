using Inox.JavaScript.Printing;
using Xunit;

namespace Inox.JavaScript.Tests.Printing;

public sealed class StatementTests
{
    [Theory]
    [InlineData("if (a) b;", "if(a)b")]
    [InlineData("if (a) b; else c;", "if(a)b;else c")]
    [InlineData("if (a) { b; } else { c; }", "if(a){b}else{c}")]
    [InlineData("if (a) b; else if (c) d; else e;", "if(a)b;else if(c)d;else e")]
    [InlineData("if (a) { if (b) c; } else d;", "if(a){if(b)c}else d")]
    [InlineData("if (a); else b;", "if(a);else b")]
    [InlineData("if (a) return; else return b;", "if(a)return;else return b")]
    [InlineData("for (;;) {}", "for(;;){}")]
    [InlineData("for (;;);", "for(;;);")]
    [InlineData("for (var a = 0, b; a < b; a++) c;", "for(var a=0,b;a<b;a++)c")]
    [InlineData("for (var a = (b in c);;);", "for(var a=(b in c);;);")]
    [InlineData("for (a = (b in c) ? d : e;;);", "for(a=(b in c)?d:e;;);")]
    [InlineData("for (var a = () => { b in c; };;);", "for(var a=()=>{b in c};;);")]
    [InlineData("for (var a = [b in c];;);", "for(var a=[b in c];;);")]
    [InlineData("for (var a in b) c;", "for(var a in b)c")]
    [InlineData("for (a.b in c);", "for(a.b in c);")]
    [InlineData("for (const a of b) c;", "for(const a of b)c")]
    [InlineData("for (const [a] of b);", "for(const[a]of b);")]
    [InlineData("for (const a of (b, c));", "for(const a of(b,c));")]
    [InlineData("for ((async) of a);", "for((async)of a);")]
    [InlineData("for (async.a of b);", "for(async.a of b);")]
    [InlineData("for ((let).a of b);", "for((let).a of b);")]
    [InlineData("for ((let)[a] in b);", "for((let)[a]in b);")]
    [InlineData("while (a) b;", "while(a)b")]
    [InlineData("do a; while (b); c;", "do a;while(b);c")]
    [InlineData("do { a; } while (b);", "do{a}while(b)")]
    [InlineData("switch (a) { case 1: b; break; default: c; }", "switch(a){case 1:b;break;default:c}")]
    [InlineData("switch (a) { case \"b\": case (c): }", "switch(a){case\"b\":case c:}")]
    [InlineData("try { a; } catch { b; } finally { c; }", "try{a}catch{b}finally{c}")]
    [InlineData("try { a; } catch (e) { b; }", "try{a}catch(e){b}")]
    [InlineData("try { a; } catch ({ b }) {}", "try{a}catch({b}){}")]
    [InlineData("a: for (;;) { continue a; break a; }", "a:for(;;){continue a;break a}")]
    [InlineData("with (a) b;", "with(a)b")]
    [InlineData("throw new A();", "throw new A")]
    [InlineData("return; return a; return [a]; return \"a\"; return -a; return (a, b);", "return;return a;return[a];return\"a\";return-a;return a,b")]
    [InlineData("debugger;", "debugger")]
    [InlineData(";", "")]
    [InlineData("{}", "{}")]
    [InlineData("{ a; }", "{a}")]
    [InlineData("var a; let b = 1; const [c] = d, { e } = f;", "var a;let b=1;const[c]=d,{e}=f")]
    [InlineData("let { a: b = 1, ...c } = d;", "let{a:b=1,...c}=d")]
    [InlineData("function f(a, { b }, ...c) { return a; }", "function f(a,{b},...c){return a}")]
    [InlineData("async function* f() {}", "async function*f(){}")]
    [InlineData("\"use strict\"; a;", "\"use strict\";a")]
    [InlineData("'a\"b'; a;", "'a\"b';a")]
    [InlineData("a; b\nc", "a;b;c")]
    [InlineData("if (a) function f() {}", "if(a)function f(){}")]
    public void Minifies(string input, string expected) => PrintCheck.Min(input, expected, Language.JavaScript);

    [Theory]
    [InlineData("class A {}", "class A{}")]
    [InlineData("class A extends B {}", "class A extends B{}")]
    [InlineData("class A extends (B, C) {}", "class A extends(B,C){}")]
    [InlineData("class A extends (a => b) {}", "class A extends(a=>b){}")]
    [InlineData("class A extends f() {}", "class A extends f(){}")]
    [InlineData("class A extends { b } {}", "class A extends{b}{}")]
    [InlineData("class A { a; b = 1; static c; static d = 2; }", "class A{a;b=1;static c;static d=2}")]
    [InlineData("class A { a() {} get b() {} set b(c) {} static d() {} }", "class A{a(){}get b(){}set b(c){}static d(){}}")]
    [InlineData("class A { static async *a() {} static get [b]() {} }", "class A{static async*a(){}static get[b](){}}")]
    [InlineData("class A { get; set; static; async; get\n*a() {} }", "class A{get;set;static;async;get;*a(){}}")]
    [InlineData("class A { #a = 1; #b() {} get #c() {} static #d; }", "class A{#a=1;#b(){}get#c(){}static#d}")]
    [InlineData("class A { static { a; } static {} }", "class A{static{a}static{}}")]
    [InlineData("class A { 'a'; 1; [b] = 2 }", "class A{\"a\";1;[b]=2}")]
    [InlineData("class A { accessor a = 1; static accessor #b; }", "class A{accessor a=1;static accessor#b}")]
    [InlineData("class A extends B { constructor() { super(); super.a; } }", "class A extends B{constructor(){super();super.a}}")]
    [InlineData("x = class extends A {};", "x=class extends A{}")]
    [InlineData("x = class A {};", "x=class A{}")]
    [InlineData("@a class A {}", "@a class A{}")]
    [InlineData("@a.b() @(c[d]) class A { @e f; @g() h() {} }", "@a.b() @(c[d]) class A{@e f;@g() h(){}}")]
    public void Minifies_classes(string input, string expected) => PrintCheck.Min(input, expected);

    [Theory]
    [InlineData("import 'a';", "import\"a\"")]
    [InlineData("import {} from 'a';", "import{}from\"a\"")]
    [InlineData("import a from 'a';", "import a from\"a\"")]
    [InlineData("import * as a from 'a';", "import*as a from\"a\"")]
    [InlineData("import a, * as b from 'a';", "import a,*as b from\"a\"")]
    [InlineData("import a, { b, c as d, default as e, 'f g' as h } from 'a';", "import a,{b,c as d,default as e,\"f g\"as h}from\"a\"")]
    [InlineData("import a from 'a' with { type: 'json' };", "import a from\"a\"with{type:\"json\"}")]
    [InlineData("import defer * as a from 'a';", "import defer*as a from\"a\"")]
    [InlineData("import source a from 'a';", "import source a from\"a\"")]
    [InlineData("export {}; export { a, b as c, d as 'e f' }; let a, b, d;", "export{};export{a,b as c,d as\"e f\"};let a,b,d")]
    [InlineData("export { a, 'b' as c, 'd' } from 'a';", "export{a,\"b\"as c,\"d\"}from\"a\"")]
    [InlineData("export * from 'a'; export * as b from 'a'; export * as 'c d' from 'a';", "export*from\"a\";export*as b from\"a\";export*as\"c d\"from\"a\"")]
    [InlineData("export default a;", "export default a")]
    [InlineData("export default [a];", "export default[a]")]
    [InlineData("export default (a, b);", "export default(a,b)")]
    [InlineData("export default function () {}", "export default function(){}")]
    [InlineData("export default (function () {});", "export default(function(){})")]
    [InlineData("export default (function () {})();", "export default(function(){})()")]
    [InlineData("export default (class {}).a;", "export default(class{}).a")]
    [InlineData("export default class {}", "export default class{}")]
    [InlineData("export default async function a() {}", "export default async function a(){}")]
    [InlineData("export default () => {};", "export default()=>{}")]
    [InlineData("export const a = 1; export function b() {} export class c {}", "export const a=1;export function b(){}export class c{}")]
    public void Minifies_modules(string input, string expected) => PrintCheck.Min(input, expected, Language.JavaScript);

    [Fact]
    public void Writes_pretty_code_with_two_spaces()
    {
        PrintCheck.Pretty(
            "if(a){b()}else if(c)d();else{e()}for(const x of y)z(x);do{f()}while(g);switch(h){case 1:i();break;default:{j()}}try{k()}catch(l){}finally{m()}class N{o=1;p(q,r=2){return q}static{s()}}",
            """
            if (a) {
              b();
            } else if (c)
              d();
            else {
              e();
            }
            for (const x of y)
              z(x);
            do {
              f();
            } while (g);
            switch (h) {
              case 1:
                i();
                break;
              default: {
                j();
              }
            }
            try {
              k();
            } catch (l) {} finally {
              m();
            }
            class N {
              o = 1;
              p(q, r = 2) {
                return q;
              }
              static {
                s();
              }
            }
            """);
    }

    [Fact]
    public void Keeps_lists_tall_that_were_tall() =>
        PrintCheck.Pretty("x = {\na, b: 1 }; y = { a, b }; z = [\n1, 2]; f([1, 2]);", "x = {\n  a,\n  b: 1\n};\ny = { a, b };\nz = [\n  1,\n  2\n];\nf([1, 2]);");

    [Fact]
    public void Ends_flow_into_the_next_print_with_a_semicolon()
    {
        using Inox.Core.CharWriter output = new();
        JsPrinter printer = new(output, PrintCheck.Minified);
        foreach (string text in (string[])["a", "b()", "{}"]) printer.PrintStatements(PrintCheck.Parse(text, Language.JavaScript).Program.Body);
        Assert.Equal("a;b();{}", output.ToString());
        Assert.False(printer.NeedsSemicolon);
    }
}
